#include "facts/forecast/back_test.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace sss {

namespace {

using std::chrono::days;

constexpr std::array<Window, horizon_count> windows = {{
    {366, endless_days},
    {181, 365},
    {91, 180},
    {31, 90},
    {0, 30},
    {-30, -1},
    {-endless_days, -31},
}};

/// The last day on which the milestone was neither reached nor known to be settled.
Day last_open_day(PlanPast const& past, Day today)
{
    auto const& now = *past.on(today);
    if (now.how == Stood::open) return today;
    auto const day = past.standing_so_since(today) - days{1};
    return now.actual ? std::min(day, now.actual->last()) : day;
}

enum class Outcome { judged, unfinished, undecided };

Outcome judge(PastRange& given, PlanPast const& past, Day today)
{
    if (given.range.last >= today) return Outcome::unfinished;
    auto const& now = *past.on(today);
    if (now.how == Stood::reached) {
        given.actual = now.actual;
        return now.actual && !is_rough(*now.actual) ? Outcome::judged : Outcome::undecided;
    }
    auto const settled = now.how != Stood::open && past.standing_so_since(today) <= given.range.last;
    return settled ? Outcome::undecided : Outcome::judged;
}

void count(Holds& holds, PastRange const& range)
{
    ++holds.judged;
    holds.held += range.held() ? 1 : 0;
    holds.earlier += range.earlier() ? 1 : 0;
    holds.later += range.later() ? 1 : 0;
    holds.chances += range.range.chance();
}

}  // namespace

Horizon horizon_of(Date const& plan, Day today)
{
    auto const ahead = (plan.last() - today).count();
    auto const found = std::ranges::find_if(
        windows, [&](Window const& window) { return window.least <= ahead && ahead <= window.most; });
    return static_cast<Horizon>(found - windows.begin());
}

BackTest back_test(std::span<PlanPast const> pasts, Day today, int percent)
{
    BackTest test;
    test.today = today;
    for (auto const& past : pasts) {
        if (past.on(today) == nullptr) continue;
        auto const until = std::min(last_open_day(past, today), today - days{1});
        for (std::size_t i = 0; i < horizon_count; ++i) {
            auto const seen = first_written_within(past, windows[i], until);
            if (!seen) continue;
            auto const range = range_of(like_cases(pasts, seen->on, seen->plan), seen->plan, percent);
            if (!range) {
                ++test.too_few;
                continue;
            }
            PastRange given{past.id, past.id, seen->on, static_cast<Horizon>(i), seen->plan, *range, std::nullopt};
            switch (judge(given, past, today)) {
                case Outcome::judged: test.ranges.push_back(std::move(given)); break;
                case Outcome::unfinished: ++test.unfinished; break;
                case Outcome::undecided: ++test.undecided; break;
            }
        }
    }
    std::ranges::stable_sort(test.ranges, [](PastRange const& a, PastRange const& b) {
        return std::tuple{a.given, std::string_view{a.id}} < std::tuple{b.given, std::string_view{b.id}};
    });
    std::set<std::string_view> milestones;
    for (auto const& range : test.ranges) {
        milestones.insert(range.id);
        count(test.all, range);
        count(test.by_horizon[static_cast<std::size_t>(range.horizon)], range);
    }
    test.milestones = static_cast<int>(milestones.size());
    return test;
}

}  // namespace sss
