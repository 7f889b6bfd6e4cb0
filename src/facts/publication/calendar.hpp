#pragma once

#include "facts/publication/record_threads.hpp"
#include "history/history.hpp"
#include "history/moves.hpp"
#include "programme/date.hpp"
#include "records/records.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// How a dated thing stands, as far as its records say; no day of today's decides it.
enum class EventState : std::uint8_t {
    planned,
    reached,  ///< a milestone, or a record of one's own, that has its actual date
    failed,   ///< a milestone that was held and not passed
    closed,   ///< an action
    cancelled,
    dropped,  ///< a milestone no longer awaited, because its satellite was given up or lost
};

enum class EventSort : std::uint8_t { milestone, meeting, action, own };

/// What an event shows to who subscribes to it. Where it differs from what it showed before, the event has changed.
struct EventFace {
    std::string title = {};  ///< of an action, its text
    Date when = Date::of(Day{});
    EventState state = EventState::planned;
    std::string type = {};     ///< "review"; of a record of one's own its kind
    std::string outcome = {};  ///< "passed"
    std::string place = {};    ///< of a meeting: "Ankara, TR"
    std::string why = {};      ///< it was cancelled
    std::vector<std::string> satellites = {};
    std::string owner = {};  ///< an organisation's id

    bool operator==(EventFace const&) const = default;
};

/// One event of the programme's calendar.
struct CalendarEvent {
    EventSort sort = EventSort::milestone;
    std::uint32_t thread = 0;  ///< index into RecordThreads::threads
    std::string action;        ///< an action's id within its meeting
    std::string meeting;       ///< an action's meeting: its title
    EventFace face;
    int sequence = 0;                        ///< how often what it shows has changed; it never falls
    std::uint32_t created = 0, changed = 0;  ///< by which commit it came, and showed what it shows; of History::commits
    std::optional<std::uint32_t> given_up;   ///< by which it was cancelled, or no longer awaited
    std::optional<Date> first_planned;       ///< the date first promised, where it ever moved
    std::optional<Move> last_move;           ///< a milestone's; `ordinal` and `total` tell of all
    std::optional<std::uint32_t> last_moved;  ///< of any other: the commit by which its date changed last
    int times_moved = 0;
};

/// All events of a programme: milestones at their actual dates, or else at the planned ones; meetings; actions with a
/// due date; records of dated kinds of one's own. What was cancelled stays until a year after the later of its date and
/// its cancellation. What has no date, a date without an end, or no record any more has no event.
///
/// @param whole    the history from its beginning
/// @param threads  of it
/// @param today    decides only what has been cancelled for too long
/// @return by date, then by kind and id
std::vector<CalendarEvent> calendar_events(History const& whole, RecordThreads const& threads, int correction_days,
                                           Day today);

}  // namespace sss
