#pragma once

#include "programme/date.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// The sorts of period, from short to long; `days` is any other run of days.
enum class PeriodUnit : std::uint8_t { day, week, month, quarter, half, year, days };

/// "week"; "half" and "days" likewise.
std::string_view name_of(PeriodUnit unit);

/// A run of days, both ends included, that a report or a changelog speaks of.
struct Period {
    Day first;
    Day last;
    std::string name;  ///< canonical: "2018-04-25", "2018-W17", "2018-04", "2018-Q2", "2018-H1", "2018",
                       ///< "2018-04-01..2018-04-30"
    PeriodUnit unit = PeriodUnit::days;

    bool contains(Day day) const { return first <= day && day <= last; }
    bool operator==(Period const&) const = default;
};

/// `since:REV`: all that came after a revision. It is no run of days; whoever has the repository resolves it.
struct SinceRevision {
    std::string revision;

    bool operator==(SinceRevision const&) const = default;
};

/// Reads a period as the command line takes it:
///
///     last-week this-week last-month this-month last-quarter this-quarter last-year this-year
///     2018-W17   2018-04   2018-Q2   2018-H1   2018   2018-04-25   2018-04-01..2018-04-30   since:REV
///     today   yesterday   -3d   friday
///
/// Either end of a `..` range may be any of the forms of the second and third line. `today` is the programme's day;
/// what is counted from it is a day (AskedDay).
///
/// Weeks follow ISO 8601, for any first day of the week: a week belongs to the year that holds its fourth day, and
/// week 1 is the first such week. With Monday first this is the ISO week (the fourth day is Thursday).
std::variant<Period, SinceRevision, DateProblem> parse_period(std::string_view text, Day today,
                                                              std::chrono::weekday week_start = std::chrono::Monday);

/// The names that are told from today: "last-week", "this-month" …
std::vector<std::string> relative_periods();

/// The period of this sort that holds the day; of PeriodUnit::days the day itself.
Period period_of(Day day, PeriodUnit unit, std::chrono::weekday week_start = std::chrono::Monday);

/// The neighbour of the same sort; of PeriodUnit::days the run of as many days that adjoins.
Period previous(Period const& period, std::chrono::weekday week_start = std::chrono::Monday);
Period next(Period const& period, std::chrono::weekday week_start = std::chrono::Monday);

/// A week within the numbering that `parse_period` describes.
struct Week {
    int year;
    int number;  ///< 1 to 53

    bool operator==(Week const&) const = default;
};

Week week_of(Day day, std::chrono::weekday week_start = std::chrono::Monday);
/// 52 or 53.
int weeks_in(int year, std::chrono::weekday week_start = std::chrono::Monday);
/// The first day of a week; the number may lie outside the year's weeks and then counts on.
Day first_day(Week week, std::chrono::weekday week_start = std::chrono::Monday);

}  // namespace sss
