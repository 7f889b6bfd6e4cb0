#include "history/moves.hpp"

#include "history/try_history.hpp"

#include <utility>

#include <catch2/catch.hpp>

namespace sss::moves_test {

namespace {

std::string planned(std::string const& date)
{
    return "planned = " + date;
}

}  // namespace

TEST_CASE("moves are counted, and their total is measured from the first plan", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-02-01").change("a", planned("2024-05-11"));
    past.commit("2024-03-01").change("a", planned("2024-05-06"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 2);
    CHECK(found[0].ordinal == 1);
    CHECK(found[0].slip.days == 10);
    CHECK(found[1].ordinal == 2);
    CHECK(found[1].slip.days == -5);
    CHECK(found[1].total.days == 5);
}

TEST_CASE("a date changed soon after it was written is a correction, unless a reason is given", "[moves]")
{
    for (auto const& [day, reason, corrected] :
         {std::tuple{"2024-01-07", "", true}, {"2024-01-08", "", false}, {"2024-01-02", "weather", false}})
    {
        TestHistory past;
        past.commit("2024-01-01").add("a", planned("2024-05-01"));
        past.commit(day, reason).change("a", planned("2024-05-11"));
        auto const found = moves(past.history, 7);
        REQUIRE(found.size() == 1);
        CHECK(found[0].correction == corrected);
        CHECK(found[0].ordinal == (corrected ? 0 : 1));
    }
}

TEST_CASE("a clock that went back makes no correction of a move", "[moves]")
{
    TestHistory past;
    past.commit("2024-05-20").add("a", planned("2024-06-01"));
    past.commit("2024-04-10").change("a", planned("2025-06-01"));
    auto& later = past.history.commits.back();
    later.disbelieved = std::exchange(later.landed_at, past.history.commits.front().landed_at);
    REQUIRE(moves(past.history, 7).size() == 1);
    CHECK_FALSE(moves(past.history, 7).front().correction);
}

TEST_CASE("a correction says what was meant from the start", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-01-02").change("a", planned("2024-05-11"));
    past.commit("2024-03-01").change("a", planned("2024-05-21"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 2);
    CHECK(found[1].ordinal == 1);
    CHECK(found[1].total.days == 10);
}

TEST_CASE("a commit may say that it corrects, at any time", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-06-01", "typing", true).change("a", planned("2024-05-11"));
    CHECK(moves(past.history, 0).front().correction);
}

TEST_CASE("a date said more or less exactly is no move", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("\"2024-Q4\""));
    past.commit("2024-02-01").change("a", planned("\"2024-11\""));
    past.commit("2024-03-01").change("a", planned("2024-11-20"));
    past.commit("2024-04-01").change("a", planned("2024-11-20T10:00:00Z"));
    past.commit("2024-06-01").change("a", planned("\"2024\""));
    CHECK(moves(past.history, 7).empty());
}

TEST_CASE("an instant that moves by less than a day is a move of hours and of no day", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-11-20T22:00:00Z"));
    past.commit("2024-04-01").change("a", planned("2024-11-21T01:30:00Z"));
    past.commit("2024-05-01").change("a", planned("2024-11-21T01:30:00+00:00"));
    past.commit("2024-06-01").change("a", planned("2024-11-20T23:00:00Z"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 2);
    CHECK(found[0].slip.days == 0);
    CHECK(found[0].slip.direction() == 12600);
    CHECK(found[1].slip.direction() == -9000);
    CHECK(found[1].ordinal == 2);
    CHECK(found[1].total.direction() == 3600);
}

TEST_CASE("a dropped date is no move, and the next is measured from the last that stood", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-02-01").change("a", "");
    past.commit("2024-03-01").change("a", planned("2024-05-11"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 1);
    CHECK(found[0].slip.days == 10);
}

TEST_CASE("a renamed record keeps its past, and so does one that was removed and is put back", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-02-01").change("b", planned("2024-05-11"), "a");
    past.commit("2024-03-01").change("b", planned("2024-05-21"));
    past.commit("2024-04-01").remove("b").commit("2024-05-01").add("b", planned("2024-09-01"));
    past.commit("2024-06-01").change("b", planned("2024-09-11"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 4);
    CHECK(found[1].ordinal == 2);
    CHECK(found[1].total.days == 20);
    CHECK(found[2].from.text() == "2024-05-21");
    CHECK(found[2].ordinal == 3);
    CHECK(found[3].ordinal == 4);
    CHECK(found[3].total.days == 133);
}

TEST_CASE("a stretch that begins later takes the first plan from the change itself", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.history.changes.clear();
    past.commit("2024-01-03").change("a", planned("2024-05-11"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from.text() == "2024-05-01");
    CHECK_FALSE(found[0].correction);
}

TEST_CASE("a kind without a planned date does not move, and no text is a date", "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "name = \"A\"", "organisation").add("b", planned("\"soon\""));
    past.commit("2024-02-01").change("a", "name = \"B\"", "", "organisation").change("b", planned("\"later\""));
    CHECK(moves(past.history, 7).empty());
}

TEST_CASE("a plan with an open end is none: no move leads to it, and the next is measured from the last that stood",
          "[moves]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", planned("2024-05-01"));
    past.commit("2024-02-01").change("a", planned("\"2024-07-16/..\""));
    past.commit("2024-03-01").change("a", planned("\"2024-09-01/..\""));
    CHECK(moves(past.history, 7).empty());
    past.commit("2024-04-01").change("a", planned("2024-05-11"));
    auto const found = moves(past.history, 7);
    REQUIRE(found.size() == 1);
    CHECK(found[0].ordinal == 1);
    CHECK(found[0].slip.days == 10);
}

}  // namespace sss::moves_test
