#include "programme/date.hpp"

#include "support/zone.hpp"

#include <set>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::date_test {
using namespace std::chrono;

namespace {

Date date(std::string_view text)
{
    auto const parsed = parse_date(text, Zone::utc());
    INFO(text);
    REQUIRE(std::holds_alternative<Date>(parsed));
    return std::get<Date>(parsed);
}

DateProblem problem(std::string_view text)
{
    auto const parsed = parse_date(text, Zone::utc());
    INFO(text);
    REQUIRE(std::holds_alternative<DateProblem>(parsed));
    return std::get<DateProblem>(parsed);
}

std::string days_of(std::string_view text)
{
    return iso(date(text).first()) + ' ' + iso(date(text).last());
}

/// Dates of every form around the edges of months, quarters and leap years.
std::vector<Date> many_dates()
{
    std::vector<Date> dates;
    for (auto const* text : {"2018",
                             "2018~",
                             "2018-H1",
                             "2018-H2",
                             "2018-Q1",
                             "2018-Q2",
                             "2018-Q3",
                             "2018-Q4~",
                             "2018-04",
                             "2018-04~",
                             "2018-12",
                             "2018-12-31",
                             "2018-12-31~",
                             "2018-04-30",
                             "2018-04-01",
                             "2018-04-01/2018-04-30",
                             "2018-04/2018-04",
                             "2018-01/2018-12",
                             "2018/2018",
                             "2017/2018-06",
                             "2018-04-30T00:00:00Z",
                             "2018-04-30T23:59:59Z",
                             "2018-04-30T12:00:00+14:00",
                             "2018-12-31T23:59:59Z",
                             "2018-12-31T23:59:59-01:00",
                             "2000-02-29",
                             "1900-02-28",
                             "2000-02",
                             "1900-02",
                             "1900",
                             "0001",
                             "0001-01-01",
                             "9999-12-31",
                             "9999-Q4",
                             "0001-01-01/9999-12-31~",
                             "2018-07-16/..",
                             "2018-07/..",
                             "2018/..~",
                             "9999-12-31/..",
                             "1969-12-31T23:59:59Z",
                             "1970-01-01T00:00:00Z"})
    {
        dates.push_back(date(text));
    }
    return dates;
}

}  // namespace

TEST_CASE("a date covers the days that it names, and no others", "[date]")
{
    CHECK(days_of("2018-04-25") == "2018-04-25 2018-04-25");
    CHECK(days_of("2018-04") == "2018-04-01 2018-04-30");
    CHECK(days_of("2018-Q1") == "2018-01-01 2018-03-31");
    CHECK(days_of("2018-Q4") == "2018-10-01 2018-12-31");
    CHECK(days_of("2018-H1") == "2018-01-01 2018-06-30");
    CHECK(days_of("2018-H2") == "2018-07-01 2018-12-31");
    CHECK(days_of("2018") == "2018-01-01 2018-12-31");
    CHECK(days_of("2018~") == "2018-01-01 2018-12-31");
    CHECK(days_of("2021-12-01/2021-12-10") == "2021-12-01 2021-12-10");
    CHECK(days_of("2018-04/2018-06") == "2018-04-01 2018-06-30");
    CHECK(days_of("2018/2019-04-10~") == "2018-01-01 2019-04-10");
    CHECK(days_of("0001") == "0001-01-01 0001-12-31");
    CHECK(days_of("9999") == "9999-01-01 9999-12-31");
}

TEST_CASE("February ends where its year says", "[date]")
{
    CHECK(days_of("2000-02") == "2000-02-01 2000-02-29");
    CHECK(days_of("1900-02") == "1900-02-01 1900-02-28");
    CHECK(days_of("2024-02") == "2024-02-01 2024-02-29");
    CHECK(days_of("2023-02") == "2023-02-01 2023-02-28");
    CHECK(days_of("2024-Q1") == "2024-01-01 2024-03-31");
    CHECK(days_of("2000-02-29") == "2000-02-29 2000-02-29");
    CHECK(problem("1900-02-29").message.text() == "February 1900 has 28 days");
    CHECK(problem("2024-02-30").message.text() == "February 2024 has 29 days");
}

TEST_CASE("every month of an ordinary and of a leap year ends the day before the next begins", "[date]")
{
    for (auto const y : {1899, 1900, 1999, 2000, 2018, 2024}) {
        for (auto m = 1U; m <= 12; ++m) {
            auto const whole = Date::holding(Day{year{y} / month{m} / 17}, Precision::month);
            auto const after = Date::holding(whole.last() + days{1}, Precision::month);
            CHECK(whole.first() == Day{year{y} / month{m} / 1});
            CHECK(after.first() == Day{(year{y} / month{m} + months{1}) / 1});
        }
    }
}

