#include "print/svg/time_axis.hpp"

#include "programme/period.hpp"
#include "words/date_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

enum class AxisUnit : std::uint8_t { day, week, month, year };

struct TickStep {
    AxisUnit unit;
    int count;
    double days;  ///< its usual length
};

constexpr TickStep steps[] = {
    {AxisUnit::day, 1, 1},         {AxisUnit::day, 2, 2},          {AxisUnit::week, 1, 7},
    {AxisUnit::week, 2, 14},       {AxisUnit::month, 1, 30.4},     {AxisUnit::month, 3, 91.3},
    {AxisUnit::month, 6, 182.6},   {AxisUnit::year, 1, 365.2},     {AxisUnit::year, 2, 730.5},
    {AxisUnit::year, 5, 1826},     {AxisUnit::year, 10, 3652},     {AxisUnit::year, 20, 7305},
    {AxisUnit::year, 50, 18262},   {AxisUnit::year, 100, 36524},   {AxisUnit::year, 200, 73048},
    {AxisUnit::year, 500, 182621}, {AxisUnit::year, 1000, 365242}, {AxisUnit::year, 2000, 730485}};

int axis_year(Day day)
{
    return int{year_month_day{day}.year()};
}

std::string short_month(std::chrono::month month)
{
    return std::string{month_name(month).substr(0, 3)};
}

/// The first round day of this step at or after `day`.
Day round_up(Day day, TickStep const& step, std::chrono::weekday week_start)
{
    auto const since_epoch = day.time_since_epoch().count();
    auto const up = [](auto value, auto by) { return value + ((-value % by) + by) % by; };
    switch (step.unit) {
        case AxisUnit::day: {
            if (step.count == 1) return day;
            // Counted from the month's first day, which every second one includes.
            year_month_day const date{day};
            auto const number = static_cast<unsigned>(date.day());
            return number % 2 == 1 ? day : day + days{1};
        }
        case AxisUnit::week: {
            // 1970-01-05 was a Monday.
            auto const offset = 4 + static_cast<int>((week_start - std::chrono::Monday).count());
            return Day{days{up(since_epoch - offset, 7 * step.count) + offset}};
        }
        case AxisUnit::month: {
            year_month_day const date{day};
            auto month = axis_year(day) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
            if (static_cast<unsigned>(date.day()) != 1) ++month;
            month = up(month, step.count);
            return Day{std::chrono::year{month / 12} / std::chrono::month{static_cast<unsigned>(month % 12 + 1)} / 1};
        }
        case AxisUnit::year: {
            year_month_day const date{day};
            auto const begins = static_cast<unsigned>(date.month()) == 1 && static_cast<unsigned>(date.day()) == 1;
            return Day{std::chrono::year{up(axis_year(day) + (begins ? 0 : 1), step.count)} / 1 / 1};
        }
    }
    return day;
}

Tick tick_at(Day day, AxisUnit unit, Tick const* before)
{
    year_month_day const date{day};
    auto const year = std::to_string(axis_year(day));
    Tick tick{day, {}, {}, {}, {}};
    auto context = std::string{};
    if (unit == AxisUnit::year) {
        tick.label = tick.in_year = tick.whole = year;
    } else if (unit == AxisUnit::month) {
        tick.label = tick.in_year = short_month(date.month());
        tick.whole = tick.label + ' ' + year;
        context = year;
        if (before != nullptr && axis_year(before->day) == axis_year(day)) context.clear();
    } else {
        tick.label = std::to_string(static_cast<unsigned>(date.day()));
        context = short_month(date.month()) + ' ' + year;
        tick.in_year = tick.label + ' ' + short_month(date.month());
        tick.whole = tick.label + ' ' + context;
        if (before != nullptr) {
            year_month_day const last{before->day};
            if (last.year() == date.year()) context = short_month(date.month());
            if (last.year() == date.year() && last.month() == date.month()) context.clear();
        }
    }
    tick.context = context;
    return tick;
}

}  // namespace

double TimeScale::at(Day day) const
{
    auto const span = static_cast<double>((last - first).count());
    if (span <= 0) return (from + to) / 2;
    return from + (to - from) * static_cast<double>((day - first).count()) / span;
}

std::vector<Tick> time_ticks(Day first, Day last, std::size_t most, std::chrono::weekday week_start)
{
    auto const span = static_cast<double>((last - first).count());
    most = std::max<std::size_t>(most, 1);
    for (auto const& step : steps) {
        if (span / step.days > static_cast<double>(most) + 1) continue;
        std::vector<Tick> ticks;
        for (auto day = round_up(first, step, week_start); day <= last && ticks.size() <= most;
             day = round_up(day + days{1}, step, week_start))
            ticks.push_back(tick_at(day, step.unit, ticks.empty() ? nullptr : &ticks.back()));
        if (ticks.empty()) break;  // coarser ones fall outside too
        if (ticks.size() <= most) return ticks;
    }
    return {tick_at(first, AxisUnit::day, nullptr)};
}

std::vector<double> number_ticks(double highest, std::size_t most, double finest)
{
    most = std::max<std::size_t>(most, 1);
    auto step = std::max(finest, 1e-9);
    for (auto const factor : {1., 2., 5.}) {
        // The smallest power of ten with this factor that is enough.
        auto candidate =
            factor *
            std::pow(10., std::floor(std::log10(std::max(highest, finest) / factor / static_cast<double>(most))));
        while (candidate * static_cast<double>(most) < highest * (1 - 1e-9)) candidate *= 10;
        candidate = std::max(candidate, finest);
        if (factor == 1. || candidate < step) step = candidate;
    }
    std::vector<double> ticks{0, step};
    while (ticks.back() < highest * (1 - 1e-9)) ticks.push_back(static_cast<double>(ticks.size()) * step);
    return ticks;
}

std::string short_words(Date const& date, bool with_year)
{
    auto const year = axis_year(date.last());
    auto text = in_words(date, {.time = false, .known_year = with_year ? std::nullopt : std::optional{year}});
    for (unsigned month = 1; month <= 12; ++month) {
        auto const name = month_name(std::chrono::month{month});
        for (auto at = text.find(name); at != std::string::npos && name.size() > 3; at = text.find(name))
            text.erase(at + 3, name.size() - 3);
    }
    return text;
}

std::string short_words(Day day)
{
    return short_words(Date::of(day));
}

}  // namespace sss
