#pragma once

#include "history/history.hpp"
#include "records/records.hpp"

#include <string>
#include <vector>

namespace sss {

/// What two states of a data repository differ in.
struct Comparison {
    std::vector<Change> changes;          ///< by kind, then by id; of no commit: their index is 0 and means nothing
    std::vector<std::string> unreadable;  ///< files that differ and cannot be read in one of the states: not told
    bool renames_sought = true;           ///< false where so many records came and went that likeness was not sought
};

/// What a record was called and what it is called now.
struct Renamed {
    RecordKey former;
    RecordKey now;
};

/// Compares two states record by record, renames joined. Both were read with this layout.
/// @param known  renames that the history between the two tells of, alike or not
Comparison compare(Layout const& layout, Records const& before, Records const& after,
                   std::vector<Renamed> const& known = {});

/// Whether renames that the history tells of could join what came and what went.
bool may_hold_renames(Comparison const& comparison);

}  // namespace sss
