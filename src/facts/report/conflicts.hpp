#pragma once

#include "facts/order.hpp"
#include "facts/report/standing.hpp"

namespace sss {

/// An open milestone that now starts before one that it needs, and that is still open, ends. Judged as the rule
/// `dependency-order` and `sss diff` judge; where both dates are known to the day, a start within what is needed counts
/// too.
struct Conflict {
    Expected milestone;  ///< the one that starts too early
    Expected needed;     ///< the one that it needs; of several the one that ends last
    std::vector<std::string>
        path;  ///< ids from the one to the other where undated ones lie between; both ends included
    Order order = Order::too_early;  ///< or overlapping
    int margin = 0;                  ///< days from the last day of the needed one to its own first: negative
    bool exact = false;              ///< otherwise the margin is the least that it can be
    bool is_new = false;             ///< it did not stand when the period began
};

/// New ones first, then the least margin. A conflict belongs where the one that starts too early belongs.
std::vector<Conflict> conflicts(ReportBasis const& basis);

}  // namespace sss
