#include "facts/chart/action_flow.hpp"

#include "facts/charted.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::action_flow_test {

namespace {

/// day opened-closed overdue
std::string told(ActionFlow const& flow)
{
    std::string text;
    for (auto const& point : flow.points)
        text += fmt::format("{} {}-{} {}\n", iso(point.day), point.opened, point.closed, point.overdue);
    return text;
}

constexpr auto minutes =
    "start = 2024-01-10\n"
    "[[action]]\nid = \"a1\"\nowner = \"ada\"\ndue = 2024-02-01\n"
    "[[action]]\nid = \"a2\"\nowner = \"ada\"\ndue = \"2024-02\"\nclosed = 2024-03-05\n"
    "[[action]]\nid = \"a3\"\nclosed = 2024-01-20\n";

Charted& held(Charted& past, std::string const& toml)
{
    past.commit("2024-01-10").add("kick-off", toml, "meeting");
    return past;
}

}  // namespace

TEST_CASE("an action is open from its meeting on, and overdue from the day after it was due", "[action_flow]")
{
    Charted past;
    CHECK(told(action_flow(held(past, minutes).on("2024-04-01"))) ==
          "2024-01-10 3-0 0\n"
          "2024-01-20 3-1 0\n"
          "2024-02-02 3-1 1\n"
          "2024-03-01 3-1 2\n"
          "2024-03-05 3-2 1\n"
          "2024-04-01 3-2 1\n");
}

TEST_CASE("what is open today is told by owner, the most first and nobody's last", "[action_flow]")
{
    Charted past;
    auto const flow = action_flow(held(past,
                                       "start = 2024-01-10\n[[action]]\nid = \"a1\"\n[[action]]\nid = \"a2\"\n"
                                       "[[action]]\nid = \"a3\"\nowner = \"ada\"\n[[action]]\nid = \"a4\"\nowner = "
                                       "\"bob\"\ndue = 2024-01-11\n[[action]]\nid = \"a5\"\nowner = \"bob\"\n")
                                      .on("2024-02-01"));
    REQUIRE(flow.owners.size() == 3);
    CHECK(flow.owners[0].owner == "bob");
    CHECK(flow.owners[0].open == 2);
    CHECK(flow.owners[0].overdue == 1);
    CHECK(flow.owners[2].owner.empty());
    CHECK(flow.open == 5);
}

TEST_CASE("an action of a meeting without a date is counted and not drawn", "[action_flow]")
{
    Charted past;
    auto const flow = action_flow(held(past, "title = \"X\"\n[[action]]\nid = \"a1\"\n").on("2024-02-01"));
    CHECK(flow.points.empty());
    CHECK(flow.open == 1);
    CHECK(flow.undated_open == 1);
}

TEST_CASE("a period knows what stood before it", "[action_flow]")
{
    Charted past;
    auto input = held(past, minutes).on("2024-04-01");
    input.period = days_of("2024-02");
    auto const flow = action_flow(input);
    CHECK(told(flow) == "2024-02-01 3-1 0\n2024-02-02 3-1 1\n2024-02-29 3-1 1\n");
    CHECK(flow.before.opened == 3);
}

}  // namespace sss::action_flow_test