TEST_CASE("an instant's day is its UTC day", "[date]")
{
    CHECK(days_of("2023-04-15T06:47:00Z") == "2023-04-15 2023-04-15");
    CHECK(days_of("2023-04-11T19:19:00-07:00") == "2023-04-12 2023-04-12");
    CHECK(days_of("2023-04-12T07:59:59+08:00") == "2023-04-11 2023-04-11");
    CHECK(days_of("1969-12-31T23:59:59Z") == "1969-12-31 1969-12-31");
    CHECK(*date("2023-04-15T06:47:00Z").instant() == sys_days{2023y / 4 / 15} + 6h + 47min);
    CHECK_FALSE(date("2023-04-15").instant());
}

TEST_CASE("an instant may be written in all the ways of RFC 3339, to the minute too", "[date]")
{
    auto const expected = date("2023-04-15T06:47:00Z");

    CHECK(date("2023-04-15 06:47:00Z") == expected);
    CHECK(date("2023-04-15t06:47:00z") == expected);
    CHECK(date("2023-04-15T06:47:00.999Z") == expected);
    CHECK(date("2023-04-15T06:47Z") == expected);
    CHECK(date("2023-04-15T14:47:00+08:00") == expected);
    CHECK(date("2023-04-15T06:47:00-00:00") == expected);
    CHECK(date("2023-04-14T23:47:00-07:00") == expected);
}

TEST_CASE("what a date says is read back from its text", "[date]")
{
    for (auto const& one : many_dates()) {
        CHECK(date(one.text()) == one);
    }
    for (auto const* text : {"2018-04-25", "2018-04", "2018-Q4", "2018-H2~", "2018", "2021-12-01/2021-12-10~",
                             "2018/2019-04", "2018-Q1/2018-H2", "0001-01-01", "2023-04-15T06:47:00Z"})
    {
        CHECK(date(text).text() == text);
    }
}

TEST_CASE("equal dates have equal texts, and different ones different texts", "[date]")
{
    auto const dates = many_dates();
    for (auto const& a : dates) {
        for (auto const& b : dates) {
            CHECK((a == b) == (a.text() == b.text()));
        }
    }
}

TEST_CASE("a month is not the range of its days, and about a month is not the month", "[date]")
{
    CHECK_FALSE(date("2018-04") == date("2018-04-01/2018-04-30"));
    CHECK_FALSE(date("2018-04") == date("2018-04/2018-04"));
    CHECK_FALSE(date("2018-04") == date("2018-04~"));
    CHECK(date("2018-04~").approximate());
}

TEST_CASE("a range is as precise as its last end", "[date]")
{
    CHECK(date("2018/2019-04-10").precision() == Precision::day);
    CHECK(date("2018/2019-04-10").first_precision() == Precision::year);
    CHECK(date("2018/2019-04-10").is_range());
    CHECK_FALSE(date("2018").is_range());
}

TEST_CASE("the order of dates is strict: nothing comes before itself, nor two before each other", "[date]")
{
    auto const dates = many_dates();
    for (auto const& a : dates) {
        CHECK_FALSE(before(a, a));
        for (auto const& b : dates) CHECK_FALSE((before(a, b) && before(b, a)));
    }
}

TEST_CASE("the order of dates is transitive, and so is being told at the same place", "[date]")
{
    auto const dates = many_dates();
    auto const level = [](Date const& a, Date const& b) { return !before(a, b) && !before(b, a); };
    auto broken = 0;
    for (auto const& a : dates) {
        for (auto const& b : dates) {
            for (auto const& c : dates) {
                if (before(a, b) && before(b, c) && !before(a, c)) ++broken;
                if (level(a, b) && level(b, c) && !level(a, c)) ++broken;
            }
        }
    }
    CHECK(broken == 0);
}

TEST_CASE("dates are told by last day, then first day, then hour", "[date]")
{
    CHECK(before(date("2018-04-29"), date("2018-04")));
    CHECK(before(date("2018-04"), date("2018-04-30")));
    CHECK(before(date("2018-04-30"), date("2018-04-30T00:00:00Z")));
    CHECK(before(date("2018-04-30T06:47:00Z"), date("2018-04-30T06:48:00Z")));
    CHECK_FALSE(before(date("2018-04"), date("2018-04~")));
}

TEST_CASE("a month is late only when its last day has passed", "[date]")
{
    CHECK_FALSE(is_late(date("2018-04"), Day{2018y / 4 / 1}));
    CHECK_FALSE(is_late(date("2018-04"), Day{2018y / 4 / 30}));
    CHECK(is_late(date("2018-04"), Day{2018y / 5 / 1}));
    CHECK_FALSE(is_late(date("2018-04-25"), Day{2018y / 4 / 25}));
    CHECK(is_late(date("2018-04-25"), Day{2018y / 4 / 26}));
    CHECK_FALSE(is_late(date("2023-04-15T06:47:00Z"), Day{2023y / 4 / 15}));
}

