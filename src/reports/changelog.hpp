#pragma once

#include "history/history.hpp"
#include "programme/period.hpp"
#include "reports/change_facts.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace sss {

/// What a period brought.
struct ChangelogGroup {
    Period period;
    std::vector<ChangeFacts> changes;  ///< by category, then by kind and id
};

/// The part of a history that a changelog tells.
struct ChangelogStretch {
    std::optional<Day> first = {};   ///< what landed on this day or later
    std::optional<Day> last = {};    ///< what landed on this day or before
    std::uint32_t first_commit = 0;  ///< index into History::commits
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
/// @param told   what is told; what came before still counts the moves
Changelog make_changelog(History const& history, Zone const& zone, PeriodSort sort, bool steps, int correction_days,
                         std::chrono::weekday week_start, ChangelogStretch const& told = {});

}  // namespace sss
