#include "facts/change/record_thread.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::record_thread_test {

TEST_CASE("a record is followed through its renames, by each of its ids", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1").add("other", "weight = 9");
    past.commit("2024-01-02").change("b", "weight = 1", "a");
    past.commit("2024-01-03").change("c", "weight = 2", "b");
    for (auto const* id : {"a", "b", "c", "milestone/b"}) {
        auto const thread = thread_of(past.history, id);
        CHECK(thread.changes.size() == 3);
        REQUIRE(thread.records.size() == 1);
        CHECK(thread.records[0].id == "c");
    }
    CHECK(thread_of(past.history, "d").changes.empty());
    CHECK(thread_of(past.history, "meeting/c").changes.empty());
}

TEST_CASE("a record that was renamed and back is one", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1");
    past.commit("2024-01-02").change("b", "weight = 1", "a");
    past.commit("2024-01-03").change("a", "weight = 1", "b");
    CHECK(thread_of(past.history, "a").changes.size() == 3);
    CHECK(thread_of(past.history, "b").changes.size() == 3);
}

TEST_CASE("who bears the id now goes before who bore it once", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1");
    past.commit("2024-01-02").change("b", "weight = 1", "a");
    past.commit("2024-01-03").add("a", "weight = 5");
    auto const now = thread_of(past.history, "a");
    REQUIRE(now.changes.size() == 1);
    CHECK(now.changes[0].commit == 2);
    CHECK(thread_of(past.history, "b").changes.size() == 2);
}

TEST_CASE("records of several kinds that share an id are all told", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1").add("a", "name = \"A\"", "satellite");
    auto const both = thread_of(past.history, "a");
    CHECK(both.changes.size() == 2);
    CHECK(both.records.size() == 2);
    CHECK(thread_of(past.history, "satellite/a").changes.size() == 1);
}

TEST_CASE("a record that was deleted and made again lives on", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01")
        .add("a", "weight = 1")
        .commit("2024-01-02")
        .remove("a")
        .commit("2024-01-03")
        .add("a", "weight = 2");
    CHECK(thread_of(past.history, "a").changes.size() == 3);
}

}  // namespace sss::record_thread_test
