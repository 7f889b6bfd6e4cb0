#include "programme/asked_day.hpp"

#include <catch2/catch.hpp>

namespace sss::asked_day_test {

namespace {

/// Counted from a Thursday.
std::string from_thursday(std::string_view text, Toward toward = Toward::past)
{
    auto const day = AskedDay::read(text);
    return day ? iso(day->from(parse_day("2026-01-15").value(), toward)) : "none";
}

}  // namespace

TEST_CASE("a day is one of the calendar, or counted from today", "[asked_day]")
{
    CHECK(from_thursday("2018-04-25") == "2018-04-25");
    CHECK(from_thursday("today") == "2026-01-15");
    CHECK(from_thursday("yesterday") == "2026-01-14");
    CHECK(from_thursday("tomorrow") == "2026-01-16");
    CHECK(from_thursday("-3d") == "2026-01-12");
    CHECK(from_thursday("+2w") == "2026-01-29");
    CHECK(from_thursday("-2m") == "2025-11-15");
    CHECK(from_thursday("+1y") == "2027-01-15");
    CHECK_FALSE(AskedDay::read("2018-04-25")->counted());
    CHECK(AskedDay::read("today")->counted());
}

TEST_CASE("a weekday is the last one that was, or the next one of what is planned; today is either", "[asked_day]")
{
    CHECK(from_thursday("friday") == "2026-01-09");
    CHECK(from_thursday("friday", Toward::future) == "2026-01-16");
    CHECK(from_thursday("thursday") == "2026-01-15");
    CHECK(from_thursday("thursday", Toward::future) == "2026-01-15");
    CHECK(from_thursday("sunday") == "2026-01-11");
    CHECK(from_thursday("wednesday", Toward::future) == "2026-01-21");
}

TEST_CASE("a month back from its last day is the other's last day", "[asked_day]")
{
    CHECK(iso(AskedDay::read("-1m")->from(parse_day("2026-03-31").value())) == "2026-02-28");
}

TEST_CASE("what is no day is none, and nobody counts farther than a hundred years", "[asked_day]")
{
    for (auto const* text :
         {"", "3d", "-3", "fri", "Friday", "last friday", "2018-04", "-101y", "+36526d", "-3x", "to day"})
        CHECK(from_thursday(text) == "none");
    CHECK(from_thursday("-100y") == "1926-01-15");
}

}  // namespace sss::asked_day_test
