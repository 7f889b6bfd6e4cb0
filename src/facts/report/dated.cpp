#include "facts/report/dated.hpp"

#include <algorithm>
#include <ranges>

namespace sss {

namespace {

/// What a step writes of a milestone; what it leaves alone or takes away is absent.
Milestone written_by(Change const& step, Zone const& zone)
{
    if (step.type == ChangeType::added) return read_milestone(step.record.id, *step.content, zone);
    Table fields;
    for (auto const& member : step.members)
        if (member.to) fields.push_back({member.key, {}, *member.to});
    return read_milestone(step.record.id, fields, zone);
}

/// The plan that a step takes away: none is left, or one with an open end.
std::optional<Date> plan_taken_by(Change const& step, Zone const& zone)
{
    Table fields;
    for (auto const& member : step.members)
        if (member.key == "planned" && member.from) fields.push_back({member.key, {}, *member.from});
    return written_by(step, zone).planned ? std::nullopt : read_milestone(step.record.id, fields, zone).planned;
}

}  // namespace

std::optional<PlanGiven> plan_given(ReportBasis const& basis, std::string_view id)
{
    auto const steps = basis.milestone_steps.find(id);
    if (steps == basis.milestone_steps.end()) return std::nullopt;
    auto const* before = basis.before(id);
    if (before != nullptr && (before->planned || before->date_unreadable)) return std::nullopt;
    auto reached = before != nullptr && before->reached();
    for (auto const* step : steps->second) {
        auto const written = written_by(*step, basis.input.zone);
        reached = reached || written.reached();
        if (written.planned) return PlanGiven{step->commit, reached};
    }
    return std::nullopt;
}

std::vector<Dated> newly_dated(ReportBasis const& basis)
{
    std::vector<Dated> found;
    for (auto const& [id, steps] : basis.milestone_steps) {
        auto const* milestone = basis.state.milestone(id);
        auto const* before = basis.before(id);
        if (milestone == nullptr || before == nullptr || !milestone->planned || milestone->cancelled) continue;
        auto const given = plan_given(basis, id);
        if (!given || given->reached) continue;
        found.push_back({id, milestone->title, milestone->satellite, basis.owner_name(*milestone), *milestone->planned,
                         before->baseline ? std::nullopt : milestone->baseline, false, basis.source(given->commit)});
    }
    std::ranges::stable_sort(found, [](Dated const& a, Dated const& b) { return before(a.date, b.date); });
    return found;
}

std::vector<Undated> newly_undated(ReportBasis const& basis)
{
    std::vector<Undated> found;
    for (auto const& [id, steps] : basis.milestone_steps) {
        auto const* milestone = basis.state.milestone(id);
        auto const* before = basis.before(id);
        if (milestone == nullptr || before == nullptr || !before->planned || milestone->planned) continue;
        if (!milestone->open() || milestone->date_unreadable) continue;
        for (auto const* step : std::views::reverse(steps)) {
            auto dropped = plan_taken_by(*step, basis.input.zone);
            if (step->type == ChangeType::added) dropped = before->planned;  // removed, and put back without it
            if (!dropped) continue;
            found.push_back({id, milestone->title, milestone->satellite, basis.owner_name(*milestone), *dropped,
                             basis.source(step->commit), milestone->not_before});
            break;
        }
    }
    return found;
}

}  // namespace sss
