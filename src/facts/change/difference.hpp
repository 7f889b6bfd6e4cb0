#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/change/impact.hpp"
#include "facts/change/weakening.hpp"
#include "git/oid.hpp"
#include "programme/finding.hpp"
#include "records/records.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// One of the two states that are compared.
struct StateName {
    std::string name;                ///< as it was asked for: "main", "the working tree"
    std::optional<git::Oid> commit;  ///< nothing for the working tree and what is staged
};

/// What the rules find in the one state and not in the other.
struct FindingsChange {
    std::vector<Finding> appeared;  ///< errors first
    std::size_t mended = 0;         ///< found before, and no longer
};

/// What renamed records and their files are called now, by what they were called: "milestone/a" and
/// "data/milestones/a.toml".
std::map<std::string, std::string> moved_files(std::span<Change const> changes, Records const& before,
                                               Records const& after);

/// What is new, as new_findings() says it, with what the earlier settings and schemas alone find; a record's new name
/// is taken into account.
FindingsChange findings_change(std::vector<Finding> const& before, std::vector<Finding> after, Weakening weakening,
                               std::span<Change const> changes, Records const& records_before,
                               Records const& records_after);

/// All that `sss diff` tells.
struct Difference {
    StateName before;
    StateName after;
    Day today;
    Records const& records;  ///< as they stand after
    std::span<Change const> changes;
    std::vector<ChangeFacts> facts;  ///< by category, then by kind and id
    Impacts impacts;
    std::optional<FindingsChange> findings;  ///< nothing: not checked
    std::vector<std::string> unreadable;     ///< files that differ and cannot be read
    bool renames_sought = true;
};

}  // namespace sss
