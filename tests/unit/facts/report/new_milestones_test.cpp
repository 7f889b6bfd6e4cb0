#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::new_milestones_test {

TEST_CASE("new milestones are told with plan and owner, the open ones first", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {somebody, {"milestone/old", milestone("Old")}})
            .on("2023-04-02", {{"milestone/reached", milestone("Reached", "actual = 2023-04-01\n")},
                               {"milestone/undated", milestone("Undated")},
                               {"milestone/planned", milestone("Planned", "planned = 2024-01-01\nowner = \"ada\"\n")}})
            .report("2023-04");

    REQUIRE(report.added.size() == 3);
    CHECK(report.added[0].milestone.id == "planned");
    CHECK(report.added[0].milestone.owner == "Ada");
    CHECK(report.added[1].milestone.id == "undated");
    CHECK(report.added[2].reached);
    CHECK(is_empty(report, ReportSection::records));
}

TEST_CASE("what the import brought is not new, and neither is what went again", "[report]")
{
    auto const report = Story{}
                            .on("2023-04-01", {{"milestone/imported", milestone("Imported")}})
                            .on("2023-04-02", {{"milestone/a", milestone("A")}})
                            .on("2023-04-03", {{"milestone/a", ""}})
                            .report("2023-04");

    CHECK(report.added.empty());
}

TEST_CASE("a new milestone names the commit that added it, and what it was planned for then", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody})
                            .on("2023-04-02", {{"milestone/a", milestone("A", "planned = 2023-04-14\n")}})
                            .on("2023-04-03", {{"milestone/a", milestone("A", "planned = 2023-04-15\n")}})
                            .on("2023-04-04", {{"milestone/a", milestone("B", "planned = 2023-04-15\n")}})
                            .report("2023-04");

    REQUIRE(report.added.size() == 1);
    CHECK(iso(report.added.front().source.day) == "2023-04-02");
    CHECK(report.added.front().first_planned->text() == "2023-04-14");
    CHECK(report.added.front().milestone.planned->text() == "2023-04-15");
}

TEST_CASE("of one that went and came again the last addition counts", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody})
                            .on("2023-04-02", {{"milestone/a", milestone("A", "planned = 2023-04-14\n")}})
                            .on("2023-04-03", {{"milestone/a", ""}})
                            .on("2023-04-04", {{"milestone/a", milestone("A")}})
                            .report("2023-04");

    CHECK(iso(report.added.front().source.day) == "2023-04-04");
    CHECK_FALSE(report.added.front().first_planned);
}

}  // namespace sss::new_milestones_test
