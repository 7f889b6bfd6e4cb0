#pragma once

#include "commands/command.hpp"
#include "commands/field_values.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sss {

/// What stands behind `sss add KIND`, before the kind's fields are known.
struct AddRequest {
    std::string id;                                           ///< empty: to be proposed
    std::vector<std::pair<std::string, std::string>> fields;  ///< name as typed without dashes, and text, in order
    std::vector<std::string> problems;                        ///< sentences
};

/// Sorts the words that CLI11 has left over: options of `command` itself are handed to it, other `--name VALUE` and
/// `--name=VALUE` are fields, a word alone is the id. May throw CLI::ParseError.
AddRequest read_add_request(CLI::App& command, std::vector<std::string> const& words);

/// The record that the options make. What cannot be taken is added to `problems`.
Table record_of(AddRequest const& request, Schema const& schema, Records const& records,
                std::vector<std::string>& problems);

/// Required fields that the record lacks, in the schema's order: those of the record itself, and of the tables that it
/// has or must have.
std::vector<Field const*> missing_fields(Kind const& kind, Table const& record);

/// The page of `sss add KIND --help`.
std::string help_of_kind(Kind const& kind, std::size_t width);

}  // namespace sss
