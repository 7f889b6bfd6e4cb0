#include "reports/new_milestones.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

std::vector<NewMilestone> new_milestones(ReportBasis const& basis)
{
    std::vector<NewMilestone> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone" || change.type != ChangeType::added) continue;
        auto const* milestone = basis.state.milestone(change.record.id);
        if (milestone == nullptr) continue;
        found.push_back(
            {expected(basis, *milestone), milestone->reached(), milestone->cancelled, basis.source(change.commit)});
    }
    std::ranges::stable_sort(found, [](NewMilestone const& a, NewMilestone const& b) {
        auto const rank = [](NewMilestone const& one) {
            return std::tuple{one.reached || one.cancelled, !one.milestone.planned.has_value()};
        };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        if (a.milestone.planned && b.milestone.planned) {
            if (before(*a.milestone.planned, *b.milestone.planned)) return true;
            if (before(*b.milestone.planned, *a.milestone.planned)) return false;
        }
        return a.milestone.id < b.milestone.id;
    });
    return found;
}

}  // namespace sss
