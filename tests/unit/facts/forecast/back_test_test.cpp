#include "facts/forecast/back_test.hpp"

#include "facts/programme_past.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace sss::back_test_test {
using std::chrono::days;

namespace {

/// A programme that plans a milestone every few days, some time ahead; each slips by a number of days that is drawn
/// anew, in one go when its day has come. The same seed gives the same programme on every machine.
std::vector<PlanPast> synthetic(unsigned seed, int milestones, int longest_slip)
{
    std::mt19937 random{seed};
    auto const up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    std::vector<PlanPast> pasts;
    auto written = day("2000-01-01");
    for (int i = 0; i < milestones; ++i) {
        written += days{1 + up_to(6)};
        auto const plan = written + days{190 + up_to(400)};
        auto const actual = plan + days{up_to(longest_slip)};
        pasts.push_back(PastOf{"m" + std::to_string(i)}
                            .planned(written, Date::of(plan))
                            .reached(Date::of(actual), actual + days{up_to(3)}));
    }
    return pasts;
}

/// What was written by the end of a day.
std::vector<PlanPast> known_by(std::vector<PlanPast> pasts, Day when)
{
    for (auto& past : pasts) {
        std::erase_if(past.plans, [&](auto const& plan) { return plan.since > when; });
        std::erase_if(past.standings, [&](auto const& standing) { return standing.since > when; });
    }
    std::erase_if(pasts, [](PlanPast const& past) { return past.standings.empty(); });
    return pasts;
}

double hold_rate(Holds const& holds)
{
    return static_cast<double>(holds.held) / holds.judged;
}

double promise(Holds const& holds)
{
    return holds.chances / holds.judged;
}

/// All of several programmes.
BackTest summed(std::vector<BackTest> const& tests)
{
    BackTest sum;
    auto const add = [](Holds& to, Holds const& from) {
        to = {to.judged + from.judged, to.held + from.held, to.earlier + from.earlier, to.later + from.later,
              to.chances + from.chances};
    };
    for (auto const& test : tests) {
        add(sum.all, test.all);
        for (std::size_t i = 0; i < horizon_count; ++i) add(sum.by_horizon[i], test.by_horizon[i]);
    }
    return sum;
}

}  // namespace

TEST_CASE("where slips are alike by nature, ranges hold as often as they promise", "[forecast]")
{
    auto const percent = GENERATE(50, 80, 90);
    std::vector<BackTest> tests;
    for (unsigned seed = 1; seed <= 6; ++seed)
        tests.push_back(back_test(synthetic(seed, 250, 60), day("2040-01-01"), percent));
    auto const test = summed(tests);

    CHECK(hold_rate(test.all) == Approx(promise(test.all)).margin(0.03));
    CHECK(promise(test.all) == Approx(percent / 100.0).margin(0.02));
    for (auto const horizon : {Horizon::year, Horizon::half_year, Horizon::quarter, Horizon::month, Horizon::overdue}) {
        auto const& holds = test.by_horizon[static_cast<std::size_t>(horizon)];
        REQUIRE(holds.judged > 500);
        CHECK(hold_rate(holds) == Approx(promise(holds)).margin(0.05));
    }
}

TEST_CASE("few cases hold as often as they promise, too", "[forecast]")
{
    std::vector<BackTest> tests;
    for (unsigned seed = 1; seed <= 60; ++seed)
        tests.push_back(back_test(synthetic(seed, 40, 60), day("2040-01-01"), 80));
    auto const holds = summed(tests).by_horizon[static_cast<std::size_t>(Horizon::quarter)];

    REQUIRE(holds.judged > 500);
    CHECK(hold_rate(holds) == Approx(promise(holds)).margin(0.05));
}

TEST_CASE("a programme that comes to slip more than it did breaks its ranges, and the test says so", "[forecast]")
{
    auto pasts = synthetic(7, 150, 30);
    for (auto& past : synthetic(8, 150, 300)) {
        for (auto& plan : past.plans) {
            plan.since += days{1200};
            plan.date = Date::of(plan.date->last() + days{1200});
        }
        for (auto& standing : past.standings) {
            standing.since += days{1200};
            if (standing.actual) standing.actual = Date::of(standing.actual->last() + days{1200});
        }
        past.id += "-later";
        pasts.push_back(past);
    }
    auto const test = back_test(pasts, day("2040-01-01"), 80);

    CHECK(hold_rate(test.all) < promise(test.all) - 0.1);
    CHECK(test.all.later > test.all.earlier);
}

TEST_CASE("a range of the past is made of what was written by its day and of nothing else", "[forecast]")
{
    auto const pasts = synthetic(3, 120, 90);
    auto const test = back_test(pasts, day("2003-01-01"), 80);
    REQUIRE(test.ranges.size() > 50);
    for (auto const& given : test.ranges) {
        auto const known = known_by(pasts, given.given);
        auto const range = range_of(like_cases(known, given.given, given.plan), given.plan, 80);
        REQUIRE(range);
        CHECK(range->first == given.range.first);
        CHECK(range->last == given.range.last);
        CHECK(range->cases == given.range.cases);
    }
}

TEST_CASE("ranges are judged when their last day has passed, reached or not", "[forecast]")
{
    auto pasts = with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9});
    pasts.push_back(PastOf{"open"}.planned("2021-01-01", "2021-03-01"));
    pasts.push_back(PastOf{"early"}.planned("2021-01-01", "2021-03-01").reached("2021-03-03", "2021-03-03"));
    auto const judged = [&](char const* today, std::string_view id) -> PastRange const* {
        static BackTest test;
        test = back_test(pasts, day(today), 80);
        auto const found = std::ranges::find(test.ranges, id, &PastRange::id);
        return found == test.ranges.end() ? nullptr : &*found;
    };

    CHECK(judged("2021-03-10", "early") == nullptr);  // its range ends that day
    REQUIRE(judged("2021-03-11", "early") != nullptr);
    CHECK(judged("2021-03-11", "early")->held());
    CHECK(judged("2021-03-11", "open")->later());
}

TEST_CASE("what was given up before its range ended is not judged, and what was given up later has missed it",
          "[forecast]")
{
    auto const test_with = [](char const* cancelled) {
        auto pasts = with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9});
        pasts.push_back(PastOf{"a"}.planned("2021-02-10", "2021-03-01").cancelled(cancelled));
        return back_test(pasts, day("2022-01-01"), 80);
    };

    CHECK(test_with("2021-02-20").undecided == 1);
    CHECK(test_with("2021-02-20").all.judged == 0);
    CHECK(test_with("2021-09-01").by_horizon[static_cast<std::size_t>(Horizon::month)].later == 1);
}

TEST_CASE("days on which there were too few cases are counted", "[forecast]")
{
    auto const test = back_test(with_slips({1, 2, 3}), day("2022-01-01"), 80);

    CHECK(test.all == Holds{});
    // Each was seen 183, 180, 90 and 30 days ahead, and overdue.
    CHECK(test.too_few == 15);
}

TEST_CASE("every plan has its horizon", "[forecast]")
{
    auto const at = [](char const* plan) { return horizon_of(date(plan), day("2023-01-01")); };

    CHECK(at("2024-01-02") == Horizon::beyond_a_year);
    CHECK(at("2024-01-01") == Horizon::year);
    CHECK(at("2023-01-31") == Horizon::month);
    CHECK(at("2023-01-01") == Horizon::month);
    CHECK(at("2022-12-31") == Horizon::overdue);
    CHECK(at("2022-12-01") == Horizon::long_overdue);
    CHECK(at("2023-Q1") == Horizon::quarter);
}

}  // namespace sss::back_test_test
