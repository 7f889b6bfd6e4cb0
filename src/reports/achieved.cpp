#include "reports/achieved.hpp"

#include <algorithm>
#include <functional>
#include <ranges>

namespace sss {

namespace {

MemberChange const* member(Change const& change, std::string_view key)
{
    auto const found = std::ranges::find(change.members, key, &MemberChange::key);
    return found == change.members.end() ? nullptr : &*found;
}

/// The period's steps of the record that bears this id at the end, the last first, whatever it was called before; no
/// further back than to where it was added.
std::vector<Change const*> steps_back(ReportBasis const& basis, std::string id)
{
    std::vector<Change const*> found;
    for (auto const& step : std::views::reverse(basis.steps)) {
        if (step.record.id != id || step.record.kind->name != "milestone") continue;
        // One commit may let two records change names.
        if (!found.empty() && found.back()->commit == step.commit) continue;
        found.push_back(&step);
        if (step.type == ChangeType::added) break;
        if (!step.former_id.empty()) id = step.former_id;
    }
    return found;
}

/// The step that wrote down that the milestone was reached, if it lies in the period: the last one after which it has
/// stayed reached.
Change const* step_of_reaching(std::vector<Change const*> const& steps)
{
    for (auto const* step : steps) {
        if (step->type == ChangeType::added) return find(*step->content, "actual") != nullptr ? step : nullptr;
        auto const* actual = member(*step, "actual");
        if (actual != nullptr && actual->to && !actual->from) return step;
    }
    return nullptr;
}

/// Whether the period has brought it: by commit time, or where that does not tell, by the day.
bool reached_here(ReportBasis const& basis, Milestone const& milestone)
{
    auto const last = milestone.actual->last();
    if (basis.from_dates_only()) return basis.input.period.contains(last);
    auto const* before = basis.before(milestone.id);
    if (before == nullptr || !before->reached()) return true;
    // A day of the import that is known only roughly may end after the period: no later one would tell of it.
    return basis.input.first_commit_here && basis.input.period.first <= last;
}

std::optional<Date> date_of(std::optional<Value> const& value)
{
    if (!value || value->text() == nullptr) return std::nullopt;
    auto const parsed = parse_date(*value->text());
    auto const* date = std::get_if<Date>(&parsed);
    return date != nullptr ? std::optional{*date} : std::nullopt;
}

/// Who records that a thing was done often makes the plan agree with it in the same commit: that plan proves nothing,
/// the one before it does.
std::optional<Date> plan_before(Milestone const& milestone, std::vector<Change const*> const& steps,
                                Change const* reaching)
{
    auto plan = milestone.planned;
    if (reaching == nullptr) return plan;
    for (auto const* step : steps) {
        if (auto const* planned = member(*step, "planned")) plan = date_of(planned->from);
        if (step == reaching) break;
    }
    return plan;
}

/// Among those of one day a launch comes before the separation that needs it, whatever their ids.
void put_needs_first(std::vector<Achieved>& found, State const& state)
{
    auto const needs = [&](Achieved const& entry, Achieved const& other) {
        auto const* milestone = state.milestone(entry.id);
        return milestone != nullptr &&
               std::ranges::find(milestone->depends_on, other.id) != milestone->depends_on.end();
    };
    for (auto day = found.begin(); day != found.end();) {
        auto const end =
            std::find_if(day, found.end(), [&](Achieved const& one) { return one.on.last() != day->on.last(); });
        for (auto at = day; at != end; ++at) {
            // The first that needs none of those behind it; of a circle, whichever stands first.
            auto const next = std::find_if(
                at, end, [&](Achieved const& one) { return std::none_of(at, end, std::bind_front(needs, one)); });
            if (next != end) std::rotate(at, next, next + 1);
        }
        day = end;
    }
}

}  // namespace

std::vector<Achieved> achieved(ReportBasis const& basis)
{
    std::vector<Achieved> found;
    for (auto const& milestone : basis.state.milestones) {
        if (!milestone.reached() || milestone.cancelled) continue;
        if (!reached_here(basis, milestone)) continue;
        auto const last = milestone.actual->last();
        auto const steps = steps_back(basis, milestone.id);
        auto const* step = step_of_reaching(steps);

        Achieved entry{milestone.id,
                       milestone.title,
                       milestone.satellite,
                       basis.owner_name(milestone),
                       *milestone.actual,
                       milestone.outcome,
                       std::nullopt,
                       std::nullopt,
                       false,
                       std::nullopt,
                       std::nullopt};
        if (auto const plan = plan_before(milestone, steps, step)) entry.against_plan = slip(*plan, *milestone.actual);
        if (milestone.baseline) entry.against_baseline = slip(*milestone.baseline, *milestone.actual);
        if (step != nullptr) {
            entry.source = basis.source(step->commit);
            entry.before_period = last < basis.input.period.first;
            entry.days_until_recorded = static_cast<int>((entry.source->day - last).count());
        }
        found.push_back(std::move(entry));
    }
    std::ranges::stable_sort(found, [](Achieved const& a, Achieved const& b) { return before(a.on, b.on); });
    put_needs_first(found, basis.state);
    return found;
}

std::vector<Reopened> reopened(ReportBasis const& basis)
{
    std::vector<Reopened> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone" || change.type != ChangeType::changed) continue;
        if (!basis.tells_of(change)) continue;
        auto const* actual = member(change, "actual");
        if (actual == nullptr || actual->to) continue;
        if (auto const was = date_of(actual->from))
            found.push_back({change.record.id, change.title, *was, basis.source(actual->commit)});
    }
    return found;
}

}  // namespace sss
