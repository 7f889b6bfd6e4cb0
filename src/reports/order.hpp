#pragma once

#include "programme/date.hpp"
#include "reports/state.hpp"

#include <optional>

namespace sss {

/// How a milestone stands to one that it needs.
enum class Order {
    too_early,    ///< it surely comes before what it needs
    in_order,     ///< it begins after what it needs has ended
    overlapping,  ///< both are exact, and it begins before what it needs has ended
    unknown,      ///< one of the two is known too roughly to tell
    undated,      ///< it has no date
    unreadable,   ///< its date, or its record, cannot be read
};

/// How a date stands to the date of what is needed.
struct Precedence {
    Order order = Order::undated;
    int margin = 0;      ///< days from the last day of the needed one to the first day of the one that needs it
    bool exact = false;  ///< both dates are: otherwise the margin is the least that it can be
};

Precedence precedence(Date const& needing, Date const& needed);

/// Known to the day at both ends, and not said with "about".
bool exact(Date const& date);

/// When it was reached, or is expected; nothing for one that is undated, unreadable or given up.
std::optional<Date> expected_on(Milestone const& milestone);

}  // namespace sss
