#pragma once

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

}  // namespace sss
