#pragma once

#include "history/history.hpp"
#include "history/moves.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// How a planned date moved between two states, and what is known of the steps in between.
struct NetMove {
    Move move;      ///< from the one state to the other; its ordinal is that of the last step, 0 where no step is known
    int steps = 0;  ///< moves on the way, corrections not counted; 0: not known
    std::vector<std::string> reasons;  ///< that their commits give, each once
    bool committed = false;            ///< all steps stand in commits: where no reason is given, that can be said
};

/// The moves among net changes.
/// @param past    all that is known of these records, what is not committed yet as its last commit; nullptr: nothing
/// @param zone    the programme's
/// @param within  whether a commit of the past lies between the two states
std::vector<NetMove> net_moves(std::span<Change const> net, History const* past,
                               std::function<bool(LandedCommit const&)> const& within, int correction_days,
                               Zone const& zone);

/// The records whose planned date differs: of these net_moves() needs the past. Also under their former names.
std::vector<RecordKey> with_other_plan(std::span<Change const> net);

}  // namespace sss
