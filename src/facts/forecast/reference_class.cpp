#include "facts/forecast/reference_class.hpp"

#include <algorithm>
#include <cstdlib>

namespace sss {

namespace {

using std::chrono::days;

/// As far ahead as this plan, or less by under half of it.
Window like(Day today, Date const& plan)
{
    auto const ahead = static_cast<int>((plan.last() - today).count());
    auto const less = std::max(0, (std::abs(ahead) - 1) / 2);
    return {ahead - less, ahead, is_rough(plan)};
}

/// Dates beyond the year 9999 cannot be said.
Day sayable(Day day)
{
    constexpr Day last{std::chrono::year{9999} / 12 / 31};
    return std::min(day, last);
}

}  // namespace

LikeCases like_cases(std::span<PlanPast const> pasts, Day today, Date const& plan)
{
    auto const window = like(today, plan);
    LikeCases found;
    for (auto const& past : pasts) {
        auto const* now = past.on(today);
        if (now == nullptr || now->how == Stood::removed || now->how == Stood::failed) continue;
        auto until = now->how == Stood::open ? today : past.standing_so_since(today) - days{1};
        if (now->how == Stood::reached) {
            if (!now->actual || is_rough(*now->actual)) continue;
            until = std::min(until, now->actual->last());
        }
        auto const stood = first_within(past, window, until, today);
        if (!stood) continue;
        auto const end = now->how == Stood::reached ? now->actual->last() : today;
        auto const slip = static_cast<int>((end - stood->plan.last()).count());
        if (now->how == Stood::cancelled)
            ++found.cancelled;
        else
            (now->how == Stood::reached ? found.slips : found.open).push_back(slip);
    }
    std::ranges::sort(found.slips);
    std::ranges::sort(found.open);
    return found;
}

std::optional<ForecastRange> range_of(LikeCases const& cases, Date const& plan, int percent)
{
    auto const count = static_cast<int>(cases.slips.size());
    if (count < fewest_cases) return std::nullopt;
    auto const rank = std::max(1, (100 - percent) * (count + 1) / 200);
    auto const at = [&](int place) {  // from 1
        return sayable(plan.last() + days{cases.slips[static_cast<std::size_t>(place - 1)]});
    };
    return ForecastRange{at(rank), at((count + 2) / 2), at(count + 1 - rank), count, rank};
}

}  // namespace sss
