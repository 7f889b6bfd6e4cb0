#pragma once

#include "commands/command.hpp"
#include "work/change/new_record.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sss {

/// Sorts the words that CLI11 has left over: options of `command` itself are handed to it, other `--name VALUE` and
/// `--name=VALUE` are fields, a word alone is the id. May throw CLI::ParseError.
AddRequest read_add_request(CLI::App& command, std::vector<std::string> const& words);

/// The page of `sss add KIND --help`.
std::string help_of_kind(Kind const& kind, std::size_t width);
/// What it says of the fields, the required ones first, and of how they are written.
std::string help_of_fields(Kind const& kind, std::size_t width);

}  // namespace sss
