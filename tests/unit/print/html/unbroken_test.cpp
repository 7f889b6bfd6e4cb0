#include "print/html/unbroken.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::print_html_unbroken_test {
namespace {

/// With ~ for each no-break space.
std::string marked(std::string text)
{
    constexpr std::string_view no_break = "\u00a0";
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at))
        text.replace(at, no_break.size(), "~");
    return text;
}

}  // namespace

TEST_CASE("No line ends within a quantity")
{
    CHECK(marked(unbroken("slipped by 77 days")) == "slipped by 77~days");
    CHECK(marked(unbroken("1,304 records (+45 days)")) == "1,304~records (+45~days)");
    CHECK(marked(unbroken("\u221214 days, 83 %")) == "\u221214~days, 83~%");
    CHECK(marked(unbroken("435.8 MHz")) == "435.8~MHz");
}

TEST_CASE("No line ends within a date")
{
    CHECK(marked(unbroken("planned for 12 April 2018.")) == "planned for 12~April~2018.");
    CHECK(marked(unbroken("1\u201310 December 2021 (Q4 2018)")) == "1\u201310~December~2021 (Q4~2018)");
    CHECK(marked(unbroken("15 April 2023, 14:47 UTC+8")) == "15~April~2023, 14:47~UTC+8");
    CHECK(marked(unbroken("week 15 of 2023")) == "week~15~of~2023");
    CHECK(marked(unbroken("30 July \u2013 3 August 2018")) == "30~July \u2013 3~August~2018");
}

TEST_CASE("What is no number goes on as it was")
{
    CHECK(marked(unbroken("Made by sss 0.2.0 from commit 5080aab")) == "Made by sss 0.2.0 from commit 5080aab");
    CHECK(marked(unbroken("in 2018 it was told")) == "in~2018 it was told");
    CHECK(marked(unbroken("a  b")) == "a  b");
    CHECK(unbroken("").empty());
}

}  // namespace sss::print_html_unbroken_test
