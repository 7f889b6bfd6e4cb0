#include "facts/order.hpp"

#include <functional>
#include <map>
#include <queue>
#include <set>

namespace sss {

std::vector<std::vector<std::size_t>> needs_among(StandardRecords const& state,
                                                  std::vector<std::string_view> const& ids)
{
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (!ids[i].empty()) places.emplace(ids[i], i);
    std::vector<std::vector<std::size_t>> needs(ids.size());
    for (auto const& [id, place] : places) {
        auto const* milestone = state.milestone(id);
        if (milestone == nullptr) continue;
        for (auto const& needed : milestone->depends_on)
            if (auto const found = places.find(needed); found != places.end() && found->second != place)
                needs[place].push_back(found->second);
    }
    return needs;
}

std::vector<std::size_t> needs_first(std::vector<std::vector<std::size_t>> const& needs)
{
    auto const size = needs.size();
    std::vector<std::size_t> waits(size), order;
    std::vector<std::vector<std::size_t>> needed_by(size);
    std::vector<bool> told(size);
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free;
    for (std::size_t i = 0; i < size; ++i) {
        waits[i] = needs[i].size();
        for (auto const other : needs[i]) needed_by[other].push_back(i);
        if (waits[i] == 0) free.push(i);
    }
    std::size_t stuck = 0;  // before it all are told
    while (order.size() < size) {
        while (free.empty() && told[stuck]) ++stuck;
        auto const next = free.empty() ? stuck : free.top();
        if (!free.empty()) free.pop();
        if (told[next]) continue;
        told[next] = true;
        order.push_back(next);
        for (auto const other : needed_by[next])
            if (--waits[other] == 0) free.push(other);
    }
    return order;
}

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

std::optional<Date> satisfied_on(Milestone const& milestone)
{
    return milestone.failed() && !milestone.cancelled ? milestone.plan_ahead() : expected_on(milestone);
}

Milestone const& standing_for(Milestone const& milestone,
                              std::function<Milestone const*(std::string const&)> const& find)
{
    auto const* found = &milestone;
    std::set<Milestone const*> seen{found};
    while (!found->repeated_by.empty()) {
        auto const* next = find(found->repeated_by);
        if (next == nullptr || !seen.insert(next).second) break;
        found = next;
    }
    return *found;
}

std::optional<Date> expected_on(Milestone const& milestone)
{
    if (milestone.cancelled || milestone.dropped || milestone.date_unreadable) return std::nullopt;
    return milestone.actual ? milestone.actual : milestone.planned;
}

}  // namespace sss
