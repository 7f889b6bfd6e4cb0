#include "history/promise_kept.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace sss {

std::string reported_period(std::string_view path)
{
    constexpr std::array<std::string_view, 5> endings{"txt", "md", "json", "html", "eml"};
    auto const name = path.substr(path.rfind('/') + 1);
    auto const point = name.find('.');
    if (point == std::string_view::npos) return {};
    // Between the period and the ending stands what a report is narrowed to.
    if (std::ranges::find(endings, name.substr(point + 1)) == endings.end()) return {};
    return std::string{name.substr(0, point)};
}

std::vector<PromisedReport> promised_reports(Settings::Publication const& promise,
                                             std::map<std::string, Day> const& published, Day today,
                                             std::chrono::weekday week_starts)
{
    if (!promise.every) return {};
    std::optional<Day> first_kept;
    for (auto const& [name, day] : published) {
        auto const parsed = parse_period(name, today, week_starts);
        auto const* period = std::get_if<Period>(&parsed);
        if (period != nullptr && period->unit == *promise.every && (!first_kept || period->first < *first_kept))
            first_kept = period->first;
    }
    if (!promise.since && !first_kept) return {};
    auto const begin = std::max(promise.since.value_or(Day::min()), first_kept.value_or(Day::min()));
    std::vector<PromisedReport> all;
    for (auto period = period_of(begin, *promise.every, week_starts); period.last < today;
         period = next(period, week_starts))
    {
        PromisedReport one{period, period.last + std::chrono::days{promise.within_days}};
        if (auto const found = published.find(period.name); found != published.end()) one.published = found->second;
        using enum PromisedReport::Kept;
        one.kept = one.published ? (*one.published <= one.due ? in_time : late) : today <= one.due ? awaited : missing;
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace sss
