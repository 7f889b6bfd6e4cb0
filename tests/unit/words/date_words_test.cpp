#include "words/date_words.hpp"

#include "support/zone.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace sss::date_words_test {
using namespace std::chrono;

namespace {

Date date(std::string_view text)
{
    return std::get<Date>(parse_date(text, Zone::utc()));
}
std::string words(std::string_view text)
{
    return in_words(date(text));
}
std::string moved(std::string_view from, std::string_view to)
{
    return move_in_words(date(from), date(to));
}
std::string slipped(std::string_view from, std::string_view to)
{
    return slip_in_words(slip(date(from), date(to)));
}

}  // namespace

TEST_CASE("a date is said as people say it", "[words]")
{
    CHECK(words("2018-04-25") == "25 April 2018");
    CHECK(words("2018-04-05") == "5 April 2018");
    CHECK(words("2018-04") == "April 2018");
    CHECK(words("2018-Q4") == "Q4 2018");
    CHECK(words("2018-H1") == "first half of 2018");
    CHECK(words("2018-H2") == "second half of 2018");
    CHECK(words("2018") == "2018");
    CHECK(words("2018-04~") == "about April 2018");
    CHECK(words("2023-04-15T06:47:00Z") == "15 April 2023, 06:47 UTC");
    CHECK(in_words(date("2023-04-15T06:47:00Z"), {.time = false, .known_year = {}}) == "15 April 2023");
    CHECK(in_words(Day{2018y / 4 / 25}) == "25 April 2018");
}

TEST_CASE("a range says once what its ends share", "[words]")
{
    CHECK(words("2021-12-01/2021-12-10") == "1–10 December 2021");
    CHECK(words("2021-12-01/2021-12-10~") == "about 1–10 December 2021");
    CHECK(words("2018-07-30/2018-08-03") == "30 July – 3 August 2018");
    CHECK(words("2018-12-30/2019-01-03") == "30 December 2018 – 3 January 2019");
    CHECK(words("2018-04/2018-06") == "April–June 2018");
    CHECK(words("2018-Q1/2018-Q3") == "Q1–Q3 2018");
    CHECK(words("2018/2019") == "2018–2019");
    CHECK(words("2018/2019-04") == "2018 – April 2019");
    CHECK(words("2018-04/2018-H2") == "April 2018 – second half of 2018");
}

TEST_CASE("a year that the reader knows is left out", "[words]")
{
    DateWords const in_2018{.time = true, .known_year = 2018};

    CHECK(in_words(date("2018-04-25"), in_2018) == "25 April");
    CHECK(in_words(date("2018-Q4"), in_2018) == "Q4");
    CHECK(in_words(date("2018"), in_2018) == "2018");
    CHECK(in_words(date("2018-H2"), in_2018) == "second half of 2018");
    CHECK(in_words(date("2019-04-25"), in_2018) == "25 April 2019");
    CHECK(move_in_words(date("2018-04-11"), date("2018-04-14"), in_2018) == "11 → 14 April");
}

TEST_CASE("a move says once what both dates share", "[words]")
{
    CHECK(moved("2023-04-12", "2023-04-14") == "12 → 14 April 2023");
    CHECK(moved("2023-03-28", "2023-04-04") == "28 March → 4 April 2023");
    CHECK(moved("2018-05-01", "2018-06-15") == "1 May → 15 June 2018");
    CHECK(moved("2018-12-28", "2019-01-04") == "28 December 2018 → 4 January 2019");
    CHECK(moved("2019", "2021-10-14") == "2019 → 14 October 2021");
    CHECK(moved("2018", "2019") == "2018 → 2019");
    CHECK(moved("2018-04", "2018-06") == "April → June 2018");
    CHECK(moved("2018-04", "2018-06-15") == "April → 15 June 2018");
    CHECK(moved("2018-Q3", "2018-Q4") == "Q3 → Q4 2018");
    CHECK(moved("2018-H1", "2018-H2") == "first → second half of 2018");
    CHECK(moved("2018-H1", "2018-10-15") == "first half of 2018 → 15 October 2018");
    CHECK(moved("2018", "2018-10-15") == "2018 → 15 October 2018");
    CHECK(moved("2021-12-01/2021-12-10", "2021-12-05/2021-12-15") == "1–10 → 5–15 December 2021");
    CHECK(moved("2018-04", "2018-04~") == "April 2018 → about April 2018");
    CHECK(moved("2018-04~", "2018-05") == "about April → May 2018");
}

