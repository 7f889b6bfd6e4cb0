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

}  // namespace

std::optional<AskedDay> AskedDay::read(std::string_view text)
{
    if (auto const day = parse_day(text)) return AskedDay{*day};
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
