#include "history/renames.hpp"

#include "history/try_history.hpp"

#include <catch2/catch.hpp>

namespace sss::renames_test {

namespace {

/// What stands in one commit, after renames were joined: "a → b" or "+a", "-a", "~a".
std::vector<std::string> joined(TestHistory past, bool* sought = nullptr)
{
    auto changes = past.history.changes;
    auto const all = join_renames(changes);
    if (sought != nullptr) *sought = all;
    std::vector<std::string> found;
    for (auto const& change : changes) {
        if (!change.former_id.empty()) {
            found.push_back(change.former_id + " → " + change.record.id);
            continue;
        }
        char const sign = change.type == ChangeType::added ? '+' : change.type == ChangeType::removed ? '-' : '~';
        found.push_back(sign + change.record.id);
    }
    return found;
}

/// One commit in which one record goes and another comes.
TestHistory instead(std::string_view before, std::string_view after, std::string_view kind = "milestone",
                    std::string const& to = "b")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", before, kind);
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a", kind).add(to, after, kind);
    return past;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("the same content under another id is a rename", "[history]")
{
    CHECK(joined(instead("title = \"A\"\nweight = 1", "title = \"A\"\nweight = 1")) == Found{"a → b"});
}

TEST_CASE("content that is only spelled otherwise is the same content", "[history]")
{
    CHECK(joined(instead("title = \"A\"\nplanned = \"2024-05-01\"\nweight = 1\nreviews = [\"PDR\", \"CDR\"]",
                         "title = \"A\"\nplanned = 2024-05-01\nweight = 1.0\nreviews = [\"CDR\", \"PDR\"]")) ==
          Found{"a → b"});
    CHECK(joined(instead("title = \"A\"\nplanned = 2024-05-01", "title = \"A\"\nplanned = 2024-05-02")) ==
          Found{"-a", "+b"});
}

TEST_CASE("three quarters of the fields make a rename, fewer do not", "[history]")
{
    CHECK(joined(instead("w = 1\nx = 1\ny = 1\nz = 1", "w = 1\nx = 1\ny = 1\nz = 2")) == Found{"a → b"});
    CHECK(joined(instead("w = 1\nx = 1\ny = 1\nz = 1", "w = 1\nx = 1\ny = 2\nz = 2")) == Found{"-a", "+b"});
    CHECK(joined(instead("w = 1\nx = 1\ny = 1", "w = 1\nx = 1\ny = 1\nz = 1")) == Found{"a → b"});
}

TEST_CASE("aliases name a former id outright", "[history]")
{
    CHECK(joined(instead("name = \"A\"", "name = \"B\"\naliases = [\"a\"]", "organisation")) == Found{"a → b"});
    CHECK(joined(instead("name = \"A\"", "name = \"B\"\naliases = [\"c\"]", "organisation")) == Found{"-a", "+b"});
}

TEST_CASE("a record that only moved to another folder is no news", "[history]")
{
    CHECK(joined(instead("title = \"A\"", "title = \"A\"", "milestone", "a")).empty());
    CHECK(joined(instead("title = \"A\"", "title = \"B\"", "milestone", "a")) == Found{"~a"});
}

TEST_CASE("records of two kinds are never one", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "title = \"A\"", "meeting");
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a", "meeting").add("b", "title = \"A\"");
    CHECK(joined(past) == Found{"-a", "+b"});
}

TEST_CASE("each record is renamed once, to the likest", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "w = 1\nx = 1\ny = 1\nz = 1");
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a").add("b", "w = 1\nx = 1\ny = 1\nz = 2").add("c", "w = 1\nx = 1\ny = 1\nz = 1");
    CHECK(joined(past) == Found{"+b", "a → c"});
}

namespace {

/// One commit in which so many records go, and as many come under other names.
TestHistory all_renamed(int many, std::string const& more_before, std::string const& more_after)
{
    TestHistory past;
    past.commit("2024-01-01");
    auto const said = [](int i) { return "weight = " + std::to_string(i) + "\ntitle = \"The same\"\n"; };
    for (int i = 0; i < many; ++i) past.add("old-" + std::to_string(i), said(i) + more_before);
    past.history.changes.clear();
    past.commit("2024-01-02");
    for (int i = 0; i < many; ++i)
        past.remove("old-" + std::to_string(i)).add("new-" + std::to_string(i), said(i) + more_after);
    return past;
}

}  // namespace

TEST_CASE("likeness is not sought among too many, and that is said", "[history]")
{
    bool sought = true;
    CHECK(joined(all_renamed(600, "", "notes = \"New\""), &sought).size() == 1200);
    CHECK_FALSE(sought);
}

TEST_CASE("the same content is found among however many", "[history]")
{
    bool sought = false;
    auto const found = joined(all_renamed(600, "notes = \"As before\"", "notes = \"As before\""), &sought);
    CHECK(sought);
    REQUIRE(found.size() == 600);
    CHECK(found.front() == "old-0 → new-0");
    CHECK(found.back() == "old-599 → new-599");
}

TEST_CASE("the order of the fields is not what a record says", "[history]")
{
    CHECK(joined(instead("title = \"A\"\nweight = 1\nx = { a = 1, b = [2] }",
                         "x = { a = 1, b = [2] }\nweight = 1\ntitle = \"A\"")) == Found{"a → b"});
}

TEST_CASE("of several that say the same, each is renamed once", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "title = \"A\"").add("b", "title = \"A\"");
    past.history.changes.clear();
    past.commit("2024-01-02")
        .remove("a")
        .remove("b")
        .add("c", "title = \"A\"")
        .add("d", "title = \"A\"")
        .add("e", "title = \"A\"");
    CHECK(joined(past) == Found{"a → c", "b → d", "+e"});
}

TEST_CASE("an alias goes before the same content", "[history]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "title = \"A\"");
    past.history.changes.clear();
    past.commit("2024-01-02").remove("a").add("b", "title = \"A\"").add("c", "title = \"C\"\naliases = [\"a\"]");
    CHECK(joined(past) == Found{"+b", "a → c"});
}

TEST_CASE("likeness is not sought among few records of very much either", "[history]")
{
    std::string fields, texts = "text = \"" + std::string(100'000, 'x') + "\"\n";
    for (int i = 0; i < 2000; ++i) fields += "f" + std::to_string(i) + " = 1\n";
    for (auto const& much : {fields, texts}) {
        bool sought = true;
        CHECK(joined(all_renamed(130, much, much + "notes = \"New\""), &sought).size() == 260);
        CHECK_FALSE(sought);
        CHECK(joined(all_renamed(5, much, much + "notes = \"New\""), &sought).size() == 5);
        CHECK(sought);
    }
}

TEST_CASE("empty records are not alike", "[history]")
{
    CHECK(joined(instead("", "")) == Found{"-a", "+b"});
}

TEST_CASE("half of the fields are enough where the ids differ in their folders alone", "[history]")
{
    auto const moved = [](std::string const& to) {
        TestHistory past;
        past.commit("2024-01-01").add("rocket/nozzle", "title = \"A\"\nweight = 1");
        past.history.changes.clear();
        past.commit("2024-01-02").remove("rocket/nozzle").add(to, "title = \"A\"\nweight = 2");
        return joined(past);
    };
    CHECK(moved("archive/rocket/nozzle") == Found{"rocket/nozzle → archive/rocket/nozzle"});
    CHECK(moved("archive/rocket/valve") == Found{"-rocket/nozzle", "+archive/rocket/valve"});
}

}  // namespace sss::renames_test
