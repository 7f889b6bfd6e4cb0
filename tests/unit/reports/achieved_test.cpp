#include "reports/story.hpp"

#include <catch2/catch.hpp>

using namespace sss;

TEST_CASE("achieved is what was reached in the period by record time", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody})
                            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = 2023-02-05\n")}})
                            .report("2023-02");

    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().id == "a");
    CHECK_FALSE(report.achieved.front().recorded_late());
    CHECK(report.achieved.front().days_until_recorded == 1);
    CHECK(report.achieved.front().source->author == "Ada");
}

TEST_CASE("what was reached earlier and written down now is recorded late", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody, {"milestone/a", milestone("A")}})
                            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = \"2023-01-20/2023-01-28\"\n")}})
                            .report("2023-02");

    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().recorded_late());
    CHECK(report.achieved.front().days_until_recorded == 9);
}

TEST_CASE("what was written down more than a week later is recorded late within one period too", "[report]")
{
    auto const story = [](std::string const& day) {
        return Story{}
            .on("2023-01-02", {somebody})
            .on(day, {{"milestone/a", milestone("A", "actual = 2023-02-05\n")}})
            .report("2023-02");
    };
    CHECK_FALSE(story("2023-02-12").achieved.front().recorded_late());
    CHECK(story("2023-02-13").achieved.front().recorded_late());
}

TEST_CASE("of what was reached on one day, what is needed comes before what needs it", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {somebody})
            .on("2023-02-06", {{"milestone/a", milestone("Separation", "actual = 2023-02-05\ndepends_on = [\"c\"]\n")},
                               {"milestone/b", milestone("Earlier", "actual = 2023-02-04\ndepends_on = [\"a\"]\n")},
                               {"milestone/c", milestone("Launch", "actual = 2023-02-05\ndepends_on = [\"d\"]\n")},
                               {"milestone/d", milestone("Roll-out", "actual = 2023-02-05\n")}})
            .report("2023-02");

    std::vector<std::string> titles;
    for (auto const& entry : report.achieved) titles.push_back(entry.title);
    CHECK(titles == std::vector<std::string>{"Earlier", "Roll-out", "Launch", "Separation"});
}

TEST_CASE("of milestones that need each other none is lost", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {somebody})
            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = 2023-02-05\ndepends_on = [\"b\"]\n")},
                               {"milestone/b", milestone("B", "actual = 2023-02-05\ndepends_on = [\"a\"]\n")}})
            .report("2023-02");
    CHECK(report.achieved.size() == 2);
}

TEST_CASE("a milestone of an earlier period is not achieved again when another field changes", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {somebody, {"milestone/a", milestone("A", "actual = 2023-01-01\n")}})
            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = 2023-01-01\nowner = \"ada\"\n")}})
            .report("2023-02");

    CHECK(report.achieved.empty());
    REQUIRE(report.record_news.size() == 1);
    CHECK(report.record_news.front().changed.front().fields == std::vector<std::string>{"owner"});
}

TEST_CASE("what the first commit brings is no news", "[report]")
{
    auto const report = Story{}
                            .on("2023-02-06", {{"milestone/old", milestone("Old", "actual = 2019-01-01\n")},
                                               {"milestone/new", milestone("New", "actual = 2023-02-03\n")}})
                            .report("2023-02");

    CHECK(report.imported == 2);
    CHECK(report.record_news.empty());
    CHECK_FALSE(report.standing.since_start);
    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().id == "new");
}

TEST_CASE("a milestone is measured against the plan before the commit that says it was reached", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {{"milestone/a", milestone("A", "baseline = 2023-02-01\nplanned = 2023-02-03\n")}})
            .on("2023-02-06",
                {{"milestone/a", milestone("A", "baseline = 2023-02-01\nplanned = 2023-02-05\nactual = 2023-02-05\n")}})
            .report("2023-02");

    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().against_plan->days == 2);
    CHECK(report.achieved.front().against_baseline->days == 4);
}

TEST_CASE("without a plan nothing is measured", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody})
                            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = 2023-02-05\n")}})
                            .report("2023-02");

    CHECK_FALSE(report.achieved.front().against_plan);
    CHECK_FALSE(report.achieved.front().against_baseline);
}
