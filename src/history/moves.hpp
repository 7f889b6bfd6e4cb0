#pragma once

#include "history/history.hpp"
#include "programme/date.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// One move of a milestone's planned date, as the history tells it.
struct Move {
    RecordKey record;
    Date from;
    Date to;
    Slip slip;                 ///< from `from` to `to`; `direction()` > 0: later
    int ordinal = 0;           ///< 1: its first move; corrections are not counted and have 0
    Slip total;                ///< from the first date ever planned to `to`
    bool correction = false;   ///< of a date just written, or said so: no slip (see architecture, "Correction or slip")
    std::uint32_t commit = 0;  ///< index into History::commits
    std::vector<std::string> reasons =
        {};                              ///< that its commit gives; of several moves in one, each once, in their order
    std::optional<Date> first = {};      ///< the first date ever planned, as it had been put right until then
    std::optional<Date> put_right = {};  ///< of several in one: the date that a correction replaced before they began
};

/// A plan with an open end is none: no slip is measured to it, nor from it.
std::optional<Date> measured(std::optional<Date> plan);

/// What the moves of one record come to in a stretch, told alike wherever that stretch is told: from the date that it
/// had at the beginning to the one that stands at the end, whatever it was in between and however exactly it was said.
/// A correction says what had been meant, so that the slip begins with it where it came before any move.
struct NetSlip {
    Date from;
    Date to;
    Slip slip;
    Slip total;                          ///< from the first date ever planned to the one that stands
    int moves = 0;                       ///< on the way, corrections not counted
    int ordinal = 0;                     ///< of the last of them
    bool correction = false;             ///< nothing but corrections lie between the two dates
    std::optional<Date> put_right = {};  ///< the date at the beginning, where a correction took its place in `from`
};

/// @param steps   all moves of the record in the stretch, in their order; at least one
/// @param before  the date that stood when the stretch began; nothing: the first move knows what it moved
/// @param stands  the date at its end; nothing: the last move's
NetSlip net_slip(std::span<Move const* const> steps, std::optional<Date> const& before,
                 std::optional<Date> const& stands);

/// All moves in a history, in the order in which they landed. The field is the one whose role is `planned`.
///
/// A change is a correction where its commit says `Correction: yes`, or where it lands within `correction_days` days
/// after the date was first written and its commit gives no `Reason:`: who gives a reason means a move. A date that
/// becomes more or less exact without leaving what it said (2018-Q4 → 2018-11) is no move. An instant that moves by
/// less than a day is one, of no days. A date that is dropped, or gets an open end, is no move; the next one that is
/// set is measured from the last one that stood. A renamed record keeps its past, and so does one that was removed and
/// is put back.
std::vector<Move> moves(History const& history, int correction_days);

/// The records whose planned date is written anew in a history: those that may have moved in it, and no others have.
/// Which of them did only their whole past says: a date that was dropped before the history begins still counts.
std::vector<RecordKey> replanned(History const& history);

}  // namespace sss
