#pragma once

#include "facts/report/standing.hpp"

namespace sss {

/// How the open milestones stand to what was promised.
enum class Schedule : std::uint8_t {
    nothing_open,   ///< all are reached, or there are none
    unknown,        ///< none can be judged
    on_schedule,    ///< none of those that can be judged is behind
    partly_behind,  ///< some are, fewer than half
    behind,         ///< half of them or more are
};

/// An open milestone that is behind: overdue, or expected later than its baseline by more than the tolerance.
struct Behind {
    Expected milestone;
    bool overdue = false;                ///< the last day of its plan has passed
    std::optional<Slip> after_baseline;  ///< where that is more than the tolerance: from its baseline to its plan, or
                                         ///< to today where that is later or there is no plan
};

/// Whether the schedule holds, by this rule: an open milestone is behind where its plan has passed, or where its plan
/// (or today, if that is later) lies more than `tolerance_days` after its baseline. One with neither plan nor baseline
/// cannot be judged. Of the reached ones those with a baseline are told, and how many of them came late by the same
/// tolerance.
struct Health {
    Schedule verdict = Schedule::nothing_open;
    int tolerance_days = 0;
    int open = 0;
    int unjudged = 0;            ///< of the open ones: with neither plan nor baseline
    int without_baseline = 0;    ///< of the open ones: with a plan alone, so that only its passing is judged
    int overdue = 0;             ///< of the open ones
    int after_baseline = 0;      ///< of the open ones: later than the baseline by more than the tolerance
    std::vector<Behind> behind;  ///< each once; the furthest from its baseline first, then by id
    int reached_with_baseline = 0;
    int reached_late = 0;  ///< of these

    int judged() const { return open - unjudged; }
};

/// Before the first commit nobody knows what was planned then: the verdict is `unknown`.
Health health(ReportBasis const& basis);

/// The verdict on so many that are behind of so many that can be judged.
Schedule verdict(int open, int judged, int behind);

}  // namespace sss
