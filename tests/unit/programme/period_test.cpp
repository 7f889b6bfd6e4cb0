#include "programme/period.hpp"

#include <catch2/catch.hpp>

namespace sss::period_test {
using namespace std::chrono;

namespace {

Day const wednesday{2018y / 4 / 25};

Period period(std::string_view text, weekday week_start = Monday)
{
    auto const parsed = parse_period(text, wednesday, week_start);
    INFO(text);
    REQUIRE(std::holds_alternative<Period>(parsed));
    return std::get<Period>(parsed);
}

DateProblem problem(std::string_view text)
{
    auto const parsed = parse_period(text, wednesday);
    INFO(text);
    REQUIRE(std::holds_alternative<DateProblem>(parsed));
    return std::get<DateProblem>(parsed);
}

std::string told(Period const& period)
{
    return period.name + ": " + iso(period.first) + ' ' + iso(period.last);
}

}  // namespace

TEST_CASE("a period told from today is named by the calendar", "[period]")
{
    CHECK(told(period("this-week")) == "2018-W17: 2018-04-23 2018-04-29");
    CHECK(told(period("last-week")) == "2018-W16: 2018-04-16 2018-04-22");
    CHECK(told(period("this-month")) == "2018-04: 2018-04-01 2018-04-30");
    CHECK(told(period("last-month")) == "2018-03: 2018-03-01 2018-03-31");
    CHECK(told(period("this-quarter")) == "2018-Q2: 2018-04-01 2018-06-30");
    CHECK(told(period("last-quarter")) == "2018-Q1: 2018-01-01 2018-03-31");
    CHECK(told(period("this-year")) == "2018: 2018-01-01 2018-12-31");
    CHECK(told(period("last-year")) == "2017: 2017-01-01 2017-12-31");
}

TEST_CASE("a day counted from today is a period too, and an end of one", "[period]")
{
    CHECK(told(period("yesterday")) == "2018-04-24: 2018-04-24 2018-04-24");
    CHECK(told(period("-3d")) == "2018-04-22: 2018-04-22 2018-04-22");
    CHECK(told(period("friday..today")) == "2018-04-20..2018-04-25: 2018-04-20 2018-04-25");
    CHECK(told(period("2018-04-01..yesterday")) == "2018-04-01..2018-04-24: 2018-04-01 2018-04-24");
}

TEST_CASE("a named period covers its days", "[period]")
{
    CHECK(told(period("2018-W17")) == "2018-W17: 2018-04-23 2018-04-29");
    CHECK(told(period("2018-04")) == "2018-04: 2018-04-01 2018-04-30");
    CHECK(told(period("2018-Q2")) == "2018-Q2: 2018-04-01 2018-06-30");
    CHECK(told(period("2018-H1")) == "2018-H1: 2018-01-01 2018-06-30");
    CHECK(told(period("2018")) == "2018: 2018-01-01 2018-12-31");
    CHECK(told(period("2018-04-25")) == "2018-04-25: 2018-04-25 2018-04-25");
    CHECK(told(period("2018-04-01..2018-04-30")) == "2018-04-01..2018-04-30: 2018-04-01 2018-04-30");
    CHECK(told(period("2018-W16..2018-05")) == "2018-04-16..2018-05-31: 2018-04-16 2018-05-31");
}

TEST_CASE("a period's name means the same period again", "[period]")
{
    for (auto const* text :
         {"this-week", "last-month", "last-quarter", "2018-H2", "2017", "2018-04-25", "2018-04..2018-05"})
    {
        CHECK(period(period(text).name) == period(text));
    }
}

TEST_CASE("ISO weeks belong to the year of their Thursday", "[period]")
{
    CHECK(week_of(Day{2018y / 1 / 1}) == Week{2018, 1});
    CHECK(week_of(Day{2018y / 12 / 31}) == Week{2019, 1});
    CHECK(week_of(Day{2021y / 1 / 3}) == Week{2020, 53});
    CHECK(week_of(Day{2016y / 1 / 3}) == Week{2015, 53});
    CHECK(week_of(Day{2017y / 1 / 1}) == Week{2016, 52});
    CHECK(weeks_in(2015) == 53);
    CHECK(weeks_in(2018) == 52);
    CHECK(weeks_in(2020) == 53);
    CHECK(told(period("2019-W01")) == "2019-W01: 2018-12-31 2019-01-06");
}

TEST_CASE("weeks number every day once, whichever day they start on", "[period]")
{
    for (auto const start : {Monday, Sunday, Saturday}) {
        auto wrong = 0;
        for (auto day = Day{1999y / 12 / 1}; day < Day{2030y / 1 / 1}; day += days{1}) {
            auto const week = week_of(day, start);
            auto const first = first_day(week, start);
            if (weekday{first} != start || day < first || day > first + days{6}) ++wrong;
            if (week.number < 1 || week.number > weeks_in(week.year, start)) ++wrong;
            if (int{year_month_day{first + days{3}}.year()} != week.year) ++wrong;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("a week that starts on Sunday holds the Sunday before", "[period]")
{
    CHECK(told(period("this-week", Sunday)) == "2018-W17: 2018-04-22 2018-04-28");
    CHECK(told(period("2018-W17", Sunday)) == "2018-W17: 2018-04-22 2018-04-28");
}

TEST_CASE("weeks that start on another day have a week 53 in other years, and end their years there", "[period]")
{
    CHECK(weeks_in(2025) == 52);
    CHECK(weeks_in(2025, Sunday) == 53);
    CHECK(weeks_in(2024, Sunday) == 52);
    CHECK(weeks_in(2024, Saturday) == 53);
    CHECK(told(period("2020-W53", Sunday)) == "2020-W53: 2020-12-27 2021-01-02");
    CHECK(next(period("2020-W53", Sunday), Sunday).name == "2021-W01");
    CHECK(told(previous(period("2020-W01", Sunday), Sunday)) == "2019-W52: 2019-12-22 2019-12-28");
    CHECK(told(period_of(Day{2024y / 12 / 28}, PeriodUnit::week, Saturday)) == "2024-W53: 2024-12-28 2025-01-03");
}

TEST_CASE("every name that is told from today means a period", "[period]")
{
    REQUIRE(relative_periods().size() == 10);
    for (auto const& name : relative_periods()) CHECK(period(name).contains(wednesday) == name.starts_with("this-"));
}

TEST_CASE("periods adjoin their neighbours, and there and back is where one was", "[period]")
{
    for (auto const* text : {"2018-W01", "2020-W53", "2018-01", "2024-02", "2018-Q1", "2018-H2", "2018", "2018-12-31",
                             "2018-04-10..2018-04-16"})
    {
        auto const here = period(text);
        CHECK(next(here).first == here.last + days{1});
        CHECK(previous(here).last == here.first - days{1});
        CHECK(previous(next(here)) == here);
        CHECK(next(previous(here)) == here);
    }
    CHECK(previous(period("2018-01")).name == "2017-12");
    CHECK(next(period("2020-W53")).name == "2021-W01");
    CHECK(previous(period("2018-04-10..2018-04-16")).name == "2018-04-03..2018-04-09");
}

TEST_CASE("a day is labelled by the period that holds it", "[period]")
{
    Day const day{2018y / 12 / 31};

    CHECK(period_of(day, PeriodUnit::day).name == "2018-12-31");
    CHECK(period_of(day, PeriodUnit::week).name == "2019-W01");
    CHECK(period_of(day, PeriodUnit::month).name == "2018-12");
    CHECK(period_of(day, PeriodUnit::quarter).name == "2018-Q4");
    CHECK(period_of(day, PeriodUnit::half).name == "2018-H2");
    CHECK(period_of(day, PeriodUnit::year).name == "2018");
    CHECK(period_of(day, PeriodUnit::year).contains(Day{2018y / 1 / 1}));
    CHECK_FALSE(period_of(day, PeriodUnit::year).contains(Day{2019y / 1 / 1}));
}

TEST_CASE("since a revision is no run of days", "[period]")
{
    auto const parsed = parse_period("since:v1.0", wednesday);

    CHECK(std::get<SinceRevision>(parsed).revision == "v1.0");
    CHECK(problem("since:").message.text() == "since what?");
}

TEST_CASE("a week that the year has not got is told with the year's weeks", "[period]")
{
    CHECK(problem("2018-W54") == DateProblem{"there is no week 54 in 2018", "2018 has the weeks W01 to W52", 5, 3});
    CHECK(problem("2018-W53").message.text() == "there is no week 53 in 2018");
    CHECK(problem("2018-W00").message.text() == "there is no week 0 in 2018");
    CHECK(problem("2018-W1").help.text() == "write 2018-W01");
    CHECK(problem("2018-w17").help.text() == "write 2018-W17");
    CHECK(problem("0000-W01").message.text() == "there is no year 0000");
    CHECK(period("2020-W53").name == "2020-W53");
}

TEST_CASE("a period that cannot be read is answered with what can", "[period]")
{
    CHECK(problem("last week").help.text() == "did you mean last-week?");
    CHECK(problem("LastMonth").help.text() == "did you mean last-month?");
    CHECK(problem("week").help.text() == "did you mean this-week or last-week?");
    CHECK(problem("2018-4").help.text() == "write 2018-04");
    CHECK(problem("2018-13").message.text() == "there is no month 13");
    CHECK(problem("2018-04-31").help.text() == "write 2018-04-30, or 2018-04 if only the month is known");
    CHECK(problem("2018-04~").help.text() == "write 2018-04");
    CHECK(problem("2018-04-01/2018-04-30").help.text() == "write 2018-04-01..2018-04-30");
    CHECK(problem("2018-04-01 to 2018-04-30").help.text() == "write 2018-04-01..2018-04-30");
    CHECK(problem("2018-04-01...2018-04-30").help.text() == "write 2018-04-01..2018-04-30");
    CHECK(problem("2023-04-15T06:47:00Z").help.text() == "write 2023-04-15");
    CHECK(problem("whenever").message.text() == "not a period");
    CHECK(problem("").message.text() == "the period is empty");
}

TEST_CASE("a run of days needs both its ends, in order", "[period]")
{
    CHECK(problem("2018-04-01..").message.text() == "the period has no last day");
    CHECK(problem("..2018-04-01").message.text() == "the period has no first day");
    CHECK(problem("2018-05..2018-04").help.text() == "write 2018-04..2018-05 if its ends were swapped");
    CHECK(problem("2018-04-01..2018-04-31") ==
          DateProblem{"April has 30 days", "write 2018-04-30, or 2018-04 if only the month is known", 12, 10});
}

}  // namespace sss::period_test
