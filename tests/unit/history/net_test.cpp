#include "history/net.hpp"

#include "history/try_history.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace sss::net_test {

namespace {

using World = std::map<RecordKey, Table, RecordKeyLess>;

void set(Table& table, std::string const& key, SharedValue const& value)
{
    erase_if(table, [&](Member const& member) { return member.key == key; });
    if (value) table.push_back({key, {}, *value});
}

/// What the world is after a net: who leaves goes first, for another may take the name.
World after(World world, std::vector<Change> const& net)
{
    for (auto const& change : net) {
        if (change.type != ChangeType::removed) continue;
        REQUIRE(world.at(change.record) == *change.content);
        world.erase(change.record);
    }
    World moved;
    for (auto const& change : net) {
        if (change.type != ChangeType::changed) continue;
        RecordKey const former{change.record.kind, change.former_id.empty() ? change.record.id : change.former_id};
        REQUIRE(world.contains(former));
        auto table = world.at(former);
        world.erase(former);
        for (auto const& member : change.members) {
            auto const* value = find(table, member.key);
            REQUIRE((value != nullptr) == member.from.has_value());
            if (value != nullptr) REQUIRE(*value == *member.from);
            set(table, member.key, member.to);
        }
        moved[change.record] = table;
    }
    world.merge(moved);
    REQUIRE(moved.empty());
    for (auto const& change : net) {
        if (change.type != ChangeType::added) continue;
        REQUIRE_FALSE(world.contains(change.record));
        world[change.record] = *change.content;
    }
    return world;
}

std::string random_record(std::mt19937& dice)
{
    auto const digit = [&dice] { return std::to_string(dice() % 3); };
    std::string toml = "title = \"" + digit() + "\"\n";
    if (dice() % 2 == 0) toml += "weight = " + digit() + "\n";
    if (dice() % 2 == 0) toml += "planned = 2024-0" + std::to_string(dice() % 9 + 1) + "-01\n";
    return toml;
}

}  // namespace

TEST_CASE("a net is the difference of its two ends, whatever the steps", "[history]")
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937 dice{seed};
        TestHistory past;
        past.commit("2024-01-01");
        for (auto const* id : {"a", "b", "c"}) past.add(id, random_record(dice));
        auto const begin = past.now;
        past.history.changes.clear();
        for (int step = 0; step < 12; ++step) {
            past.commit("2024-01-02");
            std::string const id(1, static_cast<char>('a' + dice() % 5)), other(1, static_cast<char>('a' + dice() % 5));
            RecordKey const key{&kind_named("milestone"), id}, target{key.kind, other};
            if (!past.now.contains(key))
                past.add(id, random_record(dice));
            else if (dice() % 4 == 0)
                past.remove(id);
            else if (dice() % 3 == 0 && !past.now.contains(target))
                past.change(other, random_record(dice), id);
            else
                past.change(id, random_record(dice));
        }
        // A step that says the same again is no change, and history tells none.
        std::erase_if(past.history.changes, [](Change const& change) {
            return change.type == ChangeType::changed && change.members.empty() && change.former_id.empty();
        });
        auto const net = net_changes(past.history.changes);
        REQUIRE(after(begin, net) == past.now);
        for (auto const& change : net)
            REQUIRE((change.type != ChangeType::changed || !change.members.empty() || !change.former_id.empty()));
    }
}

TEST_CASE("there and back is nothing", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.history.changes.clear();
    past.commit("2024-01-02").change("a", "planned = 2024-06-01");
    CHECK(net_changes(past.history.changes).size() == 1);
    past.commit("2024-01-03").change("a", "planned = \"2024-05-01\"");
    CHECK(net_changes(past.history.changes).empty());
}

TEST_CASE("a record that came and went is nothing", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01")
        .add("a", "planned = 2024-05-01")
        .commit("2024-01-02")
        .change("b", "planned = 2024-06-01", "a");
    past.commit("2024-01-03").remove("b");
    CHECK(net_changes(past.history.changes).empty());
}

TEST_CASE("each field keeps the commit that gave it its last value", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1");
    past.history.changes.clear();
    past.commit("2024-01-02").change("a", "weight = 2");
    past.commit("2024-01-03").change("a", "weight = 2\nowner = \"x\"");
    auto const net = net_changes(past.history.changes);
    REQUIRE(net.size() == 1);
    REQUIRE(net[0].members.size() == 2);
    CHECK(net[0].members[0].commit == 1);
    CHECK(net[0].members[1].commit == 2);
}

TEST_CASE("a removal is not lost when another record takes the id", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1").add("b", "weight = 2");
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a");
    past.commit("2024-01-03").change("a", "weight = 2", "b");
    CHECK(net_changes(past.history.changes).size() == 2);
}

TEST_CASE("an id that another record bore for a while and gave back is still its first bearer's", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1").add("b", "weight = 2");
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a");
    past.commit("2024-01-03").change("a", "weight = 2", "b");
    past.commit("2024-01-04").change("b", "weight = 2", "a");
    SECTION("and says what it said: nothing")
    {
        past.commit("2024-01-05").add("a", "weight = 1");
        CHECK(net_changes(past.history.changes).empty());
    }
    SECTION("and says something else: a change")
    {
        past.commit("2024-01-05").add("a", "weight = 3");
        auto const net = net_changes(past.history.changes);
        REQUIRE(net.size() == 1);
        CHECK(net[0].type == ChangeType::changed);
        CHECK(net[0].members.size() == 1);
        CHECK(net[0].members[0].commit == 4);
    }
}

TEST_CASE("what was put back keeps the commits that had given it what it says", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1\nowner = \"x\"");
    past.history.changes.clear();
    past.commit("2024-01-02").change("a", "weight = 2\nowner = \"x\"").commit("2024-01-03").remove("a");
    past.commit("2024-01-04").add("a", "weight = 2\nowner = \"y\"");
    auto const net = net_changes(past.history.changes);
    REQUIRE(net.size() == 1);
    REQUIRE(net[0].type == ChangeType::changed);
    REQUIRE(net[0].members.size() == 2);
    CHECK(net[0].members[0].commit == 1);
    CHECK(net[0].members[1].commit == 3);
}

TEST_CASE("a removed record is told as it stood before", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1");
    past.history.changes.clear();
    past.commit("2024-01-02").change("b", "weight = 2", "a").commit("2024-01-03").remove("b");
    auto const net = net_changes(past.history.changes);
    REQUIRE(net.size() == 1);
    CHECK(net[0].type == ChangeType::removed);
    CHECK(net[0].record.id == "a");
    CHECK(*net[0].content == table_of("weight = 1"));
}

}  // namespace sss::net_test
