#include "reports/plans.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

Plans plans(ReportBasis const& basis)
{
    Plans found;
    auto const today = basis.input.today;
    for (auto const& milestone : basis.state.milestones) {
        if (!milestone.open()) continue;
        auto entry = expected(basis, milestone);
        if (!milestone.planned) {
            if (!basis.from_dates_only()) found.undated.push_back(std::move(entry));
        } else if (is_late(*milestone.planned, today)) {
            auto const days = static_cast<int>((today - milestone.planned->last()).count());
            if (!basis.from_dates_only()) found.overdue.push_back({std::move(entry), days});
        } else if (milestone.planned->first() <= basis.horizon()) {
            found.coming_up.push_back(std::move(entry));
        }
    }
    std::ranges::stable_sort(found.coming_up,
                             [](auto const& a, auto const& b) { return before(*a.planned, *b.planned); });
    std::ranges::stable_sort(found.overdue, [](Late const& a, Late const& b) { return a.days > b.days; });
    std::ranges::stable_sort(found.undated, {}, &Expected::satellite);
    return found;
}

}  // namespace sss
