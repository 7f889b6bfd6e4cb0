#include "facts/chart/burnup.hpp"

#include "facts/charted.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::burnup_test {

namespace {

/// day reached/planned/scope
std::string told(Burnup const& burnup)
{
    std::string text;
    for (auto const& point : burnup.points)
        text +=
            fmt::format("{} {}/{}/{}\n", iso(point.day), point.reached.count, point.planned.count, point.scope.count);
    for (auto const& one : burnup.ahead) text += fmt::format("{} -/{}/-\n", iso(one.day), one.planned.count);
    return text;
}

}  // namespace

TEST_CASE("planned counts a milestone from the last day of its plan, as it was believed on each day", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = \"2024-02\"").add("b", "planned = 2024-03-10");
    past.commit("2024-03-05").change("b", "planned = 2024-05-01");
    CHECK(told(burnup(past.on("2024-04-01"))) ==
          "2024-01-01 0/0/2\n"
          "2024-02-29 0/1/2\n"
          "2024-03-05 0/1/2\n"
          "2024-04-01 0/1/2\n"
          "2024-05-01 -/2/-\n");
}

TEST_CASE("a plan that is put off after it was due is planned no more until its new day", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-02-01");
    past.commit("2024-02-10").change("a", "planned = 2024-03-01");
    CHECK(told(burnup(past.on("2024-03-02"))) ==
          "2024-01-01 0/0/1\n"
          "2024-02-01 0/1/1\n"
          "2024-02-10 0/0/1\n"
          "2024-03-01 0/1/1\n"
          "2024-03-02 0/1/1\n");
}

TEST_CASE("reached goes by the day on which it happened, known by the day on which it was written down", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-02-01");
    past.commit("2024-02-20").change("a", "planned = 2024-02-01\nactual = 2024-02-05");
    auto const found = burnup(past.on("2024-03-01"));
    CHECK(found.at(*parse_day("2024-02-10"))->reached.count == 1);
    CHECK(found.at(*parse_day("2024-02-10"))->known.count == 0);
    CHECK(found.at(*parse_day("2024-02-20"))->known.count == 1);
}

TEST_CASE("what is cancelled leaves all counts, and what is removed too", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("a", "planned = 2024-02-01")
        .add("b", "planned = 2024-02-01")
        .add("c", "title = \"C\"");
    past.commit("2024-03-01").change("a", "planned = 2024-02-01\ncancelled = {date = 2024-03-01}");
    past.commit("2024-03-02").remove("b");
    auto const found = burnup(past.on("2024-04-01"));
    CHECK(found.at(*parse_day("2024-02-01"))->planned.count == 2);
    CHECK(found.points.back().scope.count == 1);
    CHECK(found.points.back().planned.count == 0);
    CHECK(found.cancelled == 1);
    CHECK(found.undated.count == 1);
}

TEST_CASE("weights add up beside the counts, without what floating sums leave behind", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("a", "weight = 0.1\nplanned = 2024-01-02")
        .add("b", "weight = 0.2\nplanned = 2024-01-02");
    CHECK(burnup(past.on("2024-01-03")).points.back().planned == Tally{2, 0.3});
}

TEST_CASE("a period shows what stood when it began", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-02-01").add("b", "planned = 2024-06-01");
    auto input = past.on("2024-04-15");
    input.period = days_of("2024-03-01..2024-03-31");
    CHECK(told(burnup(input)) == "2024-03-01 0/1/2\n2024-03-31 0/1/2\n");
}

TEST_CASE("what was reached without a plan on record is not planned", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "actual = 2023-12-01").add("b", "planned = 2023-12-02\nactual = 2023-12-03");
    auto const found = burnup(past.on("2024-01-02"));
    CHECK(found.points.back().planned.count == 1);
    CHECK(found.points.back().reached.count == 2);
    CHECK(found.unplanned == 1);
}

TEST_CASE("baselines are counted by their own days, and how much of them was kept", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("a", "baseline = 2024-02-01\nplanned = 2024-04-01")
        .add("b", "baseline = 2024-02-02\nplanned = 2024-02-02\nactual = 2024-01-01")
        .add("c", "baseline = 2024-06-01\nplanned = 2024-03-01");
    auto const found = burnup(past.on("2024-03-02"));
    CHECK(found.points.back().baseline.count == 2);
    CHECK(found.points.back().planned.count == 2);
    CHECK(found.baselines.due.count == 2);
    CHECK(found.baselines.reached.count == 1);
    CHECK(found.ahead.back().baseline.count == 3);
}

TEST_CASE("a review that failed is known as reached at no time, and counts no more once another repeats it", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-02-01\nactual = 2024-02-01\noutcome = \"failed\"");
    past.commit("2024-03-01").add("b", "planned = 2024-05-01\nrepeats = \"a\"");
    auto const found = burnup(past.on("2024-03-02"));
    CHECK(found.at(*parse_day("2024-02-01"))->known.count == 0);
    CHECK(found.at(*parse_day("2024-02-01"))->scope.count == 1);
    CHECK(found.points.back().scope.count == 1);
    CHECK(found.repeated == 1);
}

TEST_CASE("never more is reached than there is, whenever it was written down and whatever it weighed then", "[burnup]")
{
    std::mt19937 dice{17};
    for (auto round = 0; round < 30; ++round) {
        Charted past;
        auto const upto = [&](std::uint32_t most) { return static_cast<int>(dice() % (most + 1)); };
        auto const count = 1 + upto(8);
        std::vector<bool> held(static_cast<std::size_t>(count), false);
        for (auto step = 0; step < 12; ++step) {
            past.commit(iso(*parse_day("2024-01-10") + std::chrono::days{step * 9}));
            auto const which = upto(static_cast<std::uint32_t>(count - 1));
            auto const id = fmt::format("m{}", which);
            auto const fields = fmt::format(
                "planned = {}\nweight = {}\n{}", iso(*parse_day("2024-02-01") + std::chrono::days{upto(60)}),
                1 + upto(4),
                upto(1) == 0 ? fmt::format("actual = {}\n", iso(*parse_day("2023-11-01") + std::chrono::days{upto(70)}))
                : upto(5) == 0 ? "[cancelled]\ndate = 2024-01-05\nreason = \"none\"\n"
                               : "");
            if (held[static_cast<std::size_t>(which)])
                past.change(id, fields);
            else
                past.add(id, fields);
            held[static_cast<std::size_t>(which)] = true;
        }
        INFO("round " << round);
        for (auto const& point : burnup(past.on("2024-06-01")).points) {
            REQUIRE(point.reached.count <= point.scope.count);
            REQUIRE(point.reached.weight <= point.scope.weight + 1e-6);
        }
    }
}

TEST_CASE("what was reached before the records held it belongs to all that there was", "[burnup]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-06-01");
    past.commit("2024-03-01").add("b", "actual = 2024-02-01");
    auto const found = burnup(past.on("2024-04-01"));
    CHECK(found.at(*parse_day("2024-01-31"))->scope.count == 1);
    CHECK(found.at(*parse_day("2024-02-01"))->scope.count == 2);
    CHECK(found.points.back().scope.count == 2);
}

}  // namespace sss::burnup_test
