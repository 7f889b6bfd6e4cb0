#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::satellites_test {

namespace {

std::string event(std::string const& type, std::string const& more)
{
    return "title = \"SSS-1 event\"\nsatellite = \"sss-1\"\ntype = \"" + type + "\"\n" + more;
}

SatelliteStanding satellite(std::vector<std::pair<std::string, std::string>> records)
{
    records.emplace_back("satellite/sss-1", "name = \"SSS-1\"\nclass = \"micro\"\n");
    return Story{}.on("2017-01-01", records).report("2023-04", "2023-04-13").satellites.front();
}

}  // namespace

TEST_CASE("the latest review passed opens the phase", "[report]")
{
    auto const row = satellite({{"milestone/a", event("review",
                                                      "reviews = [\"PRR\", \"PDR\"]\nactual = 2018-04-25\n"
                                                      "outcome = \"passed\"\n")},
                                {"milestone/b", event("review",
                                                      "reviews = [\"MDR\"]\nactual = 2019-01-01\n"
                                                      "outcome = \"passed-with-actions\"\n")}});

    CHECK(row.where == Whereabouts::before_launch);
    CHECK(row.phase == "C");
    CHECK_FALSE(row.days);
}

TEST_CASE("a failed review opens no phase", "[report]")
{
    auto const row = satellite(
        {{"milestone/a", event("review", "reviews = [\"CDR\"]\noutcome = \"failed\"\nactual = 2018-04-25\n")}});

    CHECK(row.phase.empty());
    CHECK(row.held_review == "CDR");
    CHECK(row.held_review_failed);
}

TEST_CASE("a review of which nobody says that it was passed opens no phase, and is named as held", "[report]")
{
    auto const row =
        satellite({{"milestone/a", event("review", "reviews = [\"PDR\"]\noutcome = \"passed\"\nactual = 2018-01-25\n")},
                   {"milestone/b", event("review", "reviews = [\"PRR\", \"CDR\"]\nactual = 2018-04-25\n")}});

    CHECK(row.phase == "C");
    CHECK(row.held_review == "PRR and CDR");
    CHECK_FALSE(row.held_review_failed);
}

TEST_CASE("days in orbit are counted from the launch", "[report]")
{
    auto const row = satellite({{"milestone/sss-1-launch", event("launch", "actual = 2021-10-14T10:51:00Z\n")}});

    CHECK(row.where == Whereabouts::in_orbit);
    CHECK(row.phase == "E");
    CHECK(row.days == 546);
}

TEST_CASE("of two launches the later one counts, whatever their ids", "[report]")
{
    auto const row =
        satellite({{"milestone/sss-1-launch", event("launch", "actual = 2017-05-01\noutcome = \"failed\"\n")},
                   {"milestone/sss-1-a-relaunch", event("launch", "actual = 2017-11-01\n")}});

    CHECK(row.where == Whereabouts::in_orbit);
}

TEST_CASE("of a launch of which only the year is known the days in orbit are not told before it is over", "[report]")
{
    CHECK_FALSE(satellite({{"milestone/sss-1-launch", event("launch", "actual = \"2023\"\n")}}).days);
}

TEST_CASE("the last review passed stays told in orbit", "[report]")
{
    auto const row =
        satellite({{"milestone/a", event("review", "reviews = [\"CDR\"]\nactual = 2018-04-25\noutcome = \"passed\"\n")},
                   {"milestone/sss-1-launch", event("launch", "actual = 2021-10-14\n")}});

    CHECK(row.phase == "E");
    CHECK(row.last_review == "SSS-1 event");
}

TEST_CASE("in orbit only what has a date ahead is next", "[report]")
{
    std::vector<std::pair<std::string, std::string>> records{
        {"milestone/sss-1-launch", event("launch", "actual = 2021-10-14\n")},
        {"milestone/contract", event("contract", "")},
        {"milestone/test", event("test", "planned = 2022-01-01\n")}};
    CHECK_FALSE(satellite(records).next);
    CHECK(satellite(records).open == 2);

    records.emplace_back("milestone/sss-1-re-entry", event("re-entry", "planned = \"2025\"\n"));
    REQUIRE(satellite(records).next);
    CHECK(satellite(records).next->id == "sss-1-re-entry");
}

TEST_CASE("a re-entry ends the time in orbit", "[report]")
{
    auto const row = satellite({{"milestone/sss-1-launch", event("launch", "actual = 2021-10-14\n")},
                                {"milestone/fell-down", event("re-entry", "actual = 2022-10-14\n")}});

    CHECK(row.where == Whereabouts::re_entered);
    CHECK(row.days == 365);
    CHECK(row.phase == "F");
}

