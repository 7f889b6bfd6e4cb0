#include "facts/change/blame.hpp"

#include "history/try_history.hpp"

#include <map>

#include <catch2/catch.hpp>

namespace sss::blame_test {

namespace {

std::map<std::string, std::uint32_t> writers(TestHistory const& past, std::string const& id, std::string_view kind)
{
    RecordKey const key{&kind_named(kind), id};
    std::map<std::string, std::uint32_t> found;
    for (auto const& value : blame(*key.kind, past.now.at(key), past.history.changes))
        found[value.path] = value.commit.value();
    return found;
}

}  // namespace

TEST_CASE("each value is its last writer's", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "title = \"A\"\nweight = 1\nplanned = 2024-05-01");
    past.commit("2024-02-01").change("a", "title = \"A\"\nweight = 2\nplanned = 2024-05-01");
    past.commit("2024-03-01").change("b", "title = \"A\"\nweight = 2\nplanned = \"2024-05-01\"\nowner = \"x\"", "a");
    using Expected = std::map<std::string, std::uint32_t>;
    CHECK(writers(past, "b", "milestone") == Expected{{"title", 0}, {"weight", 1}, {"planned", 0}, {"owner", 2}});
}

TEST_CASE("a field of an item is its writer's, and a new item's fields are who brought it", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("m", "[[action]]\nid = \"a1\"\ntext = \"x\"", "meeting");
    past.commit("2024-02-01")
        .change("m",
                "[[action]]\nid = \"a1\"\ntext = \"x\"\nclosed = 2024-01-20\n[[action]]\nid = \"a2\"\ntext = \"y\"", {},
                "meeting");
    auto const found = writers(past, "m", "meeting");
    CHECK(found.at("action[a1].text") == 0);
    CHECK(found.at("action[a1].closed") == 1);
    CHECK(found.at("action[a2].text") == 1);
}

TEST_CASE("a record that was made again is whoever made it again", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "weight = 1").commit("2024-02-01").remove("a");
    past.commit("2024-03-01").add("a", "weight = 1");
    CHECK(writers(past, "a", "milestone").at("weight") == 2);
}

TEST_CASE("a value that no readable version tells has no known writer", "[reports]")
{
    auto const& kind = kind_named("milestone");
    auto const values = blame(kind, table_of("weight = 1"), {});
    REQUIRE(values.size() == 1);
    CHECK_FALSE(values[0].commit);
}

}  // namespace sss::blame_test
