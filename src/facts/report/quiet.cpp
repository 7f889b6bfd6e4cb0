#include "facts/report/quiet.hpp"

#include <algorithm>

namespace sss {

FellDue fell_due(ProgressReport const& report)
{
    FellDue found;
    auto const days = static_cast<int>((report.today - report.period.first).count()) + 1;
    auto const here = [days](int days_late) { return days_late > 0 && days_late <= days; };
    for (auto const& late : report.plans.overdue)
        if (here(late.days)) found.planned.push_back(&late);
    for (auto const& owner : report.actions.open)
        for (auto const& action : owner.open)
            if (here(action.overdue)) found.actions.push_back(&action);
    return found;
}

bool nothing_new(ProgressReport const& report)
{
    if (!report.quiet || report.unreadable_versions > 0) return false;
    auto const due = fell_due(report);
    return due.planned.empty() && due.actions.empty();
}

}  // namespace sss
