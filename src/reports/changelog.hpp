#pragma once

#include "history/history.hpp"
#include "programme/period.hpp"
#include "reports/change_facts.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <vector>

namespace sss {

/// What a period brought.
struct ChangelogGroup {
    Period period;
    std::vector<ChangeFacts> changes;  ///< by category, then by kind and id
};

/// The history for people to read, newest period first.
struct Changelog {
    std::vector<Change> changes;  ///< owns what the groups point to
    std::vector<Move> moves;
    std::vector<ChangelogGroup> groups;

    Changelog() = default;
    Changelog(Changelog&&) = default;
    Changelog& operator=(Changelog&&) = default;
};

/// @param sort   month, week, quarter, … by the day on which a change landed, in the programme's zone
/// @param steps  every change of every commit; otherwise the net of each period: A→B→C is A→C, A→B→A is nothing
/// @param since  only what landed on this day or later is told; what came before still counts the moves
Changelog make_changelog(History const& history, Zone const& zone, PeriodSort sort, bool steps, int correction_days,
                         std::chrono::weekday week_start, std::optional<Day> since = {}, std::optional<Day> until = {});

}  // namespace sss
