#include "print/calendar/ics.hpp"

#include <catch2/catch.hpp>

namespace sss::ics_test {

namespace {

std::string text_line(std::string_view value)
{
    IcsWriter ics;
    ics.text("SUMMARY", value);
    return std::move(ics).take();
}

}  // namespace

TEST_CASE("what iCalendar means something by is escaped in a text", "[ics]")
{
    CHECK(text_line("a,b;c\\d\ne") == "SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
}

TEST_CASE("no control character reaches a calendar", "[ics]")
{
    CHECK(text_line("a\r\nEND:VEVENT\x1b[31m") == "SUMMARY:a\\nEND:VEVENT\\\\x1b[31m\r\n");
}

TEST_CASE("a line is folded at 75 octets, and never within a character", "[ics]")
{
    CHECK(text_line(std::string(67, 'x')) == "SUMMARY:" + std::string(67, 'x') + "\r\n");
    CHECK(text_line(std::string(68, 'x')) == "SUMMARY:" + std::string(67, 'x') + "\r\n x\r\n");
    CHECK(text_line(std::string(66, 'x') + "äö") == "SUMMARY:" + std::string(66, 'x') + "\r\n äö\r\n");
    CHECK(text_line(std::string(67 + 74 + 1, 'x')) ==
          "SUMMARY:" + std::string(67, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST_CASE("no folded line begins with what a CI system that prints it would obey", "[ics]")
{
    CHECK(text_line(std::string(67, 'x') + "::error::") == "SUMMARY:" + std::string(66, 'x') + "\r\n x::error::\r\n");
    CHECK(text_line(std::string(65, 'x') + "::::y") == "SUMMARY:" + std::string(64, 'x') + "\r\n x::::y\r\n");
    CHECK(text_line(std::string(80, ':')).ends_with("::\r\n"));
}

TEST_CASE("days, instants and lists are written as their types ask", "[ics]")
{
    IcsWriter ics;
    ics.day("DTSTART", std::chrono::sys_days{std::chrono::year{2018} / 4 / 5});
    ics.instant("DTSTAMP", std::chrono::sys_seconds{std::chrono::seconds{1681541220}});
    ics.texts("CATEGORIES", {"a,b", "c"});
    CHECK(std::move(ics).take() == "DTSTART;VALUE=DATE:20180405\r\nDTSTAMP:20230415T064700Z\r\nCATEGORIES:a\\,b,c\r\n");
}

}  // namespace sss::ics_test
