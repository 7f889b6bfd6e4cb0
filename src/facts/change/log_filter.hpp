#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/query/field_pattern.hpp"
#include "git/oid.hpp"
#include "history/history.hpp"
#include "programme/date.hpp"
#include "support/zone.hpp"

#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace sss {

/// Which changes are told of those that happened. Moves are counted before, over all of them.
struct LogFilter {
    std::vector<FieldPattern> fields;                          ///< what touches any of these; none: whatever it touches
    std::optional<Day> first = {}, last = {};                  ///< days of landing, both included
    std::optional<std::unordered_set<git::Oid>> among = {};    ///< only these commits
    std::optional<std::unordered_set<git::Oid>> without = {};  ///< none of these
    std::string author;                                        ///< a part of the name or the address

    bool any() const { return !fields.empty() || first || last || among || without || !author.empty(); }

    /// Whether who wrote, and when it landed, is meant.
    bool admits(LandedCommit const& told, Zone const& zone) const;

    /// The part of a difference that is meant; nothing where none is.
    std::optional<FieldChange> part_of(Kind const& kind, FieldChange const& change) const;
};

/// The facts that a filter admits. With fields, each keeps only those that are meant, and a record that came or went
/// tells them too, in ChangeFacts::fields.
std::vector<ChangeFacts> filtered(std::span<ChangeFacts const> facts, LogFilter const& filter, History const& history,
                                  Zone const& zone);

}  // namespace sss
