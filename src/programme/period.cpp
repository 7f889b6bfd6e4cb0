#include "programme/period.hpp"

#include "programme/asked_day.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sss {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::weeks;
using std::chrono::year;
using std::chrono::year_month_day;

Day first_day(Week week, weekday week_start)
{
    // The week that holds 4 January has at least four days in the year, so it is week 1.
    auto const fourth = Day{year{week.year} / 1 / 4};
    return fourth - (weekday{fourth} - week_start) + weeks{week.number - 1};
}

Week week_of(Day day, weekday week_start)
{
    auto const fourth_day = day - (weekday{day} - week_start) + days{3};
    auto const in_year = year_month_day{fourth_day}.year();
    auto const day_of_year = fourth_day - Day{in_year / 1 / 1};
    return {int{in_year}, static_cast<int>(day_of_year.count() / 7) + 1};
}

int weeks_in(int in_year, weekday week_start)
{
    return week_of(Day{year{in_year} / 12 / 28}, week_start).number;
}

namespace {

Precision precision_of(PeriodUnit unit)
{
    switch (unit) {
        case PeriodUnit::month: return Precision::month;
        case PeriodUnit::quarter: return Precision::quarter;
        case PeriodUnit::half: return Precision::half;
        case PeriodUnit::year: return Precision::year;
        case PeriodUnit::day:
        case PeriodUnit::week:
        case PeriodUnit::days: break;
    }
    return Precision::day;
}

PeriodUnit unit_of(Precision precision)
{
    switch (precision) {
        case Precision::month: return PeriodUnit::month;
        case Precision::quarter: return PeriodUnit::quarter;
        case Precision::half: return PeriodUnit::half;
        case Precision::year: return PeriodUnit::year;
        case Precision::instant:
        case Precision::day: break;
    }
    return PeriodUnit::day;
}

std::string week_name(Week week)
{
    // The first four characters of a day's text are its year, padded.
    auto const in_year = iso(Day{year{week.year} / 1 / 1}).substr(0, 4);
    return in_year + "-W" + (week.number < 10 ? "0" : "") + std::to_string(week.number);
}

Period run_of(Day first, Day last)
{
    return {first, last, iso(first) + ".." + iso(last), PeriodUnit::days};
}

}  // namespace

Period period_of(Day day, PeriodUnit unit, weekday week_start)
{
    if (unit == PeriodUnit::days) return run_of(day, day);
    if (unit == PeriodUnit::week) {
        auto const week = week_of(day, week_start);
        auto const first = first_day(week, week_start);
        return {first, first + days{6}, week_name(week), unit};
    }
    auto const whole = Date::holding(day, precision_of(unit));
    return {whole.first(), whole.last(), whole.text(), unit};
}

Period previous(Period const& period, weekday week_start)
{
    auto const day_before = period.first - days{1};
    if (period.unit == PeriodUnit::days) return run_of(day_before - (period.last - period.first), day_before);
    return period_of(day_before, period.unit, week_start);
}

Period next(Period const& period, weekday week_start)
{
    auto const day_after = period.last + days{1};
    if (period.unit == PeriodUnit::days) return run_of(day_after, day_after + (period.last - period.first));
    return period_of(day_after, period.unit, week_start);
}

namespace {

using PeriodReading = std::variant<Period, SinceRevision, DateProblem>;

constexpr char forms[] =
    "write last-week, this-month, yesterday, 2018-W17, 2018-04, 2018-Q2, 2018, 2018-04-01..2018-04-30 or since:REV";

struct Named {
    std::string_view name;
    PeriodUnit unit;
};
constexpr std::array<Named, 5> units_by_name = {{{"week", PeriodUnit::week},
                                                 {"month", PeriodUnit::month},
                                                 {"quarter", PeriodUnit::quarter},
                                                 {"half", PeriodUnit::half},
                                                 {"year", PeriodUnit::year}}};

std::optional<Period> read_relative(std::string_view text, Day today, weekday week_start)
{
    auto const is_last = text.starts_with("last-");
    if (!is_last && !text.starts_with("this-")) return {};
    auto const* const found = std::ranges::find(units_by_name, text.substr(5), &Named::name);
    if (found == units_by_name.end()) return {};
    auto current = period_of(today, found->unit, week_start);
    return is_last ? previous(current, week_start) : current;
}

/// Digits alone; nothing where there are none, other characters, or more than four.
std::optional<int> whole_number(std::string_view text)
{
    auto value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || text[0] == '-' || error != std::errc{} || end != text.data() + text.size())
        return {};
    return value;
}

/// YYYY-Www; nothing where the text has another shape.
std::optional<PeriodReading> read_week(std::string_view text, weekday week_start)
{
    if (text.size() < 6 || text[4] != '-' || (text[5] != 'W' && text[5] != 'w')) return {};
    auto const in_year = whole_number(text.substr(0, 4));
    auto const number = whole_number(text.substr(6));
    if (!in_year || !number) return {};
    if (*in_year == 0) return DateProblem{"there is no year 0000", "years run from 0001 to 9999", 0, 4};
    auto const count = weeks_in(*in_year, week_start);
    if (*number < 1 || *number > count) {
        return DateProblem{{"there is no week {week} in {year}", "week"_key = *number, "year"_key = text.substr(0, 4)},
                           {"{year} has the weeks W01 to W{last}", "year"_arg = text.substr(0, 4), "last"_arg = count},
                           5,
                           text.size() - 5};
    }
    auto const week = Week{*in_year, *number};
    if (text != week_name(week))
        return DateProblem{"a week is written with a W and two digits", {"write {week}", "week"_arg = week_name(week)}};
    auto const first = first_day(week, week_start);
    return Period{first, first + days{6}, week_name(week), PeriodUnit::week};
}

