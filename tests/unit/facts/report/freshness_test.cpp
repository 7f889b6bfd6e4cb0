#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::freshness_test {

namespace {

OwnersFreshness const& of(Freshness const& freshness, std::string const& owner)
{
    return *std::ranges::find(freshness.owners, owner, &OwnersFreshness::owner);
}

Story two_owners()
{
    Story story;
    story.on("2023-01-02", {somebody,
                            {"milestone/old", milestone("Old", "owner = \"ada\"\n")},
                            {"milestone/touched", milestone("Touched", "owner = \"ada\"\n")},
                            {"milestone/reached", milestone("Reached", "owner = \"ada\"\nactual = 2023-01-01\n")},
                            {"milestone/nobody", milestone("Nobody")},
                            {"meeting/kick-off",
                             "title = \"K\"\nstart = 2023-01-01\n[[action]]\nid = \"a1\"\ntext = \"Do\"\nowner = "
                             "\"ada\"\n[[action]]\nid = \"a2\"\ntext = \"Done\"\nclosed = 2023-01-01\n"}});
    story.on("2023-03-20", {{"milestone/touched", milestone("Touched", "owner = \"ada\"\nnotes = \"asked\"\n")}});
    return story;
}

}  // namespace

TEST_CASE("open matters that nobody touched are told by organisation, with the oldest", "[report]")
{
    auto const freshness = two_owners().report("2023-04").freshness;

    CHECK(freshness.known);
    CHECK(freshness.open == 4);
    CHECK(freshness.stale == 3);
    auto const& ada = of(freshness, "ada");
    CHECK(ada.name == "Ada");
    CHECK(ada.open_milestones == 2);
    CHECK(ada.stale_milestones == 1);
    CHECK(ada.stale_actions == 1);
    REQUIRE(ada.oldest);
    CHECK(ada.oldest->since == *parse_day("2023-01-02"));
    CHECK(ada.oldest->days == 118);
    CHECK(of(freshness, "").stale() == 1);
    CHECK(freshness.owners.back().owner.empty());
}

TEST_CASE("a matter is stale only after more than stale_days", "[report]")
{
    auto story = two_owners();

    CHECK(story.report("2023-01-02..2023-04-02").freshness.stale == 0);  // 90 days
    CHECK(story.report("2023-01-02..2023-04-03").freshness.stale == 3);
    story.settings.stale_days = 10;
    CHECK(story.report("2023-04").freshness.stale == 4);
}

}  // namespace sss::freshness_test
