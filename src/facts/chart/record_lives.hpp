#pragma once

#include "history/history.hpp"
#include "programme/date.hpp"
#include "support/zone.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What one record said, from the first commit that knew it on: commit time.
struct RecordLife {
    struct Version {
        Day since;                    ///< the day in the programme's time zone from whose end on it stood
        std::uint32_t commit = 0;     ///< index into History::commits
        std::string id;               ///< as the record was called then
        std::optional<Table> fields;  ///< nothing: the record was gone
    };
    RecordKey record;               ///< as it is called at the end
    std::vector<Version> versions;  ///< in the order in which they landed; several of one day stay apart
};

/// The lives of all records of a kind that a whole history tells of, those that are gone included; by id, and of one id
/// that was used twice the older first. A renamed record is one life, and so is one that was removed and came back
/// under its id, as it was or otherwise.
///
/// A version stands from the day on which it landed. No day is later than `today`.
std::vector<RecordLife> record_lives(History const& whole, Zone const& zone, Day today, std::string_view kind);

/// The days from which the commits of a history stood, likewise; they never go back.
std::vector<Day> days_of_commits(History const& history, Zone const& zone, Day today);

}  // namespace sss
