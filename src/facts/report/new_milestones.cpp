#include "facts/report/new_milestones.hpp"

#include "facts/order.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// The step that added a record, where the net change names the last that touched it.
Change const& addition_of(ReportBasis const& basis, Change const& net)
{
    auto const steps = basis.milestone_steps.find(net.record.id);
    auto const known = steps != basis.milestone_steps.end() && steps->second.front()->type == ChangeType::added;
    return known ? *steps->second.front() : net;
}

}  // namespace

std::vector<NewMilestone> new_milestones(ReportBasis const& basis)
{
    std::vector<NewMilestone> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != kinds::milestone || change.type != ChangeType::added) continue;
        auto const* milestone = basis.state.milestone(change.record.id);
        if (milestone == nullptr) continue;
        auto const& addition = addition_of(basis, change);
        found.push_back({expected(basis, *milestone), milestone->reached(), milestone->cancelled,
                         basis.source(addition.commit),
                         read_milestone(milestone->id, *addition.content, basis.input.zone).planned,
                         milestone->dropped && !milestone->failed()});
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
    put_needs_first(
        found, basis.whole,
        [](NewMilestone const& one) {
            auto const& planned = one.milestone.planned;
            return std::pair{one.open(), planned ? std::optional{planned->last()} : std::nullopt};
        },
        [](NewMilestone const& one) { return std::string_view{one.milestone.id}; });
    return found;
}

}  // namespace sss
