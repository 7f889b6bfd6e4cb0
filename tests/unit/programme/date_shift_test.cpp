#include "programme/date_shift.hpp"

#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::date_shift_test {

namespace {

Date date(std::string_view text)
{
    return std::get<Date>(parse_date(text, Zone::utc()));
}

/// The new date's text, or why there is none.
std::string after(std::string_view from, std::string_view distance)
{
    auto const shift = parse_shift(distance);
    REQUIRE(shift);
    if (auto const* problem = std::get_if<DateProblem>(&*shift)) return problem->message.text();
    auto const moved = shifted(date(from), std::get<DateShift>(*shift), Zone::utc());
    if (auto const* problem = std::get_if<DateProblem>(&moved)) return problem->message.text();
    return std::get<Date>(moved).text();
}

}  // namespace

TEST_CASE("a date moves by days, weeks, months, quarters and years, as exactly known as before", "[date-shift]")
{
    CHECK(after("2018-04-25", "+2w") == "2018-05-09");
    CHECK(after("2018-01-02", "-3d") == "2017-12-30");
    CHECK(after("2018-04-25", "+1m") == "2018-05-25");
    CHECK(after("2018-11", "+3 months") == "2019-02");
    CHECK(after("2018-Q4", "+1q") == "2019-Q1");
    CHECK(after("2018-Q4", "-6m") == "2018-Q2");
    CHECK(after("2018-H2", "+2quarters") == "2019-H1");
    CHECK(after("2018~", "+1y") == "2019~");
    CHECK(after("2021-12-01/2021-12-10", "+1w") == "2021-12-08/2021-12-17");
    CHECK(after("2018-04/2018-06", "+1m") == "2018-05/2018-07");
    CHECK(after("2018/2019-04", "+1y") == "2019/2020-04");
}

TEST_CASE("an instant keeps its time of day", "[date-shift]")
{
    CHECK(after("2023-04-15T06:47:00Z", "+1d") == "2023-04-16T06:47:00Z");
    CHECK(after("2023-01-31T06:47:00Z", "+1m") == "2023-02-28T06:47:00Z");
}

TEST_CASE("a month after the 31st is the last day of a shorter month", "[date-shift]")
{
    CHECK(after("2019-01-31", "+1m") == "2019-02-28");
    CHECK(after("2020-02-29", "+1y") == "2021-02-28");
    CHECK(after("2019-03-31", "-1m") == "2019-02-28");
}

TEST_CASE("a distance finer than the date is refused", "[date-shift]")
{
    CHECK(after("2018-Q4", "+2w") == "2018-Q4 is known to the quarter, and so far it cannot move");
    CHECK(after("2018-Q4", "+1m") == "2018-Q4 is known to the quarter, and so far it cannot move");
    CHECK(after("2018", "+1q") == "2018 is known to the year, and so far it cannot move");
    CHECK(after("2018/2019-04", "+1m") == "2018/2019-04 is known to the year, and so far it cannot move");
}

TEST_CASE("no distance leads out of the calendar", "[date-shift]")
{
    CHECK(after("2018-04-25", "+999999y") == "no date can lie so far away");
    CHECK(after("2018-04-25", "+4000000d") == "no date can lie so far away");
    CHECK(after("2018-04-25", "-4000000d") == "no date can lie so far away");
    CHECK(after("2018-04-25", "+99999999999999d") == "no date can lie so far away");
    CHECK(after("0003-01-01", "-12m") == "0002-01-01");
}

TEST_CASE("what is no distance is left to be a date, or explained", "[date-shift]")
{
    CHECK_FALSE(parse_shift("2018-04-25"));
    CHECK_FALSE(parse_shift(""));
    CHECK(after("2018", "+") == "behind the sign stands no number");
    CHECK(after("2018", "+2") == "the number has no unit");
    CHECK(after("2018", "+2x") == "this unit of time is not known");
}

}  // namespace sss::date_shift_test
