#include "facts/programme_past.hpp"
#include "facts/story.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::plan_past_test {

namespace {

std::string planned(std::string_view plan, std::string_view more = {})
{
    return milestone("Launch", "planned = " + std::string{plan} + '\n' + std::string{more});
}

std::vector<PlanPast> pasts_of(Story const& story, int correction_days = 7)
{
    return plan_pasts(story.history(), Zone::utc(), day("2030-01-01"), correction_days);
}

}  // namespace

TEST_CASE("a plan is believed from the day on which it reached the branch", "[forecast]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2023-04-01")}})
        .on("2023-03-10", {{"milestone/a", planned("2023-06-01")}});
    auto const past = pasts_of(story).at(0);

    CHECK_FALSE(past.plan_on(day("2022-12-31")));
    CHECK(past.plan_on(day("2023-03-09")) == date("2023-04-01"));
    CHECK(past.plan_on(day("2023-03-10")) == date("2023-06-01"));
}

TEST_CASE("how a milestone stands is known from the day of its record, not of the event", "[forecast]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2023-04-01")}})
        .on("2023-04-20", {{"milestone/a", planned("2023-04-01", "actual = 2023-04-03\n")}})
        .on("2023-04-25", {{"milestone/a", planned("2023-04-01", "actual = 2023-04-04\n")}});
    auto const past = pasts_of(story).at(0);

    CHECK(past.on(day("2023-04-19"))->how == Stood::open);
    CHECK(past.on(day("2023-04-20"))->actual == date("2023-04-03"));
    CHECK(past.on(day("2023-04-25"))->actual == date("2023-04-04"));
    CHECK(past.standing_so_since(day("2023-05-01")) == day("2023-04-20"));
    CHECK(past.on(day("2022-12-31")) == nullptr);
}

TEST_CASE("a removed milestone has a past, and goes on with it where it comes back under its id", "[forecast]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2023-04-01")}})
        .on("2023-02-01", {{"milestone/a", ""}})
        .on("2023-03-01", {{"milestone/a", planned("2024-01-01")}});
    auto const pasts = pasts_of(story);

    REQUIRE(pasts.size() == 1);
    CHECK(pasts[0].on(day("2023-02-15"))->how == Stood::removed);
    CHECK(pasts[0].on(day("2023-03-01"))->how == Stood::open);
    CHECK(pasts[0].plan_on(day("2023-01-15")) == date("2023-04-01"));
    CHECK(pasts[0].plan_on(day("2023-03-01")) == date("2024-01-01"));
}

TEST_CASE("milestones that swap their ids keep their own pasts", "[forecast]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2023-04-01")}, {"milestone/b", planned("2024-04-01")}})
        .on("2023-02-01", {{"milestone/a", planned("2024-05-01")}, {"milestone/b", planned("2023-05-01")}});
    auto history = story.history();
    history.changes[2].former_id = "b";
    history.changes[3].former_id = "a";
    auto const pasts = plan_pasts(history, Zone::utc(), day("2030-01-01"), 7);

    REQUIRE(pasts.size() == 2);
    CHECK(pasts[0].id == "a");
    CHECK(pasts[0].plan_on(day("2023-01-01")) == date("2024-04-01"));
    CHECK(pasts[0].plan_on(day("2023-02-01")) == date("2024-05-01"));
}

TEST_CASE("a date put right within the days of grace is a correction", "[forecast]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2032-04-01")}})
        .on("2023-01-03", {{"milestone/a", planned("2023-04-01")}})
        .on("2023-03-01", {{"milestone/a", planned("2023-05-01")}});
    auto const past = pasts_of(story).at(0);

    REQUIRE(past.plans.size() == 3);
    CHECK(past.plans[1].correction);
    CHECK_FALSE(past.plans[2].correction);
}

TEST_CASE("days that run backward, or lie beyond today, are taken as the nearest that do not", "[forecast]")
{
    Story story;
    story.on("2023-03-01", {{"milestone/a", planned("2023-04-01")}})
        .on("2023-02-01", {{"milestone/a", planned("2023-05-01")}})
        .on("2033-01-01", {{"milestone/a", planned("2023-06-01")}});
    auto const past = pasts_of(story).at(0);

    CHECK(past.plans[1].since == day("2023-03-01"));
    CHECK(past.plans[2].since == day("2030-01-01"));
}

TEST_CASE("the first day within a window is found, whatever came after it", "[forecast]")
{
    PlanPast const past = PastOf{"a"}.planned("2023-01-01", "2023-06-01").planned("2023-05-20", "2023-08-01");

    auto const found = first_within(past, {20, 30}, day("2024-01-01"), day("2024-01-01"));
    REQUIRE(found);
    CHECK(found->on == day("2023-05-02"));
    CHECK(found->plan == date("2023-06-01"));
    CHECK_FALSE(first_within(past, {20, 30}, day("2023-05-01"), day("2024-01-01")));
}

TEST_CASE("a plan that passes over a window is met where it comes back", "[forecast]")
{
    PlanPast const past = PastOf{"a"}.planned("2023-01-01", "2023-01-05").planned("2023-01-06", "2023-05-01");

    CHECK(first_within(past, {20, 30}, day("2024-01-01"), day("2024-01-01"))->on == day("2023-04-01"));
}

TEST_CASE("a correction says what was meant from the start, once it is known", "[forecast]")
{
    PlanPast const past = PastOf{"a"}.planned("2023-01-01", "2032-04-01").corrected("2023-03-25", "2023-04-01");

    CHECK(first_within(past, {20, 30}, day("2024-01-01"), day("2024-01-01"))->on == day("2023-03-02"));
    CHECK_FALSE(first_within(past, {20, 30}, day("2023-03-24"), day("2023-03-24")));
    CHECK_FALSE(first_written_within(past, {20, 30}, day("2024-01-01")));
}

TEST_CASE("a quarter is rough, and the longest month is not", "[forecast]")
{
    CHECK(is_rough(date("2023-Q1")));
    CHECK(is_rough(date("2023")));
    CHECK_FALSE(is_rough(date("2023-01")));
    CHECK_FALSE(is_rough(date("2023-04-15T06:47:00Z")));
}

}  // namespace sss::plan_past_test
