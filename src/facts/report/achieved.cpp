#include "facts/report/achieved.hpp"

#include "facts/order.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

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
        if (step.record.id != id || step.record.kind->name != kinds::milestone) continue;
        // One commit may let two records change names.
        if (!found.empty() && found.back()->commit == step.commit) continue;
        found.push_back(&step);
        if (step.type == ChangeType::added) break;
        if (!step.former_id.empty()) id = step.former_id;
    }
    return found;
}

bool says_failed(Value const& outcome)
{
    return outcome.string() != nullptr && (*outcome.string() == "failed" || *outcome.string() == "failure");
}

/// The step that wrote down that the milestone was reached, if it lies in the period: the last one after which it has
/// stayed reached.
Change const* step_of_reaching(std::vector<Change const*> const& steps)
{
    for (auto const* step : steps) {
        if (step->type == ChangeType::added) return find(*step->content, keys::actual) != nullptr ? step : nullptr;
        auto const* actual = member(*step, "actual");
        if (actual != nullptr && actual->to && !actual->from) return step;
        // What had failed is said to have been passed after all.
        auto const* outcome = member(*step, "outcome");
        if (outcome != nullptr && outcome->from && says_failed(*outcome->from) &&
            !(outcome->to && says_failed(*outcome->to)))
            return step;
    }
    return nullptr;
}

/// Whether the period has brought it: by commit time, or where that does not tell, by the day.
/// @param before  whether the record said so when the period began
bool learned_here(ReportBasis const& basis, Milestone const& milestone, bool before)
{
    auto const last = milestone.actual->last();
    if (basis.from_dates_only()) return basis.input.period.contains(last);
    if (!before) return true;
    // A day of the import that is known only roughly may end after the period: no later one would tell of it.
    return basis.input.first_commit_here && basis.input.period.first <= last;
}

/// Who records that a thing was done often makes the plan agree with it in the same commit: that plan proves nothing,
/// the one before it does.
std::optional<Date> plan_before(Milestone const& milestone, std::vector<Change const*> const& steps,
                                Change const* reaching, Zone const& zone)
{
    auto plan = milestone.planned;
    if (reaching == nullptr) return plan;
    for (auto const* step : steps) {
        if (auto const* planned = member(*step, "planned")) plan = date_of(planned->from, zone);
        if (step == reaching) break;
    }
    return plan;
}

}  // namespace

std::vector<Achieved> achieved(ReportBasis const& basis)
{
    std::vector<Achieved> found;
    for (auto const& milestone : basis.state.milestones) {
        if (!milestone.reached() || milestone.cancelled) continue;
        auto const* before = basis.before(milestone.id);
        if (!learned_here(basis, milestone, before != nullptr && before->reached())) continue;
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
        if (auto const plan = plan_before(milestone, steps, step, basis.input.zone))
            entry.against_plan = slip(*plan, *milestone.actual);
        if (milestone.baseline) entry.against_baseline = slip(*milestone.baseline, *milestone.actual);
        if (step != nullptr) {
            entry.source = basis.source(step->commit);
            entry.before_period = last < basis.input.period.first;
            entry.days_until_recorded = static_cast<int>((entry.source->day - last).count());
        }
        found.push_back(std::move(entry));
    }
    std::ranges::stable_sort(found, [](Achieved const& a, Achieved const& b) { return before(a.on, b.on); });
    put_needs_first(
        found, basis.whole, [](Achieved const& one) { return one.on.last(); },
        [](Achieved const& one) { return std::string_view{one.id}; });
    put_needs_first(
        found, basis.state, [](Achieved const& one) { return one.on.last(); },
        [](Achieved const& one) { return std::string_view{one.id}; });
    return found;
}

std::vector<Failed> failed(ReportBasis const& basis)
{
    std::vector<Failed> found;
    for (auto const& milestone : basis.state.milestones) {
        if (!milestone.failed() || milestone.cancelled) continue;
        auto const* before = basis.before(milestone.id);
        if (!learned_here(basis, milestone, before != nullptr && before->failed())) continue;
        Failed entry{milestone.id,
                     milestone.title,
                     milestone.satellite,
                     basis.owner_name(milestone),
                     milestone.type == "launch",
                     *milestone.actual,
                     milestone.repeated_by,
                     {},
                     std::nullopt,
                     false,
                     milestone.actual->last() < basis.input.period.first,
                     std::nullopt};
        if (auto const* again = basis.whole.milestone(milestone.repeated_by)) {
            entry.repeated_title = again->title;
            entry.repeated_on = again->held() ? again->actual : again->planned;
            entry.repeated_held = again->held();
        }
        for (auto const* step : steps_back(basis, milestone.id)) {
            auto const tells = step->type == ChangeType::added || member(*step, "outcome") || member(*step, "actual");
            if (!tells) continue;
            entry.source = basis.source(step->commit);
            break;
        }
        if (!entry.source) entry.before_period = false;
        found.push_back(std::move(entry));
    }
    std::ranges::stable_sort(found, [](Failed const& a, Failed const& b) { return before(a.on, b.on); });
    return found;
}

std::vector<Reopened> reopened(ReportBasis const& basis)
{
    std::vector<Reopened> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != kinds::milestone || change.type != ChangeType::changed) continue;
        if (!basis.tells_of(change)) continue;
        auto const* actual = member(change, "actual");
        if (actual == nullptr || actual->to) continue;
        // What had failed was open all the time.
        if (auto const* then = basis.before(change.record.id); then != nullptr && then->failed()) continue;
        if (auto const was = date_of(actual->from, basis.input.zone))
            found.push_back({change.record.id, change.title, *was, basis.source(actual->commit)});
    }
    return found;
}

}  // namespace sss
