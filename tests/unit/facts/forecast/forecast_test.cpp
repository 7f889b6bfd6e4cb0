#include "facts/forecast/forecast.hpp"

#include "facts/programme_past.hpp"

#include <catch2/catch.hpp>

namespace sss::forecast_test {

namespace {

Milestone open(std::string id, char const* plan = nullptr)
{
    Milestone milestone;
    milestone.id = id;
    milestone.title = id;
    milestone.type = "review";
    if (plan != nullptr) milestone.planned = date(plan);
    return milestone;
}

std::vector<std::string> ids(Forecasts const& all)
{
    std::vector<std::string> found;
    for (auto const& one : all.milestones) found.push_back(one.id);
    return found;
}

}  // namespace

TEST_CASE("open milestones come by plan, undated ones after them, settled ones last", "[forecast]")
{
    auto cancelled = open("cancelled", "2023-01-01");
    cancelled.cancelled = true;
    StandardRecords state;
    state.milestones = {cancelled, open("late", "2023-09-01"), open("soon", "2023-04-01"), open("undated")};
    auto const all = forecasts({}, state, day("2023-03-01"));

    CHECK(ids(all) == std::vector<std::string>{"soon", "late", "undated", "cancelled"});
    CHECK(all.milestones[0].why == NoRange::too_few);
    CHECK(all.milestones[2].why == NoRange::undated);
    CHECK(all.milestones[3].why == NoRange::cancelled);
}

TEST_CASE("narrowing takes milestones away and leaves the class as it is", "[forecast]")
{
    auto const pasts = with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9});
    auto mine = open("mine", "2023-04-01");
    mine.satellite = "sss-1";
    StandardRecords state;
    state.milestones = {mine, open("other", "2023-05-01")};
    auto all = forecasts(pasts, state, day("2023-03-01"));
    auto const before = all;
    narrow(all, {.satellites = {"sss-1"}});

    CHECK(ids(all) == std::vector<std::string>{"mine"});
    CHECK(all.milestones[0].range->cases == 9);
    CHECK(all.reference.cases == before.reference.cases);
    CHECK(all.back_test.all == before.back_test.all);
}

TEST_CASE("a settled milestone is told only where it is named", "[forecast]")
{
    auto done = open("done", "2023-01-01");
    done.actual = date("2023-01-02");
    StandardRecords state;
    state.milestones = {done};
    auto all = forecasts({}, state, day("2023-03-01"));
    auto named = all;
    narrow(all, {});
    narrow(named, {.ids = {"done"}});

    CHECK(all.milestones.empty());
    REQUIRE(named.milestones.size() == 1);
    CHECK(named.milestones[0].why == NoRange::reached);
}

TEST_CASE("what is no case is counted by its reason", "[forecast]")
{
    std::vector<PlanPast> const pasts{
        PastOf{"import"}.planned("2020-06-02", "2020-06-01").reached("2020-06-02", "2020-06-02"),
        PastOf{"rough"}.planned("2020-01-02", "2020-06-01").reached("2020", "2021-01-01"),
        PastOf{"cancelled"}.planned("2020-01-02", "2020-06-01").cancelled("2020-03-01"),
        PastOf{"case"}.planned("2020-01-02", "2020-06-01").reached("2020-06-02", "2020-06-02")};
    auto const reference = forecasts(pasts, {}, day("2023-03-01")).reference;

    CHECK(reference.cases == 1);
    CHECK(reference.without_plan == 1);
    CHECK(reference.rough == 1);
    CHECK(reference.cancelled == 1);
}

TEST_CASE("like milestones that are still open and later than the range are told of", "[forecast]")
{
    auto pasts = with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9});
    pasts.push_back(PastOf{"stuck"}.planned("2022-01-01", "2022-06-01"));
    StandardRecords state;
    state.milestones = {open("next", "2023-04-01"), open("stuck", "2022-06-01")};
    auto const all = forecasts(pasts, state, day("2023-03-01"));

    REQUIRE(all.milestones[1].id == "next");
    CHECK(all.milestones[1].open_beyond == 1);
}

}  // namespace sss::forecast_test