TEST_CASE("a slip is measured between last days, at the coarser precision", "[date]")
{
    CHECK(slip(date("2018-05-01"), date("2018-06-15")) == Slip{45, Precision::day, false, false, 0});
    CHECK(slip(date("2018-06-15"), date("2018-05-01")).days == -45);
    CHECK(slip(date("2019"), date("2021-10-14")) == Slip{653, Precision::year, false, false, 0});
    CHECK(slip(date("2018-Q4"), date("2019-02")) == Slip{59, Precision::quarter, false, false, 0});
    CHECK(slip(date("2018-04~"), date("2018-05")) == Slip{31, Precision::month, true, false, 0});
    CHECK(slip(date("2018-Q4"), date("2018-12-20")) == Slip{-11, Precision::quarter, false, true, 0});
}

TEST_CASE("what takes until the 27th is not done on the 9th, and what is known roughly may be", "[date]")
{
    CHECK(slip(date("2026-03-09"), date("2026-03-09/2026-03-27")) == Slip{18, Precision::day, false, false, 0});
    CHECK(slip(date("2026-03-09/2026-03-27"), date("2026-03-11")).within);
    CHECK(slip(date("2026-03-09"), date("2026-03")).within);
    CHECK(slip(date("2026-03-09"), date("2026-03-01/2026-03-27~")).within);
    CHECK_FALSE(slip(date("2026-03-09/2026-03-12"), date("2026-03-10/2026-03-13")).within);
}

TEST_CASE("two instants less than a day apart are no days apart, but seconds", "[date]")
{
    auto const apart = [](int seconds) { return Slip{0, Precision::instant, false, false, seconds}; };
    CHECK(slip(date("2023-04-15T06:47:00Z"), date("2023-04-15T06:48:00Z")) == apart(60));
    CHECK(slip(date("2023-04-15T23:59:00Z"), date("2023-04-16T00:01:00Z")) == apart(120));
    CHECK(slip(date("2023-04-16T06:00:00Z"), date("2023-04-15T06:00:01Z")) == apart(1 - 86400));
    CHECK(slip(date("2023-04-15T06:47:00Z"), date("2023-04-15T14:47:00+08:00")).within);
    CHECK(slip(date("2023-04-15"), date("2023-04-15T06:48:00Z")).seconds == 0);
}

TEST_CASE("instants a day apart or more are as many days apart as is nearest, whatever midnights lie between", "[date]")
{
    auto const days = [](char const* from, char const* to) { return slip(date(from), date(to)).days; };
    CHECK(days("2023-04-15T06:47:00Z", "2023-04-16T06:47:00Z") == 1);
    CHECK(days("2023-04-15T23:00:00Z", "2023-04-17T01:00:00Z") == 1);
    CHECK(days("2023-04-15T01:00:00Z", "2023-04-16T23:00:00Z") == 2);
    CHECK(days("2023-04-12T06:48:00Z", "2023-04-14T06:47:00Z") == 2);
    CHECK(days("2023-04-14T06:47:00Z", "2023-04-12T06:48:00Z") == -2);
    CHECK(days("2023-04-17T01:00:00Z", "2023-04-15T23:00:00Z") == -1);
}

TEST_CASE("an instant's day is its day in the programme's zone", "[date]")
{
    auto const in = [](char const* text, char const* zone) {
        return std::get<Date>(parse_date(text, *Zone::named(zone)));
    };
    auto const launch = in("2023-04-14T22:30:00Z", "Asia/Shanghai");
    CHECK(iso(launch.first()) == "2023-04-15");
    CHECK(launch.offset() == std::chrono::hours{8});
    CHECK(launch.text() == "2023-04-14T22:30:00Z");
    CHECK(slip(in("2023-04-15", "Asia/Shanghai"), launch).days == 0);
    CHECK_FALSE(is_late(launch, Day{2023y / 4 / 15}));
    CHECK(is_late(launch, Day{2023y / 4 / 16}));
    CHECK(before(in("2023-04-14", "Asia/Shanghai"), launch));
    // Whatever offset it is written with.
    CHECK(in("2023-04-15T01:30:00+03:00", "Asia/Shanghai") == launch);
    // West of UTC the day is the one before.
    CHECK(iso(in("2023-04-15T03:00:00Z", "America/New_York").last()) == "2023-04-14");
    // Through the change of its clocks.
    CHECK(iso(in("2023-03-25T23:30:00Z", "Europe/Berlin").last()) == "2023-03-26");
    CHECK(iso(in("2023-06-25T22:30:00Z", "Europe/Berlin").last()) == "2023-06-26");
    CHECK(iso(in("2023-01-25T22:30:00Z", "Europe/Berlin").last()) == "2023-01-25");
    // Days and rougher dates lie in no zone.
    CHECK(in("2023-04", "Asia/Shanghai") == in("2023-04", "UTC"));
    // At the ends of what sss knows.
    CHECK(iso(in("9999-12-31T23:00:00Z", "Asia/Shanghai").last()) == "9999-12-31");
    CHECK(iso(in("0001-01-01T00:30:00Z", "America/New_York").first()) == "0001-01-01");
}

