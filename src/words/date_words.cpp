#include "words/date_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

/// Which half of a year, or both as a range.
enum class Half { none, first, second, both };

/// A date's words in the order in which they are said, cut where neighbours may share them.
struct Parts {
    bool about = false;
    bool not_before = false;
    std::string head;         ///< what is the date's own: "12", "1–10", "28 March – 4 April", "Q4", "2018"
    std::string middle;       ///< "April": shared only together with the year
    std::string year;         ///< empty where the head holds it
    std::string time;         ///< "06:47 UTC"
    Half half = Half::none;   ///< in place of a head
    bool half_alone = false;  ///< "first" of "first → second half of 2018"
};

int month_number(year_month_day const& date)
{
    return static_cast<int>(static_cast<unsigned>(date.month()));
}

std::string month_alone(year_month_day const& date, Words const& words)
{
    switch (month_number(date)) {
        case 1: return in_plain(words.say_in("month", "January"));
        case 2: return in_plain(words.say_in("month", "February"));
        case 3: return in_plain(words.say_in("month", "March"));
        case 4: return in_plain(words.say_in("month", "April"));
        case 5: return in_plain(words.say_in("month", "May"));
        case 6: return in_plain(words.say_in("month", "June"));
        case 7: return in_plain(words.say_in("month", "July"));
        case 8: return in_plain(words.say_in("month", "August"));
        case 9: return in_plain(words.say_in("month", "September"));
        case 10: return in_plain(words.say_in("month", "October"));
        case 11: return in_plain(words.say_in("month", "November"));
        default: return in_plain(words.say_in("month", "December"));
    }
}

std::string month_of_day(year_month_day const& date, Words const& words)
{
    switch (month_number(date)) {
        case 1: return in_plain(words.say_in("month of a day", "January"));
        case 2: return in_plain(words.say_in("month of a day", "February"));
        case 3: return in_plain(words.say_in("month of a day", "March"));
        case 4: return in_plain(words.say_in("month of a day", "April"));
        case 5: return in_plain(words.say_in("month of a day", "May"));
        case 6: return in_plain(words.say_in("month of a day", "June"));
        case 7: return in_plain(words.say_in("month of a day", "July"));
        case 8: return in_plain(words.say_in("month of a day", "August"));
        case 9: return in_plain(words.say_in("month of a day", "September"));
        case 10: return in_plain(words.say_in("month of a day", "October"));
        case 11: return in_plain(words.say_in("month of a day", "November"));
        default: return in_plain(words.say_in("month of a day", "December"));
    }
}

std::string day_text(year_month_day const& date)
{
    return std::to_string(static_cast<unsigned>(date.day()));
}
std::string year_text(year_month_day const& date)
{
    return std::to_string(int{date.year()});
}

/// @param any  a day in the interval
Parts parts_of_one(year_month_day const& any, Precision precision, Words const& words)
{
    Parts parts;
    parts.year = year_text(any);
    switch (precision) {
        case Precision::instant:
        case Precision::day:
            parts.head = day_text(any);
            parts.middle = month_of_day(any, words);
            break;
        case Precision::month: parts.head = month_alone(any, words); break;
        case Precision::quarter:
            parts.head =
                in_plain(words.say_in("quarter of a year", "Q{number}", "number"_a = (month_number(any) + 2) / 3));
            break;
        case Precision::half: parts.half = month_number(any) <= 6 ? Half::first : Half::second; break;
        case Precision::year: parts.head = std::exchange(parts.year, {}); break;
    }
    return parts;
}

std::string half_text(Parts const& parts, Words const& words)
{
    if (parts.half_alone) {
        switch (parts.half) {
            case Half::first: return in_plain(words.say_in("half of a year that is said behind", "first"));
            case Half::second: return in_plain(words.say_in("half of a year that is said behind", "second"));
            default: return in_plain(words.say_in("both halves of a year that is said behind", "first–second"));
        }
    }
    if (parts.half == Half::both) return in_plain(words.say("first–second half of {year}", "year"_a = parts.year));
    return in_plain(parts.half == Half::first ? words.say("first half of {year}", "year"_a = parts.year)
                                              : words.say("second half of {year}", "year"_a = parts.year));
}

