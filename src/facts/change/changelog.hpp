#pragma once

#include "facts/change/belonging.hpp"
#include "facts/change/change_facts.hpp"
#include "facts/change/releases.hpp"
#include "history/history.hpp"
#include "programme/period.hpp"
#include "support/zone.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// A reason, and whose it is.
struct ReasonGiven {
    std::string text;
    std::uint32_t commit = 0;  ///< index into History::commits; of several of one author that give the same, the first
};

/// A change, and all that led to it.
struct ChangelogEntry {
    ChangeFacts facts;
    std::vector<std::uint32_t> commits;  ///< whose steps it sums up, in the order of landing; indices of the history
    std::vector<ReasonGiven> reasons;    ///< that these commits give, each once for each author, in that order
};

/// One heap within a period.
struct ChangelogSection {
    Belonging belonging;
    std::vector<ChangelogEntry> changes;  ///< by category; within one in the order in which things were learned
};

/// What a period brought, or a release.
struct ChangelogGroup {
    /// Of a release: from the first to the last day on which its changes landed, named after its tags. Its sort is
    /// PeriodUnit::days and the name "unreleased" where nothing is tagged yet.
    Period period;
    std::optional<Release> release;  ///< where changes are gathered by tag; nothing: not yet released
    std::vector<ChangelogSection> sections;

    std::size_t count() const;  ///< of changes
};

/// The part of a history that a changelog tells.
struct ChangelogStretch {
    std::optional<Day> first = {};   ///< what landed on this day or later
    std::optional<Day> last = {};    ///< what landed on this day or before
    std::uint32_t first_commit = 0;  ///< index into History::commits
};

/// How a changelog is gathered.
struct ChangelogRequest {
    PeriodUnit by = PeriodUnit::month;  ///< month, week, … by the day on which a change landed, in the programme's zone
    Releases const* releases = nullptr;  ///< by tag, in place of periods
    Within within = Within::category;
    bool steps = false;  ///< every change of every commit; else the net of each period: A→B→C is A→C, A→B→A is nothing
    int correction_days = 7;
    std::chrono::weekday week_start = std::chrono::Monday;
    ChangelogStretch told = {};  ///< what came before it still counts the moves
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

/// @param records  as they stand at the end: names of satellites and organisations
Changelog make_changelog(History const& history, Records const& records, Zone const& zone,
                         ChangelogRequest const& request);

}  // namespace sss
