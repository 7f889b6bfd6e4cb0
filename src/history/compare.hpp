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

/// Compares two states record by record, renames joined. Both were read with this layout.
Comparison compare(Layout const& layout, Records const& before, Records const& after);

}  // namespace sss