std::string whole(Parts const& parts, Words const& words)
{
    if (parts.half != Half::none) return half_text(parts, words);
    if (parts.middle.empty() && parts.year.empty()) return parts.head;
    if (parts.middle.empty())
        return in_plain(words.say_in("a month, a quarter or days of one year", "{date} {year}", "date"_a = parts.head,
                                     "year"_a = parts.year));
    if (parts.year.empty())
        return in_plain(
            words.say_in("a day without its year", "{day} {month}", "day"_a = parts.head, "month"_a = parts.middle));
    return in_plain(words.say_in("a day", "{day} {month} {year}", "day"_a = parts.head, "month"_a = parts.middle,
                                 "year"_a = parts.year));
}

bool is_half(Parts const& parts)
{
    return parts.half != Half::none;
}

/// What stands between the day and the year.
bool same_middle(Parts const& a, Parts const& b)
{
    return is_half(a) == is_half(b) && a.middle == b.middle;
}

std::string range_text(std::string const& a, std::string const& b, Words const& words)
{
    auto const spaced = (a + b).find(' ') != std::string::npos;
    return in_plain(spaced
                        ? words.say_in("a range of dates", "{first} – {last}", "first"_a = a, "last"_a = b)
                        : words.say_in("a range of numbers or months", "{first}–{last}", "first"_a = a, "last"_a = b));
}

/// "1–10 December 2021", "30 July – 3 August 2018", "April–June 2018", "2018 – April 2019".
Parts parts_of_range(Date const& date, Words const& words)
{
    auto from = parts_of_one(date.first(), date.first_precision(), words);
    auto to = parts_of_one(date.last(), date.precision(), words);
    Parts range;
    if (from.year.empty() || from.year != to.year || is_half(from) != is_half(to)) {
        range.head = range_text(whole(from, words), whole(to, words), words);
        return range;
    }
    range.year = std::exchange(from.year, {});
    to.year.clear();
    if (is_half(from)) {
        range.half = from.half == to.half ? from.half : Half::both;
    } else if (from.middle == to.middle) {
        range.head = range_text(from.head, to.head, words);
        range.middle = from.middle;
    } else {
        range.head = range_text(whole(from, words), whole(to, words), words);
    }
    return range;
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

std::string time_text(std::string const& clock, std::chrono::seconds offset, Words const& words)
{
    return in_plain(words.say_in("a time of day", "{clock} {zone}", "clock"_a = clock, "zone"_a = offset_text(offset)));
}

Parts parts_of(Date const& date, Words const& words)
{
    auto parts = date.is_range() && !date.open_ended() ? parts_of_range(date, words)
                                                       : parts_of_one(date.first(), date.first_precision(), words);
    parts.about = date.approximate();
    parts.not_before = date.open_ended();
    if (date.instant()) parts.time = time_text(clock_text(date, false), date.offset(), words);
    return parts;
}

std::string known_year_text(DateWords const& how)
{
    return how.known_year ? std::to_string(*how.known_year) : std::string{};
}

std::string said(Parts parts, DateWords const& how, Words const& words)
{
    if (parts.year == known_year_text(how) && !is_half(parts)) parts.year.clear();
    auto text = whole(parts, words);
    if (parts.not_before && parts.about)
        text = in_plain(words.say("not before about {date}", "date"_a = text));
    else if (parts.not_before)
        text = in_plain(words.say("not before {date}", "date"_a = text));
    else if (parts.about)
        text = in_plain(words.say("about {date}", "date"_a = text));
    if (how.time && !parts.time.empty())
        text =
            in_plain(words.say_in("a day and a time of day", "{date}, {time}", "date"_a = text, "time"_a = parts.time));
    return text;
}

/// Whether the days alone would not tell how far two instants are apart.
bool by_the_hour(Date const& a, Date const& b)
{
    return a.instant() && b.instant() && slip(a, b).days != (b.last() - a.last()).count();
}

/// Where all are instants on one day, and of one offset; nothing otherwise.
std::string times_in_words(std::span<Date const> way, DateWords const& how, Words const& words)
{
    auto const same_day = std::ranges::all_of(way, [&](Date const& date) {
        return date.instant() && date.last() == way[0].last() && date.offset() == way[0].offset();
    });
    if (!same_day || !how.time) return {};
    auto const minutes_tell = std::ranges::adjacent_find(way, {}, [](Date const& date) {
                                  return std::chrono::floor<std::chrono::minutes>(*date.instant());
                              }) == way.end();
    std::string clocks;
    for (auto const& date : way) clocks = led_on(clocks, clock_text(date, !minutes_tell), words);
    auto day_alone = how;
    day_alone.time = false;
    return in_plain(words.say_in("times of one day, and the day", "{times}, {date}",
                                 "times"_a = time_text(clocks, way[0].offset(), words),
                                 "date"_a = in_words(way[0], day_alone, words)));
}

}  // namespace

