#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::achieved_test {

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

TEST_CASE("what is renamed after it was reached is still achieved, and measured against its plan", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-02-01\n")}})
                            .on("2023-02-06", {{"milestone/a", milestone("A", "actual = 2023-01-25\n")}})
                            .renamed("2023-02-08", "milestone/a", "milestone/z")
                            .report("2023-02");

    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().id == "z");
    CHECK(report.achieved.front().source->day == *parse_day("2023-02-06"));
    CHECK(report.achieved.front().against_plan->days == -7);
}

TEST_CASE("what was taken away and put back is not achieved again", "[report]")
{
    auto const reached = milestone("A", "actual = 2022-01-25\n");
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", reached}})
                            .on("2023-02-06", {{"milestone/a", ""}})
                            .on("2023-02-07", {{"milestone/a", reached}})
                            .on("2023-02-08", {{"milestone/a", milestone("A")}})
                            .on("2023-02-09", {{"milestone/a", reached}})
                            .report("2023-02");

    CHECK(report.achieved.empty());
}

TEST_CASE("what was reached in a month is achieved once, in the week that wrote it down", "[report]")
{
    Story story;
    story.on("2018-01-01", {{"milestone/a", milestone("A")}})
        .on("2018-04-10", {{"milestone/a", milestone("A", "actual = \"2018-04\"\n")}});

    CHECK(story.report("2018-W15").achieved.size() == 1);
    CHECK(story.report("2018-W16").achieved.empty());
    CHECK(story.report("2018-W18").achieved.empty());
}

TEST_CASE("a month that the import knows as reached is achieved once, in the week of the import", "[report]")
{
    Story story;
    story.on("2018-04-10", {{"milestone/a", milestone("A", "actual = \"2018-04\"\n")}});

    CHECK(story.report("2018-W14").achieved.empty());
    CHECK(story.report("2018-W15").achieved.size() == 1);
    CHECK(story.report("2018-W18").achieved.empty());
}

TEST_CASE("an actual date that is put right is not achieved again", "[report]")
{
    Story story;
    story.on("2018-01-01", {{"milestone/a", milestone("A")}})
        .on("2018-03-30", {{"milestone/a", milestone("A", "actual = 2018-03-30\n")}})
        .on("2018-04-10", {{"milestone/a", milestone("A", "actual = 2018-04-02\n")}});

    CHECK(story.report("2018-03").achieved.size() == 1);
    CHECK(story.report("2018-04").achieved.empty());
}

TEST_CASE("what a revision holds is not told since it", "[report]")
{
    Story story;
    story.on("2018-01-01", {{"milestone/a", milestone("A")}, {"milestone/b", milestone("B")}})
        .on("2018-02-10", {{"milestone/a", milestone("A", "actual = 2018-02-10\n")}})
        .on("2018-02-10", {{"milestone/b", milestone("B", "actual = 2018-02-10\n")}});

    auto const report = story.report("2018-02-10..2018-02-20", {}, 2);
    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().id == "b");
}

TEST_CASE("an import that lands by a merge is one import", "[report]")
{
    auto const report = Story{}
                            .on_branch("2018-01-10", {{"milestone/a", milestone("A", "actual = 2017-01-01\n")}})
                            .on_branch("2018-01-10", {{"milestone/b", milestone("B", "actual = 2017-02-01\n")}})
                            .on("2018-01-12", {{"milestone/c", milestone("C", "actual = 2017-03-01\n")}})
                            .report("2018-01");

    CHECK(report.imported == 2);
    REQUIRE(report.achieved.size() == 1);
    CHECK(report.achieved.front().id == "c");
}

TEST_CASE("a milestone whose cancelling is taken back is told as reinstated", "[report]")
{
    auto const given_up = std::string{"[cancelled]\ndate = 2018-01-02\nreason = \"money\"\n"};
    auto const report = Story{}
                            .on("2018-01-05", {{"milestone/a", milestone("A", "planned = 2018-06-01\n" + given_up)},
                                               {"milestone/b", milestone("B", "actual = 2018-01-01\n" + given_up)}})
                            .on("2018-02-10", {{"milestone/a", milestone("A", "planned = 2018-06-01\n")},
                                               {"milestone/b", milestone("B", "actual = 2018-01-01\n")}})
                            .report("2018-02");

    REQUIRE(report.reinstated.size() == 2);
    CHECK(report.reinstated[0].id == "a");
    CHECK(report.reinstated[0].was->text() == "2018-01-02");
    CHECK_FALSE(report.reinstated[0].reached);
    CHECK(report.reinstated[1].reached);
    CHECK(report.achieved.empty());
    CHECK(is_empty(report, ReportSection::records));
    CHECK_FALSE(is_empty(report, ReportSection::reopened));
}

}  // namespace sss::achieved_test
