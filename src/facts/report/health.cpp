#include "facts/report/health.hpp"

#include <algorithm>

namespace sss {

namespace {

bool beyond(Slip const& slip, int tolerance)
{
    return !slip.within && slip.days > tolerance;
}

/// How far an open milestone stands behind its baseline: at least until today, where its plan has passed or it has
/// none.
std::optional<Slip> after_baseline(Milestone const& milestone, Day today)
{
    if (!milestone.baseline) return std::nullopt;
    auto const plan = milestone.plan_ahead();
    auto const passed = !plan || is_late(*plan, today);
    return slip(*milestone.baseline, passed ? Date::of(today) : *plan);
}

void judge_open(Health& health, ReportBasis const& basis, Milestone const& milestone)
{
    ++health.open;
    auto const plan = milestone.plan_ahead();
    if (!plan && !milestone.baseline) {
        ++health.unjudged;
        return;
    }
    if (!milestone.baseline) ++health.without_baseline;
    Behind behind{expected(basis, milestone), false, std::nullopt};
    behind.overdue = plan && is_late(*plan, basis.input.today);
    if (auto const slip = after_baseline(milestone, basis.input.today); slip && beyond(*slip, health.tolerance_days))
        behind.after_baseline = slip;
    if (behind.overdue) ++health.overdue;
    if (behind.after_baseline) ++health.after_baseline;
    if (behind.overdue || behind.after_baseline) health.behind.push_back(std::move(behind));
}

}  // namespace

Schedule verdict(int open, int judged, int behind)
{
    if (open == 0) return Schedule::nothing_open;
    if (judged == 0) return Schedule::unknown;
    if (behind == 0) return Schedule::on_schedule;
    return behind * 2 < judged ? Schedule::partly_behind : Schedule::behind;
}

Health health(ReportBasis const& basis)
{
    Health found;
    found.tolerance_days = basis.input.settings.tolerance_days;
    found.verdict = Schedule::unknown;
    if (basis.from_dates_only()) return found;
    for (auto const& milestone : basis.state.milestones) {
        if (milestone.open()) judge_open(found, basis, milestone);
        if (!milestone.reached() || !milestone.counts() || !milestone.baseline) continue;
        ++found.reached_with_baseline;
        if (beyond(slip(*milestone.baseline, *milestone.actual), found.tolerance_days)) ++found.reached_late;
    }
    found.verdict = verdict(found.open, found.judged(), static_cast<int>(found.behind.size()));
    std::ranges::stable_sort(found.behind, [](Behind const& a, Behind const& b) {
        auto const days = [](Behind const& one) { return one.after_baseline ? one.after_baseline->days : 0; };
        return days(a) > days(b);
    });
    return found;
}

}  // namespace sss
