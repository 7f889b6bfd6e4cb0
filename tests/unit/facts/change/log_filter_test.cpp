#include "facts/change/log_filter.hpp"

#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::log_filter_test {

namespace {

struct Told3 : TestHistory {
    Told3()
    {
        commit("2024-01-01").add("a", "title = \"A\"\nowner = \"x\"\nplanned = 2024-05-01");
        commit("2024-02-01").change("a", "title = \"A\"\nowner = \"y\"\nplanned = 2024-06-01");
        commit("2024-03-01").change("a", "title = \"B\"\nowner = \"y\"\nplanned = 2024-07-01");
        history.commits[1].commit.author = {"Çelik", "celik@uzay.example", {}, 0};
    }

    std::vector<ChangeFacts> through(LogFilter const& filter)
    {
        facts = change_facts(history.changes, moves(history, 7), Zone::utc());
        return filtered(facts, filter, history, Zone::utc());
    }

    std::vector<ChangeFacts> facts;
};

}  // namespace

TEST_CASE("a move counts those that the filter leaves out", "[reports]")
{
    LogFilter filter;
    filter.first = parse_day("2024-03-01");
    Told3 story;
    auto const kept = story.through(filter);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].move->ordinal == 2);
    CHECK(kept[0].move->total.days == 61);
}

TEST_CASE("only the fields that are meant are told, of new records too", "[reports]")
{
    LogFilter filter;
    filter.fields = {FieldPattern{"owner"}};
    Told3 story;
    auto const kept = story.through(filter);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].change->type == ChangeType::added);
    REQUIRE(kept[0].fields.size() == 1);
    CHECK_FALSE(kept[0].fields[0].from);
    REQUIRE(kept[1].fields.size() == 1);
    CHECK(kept[1].fields[0].path == "owner");
    CHECK_FALSE(kept[1].move);
}

TEST_CASE("an author is found by a part of name or address, without regard to capitals and marks", "[reports]")
{
    for (auto const* text : {"celik", "ÇEL", "@uzay"}) {
        LogFilter filter;
        filter.author = text;
        Told3 story;
        CHECK(story.through(filter).size() == 1);
    }
}

TEST_CASE("both ends of a stretch of days belong to it", "[reports]")
{
    LogFilter filter;
    filter.first = filter.last = parse_day("2024-02-01");
    Told3 story;
    CHECK(story.through(filter).size() == 1);
    filter.last = parse_day("2024-01-31");
    CHECK(story.through(filter).empty());
}

TEST_CASE("commits can be asked for and left out", "[reports]")
{
    Told3 story;
    auto const id = story.history.commits[1].commit.id;
    LogFilter filter;
    filter.among = {id};
    CHECK(story.through(filter).size() == 1);
    filter.among.reset();
    filter.without = {id};
    CHECK(story.through(filter).size() == 2);
}

}  // namespace sss::log_filter_test