TEST_CASE("slips there and back cancel, and slips in a row add up", "[date]")
{
    auto const dates = many_dates();
    for (auto const& a : dates) {
        for (auto const& b : dates) {
            CHECK(slip(a, b).days == -slip(b, a).days);
            CHECK(slip(a, b).precision == slip(b, a).precision);
            if (a.open_ended() || b.open_ended()) continue;  // no slip is measured to an open end
            // The hours of instants that make no day are left out.
            auto const left_out = a.instant() && b.instant() ? 1 : 0;
            CHECK(std::abs(slip(a, b).days + slip(b, dates[0]).days - slip(a, dates[0]).days) <= left_out);
        }
    }
}

TEST_CASE("a plain day is read as that alone", "[date]")
{
    CHECK(parse_day("2018-04-25") == Day{2018y / 4 / 25});
    CHECK_FALSE(parse_day("2018-04"));
    CHECK_FALSE(parse_day("2018-04-31"));
    CHECK_FALSE(parse_day("2018-04-25~"));
    CHECK_FALSE(parse_day(""));
    CHECK(iso(Day{0001y / 1 / 1}) == "0001-01-01");
    CHECK(iso(sys_seconds{-1s}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("every day of four hundred years is read back from its text", "[date]")
{
    auto wrong = 0;
    for (auto day = Day{1800y / 1 / 1}; day < Day{2200y / 1 / 1}; day += days{1}) {
        if (parse_day(iso(day)) != day || date(iso(day)).first() != day) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("dates stay small, for a history holds hundreds of thousands", "[date]")
{
    CHECK(sizeof(Date) <= 24);
}

TEST_CASE("a date with an open end begins where it says, and is never late", "[date]")
{
    for (auto const* text : {"2018-07-16/..", "2018-07/..", "2018-Q3/..", "2018-H2/..", "2018/..", "2018-07-16/..~"}) {
        auto const open = date(text);
        INFO(text);
        CHECK(open.open_ended());
        CHECK(open.text() == text);
        CHECK(open.first() == date(std::string_view{text}.substr(0, std::string_view{text}.find('/'))).first());
        CHECK_FALSE(is_late(open, open.first() + days{1}));
        CHECK_FALSE(is_late(open, sys_days{year{9999} / 12 / 31}));
    }
    CHECK_FALSE(date("2018-07-16/9999-12-31").open_ended());
    CHECK(date("2018-07-16/9999-12-31") != date("2018-07-16/.."));
}

TEST_CASE("no slip is measured to an open end, nor from it", "[date]")
{
    for (auto const* other :
         {"2018-01-01", "2018-08-01", "2019", "2018-07-16/..", "2019-01-01/..", "2023-04-15T06:47:00Z"})
        for (auto const& one : {slip(date("2018-07-16/.."), date(other)), slip(date(other), date("2018-07-16/.."))}) {
            INFO(other);
            CHECK(one.days == 0);
            CHECK(one.seconds == 0);
            CHECK(one.within);
        }
}

TEST_CASE("an open end may come at any time from its first day on", "[date]")
{
    CHECK(surely_before(date("2018-07-15"), date("2018-07-16/..")));
    CHECK_FALSE(surely_before(date("2018-07-16"), date("2018-07-16/..")));
    CHECK_FALSE(surely_before(date("2030"), date("2018-07-16/..")));
    CHECK_FALSE(surely_before(date("2018-07-16/.."), date("2030")));
}

TEST_CASE("a date is not open at its beginning, and an open end of what is no day is told as that", "[date]")
{
    CHECK(problem("../2018-07-16").message.text() == "a date can be open at its end, not at its beginning");
    CHECK(problem("../2018-07-16").help.text() == "write 2018-07-16, the last day that it may mean");
    CHECK(problem("2018-06-31/..").message.text() == "June has 30 days");
    CHECK(problem("2018-06-31/..").help.text() == "write \"2018-06-30/..\"");
    for (auto const* text :
         {"/..", "../..", "..", "2018-07-16/...", "2018-07-16/.", "2018-07-16..", "2018-07-16T10:00:00Z/.."})
        problem(text);
}

}  // namespace sss::date_test
