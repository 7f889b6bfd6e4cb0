#include "programme/date.hpp"
#include "support/zone.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace sss::date_problem_test {

namespace {

DateProblem problem(std::string_view text)
{
    auto const parsed = parse_date(text, Zone::utc());
    INFO(text);
    REQUIRE(std::holds_alternative<DateProblem>(parsed));
    return std::get<DateProblem>(parsed);
}

std::string help(std::string_view text)
{
    return problem(text).help.text();
}

}  // namespace

TEST_CASE("a day that its month has not got is answered with the month's length", "[date]")
{
    CHECK(problem("2018-04-31") ==
          DateProblem{"April has 30 days", "write 2018-04-30, or \"2018-04\" if only the month is known", 0, 0});
    CHECK(problem("2026-02-29") == DateProblem{"February 2026 has 28 days",
                                               "write 2026-02-28, or \"2026-02\" if only the month is known", 0, 0});
    CHECK(help("2018-04-45") == "write a day from 01 to 30, or \"2018-04\" if only the month is known");
    CHECK(problem("2018-04-00").message.text() == "April has no day 00");
}

TEST_CASE("months, quarters, halves and years that do not exist are named and marked", "[date]")
{
    CHECK(problem("2018-13") == DateProblem{"there is no month 13", "months run from 01 to 12", 5, 2});
    CHECK(problem("2018-00-10") == DateProblem{"there is no month 00", "months run from 01 to 12", 5, 2});
    CHECK(problem("2018-Q5") == DateProblem{"there is no quarter 5", "quarters run from Q1 to Q4", 6, 1});
    CHECK(problem("2018-Q0").message.text() == "there is no quarter 0");
    CHECK(problem("2018-H3").message.text() == "there is no half 3");
    CHECK(problem("0000") == DateProblem{"there is no year 0000", "years run from 0001 to 9999", 0, 4});
}

TEST_CASE("a range that ends before it starts is offered the other way round", "[date]")
{
    CHECK(problem("2018-06/2018-04") ==
          DateProblem{"the range ends before it starts", "write \"2018-04/2018-06\" if its ends were swapped", 0, 0});
    CHECK(help("2018-06/2018-04~") == "write \"2018-04/2018-06~\" if its ends were swapped");
}

TEST_CASE("what is wrong with one end of a range is marked there and mended as a whole", "[date]")
{
    CHECK(problem("2018-04-01/2018-04-31") ==
          DateProblem{"April has 30 days", "write \"2018-04-01/2018-04-30\"", 11, 10});
    CHECK(problem("2018-04-31/2018-05-02~") ==
          DateProblem{"April has 30 days", "write \"2018-04-30/2018-05-02~\"", 0, 10});
    CHECK(problem("2018-04/2018-13") == DateProblem{"there is no month 13", "months run from 01 to 12", 13, 2});
    CHECK(problem("2018-04~/2018-06") ==
          DateProblem{"a range is 'about' as a whole", "write \"2018-04/2018-06~\"", 7, 1});
}

TEST_CASE("a date in another notation is answered with the date that was meant", "[date]")
{
    for (auto const* text :
         {"2018-4-25", "25.04.2018", "25.4.2018", "25/04/2018", "04/25/2018", "2018/04/25", "2018.04.25", "20180425",
          "25 April 2018", "April 25, 2018", "25th of April 2018", "25-Apr-2018", " 2018-04-25 ", "2018 04 25"})
    {
        CHECK(help(text) == "write 2018-04-25");
    }
    CHECK(help("2018-4-5") == "write 2018-04-05");
    CHECK(help("5.4.2018") == "write 2018-04-05");
    CHECK(help("05/05/2018") == "write 2018-05-05");
}

TEST_CASE("rough dates in another notation are understood too", "[date]")
{
    CHECK(help("2018-4") == "write \"2018-04\"");
    CHECK(help("April 2018") == "write \"2018-04\"");
    CHECK(help("Sept. 2018") == "write \"2018-09\"");
    CHECK(help("04/2018") == "write \"2018-04\"");
    for (auto const* text :
         {"Q4 2018", "2018Q4", "2018-q4", "4Q2018", "4th quarter of 2018", "fourth quarter 2018", "2018-36"})
    {
        CHECK(help(text) == "write \"2018-Q4\"");
    }
    CHECK(help("second half of 2018") == "write \"2018-H2\"");
    CHECK(help("about 2018-04") == "write \"2018-04~\"");
    CHECK(help("c. April 2018") == "write \"2018-04~\"");
}

TEST_CASE("ranges in another notation are understood too", "[date]")
{
    for (auto const* text : {"2021-12-01..2021-12-10", "2021-12-01 - 2021-12-10", "2021-12-01 to 2021-12-10",
                             "2021-12-01/10", "1 December 2021 – 10 December 2021", "2021-12-01 / 2021-12-10"})
    {
        CHECK(help(text) == "write \"2021-12-01/2021-12-10\"");
    }
    CHECK(help("2018-Q3/Q4") == "write \"2018-Q3/2018-Q4\"");
}

TEST_CASE("where day and month cannot be told apart, both are offered", "[date]")
{
    CHECK(problem("04/05/2018").message.text() == "the day and the month cannot be told apart");
    CHECK(help("04/05/2018") == "write 2018-05-04 or 2018-04-05");
}

TEST_CASE("a date in another notation that does not exist is told so", "[date]")
{
    CHECK(problem("31 April 2018").message.text() == "April has 30 days");
    CHECK(problem("30.02.2018").message.text() == "February 2018 has 28 days");
}

