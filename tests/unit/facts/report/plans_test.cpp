#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::plans_test {

namespace {

ProgressReport planned(std::string const& date)
{
    return Story{}.on("2018-01-01", {{"milestone/a", milestone("A", "planned = " + date + '\n')}}).report("2018-09");
}

}  // namespace

TEST_CASE("a plan within the upcoming days is coming up", "[report]")
{
    CHECK(planned("2018-10-30").plans.coming_up.size() == 1);
    CHECK(planned("2018-10-31").plans.coming_up.empty());
    CHECK(planned("2018-09-30").plans.coming_up.size() == 1);
}

TEST_CASE("a rough plan is coming up when its days meet the upcoming ones", "[report]")
{
    CHECK(planned("\"2018-Q4\"").plans.coming_up.size() == 1);
    CHECK(planned("\"2018\"").plans.coming_up.size() == 1);
    CHECK(planned("\"2019\"").plans.coming_up.empty());
}

TEST_CASE("a rough plan is overdue only when its last day has passed", "[report]")
{
    CHECK(planned("\"2018-09\"").plans.overdue.empty());
    auto const late = planned("\"2018-08\"").plans.overdue;
    REQUIRE(late.size() == 1);
    CHECK(late.front().days == 30);
}

TEST_CASE("without a plan a milestone is undated, unless it is reached or cancelled", "[report]")
{
    auto const report =
        Story{}
            .on("2018-01-01", {{"milestone/a", milestone("A")},
                               {"milestone/b", milestone("B", "actual = 2017-01-01\n")},
                               {"milestone/c", milestone("C", "[cancelled]\ndate = 2017-01-01\nreason = \"no\"\n")}})
            .report("2018-09");

    REQUIRE(report.plans.undated.size() == 1);
    CHECK(report.plans.undated.front().id == "a");
}

TEST_CASE("before the first commit the report is made from the dates in the records", "[report]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", milestone("A", "actual = 2018-09-10\n")},
                            {"milestone/b", milestone("B", "actual = 2019-05-05\n")},
                            {"milestone/c", milestone("C")},
                            {"meeting/m", "title = \"M\"\ntype = \"review\"\nstart = 2018-09-12\n"}});
    auto const report = story.report("2018-09");

    CHECK(report.from_dates_only);
    CHECK(report.records_begin == parse_day("2023-01-01"));
    CHECK(report.standing.reached.count == 1);
    CHECK(report.achieved.size() == 1);
    CHECK(report.meetings.news.size() == 1);
    CHECK(report.plans.undated.empty());
}

TEST_CASE("a period in which nothing landed is quiet", "[report]")
{
    auto const report = planned("2018-12-01");

    CHECK(report.quiet);
    CHECK(report.standing.since_start == Standing::Since{});
}

}  // namespace sss::plans_test
