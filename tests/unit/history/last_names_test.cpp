#include "history/last_names.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::last_names_test {

namespace {

RecordKey first_of(TestHistory const& past, std::string const& id)
{
    return {past.history.changes.front().record.kind, id};
}

}  // namespace

TEST_CASE("a record is followed through its later names, not through earlier ones", "[names]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "");
    past.commit("2024-02-01").change("b", "", "a");
    past.commit("2024-03-01").change("c", "", "b");
    LastNames const names{past.history};

    CHECK(names.of(first_of(past, "a"), 0)->id == "c");
    CHECK(names.of(first_of(past, "b"), 1)->id == "c");
    CHECK(names.of(first_of(past, "a"), 1)->id == "a");
}

TEST_CASE("a record that was removed has no name in the end", "[names]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "");
    past.commit("2024-02-01").remove("a");
    LastNames const names{past.history};

    CHECK(!names.of(first_of(past, "a"), 0));
    CHECK(names.of(first_of(past, "a"), 1)->id == "a");
}

TEST_CASE("a record that was put back goes on, under a later name too", "[names]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "");
    past.commit("2024-02-01").remove("a");
    past.commit("2024-03-01").add("a", "");
    past.commit("2024-04-01").change("b", "", "a");
    LastNames const names{past.history};

    CHECK(names.of(first_of(past, "a"), 0)->id == "b");
}

}  // namespace sss::last_names_test
