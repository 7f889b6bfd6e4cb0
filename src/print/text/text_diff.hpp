#pragma once

#include <string>
#include <string_view>

namespace sss {

/// What differs between two texts, as a unified diff with three lines of context that `git apply` and `patch` take;
/// empty where nothing does. Lines end with LF; a CR is part of its line.
/// @param path  of the file, relative to the root
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace sss
