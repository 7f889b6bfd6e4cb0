#pragma once

#include "facts/query/to_do.hpp"
#include "history/promise_kept.hpp"
#include "programme/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// A record of the working tree that is not as HEAD has it.
struct UncommittedRecord {
    std::string kind;
    std::string id;
    std::string title;
    std::vector<std::string> sentences;  ///< what changed of it
};

/// All that `sss status` tells.
struct StatusFacts {
    Day today;
    int days = 7;                         ///< so far ahead is looked
    std::vector<std::string> mine;        ///< the organisations that are asked for; empty: all
    std::vector<std::string> names = {};  ///< what people call them
    bool has_repository = true;
    std::vector<UncommittedRecord> uncommitted = {};
    std::vector<std::string> other_files = {};  ///< that are not committed either: settings, schemas, strays
    bool merging = false;                       ///< a merge has begun and is not committed
    std::vector<std::string> conflicts = {};    ///< files that it left unresolved
    std::string how_to_commit = {};             ///< lines; empty: there is nothing to commit
    ToDos to_do = {};
    std::optional<std::size_t> unpushed = {};  ///< commits; nothing: the branch is pushed nowhere
    struct Unpublished {
        Day since;  ///< the last day of which the newest report tells
        std::size_t changes = 0;
    };
    std::optional<Unpublished> unpublished = {};  ///< nothing: no report is kept
    std::vector<PromisedReport> missing = {};     ///< reports that were promised and did not come
    std::string archive = {};                     ///< the folder in which they would be kept
    std::string organisation(std::string const& id) const;
    std::vector<std::pair<std::string, std::string>> organisations = {};  ///< id and name
};

/// The command that says that it was reached, held or closed.
std::string next_command(ToDo const& one);

std::string status_text(StatusFacts const& facts, std::size_t width, bool colour);
/// `"format": 1`, described by schemas/output/status.schema.json.
std::string status_json(StatusFacts const& facts);

}  // namespace sss
