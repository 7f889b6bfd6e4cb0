#include "git/tree.hpp"

#include "git/path_changes.hpp"
#include "git/tree_bounds.hpp"
#include "git/writer.hpp"
#include "history/try_history.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

namespace sss::tree_test {
using git::Oid;
using git::Tree;

namespace {

using State = std::map<std::string, std::string>;  ///< path → bytes

/// States of a tree, each committed on top of an empty one so that a file can take a folder's place.
class Trees {
public:
    Trees() : writer_(git::Writer::create(folder_.path())) {}

    Oid add(State const& state)
    {
        std::vector<std::string> gone;
        for (auto const& [path, bytes] : last_) gone.push_back(path);
        writer_.commit({{}, gone}, ada("2024-01-01"), "Nothing");
        last_ = state;
        auto const commit = writer_.commit({state, {}}, ada("2024-01-01"), "Something");
        return repository().commit(commit).tree;
    }

    git::Repository& repository()
    {
        if (!repository_) repository_ = git::Repository::open(folder_.path());
        return *repository_;
    }

private:
    ScratchFolder folder_;
    git::Writer writer_;
    std::optional<git::Repository> repository_;
    State last_;
};

/// Names that git sorts in another order as folders than as files, or that begin alike.
State random_state(std::mt19937& dice)
{
    static std::vector<std::string> const names{"a", "a-b", "a.b", "a0", "ab", "b", "b.toml", "b/x", "c", "z"};
    auto const below = [&dice](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most - 1}(dice);
    };
    State state;
    for (auto const& name : names) {
        auto const bytes = std::string(1, static_cast<char>('0' + below(3)));
        switch (below(4)) {
            case 0: break;
            case 1: state[name] = bytes; break;
            default: state[name + "/" + names[below(5)]] = bytes;
        }
    }
    if (state.contains("b") || state.contains("b/x"))
        std::erase_if(state, [](auto const& one) { return one.first.starts_with("b/x/"); });
    std::erase_if(state, [&](auto const& one) {
        auto const slash = one.first.rfind('/');
        return slash != std::string::npos && state.contains(one.first.substr(0, slash));
    });
    return state;
}

using Row = std::tuple<std::string, int, Oid, Oid>;

std::set<Row> found_rows(Tree const& before, Tree& after)
{
    std::set<Row> rows;
    for (auto const& difference : Tree::differences(before, after)) {
        if (difference.before && difference.after && difference.before->type != difference.after->type)
            FAIL("two types in one");
        auto const type = difference.before ? difference.before->type : difference.after->type;
        rows.insert({std::string{difference.name()}, static_cast<int>(type),
                     difference.before ? difference.before->id : Oid{},
                     difference.after ? difference.after->id : Oid{}});
    }
    return rows;
}

std::set<Row> naive_rows(Tree const& before, Tree const& after)
{
    std::map<std::pair<std::string, int>, std::pair<Oid, Oid>> all;
    for (auto const& entry : before.entries())
        all[{std::string{entry.name}, static_cast<int>(entry.type)}].first = entry.id;
    for (auto const& entry : after.entries())
        all[{std::string{entry.name}, static_cast<int>(entry.type)}].second = entry.id;
    std::set<Row> rows;
    for (auto const& [key, ids] : all)
        if (ids.first != ids.second) rows.insert({key.first, key.second, ids.first, ids.second});
    return rows;
}

}  // namespace

