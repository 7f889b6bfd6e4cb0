#include "facts/report/standing.hpp"

#include <algorithm>

namespace sss {

namespace {

void count(Standing& standing, Milestone const& milestone)
{
    if (!milestone.counts()) {
        auto& why = milestone.cancelled ? standing.cancelled : milestone.dropped ? standing.dropped : standing.repeated;
        ++why;
        return;
    }
    ++standing.total.count;
    standing.total.weight += milestone.weight;
    if (!milestone.reached()) return;
    ++standing.reached.count;
    standing.reached.weight += milestone.weight;
}

Tally operator-(Tally const& a, Tally const& b)
{
    return {a.count - b.count, a.weight - b.weight};
}

/// The totals of both ends are counted alike, so that those of neighbouring periods add up: a satellite that is given
/// up takes milestones with it of which no record changes.
std::optional<Standing::Since> since_start(ReportBasis const& basis, Standing const& now)
{
    if (basis.nothing_before()) return std::nullopt;
    Standing then;
    auto const& part = basis.belonged();
    if (part.kind(kinds::milestone))
        for (auto const& milestone : state_when_begun(basis).milestones)
            if (!milestone.date_unreadable && part.part(milestone)) count(then, milestone);
    return Standing::Since{now.reached - then.reached, now.total - then.total};
}

bool has_no_plan(ReportBasis const& basis, Satellite const& satellite)
{
    if (satellite.cancelled) return false;
    return std::ranges::none_of(basis.milestones_of(satellite), [](Milestone const* one) {
        auto const flown = one->type == "launch" && one->held() && one->repeated_by.empty();
        return flown || one->open();
    });
}

}  // namespace

Expected expected(ReportBasis const& basis, Milestone const& milestone)
{
    auto const open = milestone.open();
    return {milestone.id,
            milestone.title,
            milestone.satellite,
            basis.owner_name(milestone),
            open ? milestone.plan_ahead() : milestone.planned,
            milestone.baseline,
            open && milestone.failed() ? milestone.actual : std::nullopt,
            std::string{kinds::milestone},
            milestone.not_before};
}

Standing standing(ReportBasis const& basis)
{
    Standing found;
    Milestone const* next = nullptr;
    for (auto const& milestone : basis.state.milestones) {
        count(found, milestone);
        auto const plan = milestone.open() ? milestone.plan_ahead() : std::nullopt;
        if (!plan || is_late(*plan, basis.input.today)) continue;
        auto const sooner = next == nullptr || before(*plan, *next->plan_ahead());
        // Of one day, what is needed comes first.
        auto const needed = next != nullptr && !before(*next->plan_ahead(), *plan) &&
                            std::ranges::find(next->depends_on, milestone.id) != next->depends_on.end();
        if (sooner || needed) next = &milestone;
    }
    if (next != nullptr) found.next = expected(basis, *next);
    for (auto const& satellite : basis.state.satellites)
        if (has_no_plan(basis, satellite)) ++found.satellites_without_plan;
    found.since_start = since_start(basis, found);
    return found;
}

}  // namespace sss
