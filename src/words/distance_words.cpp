#include "words/date_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace sss {

using std::chrono::year_month_day;

namespace {

constexpr double days_in_month = 365.2425 / 12;  // the Gregorian mean

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

int months_in(Precision precision)
{
    switch (precision) {
        case Precision::quarter: return 3;
        case Precision::half: return 6;
        case Precision::year: return 12;
        default: return 1;
    }
}

Said time_in_words(int seconds, Words const& words)
{
    auto const total = std::abs(seconds);
    if (total < 60) return words.quantity(total, "{n} second", "{n} seconds");
    auto const hours = total / 3600;
    auto const minutes = total / 60 % 60;
    auto const by_minutes = words.quantity(minutes, "{n} minute", "{n} minutes");
    if (hours == 0) return by_minutes;
    auto const by_hours = words.quantity(hours, "{n} hour", "{n} hours");
    if (minutes == 0) return by_hours;
    return words.say_in("how long", "{hours} {minutes}", "hours"_a = by_hours, "minutes"_a = by_minutes);
}

Said within_same(Precision precision, Words const& words)
{
    switch (precision) {
        case Precision::month: return words.say("within the same month");
        case Precision::quarter: return words.say("within the same quarter");
        case Precision::half: return words.say("within the same half-year");
        case Precision::year: return words.say("within the same year");
        case Precision::instant:
        case Precision::day: break;
    }
    return words.say("within the same day");
}

Said less_than_one(Precision precision, Words const& words)
{
    switch (precision) {
        case Precision::month: return words.say("less than a month");
        case Precision::quarter: return words.say("less than a quarter");
        case Precision::half: return words.say("less than a half-year");
        case Precision::year: return words.say("less than a year");
        case Precision::instant:
        case Precision::day: break;
    }
    return words.say("less than a day");
}

}  // namespace

std::string SlipWords::text(Words const& words) const
{
    if (direction == 0) return amount;
    return in_plain(direction > 0 ? words.say("{amount} later", "amount"_a = amount)
                                  : words.say("{amount} earlier", "amount"_a = amount));
}

SlipWords slip_words(Slip const& slip, Words const& words)
{
    if (slip.precision <= Precision::day) {
        if (slip.seconds != 0) return {in_plain(time_in_words(slip.seconds, words)), slip.seconds};
        if (slip.days == 0) return {in_plain(words.say("no move"))};
        if (slip.approximate)
            return {in_plain(words.quantity(std::abs(slip.days), "about {n} day", "about {n} days")), slip.days};
        return {
            in_plain(words.quantity_in("of a move", slip.days, "{n} day", "{n} days", "n"_a = signed_text(slip.days)))};
    }
    if (slip.within || slip.days == 0) return {in_plain(within_same(slip.precision, words))};
    auto const step = months_in(slip.precision);
    auto const steps = rounded(std::abs(slip.days) / (days_in_month * step));
    if (steps == 0) return {in_plain(less_than_one(slip.precision, words)), slip.days};
    // Whole quarters would say six months of four and a half.
    auto const months = step < 12 ? rounded(std::abs(slip.days) / days_in_month) : steps * step;
    return {in_plain(months % 12 == 0 ? words.quantity(months / 12, "about {n} year", "about {n} years")
                                      : words.quantity(months, "about {n} month", "about {n} months")),
            slip.days};
}

std::string slip_in_words(Slip const& slip, Words const& words)
{
    return slip_words(slip, words).text(words);
}

namespace {

constexpr auto most_days = 60;

/// A number of days as it is said: exactly, or as about so many months or years.
struct Roughly {
    enum class By { days, months, years };
    By by;
    int number;
};

Roughly roughly(int days)
{
    constexpr auto most_months = 24;
    if (std::abs(days) <= most_days) return {Roughly::By::days, days};
    auto const months = rounded(days / days_in_month);
    if (std::abs(months) < most_months) return {Roughly::By::months, months};
    return {Roughly::By::years, rounded(days / (12 * days_in_month))};
}

}  // namespace

std::string whole_days(int number, Words const& words)
{
    return in_plain(words.quantity(number, "{n} day", "{n} days"));
}

std::string days_in_words(int days, Words const& words)
{
    auto const [by, number] = roughly(days);
    switch (by) {
        case Roughly::By::days: return in_plain(words.quantity(number, "{n} day", "{n} days"));
        case Roughly::By::months: return in_plain(words.quantity(number, "about {n} month", "about {n} months"));
        case Roughly::By::years: break;
    }
    return in_plain(words.quantity(number, "about {n} year", "about {n} years"));
}

