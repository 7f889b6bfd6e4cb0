#include "print/svg/time_axis.hpp"

#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::time_axis_test {

namespace {

std::string ticks(char const* first, char const* last, std::size_t most)
{
    std::string text;
    for (auto const& tick : time_ticks(*parse_day(first), *parse_day(last), most))
        text += (text.empty() ? "" : ", ") + tick.label + (tick.context.empty() ? "" : " (" + tick.context + ")");
    return text;
}

}  // namespace

TEST_CASE("ticks fall on round days of the finest step that fits", "[time_axis]")
{
    CHECK(ticks("2023-04-28", "2023-05-02", 6) == "28 (Apr 2023), 29, 30, 1 (May), 2");
    CHECK(ticks("2023-04-05", "2023-05-05", 6) == "10 (Apr 2023), 17, 24, 1 (May)");
    CHECK(ticks("2022-11-15", "2023-03-02", 6) == "Dec (2022), Jan (2023), Feb, Mar");
    CHECK(ticks("2022-11-15", "2024-02-02", 6) == "Jan (2023), Apr, Jul, Oct, Jan (2024)");
    CHECK(ticks("2017-03-01", "2023-03-02", 6) == "2018, 2019, 2020, 2021, 2022, 2023");
    CHECK(ticks("1958-03-01", "2031-03-02", 6) == "1960, 1980, 2000, 2020");
    CHECK(ticks("0001-01-01", "9999-12-31", 6) == "2000, 4000, 6000, 8000");
}

TEST_CASE("there is a tick even where no round day is", "[time_axis]")
{
    CHECK(ticks("2023-04-05", "2023-04-05", 3) == "5 (Apr 2023)");
    CHECK(ticks("2023-01-02", "2023-12-30", 1) == "Jul (2023)");
}

TEST_CASE("no more ticks are set than there is room for", "[time_axis]")
{
    for (auto days = 0; days < 4000; days += 13)
        for (std::size_t most = 1; most < 12; ++most) {
            auto const first = *parse_day("2019-02-17");
            auto const found = time_ticks(first, first + std::chrono::days{days}, most);
            CHECK(found.size() <= most);
            CHECK(!found.empty());
            CHECK(found.front().day >= first);
            CHECK(found.back().day <= first + std::chrono::days{days});
        }
}

TEST_CASE("numbers rise by steps of 1, 2 or 5 and never by parts of one", "[time_axis]")
{
    CHECK(number_ticks(27, 6) == std::vector<double>{0, 5, 10, 15, 20, 25, 30});
    CHECK(number_ticks(1, 6) == std::vector<double>{0, 1});
    CHECK(number_ticks(0, 6) == std::vector<double>{0, 1});
    CHECK(number_ticks(7, 8) == std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(number_ticks(950, 5) == std::vector<double>{0, 200, 400, 600, 800, 1000});
}

TEST_CASE("a date on a chart has short months", "[time_axis]")
{
    CHECK(short_words(*parse_day("2023-04-15")) == "15 Apr 2023");
    CHECK(short_words(std::get<Date>(parse_date("2023-07-30/2023-08-03", Zone::utc()))) == "30 Jul – 3 Aug 2023");
    CHECK(short_words(std::get<Date>(parse_date("2023-Q4", Zone::utc()))) == "Q4 2023");
    CHECK(short_words(std::get<Date>(parse_date("2023-05", Zone::utc()))) == "May 2023");
}

}  // namespace sss::time_axis_test
