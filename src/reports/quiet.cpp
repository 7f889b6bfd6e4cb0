#include "reports/quiet.hpp"

#include <algorithm>

namespace sss {

bool nothing_new(ProgressReport const& report)
{
    if (!report.quiet || report.unreadable_versions > 0) return false;
    auto const days = static_cast<int>((report.today - report.period.first).count()) + 1;
    auto const fell_due = [days](int days_late) { return days_late > 0 && days_late <= days; };
    return std::ranges::none_of(report.plans.overdue, [&](Late const& late) { return fell_due(late.days); }) &&
           std::ranges::none_of(report.actions.open, [&](OwnersActions const& owner) {
               return std::ranges::any_of(owner.open,
                                          [&](ActionStanding const& action) { return fell_due(action.overdue); });
           });
}

}  // namespace sss
