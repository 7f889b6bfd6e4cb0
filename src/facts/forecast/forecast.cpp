#include "facts/forecast/forecast.hpp"

#include "facts/order.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace sss {

namespace {

using std::chrono::days;

ReferenceClass reference_class(std::span<PlanPast const> pasts, Day today)
{
    ReferenceClass found;
    for (auto const& past : pasts) {
        auto const* now = past.on(today);
        if (now == nullptr || now->how == Stood::open || now->how == Stood::removed || now->how == Stood::failed)
            continue;
        auto until = past.standing_so_since(today) - days{1};
        if (now->how == Stood::reached && !now->actual) {
            ++found.unreadable;
            continue;
        }
        if (now->how == Stood::reached) until = std::min(until, now->actual->last());
        auto const had_plan = first_within(past, any_horizon, until, today).has_value();
        if (now->how == Stood::cancelled)
            found.cancelled += had_plan ? 1 : 0;
        else if (is_rough(*now->actual))
            ++found.rough;
        else
            ++(had_plan ? found.cases : found.without_plan);
    }
    return found;
}

NoRange why_none(Milestone const& milestone)
{
    if (milestone.cancelled || milestone.dropped) return NoRange::cancelled;
    if (milestone.date_unreadable) return NoRange::unreadable;
    if (milestone.reached()) return NoRange::reached;
    return milestone.plan_ahead() ? NoRange::too_few : NoRange::undated;
}

MilestoneForecast forecast(std::span<PlanPast const> pasts, Milestone const& milestone, Day today, int percent)
{
    MilestoneForecast one;
    one.id = milestone.id;
    one.title = milestone.title;
    one.type = milestone.type;
    one.satellite = milestone.satellite;
    one.plan = milestone.open() ? milestone.plan_ahead() : milestone.planned;
    one.not_before = milestone.not_before;
    one.actual = milestone.reached() ? milestone.actual : std::nullopt;
    one.why = why_none(milestone);
    if (one.why != NoRange::too_few) return one;
    auto const& plan = *one.plan;
    one.days_ahead = static_cast<int>((plan.last() - today).count());
    one.horizon = horizon_of(plan, today);
    auto const cases = like_cases(pasts, today, plan);
    one.cases = static_cast<int>(cases.slips.size());
    one.cancelled = cases.cancelled;
    one.range = range_of(cases, plan, percent);
    if (one.range)
        one.open_beyond = static_cast<int>(
            std::ranges::count_if(cases.open, [&](int slip) { return plan.last() + days{slip} > one.range->last; }));
    return one;
}

/// Open ones by plan, undated ones after them, settled ones last.
bool told_before(MilestoneForecast const& a, MilestoneForecast const& b)
{
    if (a.open() != b.open()) return a.open();
    if (!a.plan || !b.plan) return a.plan.has_value() && !b.plan;
    return before(*a.plan, *b.plan);
}

bool among(std::vector<std::string> const& wanted, std::string const& value)
{
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

std::size_t Forecasts::open() const
{
    return static_cast<std::size_t>(std::ranges::count_if(milestones, &MilestoneForecast::open));
}

std::size_t Forecasts::with_range() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(milestones, [](MilestoneForecast const& one) { return one.range.has_value(); }));
}

Forecasts forecasts(std::span<PlanPast const> pasts, StandardRecords const& state, Day today, int percent)
{
    Forecasts all;
    all.today = today;
    all.percent = percent;
    for (auto const& milestone : state.milestones)
        if (milestone.repeated_by.empty())  // else the one that repeats it is foretold
            all.milestones.push_back(forecast(pasts, milestone, today, percent));
    std::ranges::stable_sort(all.milestones, told_before);
    put_needs_first(
        all.milestones, state,
        [](MilestoneForecast const& one) {
            return std::pair{one.open(), one.plan ? std::optional{one.plan->last()} : std::nullopt};
        },
        [](MilestoneForecast const& one) { return std::string_view{one.id}; });
    all.reference = reference_class(pasts, today);
    all.back_test = back_test(pasts, today, percent);
    for (auto& range : all.back_test.ranges)
        if (auto const* milestone = state.milestone(range.id)) range.title = milestone->title;
    all.left_out = state.left_out;
    return all;
}

bool ForecastFilter::admits(MilestoneForecast const& one) const
{
    return (!wanted || wanted->contains(one.id)) && among(ids, one.id) && among(satellites, one.satellite) &&
           among(types, one.type);
}

void narrow(Forecasts& all, ForecastFilter const& filter)
{
    std::erase_if(all.milestones, [&](MilestoneForecast const& one) { return !filter.admits(one); });
    std::set<std::string, std::less<>> kept;
    for (auto const& one : all.milestones) kept.insert(one.id);
    if (filter.any())
        std::erase_if(all.back_test.ranges, [&](PastRange const& range) { return !kept.contains(range.id); });
    if (filter.ids.empty()) std::erase_if(all.milestones, [](MilestoneForecast const& one) { return !one.open(); });
}

}  // namespace sss