TEST_CASE("the differences of two trees are those of a naive comparison", "[git]")
{
    std::mt19937 dice{7};
    Trees trees;
    std::vector<Oid> ids{Oid{}};
    std::vector<State> states{{}};
    for (int i = 0; i < 60; ++i) {
        states.push_back(random_state(dice));
        ids.push_back(trees.add(states.back()));
    }
    auto const& repository = trees.repository();
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
        Tree const before{repository, ids[i]};
        Tree after{repository, ids[i + 1]};
        REQUIRE(found_rows(before, after) == naive_rows(before, after));
        // What was learned of the second tree's entries must serve the next comparison.
        Tree third{repository, ids[(i + 2) % ids.size()]};
        REQUIRE(found_rows(after, third) == naive_rows(after, third));
    }

    SECTION("and so are the changes of paths")
    {
        std::vector<git::TreePair> pairs;
        std::set<std::tuple<std::string, std::uint32_t, bool, bool>> expected;
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            auto const j = (i * 7 + 3) % ids.size();
            pairs.push_back({ids[i], ids[j]});
            auto all = states[i];
            all.insert(states[j].begin(), states[j].end());
            for (auto const& [path, bytes] : all) {
                auto const was = states[i].find(path), is = states[j].find(path);
                auto const existed = was != states[i].end(), exists = is != states[j].end();
                if (existed != exists || was->second != is->second) expected.insert({path, i, existed, exists});
            }
        }
        auto const everything = [](std::string_view) { return true; };
        std::set<std::tuple<std::string, std::uint32_t, bool, bool>> found;
        auto const changes = git::path_changes(repository, pairs, everything, everything);
        for (auto const& path : changes)
            for (auto const& change : path.changes)
                found.insert({path.path, change.pair, bool(change.before), bool(change.after)});
        REQUIRE(found == expected);
        REQUIRE(std::ranges::is_sorted(changes, {}, &git::PathChanges::path));
    }
}

TEST_CASE("a name that changes between folder and file counts as two", "[git]")
{
    Trees trees;
    auto const file = trees.add({{"a", "x"}, {"b", "x"}});
    auto const folder = trees.add({{"a/c", "x"}, {"b", "x"}});
    Tree const before{trees.repository(), file};
    Tree after{trees.repository(), folder};
    CHECK(Tree::differences(before, after).size() == 2);
}

TEST_CASE("a name with a slash in it is not the folder that it begins with", "[git]")
{
    auto const entry = [](std::string const& mode, std::string const& name) {
        return mode + ' ' + name + std::string(1, '\0') + std::string(20, '\1');
    };
    Tree const before{git::RawObject::of(entry("40000", "b") + entry("100644", "b/c.toml"))};
    Tree after{git::RawObject::of(entry("100644", "b/c.toml") + entry("100644", "c"))};
    auto const found = Tree::differences(before, after);
    REQUIRE(found.size() == 2);
    CHECK((found[0].before && found[0].before->name == "b" && !found[0].after));
    CHECK((found[1].after && found[1].after->name == "c" && !found[1].before));
}

TEST_CASE("a tree that is not there has no entries", "[git]")
{
    Trees trees;
    trees.add({{"a", "x"}});
    auto const& repository = trees.repository();
    CHECK(Tree{repository, Oid{}}.entries().empty());
    CHECK_FALSE(git::entry_at_path(repository, Oid{}, "a/b"));
}

TEST_CASE("a path leads through folders, not through files", "[git]")
{
    Trees trees;
    auto const tree = trees.add({{"data/milestones/a.toml", "x"}, {"data.toml", "y"}});
    auto const& repository = trees.repository();
    CHECK(git::entry_at_path(repository, tree, "data/milestones/a.toml")->type == git::TreeEntry::Type::file);
    CHECK(git::entry_at_path(repository, tree, "data/milestones")->type == git::TreeEntry::Type::folder);
    CHECK_FALSE(git::entry_at_path(repository, tree, "data/milestones/a.toml/b"));
    CHECK_FALSE(git::entry_at_path(repository, tree, "data/meetings"));
    CHECK_FALSE(git::entry_at_path(repository, tree, "dat"));
}

