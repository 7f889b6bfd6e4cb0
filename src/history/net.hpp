#pragma once

#include "history/history.hpp"

#include <span>
#include <vector>

namespace sss {

/// Folds changes, given in the order in which they landed, into at most one for each record: what stands after the
/// last against what stood before the first. A→B→C is A→C, A→B→A is nothing, a record that came and went is nothing,
/// one that went and came back is changed, or nothing, also where another one bore its id in between. Each field keeps
/// the commit that gave it its last value. In the order of each record's last change.
std::vector<Change> net_changes(std::span<Change const* const> changes);
std::vector<Change> net_changes(std::span<Change const> changes);

}  // namespace sss
