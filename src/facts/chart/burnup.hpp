#pragma once

#include "facts/chart/chart_input.hpp"
#include "facts/report/standing.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sss {

/// How much there was to do and how much was done at a day's end.
struct BurnupPoint {
    Day day;
    /// Both clocks: what the records then held, without what was given up or is held again; and of what is reached what
    /// was reached by then and written down later, so that never more is reached than there is.
    Tally scope;
    Tally planned;   ///< both clocks: of what had a plan on record, what by it was to be reached by that day
    Tally baseline;  ///< both clocks: of what had a baseline on record, what by it was to be reached by that day
    Tally reached;   ///< record time: reached by that day, as it is known today; of what counts today
    Tally known;     ///< commit time: known as reached on that day
};

/// What is planned to have been reached by a day that lies ahead, or was promised by a baseline, as it is believed
/// today.
struct PlannedAhead {
    Day day;
    Tally planned;
    Tally baseline;
};

/// How many were to be reached by a day, and how many of these were, by their own days.
struct Kept {
    Tally due;
    Tally reached;
};

/// Burn-up: how done grows against planned and against all that there is to do. On its last day `scope` and `reached`
/// are those of the report's Standing.
struct Burnup {
    Day today;
    std::optional<Period> period;
    std::vector<BurnupPoint>
        points;  ///< the days on which anything changed, until today; then today, or the period's end
    std::vector<PlannedAhead> ahead;   ///< the days after today on which a plan or a baseline ends
    Kept plans;                        ///< on the last day, as it is known today: of what has a plan on record
    Kept baselines;                    ///< likewise of what has a baseline on record
    std::optional<Day> records_begin;  ///< before it neither scope nor plan is known
    Tally undated;                     ///< open, and without a planned date: no line says when they end
    int cancelled = 0;
    int dropped = 0;    ///< their satellites were given up or lost before they were reached
    int repeated = 0;   ///< failed, and held again as another milestone
    int unplanned = 0;  ///< reached, and no plan of theirs is on record: they stand in no line of plans

    BurnupPoint const* at(Day day) const;  ///< what stood at that day's end; nullptr before the first point
};

Burnup burnup(ChartInput const& input);

}  // namespace sss
