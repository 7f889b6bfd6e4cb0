#include "reports/story.hpp"

#include <catch2/catch.hpp>

using namespace sss;

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
    auto const row = satellite({{"milestone/a", event("review", "reviews = [\"PRR\", \"PDR\"]\nactual = 2018-04-25\n")},
                                {"milestone/b", event("review", "reviews = [\"MDR\"]\nactual = 2019-01-01\n")}});

    CHECK(row.where == Whereabouts::before_launch);
    CHECK(row.phase == "C");
    CHECK_FALSE(row.days);
}

TEST_CASE("a failed review opens no phase", "[report]")
{
    auto const row = satellite(
        {{"milestone/a", event("review", "reviews = [\"CDR\"]\noutcome = \"failed\"\nactual = 2018-04-25\n")}});

    CHECK(row.phase.empty());
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
    auto const row = satellite({{"milestone/a", event("review", "reviews = [\"CDR\"]\nactual = 2018-04-25\n")},
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

    records.emplace_back("milestone/sss-1-re-entry", event("operation", "planned = \"2025\"\n"));
    REQUIRE(satellite(records).next);
    CHECK(satellite(records).next->id == "sss-1-re-entry");
}

TEST_CASE("a re-entry ends the time in orbit", "[report]")
{
    auto const row = satellite({{"milestone/sss-1-launch", event("launch", "actual = 2021-10-14\n")},
                                {"milestone/sss-1-re-entry", event("operation", "actual = 2022-10-14\n")}});

    CHECK(row.where == Whereabouts::re_entered);
    CHECK(row.days == 365);
    CHECK(row.phase == "F");
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
