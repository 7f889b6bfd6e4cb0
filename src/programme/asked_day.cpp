#include "programme/asked_day.hpp"

#include "support/zone.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sss {

namespace {

using std::chrono::days;

/// From Sunday on, as std::chrono::weekday counts.
constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};

/// Whoever counts farther has mistyped; so no day leaves the calendar.
constexpr int most_days = 36'525;
constexpr int most_months = 1'200;

/// "22.10.2026": with points between, the day stands first.
std::optional<Day> dotted_day(std::string_view text)
{
    auto const digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    auto const first = text.find('.');
    auto const second = text.rfind('.');
    if (first == std::string_view::npos || first == second || text.size() - second != 5) return std::nullopt;
    auto const day = text.substr(0, first);
    auto const month = text.substr(first + 1, second - first - 1);
    auto const year = text.substr(second + 1);
    if (!digits(day) || !digits(month) || !digits(year) || day.size() > 2 || month.size() > 2) return std::nullopt;
    auto const two = [](std::string_view part) { return (part.size() == 1 ? "0" : "") + std::string{part}; };
    return parse_day(std::string{year} + '-' + two(month) + '-' + two(day));
}

}  // namespace

std::optional<AskedDay> AskedDay::read(std::string_view text)
{
    if (auto const day = parse_day(text)) return AskedDay{*day};
    if (auto const day = dotted_day(text)) {
        AskedDay asked{*day};
        asked.dotted_ = true;
        return asked;
    }
    if (text == "today") return AskedDay{DateShift{}};
    if (text == "yesterday") return AskedDay{DateShift{.days = -1}};
    if (text == "tomorrow") return AskedDay{DateShift{.days = 1}};
    if (auto const* const named = std::ranges::find(weekdays, text); named != weekdays.end())
        return AskedDay{std::chrono::weekday{static_cast<unsigned>(named - weekdays.begin())}};
    auto const shift = parse_shift(text);
    auto const* distance = shift ? std::get_if<DateShift>(&*shift) : nullptr;
    if (distance == nullptr || std::abs(distance->days) > most_days || std::abs(distance->months) > most_months)
        return std::nullopt;
    return AskedDay{*distance};
}

std::vector<std::string> AskedDay::words()
{
    std::vector<std::string> all{"today", "yesterday", "tomorrow"};
    all.insert(all.end(), weekdays.begin(), weekdays.end());
    return all;
}

Day AskedDay::from(Day today, Toward toward) const
{
    if (auto const* day = std::get_if<Day>(&said_)) return *day;
    if (auto const* weekday = std::get_if<std::chrono::weekday>(&said_)) {
        auto const since = std::chrono::weekday{today} - *weekday;  // 0 to 6 days
        return toward == Toward::past ? today - since : today + (*weekday - std::chrono::weekday{today});
    }
    auto const moved =
        shifted(Date::holding(today, Precision::day), std::get<DateShift>(said_), Zone::utc());  // days lie in no zone
    auto const* date = std::get_if<Date>(&moved);
    return date != nullptr ? date->first() : today;  // it always is: a hundred years lead out of no calendar of ours
}

}  // namespace sss