TEST_CASE("many paths of one tree lead where each by itself leads", "[git]")
{
    std::mt19937 dice{20240110};
    Trees trees;
    for (int round = 0; round < 20; ++round) {
        auto const state = random_state(dice);
        auto const tree = trees.add(state);
        git::TreePaths paths{trees.repository(), tree};
        std::vector<std::string> asked{"",  "/",   "a",     "a/",   "/a",     "a/b", "a/b/c",
                                       "b", "b/x", "b/x/a", "none", "none/a", "a//b"};
        for (auto const& [path, bytes] : state) {
            asked.push_back(path);
            asked.push_back(path + "/below");
            asked.push_back(path.substr(0, path.rfind('/')));
        }
        for (auto const& path : asked) {
            if (path.ends_with('/') || path.empty()) continue;  // names nobody's file
            auto const one = git::entry_at_path(trees.repository(), tree, path);
            auto const many = paths.find(path);
            INFO(path);
            REQUIRE(one.has_value() == many.has_value());
            if (one) CHECK((one->id == many->id && one->type == many->type));
        }
    }
    git::TreePaths nothing{trees.repository(), Oid{}};
    CHECK_FALSE(nothing.find("a"));
}

TEST_CASE("only wanted folders and files are compared", "[git]")
{
    Trees trees;
    auto const tree = trees.add({{"data/a.toml", "x"}, {"data/b.txt", "x"}, {"docs/a.toml", "x"}});
    auto const changes = git::path_changes(
        trees.repository(), {{Oid{}, tree}}, [](std::string_view folder) { return folder == "data"; },
        [](std::string_view file) { return file.ends_with(".toml"); });
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().path == "data/a.toml");
}

TEST_CASE("folders within each other are read as long as a file system takes their path", "[git]")
{
    ScratchFolder const folder;
    auto writer = git::Writer::create(folder.path());
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "a/";
    auto const first = writer.commit({{{"a/x", "x"}}, {}}, ada("2024-01-01"), "First");
    auto const second = writer.commit({{{deep + "x", "x"}}, {}}, ada("2024-01-02"), "Second");
    auto const repository = git::Repository::open(folder.path());
    auto const tree_of = [&](git::Oid const& commit) { return repository.commit(commit).tree; };
    auto const all = [](std::string_view) { return true; };
    auto const found = git::path_changes(repository, {{tree_of(first), tree_of(second)}}, all, all);
    REQUIRE(found.size() == 1);
    CHECK(found.front().path == deep + "x");
    std::vector<std::string> files;
    git::for_each_file(repository, tree_of(second), all,
                       [&](std::string const& path, git::TreeEntry const&) { files.push_back(path); });
    CHECK(files == std::vector<std::string>{deep + "x", "a/x"});
}

TEST_CASE("folders that no file system takes are refused with their path and the remedy", "[git]")
{
    git::TreeBounds bounds;
    auto const path = "data/milestones/" + std::string(git::TreeBounds::longest_path - 16, 'a');
    CHECK_NOTHROW(bounds.meet(path, 0, {}, {}));
    try {
        bounds.meet(path + "a", 0, {}, {});
        FAIL("it was not refused");
    } catch (Error const& error) {
        CHECK(std::string{error.what()}.find("data/milestones/aaa") != std::string::npos);
        CHECK(error.remedy().find("[data] ignore") != std::string::npos);
    }
}

TEST_CASE("few files that are spelled as very many are refused, and very many that differ are not", "[git]")
{
    auto const id = [](std::uint32_t number) {
        git::Oid oid;
        std::memcpy(oid.bytes.data(), &number, sizeof number);
        return oid;
    };
    auto const number = static_cast<std::uint32_t>(2 * git::TreeBounds::always_allowed);
    git::TreeBounds honest, in_turn, copied;
    for (std::uint32_t i = 1; i <= number; ++i) {
        honest.meet("data/milestones/x.toml", 0, {}, id(i));
        in_turn.meet("data/milestones/x.toml", i, id(i % 2), id(1 - i % 2));  // a record that is set and reset for ever
    }
    CHECK_THROWS_AS(
        [&] {
            for (std::uint32_t i = 0; i <= number; ++i) copied.meet("data/milestones/x.toml", 0, {}, id(i % 100));
        }(),
        Error);
}

}  // namespace sss::tree_test
