#include "facts/chart/action_flow.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sss {

namespace {

using std::chrono::days;

void cut(ActionFlow& flow, Period const& period)
{
    if (auto const* stood = flow.at(period.first - days{1})) flow.before = *stood;
    if (auto const* stood = flow.at(period.first); stood != nullptr && stood->day < period.first) {
        auto first = *stood;
        first.day = period.first;
        std::erase_if(flow.points, [&](ActionPoint const& point) { return point.day <= period.first; });
        flow.points.insert(flow.points.begin(), first);
    }
    std::erase_if(flow.points,
                  [&](ActionPoint const& point) { return point.day < period.first || period.last < point.day; });
    auto const end = std::min(period.last, flow.today);
    if (!flow.points.empty() && flow.points.back().day < end) {
        auto last = flow.points.back();
        last.day = end;
        flow.points.push_back(last);
    }
}

}  // namespace

ActionPoint const* ActionFlow::at(Day day) const
{
    auto const after = std::ranges::upper_bound(points, day, {}, &ActionPoint::day);
    return after == points.begin() ? nullptr : &*(after - 1);
}

ActionFlow action_flow(ChartInput const& input)
{
    ActionFlow flow{input.today, input.period, {}, {}, {}, 0, 0, 0};
    std::map<Day, ActionPoint> changes;  // what each day adds
    std::map<std::string, OwnerOpen> owners;
    for (auto const& meeting : input.state.meetings)
        for (auto const& action : meeting.actions) {
            if (input.takes_action && !input.takes_action(meeting, action)) continue;
            auto const overdue_now = !action.closed && action.due && is_late(*action.due, input.today);
            if (!action.closed) {
                auto& owner = owners[action.owner];
                owner.owner = action.owner;
                owner.name = action.owner.empty() ? std::string{} : input.state.organisation(action.owner);
                ++owner.open;
                owner.overdue += overdue_now ? 1 : 0;
                ++flow.open;
                flow.overdue += overdue_now ? 1 : 0;
            }
            if (!meeting.start) {
                flow.undated_open += action.closed ? 0 : 1;
                continue;
            }
            auto const opened = std::min(meeting.first(), input.today);
            ++changes[opened].opened;
            auto const end = action.closed
                                 ? std::optional{std::min(std::max(action.closed->last(), opened), input.today)}
                                 : std::nullopt;
            if (end) ++changes[*end].closed;
            if (!action.due) continue;
            auto const late = std::max(action.due->last() + days{1}, opened);
            if (input.today < late || (end && *end <= late)) continue;
            ++changes[late].overdue;
            if (end) --changes[*end].overdue;
        }
    ActionPoint sum;
    for (auto const& [day, change] : changes) {
        sum = {day, sum.opened + change.opened, sum.closed + change.closed, sum.overdue + change.overdue};
        flow.points.push_back(sum);
    }
    if (!flow.points.empty() && flow.points.back().day < input.today) {
        sum.day = input.today;
        flow.points.push_back(sum);
    }
    for (auto& [id, owner] : owners) flow.owners.push_back(std::move(owner));
    std::ranges::stable_sort(flow.owners, {}, [](OwnerOpen const& one) {
        return std::tuple{one.owner.empty(), -one.open, -one.overdue, one.name};
    });
    if (input.period) cut(flow, *input.period);
    return flow;
}

}  // namespace sss
