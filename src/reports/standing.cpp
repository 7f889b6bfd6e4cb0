#include "reports/standing.hpp"

namespace sss {

namespace {

void count(Standing& standing, Milestone const& milestone)
{
    if (milestone.cancelled) {
        ++standing.cancelled;
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

std::optional<Standing::Since> since_start(ReportBasis const& basis)
{
    if (basis.from_dates_only() || basis.input.first_commit_here) return std::nullopt;
    Standing before;
    Standing after;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone") continue;
        auto const add = [&](Standing& to, std::optional<Table> const& fields) {
            if (!fields) return;
            auto const milestone = read_milestone(change.record.id, *fields);
            if (!milestone.date_unreadable) count(to, milestone);
        };
        add(before, fields_before(basis, change));
        add(after, fields_after(basis, change));
    }
    return Standing::Since{after.reached - before.reached, after.total - before.total};
}

}  // namespace

Expected expected(State const& state, Milestone const& milestone)
{
    return {milestone.id,        milestone.title,
            milestone.satellite, milestone.owner.empty() ? std::string{} : state.organisation(milestone.owner),
            milestone.planned,   milestone.baseline};
}

Standing standing(ReportBasis const& basis)
{
    Standing found;
    Milestone const* next = nullptr;
    for (auto const& milestone : basis.state.milestones) {
        count(found, milestone);
        if (!milestone.open() || !milestone.planned || is_late(*milestone.planned, basis.input.today)) continue;
        if (next == nullptr || before(*milestone.planned, *next->planned)) next = &milestone;
    }
    if (next != nullptr) found.next = expected(basis.state, *next);
    found.since_start = since_start(basis);
    return found;
}

}  // namespace sss
