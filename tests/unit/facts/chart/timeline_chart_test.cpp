#include "facts/chart/timeline_chart.hpp"

#include "facts/charted.hpp"

#include <catch2/catch.hpp>

namespace sss::lanes_test {

TEST_CASE("the programme's own lane comes first, then the satellites as people count them", "[lanes]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("sss-10", "name = \"SSS-10\"", "satellite")
        .add("sss-2", "name = \"SSS-2\"", "satellite")
        .add("a", "planned = 2024-05-01\nsatellite = \"sss-10\"")
        .add("b", "planned = 2024-05-01\nsatellite = \"sss-2\"")
        .add("c", "planned = 2024-05-01");
    auto const found = timeline_chart(past.on("2024-02-01"));
    REQUIRE(found.lanes.size() == 3);
    CHECK(found.lanes[0].satellite.empty());
    CHECK(found.lanes[1].title == "SSS-2");
    CHECK(found.lanes[2].title == "SSS-10");
}

TEST_CASE("a mark stands at the actual date, or at the planned one, and says how it is", "[lanes]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("done", "planned = 2024-01-05\nactual = 2024-01-07")
        .add("late", "planned = \"2024-01\"")
        .add("gone", "planned = 2024-03-01\ncancelled = {date = 2024-02-01}")
        .add("ahead", "planned = \"2024\"")
        .add("undated", "title = \"Undated\"");
    auto const found = timeline_chart(past.on("2024-02-10"));
    REQUIRE(found.lanes.size() == 1);
    auto const& marks = found.lanes[0].marks;
    REQUIRE(marks.size() == 4);
    CHECK(marks[0].when.text() == "2024-01-07");
    CHECK(marks[0].state == EntryState::happened);
    CHECK(marks[1].state == EntryState::late);
    CHECK(marks[1].days_late == 10);
    CHECK(marks[2].state == EntryState::cancelled);
    CHECK(marks[3].state == EntryState::ahead);
    REQUIRE(found.undated.size() == 1);
    CHECK(found.undated[0].title == "Undated");
}

TEST_CASE("what shares no day with the period is counted as outside it", "[lanes]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = \"2024\"").add("b", "planned = 2024-01-31");
    auto input = past.on("2024-01-10");
    input.period = days_of("2024-02");
    auto const found = timeline_chart(input);
    CHECK(found.marks() == 1);
    CHECK(found.outside == 1);
}

}  // namespace sss::lanes_test