std::string led_on(std::string const& way, std::string const& next, Words const& words)
{
    if (way.empty()) return next;
    return in_plain(words.say_in("a date that moved", "{from} → {to}", "from"_a = way, "to"_a = next));
}

std::string in_words(Date const& date, DateWords const& how, Words const& words)
{
    return said(parts_of(date, words), how, words);
}

std::string in_words(Day day, DateWords const& how, Words const& words)
{
    return in_words(Date::of(day), how, words);
}

std::string plan_in_words(Date const& planned, DateWords const& how, Words const& words)
{
    auto date = in_words(planned, how, words);
    return planned.open_ended() ? date : in_plain(words.say("planned for {date}", "date"_a = date));
}

std::string in_words(Period const& period, Words const& words)
{
    auto const holding = [&](Precision precision) {
        return in_words(Date::holding(period.first, precision), {}, words);
    };
    switch (period.unit) {
        case PeriodUnit::day: return in_words(period.first, {}, words);
        case PeriodUnit::week: {
            auto const week = week_of(period.first, std::chrono::weekday{period.first});
            return in_plain(
                words.say("week {number} of {year}", "number"_a = week.number, "year"_a = std::to_string(week.year)));
        }
        case PeriodUnit::month: return holding(Precision::month);
        case PeriodUnit::quarter: return holding(Precision::quarter);
        case PeriodUnit::half: return holding(Precision::half);
        case PeriodUnit::year: return holding(Precision::year);
        case PeriodUnit::days: break;
    }
    if (period.first == period.last) return in_words(period.first, {}, words);
    return in_words(Date::range(period.first, period.last), {}, words);
}

std::string move_in_words(std::span<Date const> way, DateWords const& how, Words const& words)
{
    if (way.empty()) return {};
    if (auto text = times_in_words(way, how, words); !text.empty()) return text;

    std::vector<Parts> all;
    for (auto const& date : way) all.push_back(parts_of(date, words));
    auto const same_year =
        !all[0].year.empty() && std::ranges::all_of(all, [&](Parts const& one) { return one.year == all[0].year; });
    auto const share_middle =
        same_year && std::ranges::all_of(all, [&](Parts const& one) { return same_middle(one, all[0]); });
    auto const same_day = std::ranges::all_of(way, [&](Date const& date) { return date.last() == way[0].last(); });
    auto const hours_tell = same_day || std::ranges::adjacent_find(way, by_the_hour) != way.end();
    auto const all_alike =
        std::ranges::all_of(all, [&](Parts const& one) { return whole(one, words) == whole(all[0], words); });
    auto const share_year = same_year && !all_alike && (share_middle || std::ranges::none_of(all, is_half));

    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto one = all[i];
        if (!hours_tell) one.time.clear();  // a move of days is not told by the hour
        if (i + 1 < all.size() && share_year && one.time.empty()) {
            one.year.clear();
            if (share_middle) one.middle.clear();
            one.half_alone = is_half(one);
        }
        text = led_on(text, said(std::move(one), how, words), words);
    }
    return text;
}

std::string move_in_words(Date const& from, Date const& to, DateWords const& how, Words const& words)
{
    Date const way[] = {from, to};
    return move_in_words(std::span<Date const>{way}, how, words);
}

}  // namespace sss