TEST_CASE("EDTF's other forms get a helpful refusal", "[date]")
{
    CHECK(problem("2015?") ==
          DateProblem{"a date takes no \"?\"", "write \"2015~\" for about 2015, or \"2015\"", 4, 1});
    CHECK(help("../2019-07") == "write \"2019-07\", the last day that it may mean");
    CHECK(help("2019/") == "write the last day that it can be, or \"2019\" alone");
    CHECK(help("2021-12-XX") == "write \"2021-12\"");
    CHECK(help("2021-XX-XX") == "write \"2021\"");
    CHECK(help("201X") == "write \"2010/2019\"");
    CHECK(help("2018-W17") == "write \"2018-04-23/2018-04-29\"");
    CHECK(help("2020-W53") == "write \"2020-12-28/2021-01-03\"");
}

TEST_CASE("a time without an offset is no instant", "[date]")
{
    CHECK(problem("2023-04-15T06:47:00") ==
          DateProblem{"a time needs its offset from UTC",
                      "write 2023-04-15T06:47:00Z if the time is UTC, or 2023-04-15 if the day is enough", 0, 0});
    CHECK(help("2023-04-15 06:47") ==
          "write 2023-04-15T06:47:00Z if the time is UTC, or 2023-04-15 if the day is enough");
    CHECK(help("2023-04-15T06:47:00+0800") == "write 2023-04-15T06:47:00+08:00");
    CHECK(help("2023-04-15T06:47:00-07") == "write 2023-04-15T06:47:00-07:00");
    CHECK(help("2023-04-15 06:47 UTC") == "write 2023-04-15T06:47:00Z");
    CHECK(problem("07:32:00").message.text() == "a time of day is not a date");
}

TEST_CASE("hours, minutes and seconds that do not exist are marked", "[date]")
{
    CHECK(problem("2023-04-15T24:00:00Z") == DateProblem{"there is no hour 24", "hours run from 00 to 23", 11, 2});
    CHECK(problem("2023-04-15T06:60:00Z").offset == 14);
    CHECK(problem("2023-04-15T23:59:60Z").message.text() == "there is no second 60");
    CHECK(problem("2023-04-31T06:47:00Z").help.text() == "write 2023-04-30T06:47:00Z");
    CHECK(problem("2023-04-15T06:47:00+25:00").message.text() == "the offset from UTC cannot be read");
    CHECK(problem("2023-04-15T06:47:00Z~").help.text() == "write \"2023-04-15~\" if only the day is known, about");
}

TEST_CASE("an instant that leaves the calendar in UTC is refused", "[date]")
{
    CHECK(problem("0001-01-01T00:00:00+01:00").message.text() == "in UTC this is outside the years 0001 to 9999");
    CHECK(problem("9999-12-31T23:59:59-01:00").message.text() == "in UTC this is outside the years 0001 to 9999");
}

TEST_CASE("a date that is not known is left out", "[date]")
{
    for (auto const* text : {"", " ", "TBD", "tbc", "unknown", "?", "n/a"}) {
        CHECK(help(text) == "leave the field out while the date is not known");
    }
}

TEST_CASE("what resembles no date is answered with the forms that a date can take", "[date]")
{
    for (auto const* text : {"soon", "2018~~", "~", "12018-01-01", "-2018", "2018-04-25x", "25 Jupiter 2018", "2018-",
                             "/", "//", "2018-115", "99999999999999999999", "2018-04-25T"})
    {
        CHECK(problem(text).message.text() == "not a date");
        CHECK(help(text).starts_with("write 2018-04-25, \"2018-04\""));
    }
}

TEST_CASE("every text gives a date or a problem with help, whose mark lies within the text", "[date]")
{
    std::mt19937 random{2018};
    std::string_view const letters = "0123456789012-/~.:TZQHWXx? +é\"aApr\n";
    auto bad = 0;
    for (auto i = 0; i < 200'000; ++i) {
        std::string text = i % 3 == 0 ? "2018-04" : i % 3 == 1 ? "2023-04-15T06:47:00" : "";
        auto const edits = random() % 12;
        for (auto k = 0U; k < edits; ++k) {
            auto const at = text.empty() ? 0 : random() % (text.size() + 1);
            if (random() % 3 == 0 && at < text.size())
                text.erase(at, 1);
            else
                text.insert(at, 1, letters[random() % letters.size()]);
        }
        auto const parsed = parse_date(text, Zone::utc());
        if (auto const* date = std::get_if<Date>(&parsed)) {
            auto const again = parse_date(date->text(), Zone::utc());
            if (date->last() < date->first() || !std::holds_alternative<Date>(again) || std::get<Date>(again) != *date)
                ++bad;
        } else {
            auto const& wrong = std::get<DateProblem>(parsed);
            if (wrong.message.empty() || wrong.help.empty() || wrong.offset + wrong.length > text.size()) ++bad;
        }
    }
    CHECK(bad == 0);
}

TEST_CASE("a date that the help says to write can be read", "[date]")
{
    for (auto const* text :
         {"2018-4-5", "25.04.2018", "April 2018", "Q4 2018", "2018-04-31", "2021-12-01/10", "2018-W17", "c. 2018",
          "2023-04-15T06:47:00+0800", "2018-04-01/2018-04-31~", "201X", "2018-36"})
    {
        auto advice = help(text).substr(std::string_view{"write "}.size());
        advice = advice.substr(0, advice.find(", or"));
        std::erase(advice, '"');
        CHECK(std::holds_alternative<Date>(parse_date(advice, Zone::utc())));
    }
}

TEST_CASE("how often a text is read does not depend on how many marks of 'about' it holds", "[date]")
{
    for (auto const* end : {"/2018-06", "/2018-06~", "/..", ""}) {
        auto const read = parse_date("2018-04" + std::string(1'000'000, '~') + end, Zone::utc());
        CHECK(std::holds_alternative<DateProblem>(read));
    }
}

}  // namespace sss::date_problem_test
