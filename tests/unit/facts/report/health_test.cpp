#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::health_test {

namespace {

/// The health on 13 April 2023 of milestones with these fields.
Health health_of(std::vector<std::string> const& milestones, int tolerance_days = 7)
{
    Story story;
    story.settings.tolerance_days = tolerance_days;
    std::vector<std::pair<std::string, std::string>> records;
    for (auto const& fields : milestones) {
        auto const name = "m-" + std::to_string(records.size());
        records.emplace_back("milestone/" + name, milestone(name, fields));
    }
    return story.on("2023-01-02", records).report("2023-W15", "2023-04-13").health;
}

}  // namespace

TEST_CASE("a plan up to the tolerance after its baseline is on schedule, and one day more is behind", "[report]")
{
    CHECK(health_of({"baseline = 2023-05-01\nplanned = 2023-05-08\n"}).verdict == Schedule::on_schedule);
    CHECK(health_of({"baseline = 2023-05-01\nplanned = 2023-05-09\n"}).verdict == Schedule::behind);
    CHECK(health_of({"baseline = 2023-05-01\nplanned = 2023-05-02\n"}, 0).verdict == Schedule::behind);
}

TEST_CASE("what is overdue is behind, whatever its baseline", "[report]")
{
    auto const health = health_of({"planned = 2023-04-12\n", "planned = 2023-04-13\n"});

    CHECK(health.verdict == Schedule::behind);
    CHECK(health.overdue == 1);
    CHECK(health.after_baseline == 0);
    REQUIRE(health.behind.size() == 1);
    CHECK(health.behind[0].milestone.id == "m-0");
}

TEST_CASE("an overdue one stands behind its baseline at least until today", "[report]")
{
    auto const health = health_of({"baseline = 2023-04-01\nplanned = 2023-04-02\n"});

    REQUIRE(health.behind.size() == 1);
    CHECK(health.behind[0].overdue);
    REQUIRE(health.behind[0].after_baseline);
    CHECK(health.behind[0].after_baseline->days == 12);
}

TEST_CASE("a baseline that has passed without a plan is behind", "[report]")
{
    CHECK(health_of({"baseline = 2023-04-01\n"}).after_baseline == 1);
    CHECK(health_of({"baseline = 2023-04-07\n"}).after_baseline == 0);
}

TEST_CASE("fewer than half behind is partly behind, half is behind", "[report]")
{
    auto const late = "planned = 2023-04-01\n";
    auto const fine = "planned = 2023-05-01\n";

    CHECK(health_of({late, fine, fine}).verdict == Schedule::partly_behind);
    CHECK(health_of({late, fine}).verdict == Schedule::behind);
}

TEST_CASE("what has neither plan nor baseline is not judged and weighs nothing", "[report]")
{
    auto const health = health_of({"", "", "planned = 2023-05-01\n"});

    CHECK(health.verdict == Schedule::on_schedule);
    CHECK(health.unjudged == 2);
    CHECK(health.judged() == 1);
    CHECK(health_of({"", ""}).verdict == Schedule::unknown);
}

TEST_CASE("a rough plan that holds its baseline is not behind it", "[report]")
{
    CHECK(health_of({"baseline = 2023-05-02\nplanned = \"2023-Q2\"\n"}).after_baseline == 0);
    CHECK(health_of({"baseline = \"2023-Q2\"\nplanned = 2023-07-20\n"}).after_baseline == 1);
}

TEST_CASE("of the reached ones those with a baseline are told, and how many came late", "[report]")
{
    auto const health = health_of({"baseline = 2023-01-01\nactual = 2023-01-08\n",
                                   "baseline = 2023-01-01\nactual = 2023-01-09\n", "actual = 2023-01-09\n"});

    CHECK(health.verdict == Schedule::nothing_open);
    CHECK(health.reached_with_baseline == 2);
    CHECK(health.reached_late == 1);
}

}  // namespace sss::health_test
