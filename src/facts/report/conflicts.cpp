#include "facts/report/conflicts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace sss {

namespace {

/// One that a milestone needs, and through whom.
struct Need {
    Milestone const* milestone;
    std::vector<std::string> path;
};

/// The one that those wait for who need this one, or nullptr.
Milestone const* stand_in(ReportBasis const& basis, std::string const& id)
{
    auto const find = [&](std::string const& other) { return basis.whole.milestone(other); };
    auto const* needed = find(id);
    return needed != nullptr ? &standing_for(*needed, find) : nullptr;
}

/// What it needs and still waits for: those with a date, and behind the undated ones those that they need. What needs
/// itself waits for nothing that a date could tell.
std::vector<Need> open_needs(ReportBasis const& basis, Milestone const& milestone)
{
    std::vector<Need> found;
    std::vector<Need> way{{&milestone, {milestone.id}}};
    std::set<std::string_view> seen{milestone.id};
    while (!way.empty()) {
        auto const at = std::move(way.back());
        way.pop_back();
        for (auto const& id : at.milestone->depends_on) {
            auto const* needed = stand_in(basis, id);
            if (needed == nullptr || !needed->open() || !seen.insert(needed->id).second) continue;
            auto path = at.path;
            path.push_back(needed->id);
            (needed->plan_ahead() ? found : way).push_back({needed, std::move(path)});
        }
    }
    return found;
}

bool conflicting(Precedence const& precedence)
{
    return precedence.order == Order::too_early || precedence.order == Order::overlapping;
}

/// Whether it needed that one already when the period began, whatever the two were called then.
bool needed_before(ReportBasis const& basis, std::string const& id, std::string const& needed)
{
    auto const* was = basis.before(id);
    auto const* other = basis.before(needed);
    return was != nullptr && other != nullptr &&
           std::ranges::any_of(was->depends_on, [&](auto const& name) { return name == needed || name == other->id; });
}

/// Whether the two stood like that already when the period began.
bool stood_before(ReportBasis const& basis, Need const& need)
{
    for (std::size_t i = 0; i + 1 < need.path.size(); ++i)
        if (!needed_before(basis, need.path[i], need.path[i + 1])) return false;
    auto const mine = expected_on(*basis.before(need.path.front()));
    auto const theirs = expected_on(*basis.before(need.path.back()));
    return mine && theirs && conflicting(precedence(*mine, *theirs));
}

}  // namespace

std::vector<Conflict> conflicts(ReportBasis const& basis)
{
    std::vector<Conflict> found;
    if (basis.from_dates_only()) return found;
    for (auto const& milestone : basis.state.milestones) {
        auto const plan = milestone.open() ? milestone.plan_ahead() : std::nullopt;
        if (!plan) continue;
        std::optional<Need> worst;
        for (auto& need : open_needs(basis, milestone))
            if (conflicting(precedence(*plan, *need.milestone->plan_ahead())) &&
                (!worst || before(*worst->milestone->plan_ahead(), *need.milestone->plan_ahead())))
                worst = std::move(need);
        if (!worst) continue;
        auto const how = precedence(*plan, *worst->milestone->plan_ahead());
        found.push_back({expected(basis, milestone), expected(basis, *worst->milestone), worst->path, how.order,
                         how.margin, how.exact, !basis.nothing_before() && !stood_before(basis, *worst)});
    }
    std::ranges::stable_sort(found, [](Conflict const& a, Conflict const& b) {
        return std::tuple{!a.is_new, a.margin, std::string_view{a.milestone.id}} <
               std::tuple{!b.is_new, b.margin, std::string_view{b.milestone.id}};
    });
    return found;
}

}  // namespace sss
