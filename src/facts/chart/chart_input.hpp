#pragma once

#include "facts/standard_records.hpp"
#include "history/history.hpp"
#include "history/moves.hpp"
#include "programme/period.hpp"
#include "support/zone.hpp"

#include <functional>
#include <optional>
#include <span>

namespace sss {

/// All that the charts are made of. What it refers to must outlive their making, not the charts.
struct ChartInput {
    StandardRecords const& state;      ///< of the snapshot that stood on `today`
    History const& whole;              ///< the whole past up to that snapshot
    std::span<Move const> moves = {};  ///< of that whole past
    Zone const& zone;
    Day today;
    std::optional<Period> period = {};  ///< the days that the chart shows; nothing: all that there is to show
    /// Which milestones and actions the charts are of; empty: all.
    std::function<bool(Milestone const&)> takes = {};
    std::function<bool(Meeting const&, ActionItem const&)> takes_action = {};
};

}  // namespace sss