TEST_CASE("an end is told by its type, never by how an id is spelled", "[report]")
{
    for (auto const* id : {"milestone/re-entry", "milestone/sss-1-re-entry", "milestone/sss-1-decay"}) {
        auto const row = satellite({{"milestone/sss-1-launch", event("launch", "actual = 2021-10-14\n")},
                                    {id, event("operation", "actual = 2022-10-14\n")}});
        CHECK(row.where == Whereabouts::in_orbit);
    }
}

TEST_CASE("a mission ends before its satellite comes down", "[report]")
{
    std::vector<std::pair<std::string, std::string>> records{
        {"milestone/a", event("launch", "actual = 2021-10-14\n")},
        {"milestone/b", event("end-of-mission", "actual = 2022-10-14\n")}};
    CHECK(satellite(records).where == Whereabouts::mission_ended);
    CHECK(satellite(records).days == 365);
    CHECK(satellite(records).phase == "F");

    records.emplace_back("milestone/c", event("re-entry", "actual = 2022-12-14\n"));
    CHECK(satellite(records).where == Whereabouts::re_entered);
}

TEST_CASE("a lost satellite is no full bar, and waits for nothing", "[report]")
{
    auto const row = satellite({{"milestone/a", event("review", "actual = 2021-01-14\n")},
                                {"milestone/b", event("launch", "outcome = \"failure\"\nactual = 2021-10-14\n")},
                                {"milestone/c", event("test", "planned = 2024-01-01\n")}});

    CHECK(row.where == Whereabouts::lost_at_launch);
    CHECK(row.reached.count == 1);
    CHECK(row.total.count == 3);
    CHECK(row.open == 0);
    CHECK_FALSE(row.next);
}

TEST_CASE("a launch that failed and is repeated loses no satellite", "[report]")
{
    auto const row = satellite({{"milestone/a", event("launch", "outcome = \"failure\"\nactual = 2021-10-14\n")},
                                {"milestone/b", event("launch", "repeats = \"a\"\nplanned = 2023-05-01\n")},
                                {"milestone/c", event("test", "planned = 2024-01-01\n")}});

    CHECK(row.where == Whereabouts::before_launch);
    CHECK(row.total.count == 2);
    REQUIRE(row.launch);
    CHECK(row.launch->id == "b");
}

TEST_CASE("a satellite that is given up is no full bar", "[report]")
{
    auto const given_up = Story{}
                              .on("2017-01-01", {{"satellite/sss-1",
                                                  "name = \"SSS-1\"\nclass = \"micro\"\n"
                                                  "cancelled = { date = 2022-09-01, reason = \"x\" }\n"},
                                                 {"milestone/a", event("review", "actual = 2021-01-14\n")},
                                                 {"milestone/b", event("test", "planned = 2022-01-14\n")},
                                                 {"milestone/c", event("test",
                                                                       "cancelled = { date = 2022-08-01, "
                                                                       "reason = \"y\" }\n")}})
                              .report("2023-04", "2023-04-13");
    auto const& row = given_up.satellites.front();

    CHECK(row.where == Whereabouts::given_up);
    CHECK(row.reached.count == 1);
    CHECK(row.total.count == 3);
    CHECK(given_up.standing.total.count == 1);
    CHECK(given_up.standing.dropped == 1);
    CHECK(given_up.plans.overdue.empty());
}

TEST_CASE("of a satellite of which all else was cancelled singly the bar is not full either", "[report]")
{
    auto const row =
        satellite({{"milestone/a", event("review", "actual = 2021-01-14\noutcome = \"failed\"\n")},
                   {"milestone/b", event("review", "actual = 2021-02-14\nrepeats = \"a\"\n")},
                   {"milestone/c", event("launch", "cancelled = { date = 2022-01-01, reason = \"y\" }\n")}});

    CHECK(row.reached.count == 1);
    CHECK(row.total.count == 2);
    CHECK(row.given_up == 1);
}

TEST_CASE("a failed launch loses the satellite", "[report]")
{
    auto const row =
        satellite({{"milestone/sss-1-launch", event("launch", "outcome = \"failed\"\nactual = 2021-10-14\n")}});

    CHECK(row.where == Whereabouts::lost_at_launch);
    CHECK(row.phase == "F");
    CHECK_FALSE(row.days);
}

TEST_CASE("what has a date comes before what has none", "[report]")
{
    auto const row =
        satellite({{"milestone/a", event("test", "")}, {"milestone/b", event("launch", "planned = 2023-05-01\n")}});

    REQUIRE(row.next);
    CHECK(row.next->id == "b");
    CHECK(row.total.count == 2);
}

}  // namespace sss::satellites_test
