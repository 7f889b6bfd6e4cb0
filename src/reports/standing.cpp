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
    if (basis.nothing_before()) return std::nullopt;
    Standing before;
    Standing after;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone") continue;
        auto const add = [&](Standing& to, Belongs const& part, std::optional<Table> const& fields) {
            if (!fields) return;
            auto const milestone = read_milestone(change.record.id, *fields);
            // Before and after may belong to different parts: what changes hands leaves the one and joins the other.
            if (!milestone.date_unreadable && part.kind("milestone") && part.part(milestone)) count(to, milestone);
        };
        add(before, basis.belonged(), fields_before(basis, change));
        add(after, basis.belongs, fields_after(basis, change));
    }
    if (basis.belonged_then && basis.belongs.kind("milestone"))
        for (auto const& milestone : basis.whole.milestones) {
            if (basis.milestones_before.contains(milestone.id)) continue;
            // It stayed as it was, and its satellite or organisation came or went.
            auto const belonged = basis.belonged().part(milestone);
            auto const belongs = basis.belongs.part(milestone);
            if (belonged != belongs) count(belonged ? before : after, milestone);
        }
    return Standing::Since{after.reached - before.reached, after.total - before.total};
}

}  // namespace

Expected expected(ReportBasis const& basis, Milestone const& milestone)
{
    return {milestone.id,      milestone.title,   milestone.satellite, basis.owner_name(milestone),
            milestone.planned, milestone.baseline};
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
    if (next != nullptr) found.next = expected(basis, *next);
    found.since_start = since_start(basis);
    return found;
}

}  // namespace sss
