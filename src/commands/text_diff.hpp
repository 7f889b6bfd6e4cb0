#pragma once

#include "commands/command_line.hpp"

#include <string>
#include <string_view>

namespace sss {

/// What differs between two texts, as a unified diff with three lines of context that `git apply` and `patch` take;
/// empty where nothing does. Lines end with LF; a CR is part of its line.
/// @param path  of the file, relative to the root
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

/// Hands a diff to where it belongs. Only -o gets its very bytes: on standard output, which may be a terminal or the
/// log of a CI system, what could act there is written out, and it is said that such a diff cannot be applied.
void deliver_diff(std::string const& diff, CommonOptions const& common, Surroundings const& surroundings);

}  // namespace sss
