#pragma once

#include "facts/change/net_moves.hpp"
#include "facts/order.hpp"
#include "history/history.hpp"
#include "records/records.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// A milestone that a move touches, as one that needs what moved or as one that is needed.
struct Touched {
    std::string id;
    std::string title;
    std::vector<std::string> way;   ///< titles between the one that moved and this one, from the former to the latter
    std::vector<std::string> path;  ///< the same as ids, both ends included; of more than 20 the middle is left out
    std::size_t steps = 0;          ///< how many needs lie between the two: 1 where it needs it itself
    std::optional<Date> date;       ///< when it was reached, or is planned
    bool reached = false;
    Order order = Order::undated;
    int margin = 0;       ///< days from the last day of the needed one to the first day of the one that needs it
    bool exact = false;   ///< both dates are: otherwise the margin is the least that it can be
    bool before = false;  ///< it came too early before the move already
};

struct MeetingTouched {
    std::string id;
    std::string title;
    std::optional<Date> when;
    bool held = false;  ///< its last day has passed
};

/// What it means that a milestone's date moved.
struct Impact {
    RecordKey record;
    std::string title;
    std::string satellite;  ///< its name; empty: the whole programme's
    std::string owner;      ///< its name; empty: nobody named
    Date from;              ///< when it was expected, or reached, before
    Date to;
    bool was_reached = false;
    bool is_reached = false;
    Slip slip;
    std::optional<NetMove> plan;     ///< what is known of the steps, where the plan moved
    std::vector<Touched> too_early;  ///< those that need it, on whatever way, and now come before it: the worst first
    std::vector<Touched> next;  ///< the nearest others that need it: the least margin first, then what is not known
    std::size_t more_too_early = 0;      ///< beyond those in `too_early`, which holds the worst of very many
    std::size_t more_new_too_early = 0;  ///< of these, those that did not come too early before
    std::size_t more_next = 0;           ///< beyond those in `next`
    bool directly = false;               ///< only those that need it themselves were looked at: there is too much else
    std::vector<Touched> needed;         ///< what it needs and now comes before
    std::vector<std::string> unknown;    ///< ids that it depends on and no record has
    std::vector<MeetingTouched> meetings;  ///< that decide on it, by day
    bool late = false;                     ///< its plan's last day has passed, and it is not reached
    bool became_late = false;              ///< late, and by the other state not

    /// Those that come too early now and did not before.
    std::size_t new_conflicts() const;
};

/// A milestone that is late now and was not so by the dates of the other state.
struct BecameLate {
    std::string id;
    std::string title;
    Date planned;
};

struct Impacts {
    std::vector<Impact> moved;     ///< those with the most new conflicts first, then the longest move
    std::vector<BecameLate> late;  ///< by id; also of milestones whose date did not move
};

/// Of very many milestones that move and need each other not all is told and not all is followed, so that it takes no
/// more time and memory than a fixed number of needs: each impact says what it leaves out.
/// @param changes  what differs between the two states, with renames joined
/// @param plans    what is known of the moves among them
/// @param today    what is late is late on this day, in both states
Impacts impacts(Records const& before, Records const& after, std::span<Change const> changes,
                std::span<NetMove const> plans, Day today);

}  // namespace sss