namespace {

Said late(int days, bool exact, bool about, Words const& words)
{
    if (exact) return words.quantity(days, "{n} day late", "{n} days late");
    auto const [by, number] = roughly(days);
    switch (by) {
        case Roughly::By::days:
            if (about) return words.quantity(number, "about {n} day late", "about {n} days late");
            return words.quantity(number, "{n} day late", "{n} days late");
        case Roughly::By::months: return words.quantity(number, "about {n} month late", "about {n} months late");
        case Roughly::By::years: break;
    }
    return words.quantity(number, "about {n} year late", "about {n} years late");
}

Said ago(int days, bool exact, bool about, Words const& words)
{
    if (days == 1) return words.say("yesterday");
    if (exact) return words.quantity(days, "{n} day ago", "{n} days ago");
    auto const [by, number] = roughly(days);
    switch (by) {
        case Roughly::By::days:
            if (about) return words.quantity(number, "about {n} day ago", "about {n} days ago");
            return words.quantity(number, "{n} day ago", "{n} days ago");
        case Roughly::By::months: return words.quantity(number, "about {n} month ago", "about {n} months ago");
        case Roughly::By::years: break;
    }
    return words.quantity(number, "about {n} year ago", "about {n} years ago");
}

/// A day, or a range of days, that is known as such.
bool is_to_the_day(Date const& date)
{
    return date.precision() <= Precision::day && !date.approximate();
}

/// Months since year 0, divided into units of this precision.
int unit_index(Day day, Precision precision)
{
    auto const date = year_month_day{day};
    return (int{date.year()} * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1) / months_in(precision);
}

Said days_ahead(int days, bool about, Words const& words)
{
    if (days == 0) return about ? words.say("around today") : words.say("today");
    if (days == 1) return about ? words.say("around tomorrow") : words.say("tomorrow");
    auto const [by, number] = roughly(days);
    switch (by) {
        case Roughly::By::days:
            if (about) return words.quantity(number, "in about {n} day", "in about {n} days");
            return words.quantity(number, "in {n} day", "in {n} days");
        case Roughly::By::months: return words.quantity(number, "in about {n} month", "in about {n} months");
        case Roughly::By::years: break;
    }
    return words.quantity(number, "in about {n} year", "in about {n} years");
}

Said within_days(int days, Words const& words)
{
    auto const [by, number] = roughly(days);
    switch (by) {
        case Roughly::By::days: return words.quantity(number, "within {n} day", "within {n} days");
        case Roughly::By::months: return words.quantity(number, "within about {n} month", "within about {n} months");
        case Roughly::By::years: break;
    }
    return words.quantity(number, "within about {n} year", "within about {n} years");
}

Said this_or_next(bool next, Precision precision, Words const& words)
{
    switch (precision) {
        case Precision::month: return next ? words.say("next month") : words.say("this month");
        case Precision::quarter: return next ? words.say("next quarter") : words.say("this quarter");
        case Precision::half: return next ? words.say("next half-year") : words.say("this half-year");
        case Precision::year: return next ? words.say("next year") : words.say("this year");
        case Precision::instant:
        case Precision::day: break;
    }
    return next ? words.say("next day") : words.say("this day");
}

Said units_ahead(int number, Precision precision, bool about, Words const& words)
{
    if (number == 0 || number == 1) {
        auto const unit = this_or_next(number == 1, precision, words);
        return about ? words.say("around {time}", "time"_a = unit) : unit;
    }
    switch (precision) {
        case Precision::month:
            if (about) return words.quantity(number, "in about {n} month", "in about {n} months");
            return words.quantity(number, "in {n} month", "in {n} months");
        case Precision::quarter:
            if (about) return words.quantity(number, "in about {n} quarter", "in about {n} quarters");
            return words.quantity(number, "in {n} quarter", "in {n} quarters");
        case Precision::half:
            if (about) return words.quantity(number, "in about {n} half-year", "in about {n} half-years");
            return words.quantity(number, "in {n} half-year", "in {n} half-years");
        case Precision::year:
            if (about) return words.quantity(number, "in about {n} year", "in about {n} years");
            return words.quantity(number, "in {n} year", "in {n} years");
        case Precision::instant:
        case Precision::day: break;
    }
    return days_ahead(number, about, words);
}

Said away(Day today, Date const& date, PastAs past, Words const& words)
{
    auto const to_first = static_cast<int>((date.first() - today).count());
    if (date.open_ended()) {
        if (to_first <= 0) return words.say("no last day is known");
        return words.say("{when} at the earliest", "when"_a = days_ahead(to_first, date.approximate(), words));
    }
    auto const to_last = static_cast<int>((date.last() - today).count());
    if (to_last < 0) {
        auto const exact = is_to_the_day(date);
        return past == PastAs::late ? late(-to_last, exact, date.approximate(), words)
                                    : ago(-to_last, exact, date.approximate(), words);
    }
    if (date.is_range()) {
        if (to_first > 0) return days_ahead(to_first, date.approximate(), words);
        return to_last == 0 ? words.say("today at the latest") : within_days(to_last, words);
    }
    constexpr int most_exact = 365;
    if (is_to_the_day(date) && to_first > most_days && to_first <= most_exact)
        return words.quantity(to_first, "in {n} day", "in {n} days");
    if (date.precision() <= Precision::day) return days_ahead(to_first, date.approximate(), words);
    auto const units = unit_index(date.first(), date.precision()) - unit_index(today, date.precision());
    return units_ahead(units, date.precision(), date.approximate(), words);
}

}  // namespace

std::string ago_or_ahead(Day today, Date const& date, PastAs past, Words const& words)
{
    return in_plain(away(today, date, past, words));
}

}  // namespace sss
