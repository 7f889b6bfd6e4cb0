#include "reports/order.hpp"

namespace sss {

bool exact(Date const& date)
{
    return date.precision() <= Precision::day && date.first_precision() <= Precision::day && !date.approximate();
}

Precedence precedence(Date const& needing, Date const& needed)
{
    Precedence found;
    found.margin = static_cast<int>((needing.first() - needed.last()).count());
    found.exact = exact(needing) && exact(needed);
    found.order = surely_before(needing, needed) ? Order::too_early
                  : found.margin >= 0            ? Order::in_order
                  : found.exact                  ? Order::overlapping
                                                 : Order::unknown;
    return found;
}

std::optional<Date> expected_on(Milestone const& milestone)
{
    if (milestone.cancelled || milestone.date_unreadable) return std::nullopt;
    return milestone.actual ? milestone.actual : milestone.planned;
}

}  // namespace sss