/// One of the forms that can stand alone or at an end of a range.
PeriodReading read_simple(std::string_view text, weekday week_start)
{
    if (auto week = read_week(text, week_start)) return std::move(*week);
    auto parsed = parse_date(text, Zone::utc());  // a period is made of days, which lie in no zone
    if (auto* problem = std::get_if<DateProblem>(&parsed)) {
        if (problem->sort == DateProblem::Sort::no_date)
            return DateProblem{"not a period", forms, 0, 0, DateProblem::Sort::no_date};
        // Records quote and write a range with a slash; the command line does neither.
        problem->help = problem->help.with_values([](std::string_view, std::string_view date) {
            std::string plain{date};
            std::erase(plain, '"');
            if (auto const slash = plain.find('/'); slash != std::string::npos) plain.replace(slash, 1, "..");
            return plain;
        });
        return std::move(*problem);
    }
    auto const& date = std::get<Date>(parsed);
    if (date.approximate()) {
        return DateProblem{"a period is exact and cannot be 'about'",
                           {"write {period}", "period"_arg = text.substr(0, text.size() - 1)},
                           text.size() - 1,
                           1};
    }
    if (date.is_range()) {
        auto dotted = std::string{text};
        dotted.replace(dotted.find('/'), 1, "..");
        return DateProblem{
            "a period of days is written with two dots", {"write {period}", "period"_arg = dotted}, text.find('/'), 1};
    }
    if (date.instant()) {
        return DateProblem{"a period is made of whole days", {"write {period}", "period"_arg = iso(date.first())}};
    }
    return Period{date.first(), date.last(), date.text(), unit_of(date.precision())};
}

/// The same, or a day that is counted from today.
PeriodReading read_end(std::string_view text, Day today, weekday week_start)
{
    if (auto const day = AskedDay::read(text); day && day->counted())
        return period_of(day->from(today), PeriodUnit::day, week_start);
    return read_simple(text, week_start);
}

PeriodReading read_run(std::string_view text, std::size_t dots, Day today, weekday week_start)
{
    auto const left = text.substr(0, dots);
    auto const right = text.substr(dots + 2);
    if (left.empty() || right.empty()) {
        return DateProblem{
            left.empty() ? Sentence{"the period has no first day"} : Sentence{"the period has no last day"},
            "write both ends: 2018-04-01..2018-04-30"};
    }
    if (right.front() == '.') {
        auto const two_dots = std::string{left} + std::string{text.substr(dots + 1)};
        return DateProblem{
            "a period of days is written with two dots", {"write {period}", "period"_arg = two_dots}, dots, 3};
    }
    auto from = read_end(left, today, week_start);
    if (auto* problem = std::get_if<DateProblem>(&from)) {
        if (problem->length == 0) problem->length = left.size();
        return from;
    }
    auto to = read_end(right, today, week_start);
    if (auto* problem = std::get_if<DateProblem>(&to)) {
        if (problem->length == 0) problem->length = right.size();
        problem->offset += dots + 2;
        return to;
    }
    auto const first = std::get<Period>(from).first;
    auto const last = std::get<Period>(to).last;
    if (last < first) {
        return DateProblem{"the period ends before it starts",
                           {"write {from}..{to} if its ends were swapped", "from"_arg = right, "to"_arg = left}};
    }
    return run_of(first, last);
}

/// "last week", "LastWeek", "week": a habit of other tools.
std::optional<DateProblem> advise_on_relative(std::string_view text)
{
    std::string plain;
    for (auto const c : text) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z')
            plain += c;
    }
    for (auto const& [name, unit] : units_by_name) {
        for (std::string_view const which : {"last", "this"}) {
            auto const meant = std::string{which} + '-' + std::string{name};
            if (plain == std::string{which} + std::string{name})
                return DateProblem{"not a period",
                                   {"did you mean {period}?", "period"_arg = meant},
                                   0,
                                   0,
                                   DateProblem::Sort::misspelt};
        }
        if (plain == name) {
            return DateProblem{"not a period",
                               {"did you mean this-{unit} or last-{unit}?", "unit"_arg = name},
                               0,
                               0,
                               DateProblem::Sort::misspelt};
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> relative_periods()
{
    std::vector<std::string> names;
    for (auto const& [name, unit] : units_by_name)
        for (std::string_view const which : {"last-", "this-"}) names.push_back(std::string{which}.append(name));
    return names;
}

PeriodReading parse_period(std::string_view text, Day today, weekday week_start)
{
    constexpr std::string_view since = "since:";
    if (text.starts_with(since)) {
        if (text.size() == since.size())
            return DateProblem{"since what?", "write a revision after the colon: since:v1.0"};
        return SinceRevision{std::string{text.substr(since.size())}};
    }
    if (auto relative = read_relative(text, today, week_start)) return std::move(*relative);
    if (auto advice = advise_on_relative(text)) return std::move(*advice);
    if (auto const dots = text.find(".."); dots != text.npos) return read_run(text, dots, today, week_start);
    if (text.empty()) return DateProblem{"the period is empty", forms};
    return read_end(text, today, week_start);
}

std::string_view name_of(PeriodUnit unit)
{
    switch (unit) {
        case PeriodUnit::day: return "day";
        case PeriodUnit::week: return "week";
        case PeriodUnit::month: return "month";
        case PeriodUnit::quarter: return "quarter";
        case PeriodUnit::half: return "half";
        case PeriodUnit::year: return "year";
        case PeriodUnit::days: break;
    }
    return "days";
}

}  // namespace sss
