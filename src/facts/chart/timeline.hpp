#pragma once

#include "facts/standard_records.hpp"
#include "programme/period.hpp"
#include "records/records.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sss {

enum class EntryKind : std::uint8_t {
    milestone,
    meeting,
    action,
    own,  ///< a record of a kind of the repository's own whose schema says which of its dates are planned, actual, …
};

/// How an entry stands on the day of the timeline.
enum class EntryState : std::uint8_t {
    happened,     ///< a milestone reached, a meeting held, an action closed
    ahead,        ///< planned, and its last day has not passed
    late,         ///< planned, and its last day has passed
    cancelled,    ///< was given up, at the date planned for it, or else that of giving up
    failed,       ///< a milestone that was held and failed
    unconfirmed,  ///< a meeting whose day has passed, and nobody recorded that it was held
    dropped,      ///< no longer awaited at the date planned for it, because its satellite was given up or lost
};

/// One thing that happened or is to happen.
struct TimelineEntry {
    EntryKind kind = EntryKind::milestone;
    EntryState state = EntryState::ahead;
    std::string id;        ///< the record's; of an action, the meeting's
    std::string own_kind;  ///< the kind's name, of EntryKind::own
    std::string action;    ///< an action's id within its meeting
    std::string title;     ///< of an action, its text
    std::optional<Date> when;
    std::optional<Date> not_before = {};  ///< of one without a date: its plan says that much
    int days_late = 0;
    bool launch = false;
    std::string place;  ///< of a meeting: "Ankara, TR"
    std::string outcome;
    std::vector<std::string> satellites;  ///< ids
    std::vector<std::string>
        organisations;  ///< ids: a milestone's owner, who takes part in a meeting, an action's owner
};

/// What of the records is wanted. Empty lists: all. An empty id: what is of no satellite, or of no organisation.
struct TimelineFilter {
    std::vector<std::string> satellites = {};
    std::vector<std::string> organisations = {};
    std::vector<std::string> types = {};  ///< of milestones
    bool milestones = true;
    bool launches = false;  ///< of the milestones only launches (milestones is then false)
    bool meetings = true;
    bool actions = false;
    bool own_kinds = true;                      ///< all dated kinds of the repository's own
    std::vector<std::string> these_kinds = {};  ///< or these of them
    std::optional<Period> period = {};          ///< entries that share a day with it
};

/// Record time: what happened and what is planned, in order. A date known only roughly stands at the place of its last
/// day, where lateness is measured too.
struct Timeline {
    Day today;
    std::vector<TimelineEntry> entries;  ///< by `before`, then by kind and id
    std::size_t until_today = 0;         ///< so many of them have ended before today; the others end today or later
    bool shows_today = true;             ///< false where a period is wanted that does not hold today
    std::vector<TimelineEntry> undated;  ///< open, and without a date; by kind and id. None where a period is wanted
    std::vector<LeftOut> left_out;       ///< records that could not be read
};

/// How a record of such a kind stands on a day; without a date where it has none. What its schema calls `cancelled` is
/// given up.
TimelineEntry own_entry(Record const& record, Zone const& zone, Day today);

/// Whether the records of a kind of the repository's own can stand in a timeline: its schema names a planned, actual,
/// start or end date (`x-sss-date`) among its top-level fields.
bool is_dated_own_kind(Kind const& kind);

Timeline timeline(Records const& records, Day today, TimelineFilter const& filter);

}  // namespace sss
