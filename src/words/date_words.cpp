#include "words/date_words.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

namespace sss {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

/// A date's words in the order in which they are said, cut where neighbours may share them.
struct Parts {
    std::string about;   ///< "about " or nothing
    std::string head;    ///< what is the date's own: "12", "1–10", "28 March – 4 April", "Q4", "2018"
    std::string middle;  ///< "April", "half of": shared only together with the year
    std::string year;    ///< empty where the head holds it
    std::string time;    ///< "06:47 UTC"
    bool half = false;   ///< of a year: its middle is "half of", and it is not said without the year
};

int month_number(year_month_day const& date)
{
    return static_cast<int>(static_cast<unsigned>(date.month()));
}
std::string month_text(year_month_day const& date)
{
    return std::string{month_name(date.month())};
}
std::string day_text(year_month_day const& date)
{
    return std::to_string(static_cast<unsigned>(date.day()));
}
std::string year_text(year_month_day const& date)
{
    return std::to_string(int{date.year()});
}

std::string joined(std::initializer_list<std::string_view> words)
{
    std::string out;
    for (auto const word : words) {
        if (word.empty()) continue;
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

/// @param any  a day in the interval
Parts parts_of_one(year_month_day const& any, Precision precision)
{
    switch (precision) {
        case Precision::instant:
        case Precision::day: return {{}, day_text(any), month_text(any), year_text(any), {}};
        case Precision::month: return {{}, month_text(any), {}, year_text(any), {}};
        case Precision::quarter: return {{}, 'Q' + std::to_string((month_number(any) + 2) / 3), {}, year_text(any), {}};
        case Precision::half:
            return {{}, month_number(any) <= 6 ? "first" : "second", "half of", year_text(any), {}, true};
        case Precision::year: break;
    }
    return {{}, year_text(any), {}, {}, {}};
}

std::string whole(Parts const& parts)
{
    return joined({parts.head, parts.middle, parts.year});
}

/// "1–10 December 2021", "30 July – 3 August 2018", "April–June 2018", "2018 – April 2019".
Parts parts_of_range(Date const& date)
{
    auto const from = parts_of_one(date.first(), date.first_precision());
    auto const to = parts_of_one(date.last(), date.precision());
    auto const dash = [](std::string const& a, std::string const& b) {
        auto const spaced = (a + b).find(' ') != std::string::npos;
        return a + (spaced ? " – " : "–") + b;
    };
    if (from.year.empty() || from.year != to.year) return {{}, dash(whole(from), whole(to)), {}, {}, {}};
    if (from.middle == to.middle) return {{}, dash(from.head, to.head), from.middle, from.year, {}, from.half};
    if (from.half || to.half) return {{}, dash(whole(from), whole(to)), {}, {}, {}};
    return {{}, dash(joined({from.head, from.middle}), joined({to.head, to.middle})), {}, from.year, {}};
}

/// Local time in the date's zone: "06:47", or "06:47:10" where the seconds are asked for.
std::string clock_text(Date const& date, bool seconds)
{
    auto const local = *date.instant() + date.offset();
    auto const time = (local - std::chrono::floor<days>(local)).count();
    auto const minutes = fmt::format("{:02}:{:02}", time / 3600, time / 60 % 60);
    return seconds ? fmt::format("{}:{:02}", minutes, time % 60) : minutes;
}

/// "UTC", "UTC+8", "UTC−3:30".
std::string offset_text(std::chrono::seconds offset)
{
    auto const seconds = std::abs(offset.count());
    if (seconds == 0) return "UTC";
    auto text = fmt::format("UTC{}{}", offset.count() > 0 ? "+" : "−", seconds / 3600);
    if (seconds % 3600 != 0) text += fmt::format(":{:02}", seconds / 60 % 60);
    if (seconds % 60 != 0) text += fmt::format(":{:02}", seconds % 60);
    return text;
}

Parts parts_of(Date const& date)
{
    auto parts = date.is_range() && !date.open_ended() ? parts_of_range(date)
                                                       : parts_of_one(date.first(), date.first_precision());
    if (date.approximate()) parts.about = "about ";
    if (date.open_ended()) parts.about = "not before " + parts.about;
    if (date.instant()) parts.time = clock_text(date, false) + ' ' + offset_text(date.offset());
    return parts;
}

bool may_lose_year(Parts const& parts)
{
    return !parts.half;
}

std::string known_year_text(DateWords const& how)
{
    return how.known_year ? std::to_string(*how.known_year) : std::string{};
}

std::string said(Parts parts, DateWords const& how)
{
    if (parts.year == known_year_text(how) && may_lose_year(parts)) parts.year.clear();
    auto text = parts.about + whole(parts);
    if (how.time && !parts.time.empty()) text += ", " + parts.time;
    return text;
}

constexpr std::string_view arrow = " → ";

/// Whether the days alone would not tell how far two instants are apart.
bool by_the_hour(Date const& a, Date const& b)
{
    return a.instant() && b.instant() && slip(a, b).days != (b.last() - a.last()).count();
}

/// Where all are instants on one day, and of one offset; nothing otherwise.
std::string times_in_words(std::span<Date const> way, DateWords const& how)
{
    auto const same_day = std::ranges::all_of(way, [&](Date const& date) {
        return date.instant() && date.last() == way[0].last() && date.offset() == way[0].offset();
    });
    if (!same_day || !how.time) return {};
    auto const minutes_tell = std::ranges::adjacent_find(way, {}, [](Date const& date) {
                                  return std::chrono::floor<std::chrono::minutes>(*date.instant());
                              }) == way.end();
    std::string text;
    for (auto const& date : way) {
        if (!text.empty()) text += arrow;
        text += clock_text(date, !minutes_tell);
    }
    auto day_alone = how;
    day_alone.time = false;
    return text + ' ' + offset_text(way[0].offset()) + ", " + in_words(way[0], day_alone);
}

}  // namespace

std::string in_words(Date const& date, DateWords const& how)
{
    return said(parts_of(date), how);
}

std::string in_words(Day day, DateWords const& how)
{
    return in_words(Date::of(day), how);
}

std::string plan_in_words(Date const& planned, DateWords const& how)
{
    return (planned.open_ended() ? "" : "planned for ") + in_words(planned, how);
}

std::string in_words(Period const& period)
{
    switch (period.unit) {
        case PeriodUnit::day: return in_words(period.first);
        case PeriodUnit::week: {
            auto const week = week_of(period.first, std::chrono::weekday{period.first});
            return fmt::format("week {} of {}", week.number, week.year);
        }
        case PeriodUnit::month: return in_words(Date::holding(period.first, Precision::month));
        case PeriodUnit::quarter: return in_words(Date::holding(period.first, Precision::quarter));
        case PeriodUnit::half: return in_words(Date::holding(period.first, Precision::half));
        case PeriodUnit::year: return in_words(Date::holding(period.first, Precision::year));
        case PeriodUnit::days: break;
    }
    if (period.first == period.last) return in_words(period.first);
    return in_words(Date::range(period.first, period.last));
}

std::string move_in_words(std::span<Date const> way, DateWords const& how)
{
    if (way.empty()) return {};
    if (auto text = times_in_words(way, how); !text.empty()) return text;

    std::vector<Parts> all;
    for (auto const& date : way) all.push_back(parts_of(date));
    auto const same_year =
        !all[0].year.empty() && std::ranges::all_of(all, [&](Parts const& one) { return one.year == all[0].year; });
    auto const same_middle =
        same_year && std::ranges::all_of(all, [&](Parts const& one) { return one.middle == all[0].middle; });
    auto const same_day = std::ranges::all_of(way, [&](Date const& date) { return date.last() == way[0].last(); });
    auto const hours_tell = same_day || std::ranges::adjacent_find(way, by_the_hour) != way.end();
    auto const all_alike = std::ranges::all_of(all, [&](Parts const& one) { return whole(one) == whole(all[0]); });
    auto const share_year = same_year && !all_alike && (same_middle || std::ranges::all_of(all, may_lose_year));

    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto one = all[i];
        if (!hours_tell) one.time.clear();  // a move of days is not told by the hour
        if (i + 1 < all.size() && share_year && one.time.empty()) {
            one.year.clear();
            if (same_middle) one.middle.clear();
        }
        if (i > 0) text += arrow;
        text += said(std::move(one), how);
    }
    return text;
}

std::string move_in_words(Date const& from, Date const& to, DateWords const& how)
{
    Date const way[] = {from, to};
    return move_in_words(std::span<Date const>{way}, how);
}

}  // namespace sss