TEST_CASE("a move within a day is told by the hour, and any other is not", "[words]")
{
    CHECK(moved("2023-04-15T06:47:00Z", "2023-04-15T06:48:00Z") == "06:47 → 06:48 UTC, 15 April 2023");
    CHECK(moved("2023-04-15T06:47:10Z", "2023-04-15T06:47:12Z") == "06:47:10 → 06:47:12 UTC, 15 April 2023");
    CHECK(moved("2023-04-14T06:47:00Z", "2023-04-15T06:47:00Z") == "14 → 15 April 2023");
    CHECK(moved("2023-04-14T23:00:00Z", "2023-04-15T02:00:00Z") ==
          "14 April 2023, 23:00 UTC → 15 April 2023, 02:00 UTC");
    CHECK(moved("2023-04-14T23:00:00Z", "2023-04-16T01:00:00Z") ==
          "14 April 2023, 23:00 UTC → 16 April 2023, 01:00 UTC");
    CHECK(moved("2023-04-15", "2023-04-15T06:47:00Z") == "15 April 2023 → 15 April 2023, 06:47 UTC");
}

TEST_CASE("an instant is told by the programme's clock, which names its distance from UTC", "[words]")
{
    auto const in = [](char const* text, char const* zone) {
        return std::get<Date>(parse_date(text, *Zone::named(zone)));
    };
    CHECK(in_words(in("2023-04-14T22:30:00Z", "Asia/Shanghai")) == "15 April 2023, 06:30 UTC+8");
    CHECK(in_words(in("2023-04-14T22:30:00Z", "Asia/Kathmandu")) == "15 April 2023, 04:15 UTC+5:45");
    CHECK(in_words(in("2023-04-15T01:30:00Z", "America/St_Johns")) == "14 April 2023, 23:00 UTC−2:30");
    CHECK(move_in_words(in("2023-04-14T22:30:00Z", "Asia/Shanghai"), in("2023-04-14T23:45:00Z", "Asia/Shanghai")) ==
          "06:30 → 07:45 UTC+8, 15 April 2023");
    // Where the clocks change in between, each names its own.
    CHECK(move_in_words(in("2023-03-26T00:30:00Z", "Europe/Berlin"), in("2023-03-26T01:30:00Z", "Europe/Berlin")) ==
          "26 March 2023, 01:30 UTC+1 → 26 March 2023, 03:30 UTC+2");
}

TEST_CASE("several moves are one line", "[words]")
{
    std::vector const way{date("2023-04-11"), date("2023-04-12"), date("2023-04-14")};
    std::vector const over_months{date("2023-03-28"), date("2023-04-12"), date("2023-04-14")};

    CHECK(move_in_words(way) == "11 → 12 → 14 April 2023");
    CHECK(move_in_words(over_months) == "28 March → 12 April → 14 April 2023");
    CHECK(move_in_words(std::vector<Date>{}).empty());
}

TEST_CASE("a slip between days is a signed number of days", "[words]")
{
    CHECK(slipped("2018-05-01", "2018-06-15") == "+45 days");
    CHECK(slipped("2018-06-15", "2018-06-01") == "−14 days");
    CHECK(slipped("2018-06-15", "2018-06-16") == "+1 day");
    CHECK(slipped("2018-06-15", "2018-06-14") == "−1 day");
    CHECK(slipped("2018-06-15", "2018-06-15") == "no move");
    CHECK(slipped("2018-06-15~", "2018-06-25") == "about 10 days later");
}

TEST_CASE("a rough slip is said at the coarser precision, and never as nothing", "[words]")
{
    CHECK(slipped("2019", "2021-10-14") == "about 2 years later");
    CHECK(slipped("2019", "2018") == "about 1 year earlier");
    CHECK(slipped("2018-04", "2018-06") == "about 2 months later");
    CHECK(slipped("2018-Q4", "2018-Q3") == "about 3 months earlier");
    CHECK(slipped("2018-H1", "2019-H1") == "about 1 year later");
    CHECK(slipped("2018-Q4", "2019-01-10") == "less than a quarter later");
    CHECK(slipped("2018", "2019-02-10") == "less than a year later");
    CHECK(slipped("2018-Q4", "2018-12-20") == "within the same quarter");
    CHECK(slipped("2018", "2018-10-15") == "within the same year");
}

TEST_CASE("a slip within a day is said in hours and minutes", "[words]")
{
    CHECK(slipped("2023-04-15T06:47:00Z", "2023-04-15T06:48:00Z") == "1 minute later");
    CHECK(slipped("2023-04-15T06:47:00Z", "2023-04-15T05:42:00Z") == "1 hour 5 minutes earlier");
    CHECK(slipped("2023-04-15T06:00:00Z", "2023-04-15T08:00:00Z") == "2 hours later");
    CHECK(slipped("2023-04-15T06:47:00Z", "2023-04-15T06:47:30Z") == "30 seconds later");
    CHECK(slipped("2023-04-15T23:30:00Z", "2023-04-16T01:00:00Z") == "1 hour 30 minutes later");
    CHECK(slipped("2023-04-15T06:47:00Z", "2023-04-16T06:46:00Z") == "23 hours 59 minutes later");
    CHECK(slipped("2023-04-15T06:47:00Z", "2023-04-16T06:47:00Z") == "+1 day");
}

