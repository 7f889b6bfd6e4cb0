#include "facts/story.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::standing_test {

TEST_CASE("a milestone is reached when it has an actual date", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "actual = 2023-01-01\n")},
                                               {"milestone/b", milestone("B", "planned = 2023-05-01\n")}})
                            .report("2023-02");

    CHECK(report.standing.reached.count == 1);
    CHECK(report.standing.total.count == 2);
}

TEST_CASE("cancelled milestones count neither as reached nor in the total", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02",
                {{"milestone/a",
                  milestone("A", "actual = 2023-01-01\n[cancelled]\ndate = 2023-01-02\nreason = \"no\"\n")},
                 {"milestone/b", milestone("B", "[cancelled]\ndate = 2023-01-02\nreason = \"no\"\n")},
                 {"milestone/c", milestone("C")}})
            .report("2023-02");

    CHECK(report.standing.reached.count == 0);
    CHECK(report.standing.total.count == 1);
    CHECK(report.standing.cancelled == 2);
}

TEST_CASE("a later launch that took place stands for one that failed, whatever names it", "[report]")
{
    auto const launch = [](std::string const& title, std::string const& fields) {
        return "title = \"" + title + "\"\ntype = \"launch\"\nsatellite = \"s\"\n" + fields;
    };
    Story story;
    story
        .on("2023-01-02", {{"satellite/s", "name = \"S\"\n"},
                           {"milestone/a", launch("A", "planned = 2023-01-05\n")},
                           {"milestone/b", launch("B", "planned = 2023-03-05\n")},
                           {"milestone/c", milestone("C", "satellite = \"s\"\nplanned = 2023-04-01\n")}})
        .on("2023-01-06",
            {{"milestone/a", launch("A", "planned = 2023-01-05\nactual = 2023-01-05\noutcome = \"failure\"\n")}})
        .on("2023-03-06",
            {{"milestone/b", launch("B", "planned = 2023-03-05\nactual = 2023-03-05\noutcome = \"success\"\n")}});

    CHECK(story.report("2023-01").standing.dropped == 3);
    auto const after = story.report("2023-03");
    CHECK(after.standing.dropped == 0);
    CHECK(after.standing.repeated == 1);
    CHECK(after.standing.reached.count == 1);
    CHECK(after.standing.total.count == 2);
    auto const failed = story.report("2023").failed;
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].repeated_by == "b");
    CHECK(failed[0].repeated_held);
}

TEST_CASE("what the first commit brought as given up is told in the period of its day, and only there", "[report]")
{
    Story story;
    story.on("2023-02-20", {{"satellite/s", "name = \"S\"\n[cancelled]\ndate = 2023-02-01\nreason = \"no\"\n"},
                            {"milestone/a", milestone("A", "[cancelled]\ndate = 2023-02-02\nreason = \"no\"\n")},
                            {"milestone/b", milestone("B", "[cancelled]\ndate = 2022-02-02\nreason = \"no\"\n")}});

    auto const told = story.report("2023-02").cancelled;
    REQUIRE(told.size() == 2);
    CHECK(told[0].id == "s");
    CHECK(told[1].id == "a");
    CHECK(story.report("2023-03").cancelled.empty());
}

TEST_CASE("weights are summed beside the counts", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "weight = 2.5\nactual = 2023-01-01\n")},
                                               {"milestone/b", milestone("B")}})
                            .report("2023-02");

    CHECK(report.standing.reached == Tally{1, 2.5});
    CHECK(report.standing.total == Tally{2, 3.5});
}

TEST_CASE("the change since the period's start is what was reached less what was re-opened", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {{"milestone/a", milestone("A", "actual = 2023-01-01\n")},
                               {"milestone/b", milestone("B")},
                               {"milestone/c", milestone("C")}})
            .on("2023-02-02",
                {{"milestone/a", milestone("A")}, {"milestone/b", milestone("B", "actual = 2023-02-01\n")}})
            .on("2023-02-03",
                {{"milestone/c", milestone("C", "actual = 2023-02-02\n")}, {"milestone/d", milestone("D")}})
            .report("2023-02");

    REQUIRE(report.standing.since_start);
    CHECK(report.standing.since_start->reached.count == 1);
    CHECK(report.standing.since_start->total.count == 1);
    REQUIRE(report.reopened.size() == 1);
    CHECK(report.reopened.front().id == "a");
}

TEST_CASE("a milestone that is removed or cancelled leaves the total", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {{"milestone/a", milestone("A")}, {"milestone/b", milestone("B")}})
            .on("2023-02-02",
                {{"milestone/a", ""},
                 {"milestone/b", milestone("B", "[cancelled]\ndate = 2023-02-01\nreason = \"no money\"\n")}})
            .report("2023-02");

    CHECK(report.standing.since_start->total.count == -2);
    REQUIRE(report.cancelled.size() == 1);
    CHECK(report.cancelled.front().reason == "no money");
}

TEST_CASE("next is the earliest milestone whose plan has not passed", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/late", milestone("Late", "planned = 2023-01-15\n")},
                                               {"milestone/soon", milestone("Soon", "planned = 2023-03-01\n")},
                                               {"milestone/year", milestone("Year", "planned = \"2023\"\n")},
                                               {"milestone/never", milestone("Never")}})
                            .report("2023-02");

    REQUIRE(report.standing.next);
    CHECK(report.standing.next->id == "soon");
}

TEST_CASE("a record that cannot be read is left out and named", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "actual = 2023-02-30\n")},
                                               {"milestone/b", milestone("B", "planned = \"soon\"\n")},
                                               {"milestone/c", milestone("C", "colour = \"red\"\n")},
                                               {"milestone/d", "title = "}})
                            .report("2023-02");

    CHECK(report.standing.total.count == 1);  // c; d too is left out, though its title alone is lost
    CHECK(report.left_out.size() == 3);
    CHECK(report.left_out.front().path == "data/milestones/a.toml");
}

TEST_CASE("an empty repository has nothing and says nothing changed", "[report]")
{
    Records const none;
    History const history;
    auto const zone = Zone::utc();
    auto const period = std::get<Period>(parse_period("2023-02", *parse_day("2023-03-01")));
    auto const report = progress_report({.records = none,
                                         .history = &history,
                                         .moves = {},
                                         .period = period,
                                         .today = period.last,
                                         .zone = zone,
                                         .programme = ""});

    CHECK(report.quiet);
    CHECK(report.standing.total.count == 0);
    CHECK(report.left_out.empty());
}

}  // namespace sss::standing_test
