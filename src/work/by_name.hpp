#pragma once

#include "facts/standard_records.hpp"
#include "programme/kind.hpp"
#include "records/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A record by what the user typed, `ID` or `KIND/ID`; a UsageError with a suggestion where none or several fit.
Record const& find_record(Records const& records, std::string const& typed);

/// The kind of this name, or of this folder; a UsageError with a suggestion where there is none.
Kind const& find_kind(std::vector<Kind const*> const& kinds, std::string_view typed);

/// The ids that were named, each of which must be a record's of this kind; a UsageError with a suggestion for one
/// that is not.
std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind,
                                   Records const& records);

/// Each must be a type that the schema has for milestones or that some milestone has; else a UsageError with a
/// suggestion.
void require_milestone_types(std::vector<std::string> const& typed, Layout const& layout, StandardRecords const& state);

}  // namespace sss