TEST_CASE("a day ahead is counted in days, beyond a year in months, then in years", "[words]")
{
    Day const today{2018y / 4 / 25};
    auto const ahead = [&](int number) { return ago_or_ahead(today, Date::of(today + days{number})); };

    CHECK(ahead(0) == "today");
    CHECK(ahead(1) == "tomorrow");
    CHECK(ahead(2) == "in 2 days");
    CHECK(ahead(60) == "in 60 days");
    CHECK(ahead(61) == "in 61 days");
    CHECK(ahead(365) == "in 365 days");
    CHECK(ahead(366) == "in about 12 months");
    CHECK(ahead(700) == "in about 23 months");
    CHECK(ahead(731) == "in about 2 years");
    CHECK(ahead(1096) == "in about 3 years");
}

TEST_CASE("what is past is late where it was planned, and ago where it was done", "[words]")
{
    Day const today{2018y / 4 / 25};

    CHECK(ago_or_ahead(today, date("2018-04-24")) == "1 day late");
    CHECK(ago_or_ahead(today, date("2018-04-22")) == "3 days late");
    CHECK(ago_or_ahead(today, date("2018-01-22")) == "93 days late");
    CHECK(ago_or_ahead(today, date("2014-01-22")) == "1,554 days late");
    CHECK(ago_or_ahead(today, date("2017-12")) == "about 4 months late");
    CHECK(ago_or_ahead(today, date("2018-03")) == "25 days late");
    CHECK(ago_or_ahead(today, date("2018-03~")) == "about 25 days late");
    CHECK(ago_or_ahead(today, date("2018-04-24"), PastAs::ago) == "yesterday");
    CHECK(ago_or_ahead(today, date("2018-04-13"), PastAs::ago) == "12 days ago");
}

TEST_CASE("a rough date ahead is counted in its own unit", "[words]")
{
    Day const today{2018y / 12 / 25};

    CHECK(ago_or_ahead(today, date("2018-12")) == "this month");
    CHECK(ago_or_ahead(today, date("2019-01")) == "next month");
    CHECK(ago_or_ahead(today, date("2019-03~")) == "in about 3 months");
    CHECK(ago_or_ahead(today, date("2019-Q1")) == "next quarter");
    CHECK(ago_or_ahead(today, date("2018-H2")) == "this half-year");
    CHECK(ago_or_ahead(today, date("2021")) == "in 3 years");
    CHECK(ago_or_ahead(today, date("2018~")) == "around this year");
    CHECK(ago_or_ahead(today, date("2018-12-26~")) == "around tomorrow");
    CHECK(ago_or_ahead(today, date("2018-12-20/2018-12-30")) == "within 5 days");
    CHECK(ago_or_ahead(today, date("2018-12-20/2018-12-25")) == "today at the latest");
    CHECK(ago_or_ahead(today, date("2018-12-28/2018-12-30")) == "in 3 days");
}

TEST_CASE("a date is said to be late exactly when it is", "[words]")
{
    for (auto const* text :
         {"2018-04-25", "2018-04", "2018-Q1", "2018-H1~", "2018", "2018-04-20/2018-04-27", "2018-04-25T10:00:00Z"})
    {
        for (auto day = Day{2017y / 11 / 1}; day < Day{2019y / 6 / 1}; day += days{1}) {
            auto const said = ago_or_ahead(day, date(text));
            if (said.ends_with(" late") != is_late(date(text), day))
                FAIL_CHECK(text << " on " << iso(day) << ": " << said);
        }
    }
}

TEST_CASE("a period is said in words", "[words]")
{
    auto const period = [](std::string_view text) {
        return in_words(std::get<Period>(parse_period(text, Day{2018y / 4 / 25})));
    };

    CHECK(period("last-week") == "week 16 of 2018");
    CHECK(period("2018-W07") == "week 7 of 2018");
    CHECK(period("2018-04") == "April 2018");
    CHECK(period("2018-Q2") == "Q2 2018");
    CHECK(period("2018-H1") == "first half of 2018");
    CHECK(period("2018") == "2018");
    CHECK(period("2018-04-25") == "25 April 2018");
    CHECK(period("2018-04-01..2018-04-30") == "1–30 April 2018");
    CHECK(period("2018-04-25..2018-04-25") == "25 April 2018");
}

TEST_CASE("an open end is said as the first day, and so is what it is to today", "[words]")
{
    CHECK(words("2018-07-16/..") == "not before 16 July 2018");
    CHECK(words("2018-07/..~") == "not before about July 2018");
    CHECK(words("2018/..") == "not before 2018");
    CHECK(plan_in_words(date("2018-07-16/..")) == "not before 16 July 2018");
    CHECK(plan_in_words(date("2018-07-16")) == "planned for 16 July 2018");
    auto const today = sys_days{2018y / 7 / 4};
    CHECK(ago_or_ahead(today, date("2018-07-16/..")) == "in 12 days at the earliest");
    CHECK(ago_or_ahead(today, date("2018-07-04/..")) == "no last day is known");
    CHECK(ago_or_ahead(today, date("2017/..")) == "no last day is known");
}

}  // namespace sss::date_words_test
