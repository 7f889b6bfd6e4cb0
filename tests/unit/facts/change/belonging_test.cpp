#include "facts/change/belonging.hpp"

#include "facts/change/changelog.hpp"
#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::belonging_test {

namespace {

std::vector<std::string> heaps(TestHistory const& past, Within within)
{
    auto const changelog = make_changelog(past.history, {}, Zone::utc(), {.within = within});
    std::vector<std::string> ids;
    for (auto const& group : changelog.groups)
        for (auto const& section : group.sections) ids.push_back(section.belonging.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a change belongs to the satellite that the record named after it", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-10").add("a", "satellite = \"sat-2\"");
    past.commit("2024-02-10").change("a", "satellite = \"sat-10\"");
    past.commit("2024-03-10").change("a", "satellite = \"sat-10\"\nweight = 2");
    CHECK(heaps(past, Within::satellite) == Ids{"sat-10", "sat-10", "sat-2"});
}

TEST_CASE("satellites stand in the order of their numbers, and the whole programme last", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-10")
        .add("a", "weight = 1")
        .add("b", "satellite = \"sat-10\"")
        .add("c", "satellite = \"sat-2\"");
    CHECK(heaps(past, Within::satellite) == Ids{"sat-2", "sat-10", ""});
}

TEST_CASE("an owner that is gone is named by its id", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-10").add("a", "owner = \"beihang\"");
    CHECK(heaps(past, Within::owner) == Ids{"beihang"});
}

}  // namespace sss::belonging_test
