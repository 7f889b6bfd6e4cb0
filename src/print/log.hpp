#pragma once

#include "facts/change/change_facts.hpp"
#include "history/history.hpp"
#include "records/records.hpp"
#include "support/zone.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace sss {

/// One end of a stretch of history: a day of landing, or a revision.
struct LogEnd {
    std::optional<Day> day;
    std::string revision;  ///< as it was typed
};

/// What was asked for of all that happened: for who reads only the result.
struct LogScope {
    std::vector<std::string> fields;  ///< "planned"
    std::string author;               ///< as it was typed
    std::optional<LogEnd> since, until;
    std::size_t of = 0;  ///< how many changes, or values, there are without the filter
    /// The part of the programme, as it was typed: "satellite" and its ids.
    std::vector<std::pair<std::string, std::vector<std::string>>> parts = {};
};

/// "3 of 41 changes: of planned, since 1 January 2023, by “ada”." and, where nothing is left, "No change fits: …".
/// @param noun  "change", "value"
std::string in_words(LogScope const& scope, std::size_t shown, std::string_view noun);

/// What `sss log` prints.
struct LogFacts {
    History const& history;
    Records const& records;  ///< as they stand at the end
    Zone const& zone;
    std::span<ChangeFacts const> changes;  ///< in the order of landing
    Record const* only = nullptr;          ///< the one record that was asked for, where it still stands
    std::optional<LogScope> scope = {};    ///< where less than all is told
    std::size_t left_out = 0;              ///< older changes, because no more commits were asked for
};

/// How many of these changes, which stand in the order of landing, are older than those of the newest so many commits.
std::size_t older_than_newest(std::span<ChangeFacts const> changes, std::size_t commits);

/// Newest first; a commit's changes stand together, and who signed it stands below them.
std::string log_text(LogFacts const& facts, bool color);
std::string log_markdown(LogFacts const& facts);
/// `"format": 1`, described by schemas/output/log.schema.json.
std::string log_json(LogFacts const& facts);

/// {"fields"?, "author"?, "since"?, "until"?, "shown", "of"}
nlohmann::ordered_json as_json(LogScope const& scope, std::size_t shown);

/// What a result leaves out or counts otherwise than the history says it, as sentences for standard error: unreadable
/// versions, renames not sought, clocks that are not believed. Empty where there is nothing of these.
std::string left_out(History const& history, Zone const& zone);

/// "a1b2c3d says 1 January 1971 and counts as of 3 May 2024": of commits whose clocks are not believed, the first few.
std::string disbelieved_in_words(std::vector<Disbelieved> const& clocks, Zone const& zone);

}  // namespace sss
