#include "records/layout.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::layout_test {

namespace {

Kind kind_of(std::string name, std::string folder, bool nested = false)
{
    Kind kind;
    kind.name = std::move(name);
    kind.folder = std::move(folder);
    kind.nested_ids = nested;
    return kind;
}

std::string told(Layout const& layout, std::string_view path)
{
    auto const slot = layout.slot(path);
    return slot ? slot->kind->name + ' ' + slot->id : "none";
}

Kind const milestone = kind_of("milestone", "milestones");
Kind const old_milestone = kind_of("old", "milestones/old");
Kind const part = kind_of("part", "parts", true);

}  // namespace

TEST_CASE("a record's id is its file's stem, whatever folders sort it", "[records]")
{
    Layout const layout{"data", {&milestone, &part}};
    CHECK(told(layout, "data/milestones/a.toml") == "milestone a");
    CHECK(told(layout, "data/milestones/2024/05/a.toml") == "milestone a");
    CHECK(told(layout, "data/milestones/a.toml.toml") == "milestone a.toml");
    CHECK(told(layout, "data/milestones/a.txt") == "none");
    CHECK(told(layout, "data/milestonesx/a.toml") == "none");
    CHECK(told(layout, "data/a.toml") == "none");
    CHECK(told(layout, "milestones/a.toml") == "none");
}

TEST_CASE("where ids may hold slashes, the folders are part of them", "[records]")
{
    Layout const layout{"data", {&milestone, &part}};
    CHECK(told(layout, "data/parts/obc/board.toml") == "part obc/board");
    CHECK(layout.path_of(part, "obc/board") == "data/parts/obc/board.toml");
}

TEST_CASE("of kinds whose folders lie within each other the inner one counts", "[records]")
{
    Layout const layout{"data", {&milestone, &old_milestone}};
    CHECK(told(layout, "data/milestones/old/a.toml") == "old a");
    CHECK(told(layout, "data/milestones/older/a.toml") == "milestone a");
}

TEST_CASE("the root itself can be the data folder", "[records]")
{
    for (auto const* root : {".", ""}) {
        Layout const layout{root, {&milestone}};
        CHECK(told(layout, "milestones/a.toml") == "milestone a");
        CHECK(layout.path_of(milestone, "a") == "milestones/a.toml");
        CHECK(layout.leads_to_records(""));
        CHECK_FALSE(layout.leads_to_records("docs"));
    }
    CHECK(Layout{"data/", {&milestone}}.folder_of(milestone) == "data/milestones");
}

TEST_CASE("a reader passes by folders that lead to no records", "[records]")
{
    Layout const layout{"data", {&milestone}};
    for (auto const* folder : {"", "data", "data/milestones", "data/milestones/2024"})
        CHECK(layout.leads_to_records(folder));
    for (auto const* folder : {"docs", "dat", "data/meetings", "data/milestones-old"})
        CHECK_FALSE(layout.leads_to_records(folder));
}

TEST_CASE("globs ignore below the data folder, and a star stays within one name", "[records]")
{
    Layout const layout{
        "data", {&milestone}, {"milestones/draft-*.toml", "**/old/**", "milestones/?.toml", "milestones/[x].toml"}};
    CHECK(layout.ignored("data/milestones/draft-a.toml"));
    CHECK_FALSE(layout.ignored("data/milestones/2024/draft-a.toml"));
    CHECK(layout.ignored("data/milestones/2024/old/a.toml"));
    CHECK(layout.ignored("data/old/a.toml"));
    CHECK(layout.ignored("data/milestones/a.toml"));
    CHECK_FALSE(layout.ignored("data/milestones/ab.toml"));
    CHECK(layout.ignored("data/milestones/[x].toml"));
    CHECK_FALSE(layout.ignored("elsewhere/old/a.toml"));
    CHECK(told(layout, "data/milestones/draft-a.toml") == "none");
}

TEST_CASE("a folder of which everything is ignored is not looked into", "[records]")
{
    Layout const layout{"data", {&milestone}, {"milestones/a/**", "**/old/**", "milestones/flat/*", "milestones/b"}};
    CHECK_FALSE(layout.leads_to_records("data/milestones/a"));
    CHECK_FALSE(layout.leads_to_records("data/milestones/a/a/a"));
    CHECK_FALSE(layout.leads_to_records("data/milestones/2024/old"));
    for (auto const* folder :
         {"data", "data/milestones", "data/milestones/ab", "data/milestones/flat", "data/milestones/b"})
        CHECK(layout.leads_to_records(folder));
    Layout const everything{"data", {&milestone}, {"**"}};
    CHECK(everything.leads_to_records("data"));
    CHECK_FALSE(everything.leads_to_records("data/milestones"));
}

}  // namespace sss::layout_test
