#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace sss {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

constexpr double days_in_month = 365.2425 / 12;  // the Gregorian mean

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

std::string later_or_earlier(int direction)
{
    return direction > 0 ? " later" : " earlier";
}

std::string_view unit_name(Precision precision)
{
    switch (precision) {
        case Precision::month: return "month";
        case Precision::quarter: return "quarter";
        case Precision::half: return "half-year";
        case Precision::year: return "year";
        case Precision::instant:
        case Precision::day: break;
    }
    return "day";
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

std::string months_in_words(int months)
{
    return months % 12 == 0 ? count(months / 12, "year") : count(months, "month");
}

std::string time_in_words(int seconds)
{
    auto const total = std::abs(seconds);
    if (total < 60) return count(total, "second");
    auto const hours = total / 3600;
    auto const minutes = total / 60 % 60;
    if (hours == 0) return count(minutes, "minute");
    return count(hours, "hour") + (minutes > 0 ? ' ' + count(minutes, "minute") : "");
}

}  // namespace

std::string SlipWords::text() const
{
    return direction == 0 ? amount : amount + later_or_earlier(direction);
}

SlipWords slip_words(Slip const& slip)
{
    if (slip.precision <= Precision::day) {
        if (slip.seconds != 0) return {time_in_words(slip.seconds), slip.seconds};
        if (slip.days == 0) return {"no move"};
        if (slip.approximate) return {"about " + count(std::abs(slip.days), "day"), slip.days};
        return {signed_text(slip.days) + (std::abs(slip.days) == 1 ? " day" : " days")};
    }
    auto const unit = std::string{unit_name(slip.precision)};
    if (slip.within || slip.days == 0) return {"within the same " + unit};
    auto const step = months_in(slip.precision);
    auto const steps = rounded(std::abs(slip.days) / (days_in_month * step));
    // Whole quarters would say six months of four and a half.
    auto const months = step < 12 ? rounded(std::abs(slip.days) / days_in_month) : steps * step;
    return {steps == 0 ? "less than a " + unit : "about " + months_in_words(months), slip.days};
}

std::string slip_in_words(Slip const& slip)
{
    return slip_words(slip).text();
}

namespace {

constexpr auto most_days = 60;

/// Whether so many days are said as "about" so many months or years.
bool said_roughly(int number)
{
    return std::abs(number) > most_days;
}

}  // namespace

std::string whole_days(int number)
{
    constexpr std::ptrdiff_t group = 3;
    auto text = count(number, "day");
    for (auto at = static_cast<std::ptrdiff_t>(number_text(number).size()) - group; at > 0; at -= group)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

std::string days_in_words(int number)
{
    constexpr auto most_months = 24;
    if (!said_roughly(number)) return count(number, "day");
    auto const months = rounded(number / days_in_month);
    if (std::abs(months) < most_months) return "about " + count(months, "month");
    return "about " + count(rounded(number / (12 * days_in_month)), "year");
}

namespace {

std::string in_the_past(int number, PastAs past, bool exact)
{
    auto const days = exact ? whole_days(number) : days_in_words(number);
    if (past == PastAs::late) return days + " late";
    return number == 1 ? "yesterday" : days + " ago";
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

std::string days_ahead(int number, bool approximate)
{
    auto const around = std::string{approximate ? "around " : ""};
    if (number == 0) return around + "today";
    if (number == 1) return around + "tomorrow";
    return "in " + std::string{approximate && !said_roughly(number) ? "about " : ""} + days_in_words(number);
}

std::string units_ahead(int number, Precision precision, bool approximate)
{
    auto const unit = std::string{unit_name(precision)};
    auto const around = std::string{approximate ? "around " : ""};
    if (number == 0) return around + "this " + unit;
    if (number == 1) return around + "next " + unit;
    return std::string{"in "} + (approximate ? "about " : "") + count(number, unit);
}

}  // namespace

std::string ago_or_ahead(Day today, Date const& date, PastAs past)
{
    auto const to_first = static_cast<int>((date.first() - today).count());
    if (date.open_ended())
        return to_first > 0 ? days_ahead(to_first, date.approximate()) + " at the earliest" : "no last day is known";
    auto const to_last = static_cast<int>((date.last() - today).count());
    if (to_last < 0) {
        auto const yesterday = to_last == -1 && past == PastAs::ago;
        auto const about = date.approximate() && !said_roughly(to_last) && !yesterday;
        return (about ? "about " : "") + in_the_past(-to_last, past, is_to_the_day(date));
    }
    if (date.is_range()) {
        if (to_first > 0) return days_ahead(to_first, date.approximate());
        return to_last == 0 ? "today at the latest" : "within " + days_in_words(to_last);
    }
    constexpr int most_exact = 365;
    if (is_to_the_day(date) && to_first > most_days && to_first <= most_exact) return "in " + whole_days(to_first);
    if (date.precision() <= Precision::day) return days_ahead(to_first, date.approximate());
    auto const units = unit_index(date.first(), date.precision()) - unit_index(today, date.precision());
    return units_ahead(units, date.precision(), date.approximate());
}

}  // namespace sss
