#pragma once

#include "reports/chart_input.hpp"
#include "reports/standing.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sss {

/// How much there was to do and how much was done at a day's end.
struct BurnupPoint {
    Day day;
    Tally scope;    ///< commit time: what the records then held, cancelled milestones left out
    Tally planned;  ///< both clocks: what by the plan then believed was to be reached by that day
    Tally reached;  ///< record time: reached by that day, as it is known today; of what counts today
    Tally known;    ///< commit time: known as reached on that day
};

/// What is planned to have been reached by a day that lies ahead, as it is believed today.
struct PlannedAhead {
    Day day;
    Tally planned;
};

/// Burn-up: how done grows against planned and against all that there is to do. On its last day `scope` and `reached`
/// are those of the report's Standing.
struct Burnup {
    Day today;
    std::optional<Period> period;
    std::vector<BurnupPoint>
        points;  ///< the days on which anything changed, until today; then today, or the period's end
    std::vector<PlannedAhead> ahead;   ///< the days after today on which a plan ends
    std::optional<Day> records_begin;  ///< before it neither scope nor plan is known
    Tally undated;                     ///< open, and without a planned date: no line says when they end
    int cancelled = 0;

    BurnupPoint const* at(Day day) const;  ///< what stood at that day's end; nullptr before the first point
};

Burnup burnup(ChartInput const& input);

}  // namespace sss
