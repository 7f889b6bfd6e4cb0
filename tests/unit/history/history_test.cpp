#include "history/history.hpp"

#include "history/first_parent_line.hpp"
#include "history/try_history.hpp"
#include "history/walk.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::history_test {

namespace {

/// A linear history of milestones, made with the writer.
class Line {
public:
    git::Oid on(std::string_view day, std::map<std::string, std::string> const& write,
                std::vector<std::string> const& remove = {}, std::string const& message = "A commit")
    {
        commits.push_back(writer_.commit({write, remove}, ada(day), message));
        return commits.back();
    }

    History read(std::optional<git::Oid> from = std::nullopt)
    {
        return read_history(repository(), layout_, line(), commits.back(), from);
    }

    FirstParentLine line() { return {repository(), commits.back(), Zone::utc()}; }

    git::Repository& repository()
    {
        if (!repository_) repository_ = git::Repository::open(folder_.path());
        return *repository_;
    }

    std::vector<git::Oid> commits;

private:
    ScratchFolder folder_;
    git::Writer writer_ = git::Writer::create(folder_.path());
    std::optional<git::Repository> repository_;
    Layout layout_ = standard_layout();
};

std::string const cdr = "data/milestones/cdr.toml";

}  // namespace

TEST_CASE("a commit that touches no record is not told", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "title = \"CDR\""}, {"README.md", "x"}});
    line.on("2024-01-02", {{"README.md", "y"}, {"data/notes.txt", "x"}, {"data/elsewhere/x.toml", "x = 1"}});
    auto const history = line.read();
    CHECK(history.commits_walked == 2);
    CHECK(history.commits.size() == 1);
    REQUIRE(history.changes.size() == 1);
    CHECK(history.changes[0].type == ChangeType::added);
    CHECK(history.changes[0].title == "CDR");
}

TEST_CASE("a range tells what came after its start", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2024-01-02", {{cdr, "weight = 2"}});
    line.on("2024-01-03", {{cdr, "weight = 3"}});
    CHECK(line.read(line.commits[0]).changes.size() == 2);
    CHECK(line.read(line.commits[2]).changes.empty());
    auto const whole = continued(read_history(line.repository(), standard_layout(), line.line(), line.commits[0]),
                                 line.read(line.commits[0]));
    REQUIRE(whole.changes.size() == 3);
    CHECK(whole.commits.size() == 3);
    CHECK(whole.changes[2].commit == 2);
    CHECK(whole.changes[2].members[0].commit == 2);
}

TEST_CASE("an unreadable version is counted once and passed over", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2024-01-02", {{cdr, "weight = "}});
    line.on("2024-01-03", {{cdr, "weight = 2"}});
    line.on("2024-01-04", {{cdr, "weight = "}});
    line.on("2024-01-05", {{cdr, "weight = 2"}});
    auto const history = line.read();
    CHECK(history.versions == 3);
    CHECK(history.unreadable_versions == 1);
    REQUIRE(history.changes.size() == 2);
    CHECK(history.changes[1].members[0].from == Value{std::int64_t{1}});
}

TEST_CASE("an unreadable version that was then removed is told as it stood when it could be read", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2024-01-02", {{cdr, "weight = "}});
    line.on("2024-01-03", {}, {cdr});
    auto const history = line.read();
    REQUIRE(history.changes.size() == 2);
    CHECK(history.changes[1].type == ChangeType::removed);
    CHECK(*history.changes[1].content == table_of("weight = 1"));
}

TEST_CASE("a range that begins with an unreadable version goes on from what the record last said", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2024-01-02", {{cdr, "weight = 2"}});
    line.on("2024-01-03", {{cdr, "weight = "}});
    line.on("2024-01-04", {{cdr, "weight = 3"}});
    auto const mended = line.read(line.commits[2]);
    REQUIRE(mended.changes.size() == 1);
    CHECK(mended.changes[0].type == ChangeType::changed);
    CHECK(mended.changes[0].members[0].from == Value{std::int64_t{2}});
    REQUIRE(mended.unread_before.size() == 1);
    CHECK(*mended.unread_before[0].said == table_of("weight = 2"));
    CHECK(mended.unread_after.empty());
}

TEST_CASE("a range that ends with an unreadable version knows what the record last said", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2024-01-02", {{cdr, "weight = "}});
    auto const broken = line.read(line.commits[0]);
    CHECK(broken.changes.empty());
    CHECK(broken.unread_before.empty());
    REQUIRE(broken.unread_after.size() == 1);
    CHECK(broken.unread_after[0].record.id == "cdr");
    CHECK(*broken.unread_after[0].said == table_of("weight = 1"));
}

TEST_CASE("what was broken from birth was never said", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = "}});
    line.on("2024-01-02", {{cdr, "weight = 1"}});
    auto const mended = line.read(line.commits[0]);
    REQUIRE(mended.changes.size() == 1);
    CHECK(mended.changes[0].type == ChangeType::added);
}

TEST_CASE("changes of one commit are told by kind and id", "[history]")
{
    Line line;
    line.on(
        "2024-01-01",
        {{"data/milestones/b.toml", "x = 1"}, {"data/milestones/a.toml", "x = 2"}, {"data/meetings/z.toml", "x = 3"}});
    auto const history = line.read();
    REQUIRE(history.changes.size() == 3);
    CHECK(history.changes[0].record.id < history.changes[1].record.id);
}

TEST_CASE("a reason and a correction are read from the commit", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}}, {}, "First\n\nReason: weather\nCorrection: Yes\n");
    auto const history = line.read();
    CHECK(history.commits[0].reason == "weather");
    CHECK(history.commits[0].correction);
}

TEST_CASE("a line is walked oldest first, and each commit lands by itself", "[history]")
{
    Line line;
    for (int i = 1; i <= 5; ++i) line.on("2024-01-0" + std::to_string(i), {{cdr, "weight = " + std::to_string(i)}});
    auto const walk = walk_history(line.repository(), line.commits.back(), std::nullopt);
    REQUIRE(walk.steps.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(walk.steps[i].commit.id == line.commits[i]);
        CHECK(walk.on_line(i));
    }
    CHECK(walk_history(line.repository(), line.commits[4], line.commits[2]).steps.size() == 2);
    CHECK(walk_history(line.repository(), line.commits[2], line.commits[4]).steps.empty());
    CHECK(walk_history(line.repository(), line.commits[2], line.commits[2]).steps.empty());
}

TEST_CASE("what stood on a day is the newest commit that had landed, whatever a clock that lied says", "[history]")
{
    Line line;
    line.on("2024-01-01", {{cdr, "weight = 1"}});
    line.on("2031-01-01", {{cdr, "weight = 2"}});
    line.on("2024-01-03", {{cdr, "weight = 3"}});
    auto const landings = line.line();
    auto const by = [&](std::string_view day) { return landings.landed_by(*parse_day(day)); };
    CHECK(by("2024-01-02") == 1);  // with its predecessor
    CHECK(by("2024-01-03") == 0);
    CHECK_FALSE(by("2023-12-31"));
}

}  // namespace sss::history_test
