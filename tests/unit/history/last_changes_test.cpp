#include "history/last_changes.hpp"

#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::last_changes_test {

namespace {

class Line {
public:
    void on(std::string_view day, std::map<std::string, std::string> const& write,
            std::vector<std::string> const& remove = {})
    {
        tip_ = writer_.commit({write, remove}, ada(day), "A commit");
    }

    LastChanges changes(std::vector<std::string> const& ids, std::string_view until = "2000-01-01",
                        std::size_t at_most = 1000)
    {
        auto const repository = git::Repository::open(folder_.path());
        std::vector<RecordKey> keys;
        for (auto const& id : ids) keys.push_back(milestone(id));
        FirstParentLine const line{repository, tip_, Zone::utc()};
        return last_changes(repository, layout_, line, 0, keys, *parse_day(until), at_most);
    }

    std::string day(LastChanges const& changes, std::string const& id)
    {
        auto const found = changes.at.find(milestone(id));
        return found == changes.at.end() ? "" : iso(std::chrono::floor<std::chrono::days>(found->second));
    }

private:
    RecordKey milestone(std::string const& id) { return {&kind_named("milestone"), id}; }

    ScratchFolder folder_;
    git::Writer writer_ = git::Writer::create(folder_.path());
    git::Oid tip_;
    Layout layout_ = standard_layout();
};

}  // namespace

TEST_CASE("the last change of a record is the last landing that touched its file", "[history]")
{
    Line line;
    line.on("2024-01-01", {{"data/milestones/a.toml", "title = \"A\""}, {"data/milestones/b.toml", "title = \"B\""}});
    line.on("2024-01-02", {{"data/milestones/a.toml", "title = \"A2\""}});
    line.on("2024-01-03", {{"README.md", "x"}});
    auto const changes = line.changes({"a", "b"});

    CHECK(line.day(changes, "a") == "2024-01-02");
    CHECK(line.day(changes, "b") == "2024-01-01");
    CHECK_FALSE(changes.looked_back_to);
}

TEST_CASE("a change that was taken back is a change", "[history]")
{
    Line line;
    line.on("2024-01-01", {{"data/milestones/a.toml", "title = \"A\""}});
    line.on("2024-01-02", {{"data/milestones/a.toml", "title = \"A2\""}});
    line.on("2024-01-03", {{"data/milestones/a.toml", "title = \"A\""}});

    CHECK(line.day(line.changes({"a"}), "a") == "2024-01-03");
}

TEST_CASE("a record whose file went to a sub-folder changed then", "[history]")
{
    Line line;
    line.on("2024-01-01", {{"data/milestones/x/a.toml", "title = \"A\""}});
    line.on("2024-01-02", {{"data/milestones/a.toml", "title = \"A\""}}, {"data/milestones/x/a.toml"});

    CHECK(line.day(line.changes({"a"}), "a") == "2024-01-02");
}

TEST_CASE("beyond the moment that matters no more landings are looked through than asked for", "[history]")
{
    Line line;
    line.on("2024-01-01", {{"data/milestones/a.toml", "title = \"A\""}, {"data/milestones/b.toml", "title = \"B\""}});
    for (auto const* day : {"2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"})
        line.on(day, {{"data/milestones/b.toml", std::string{"title = \""} + day + '"'}});
    auto const changes = line.changes({"a", "b"}, "2024-04-01", 1);

    CHECK(line.day(changes, "b") == "2024-05-01");
    CHECK(line.day(changes, "a").empty());
    REQUIRE(changes.looked_back_to);
    CHECK(iso(std::chrono::floor<std::chrono::days>(*changes.looked_back_to)) == "2024-03-01");
}

TEST_CASE("a history read whole tells the same", "[history]")
{
    TestHistory told;
    told.commit("2024-01-01").add("a", "title = \"A\"").add("b", "title = \"B\"");
    told.commit("2024-01-02").change("a", "title = \"A2\"");
    auto const changes = last_changes(told.history);

    CHECK(changes.at.size() == 2);
    CHECK(changes.at.at({&kind_named("milestone"), "a"}) == *parse_day("2024-01-02") + std::chrono::hours{12});
}

}  // namespace sss::last_changes_test
