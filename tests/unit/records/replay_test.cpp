#include "records/replay.hpp"

#include "support/error.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace sss::replay_test {

namespace {

std::vector<ReplayStep> replay(std::string_view steps)
{
    static std::string text;
    text = steps;
    std::vector<embedded::File> const files{{"data/milestones/a.toml", "today"},
                                            {"example/one/milestones/a.toml", "then"},
                                            {"example/replay.toml", text},
                                            {"sss.toml", "settings"}};
    return read_replay(files);
}

std::string step(std::string const& name, std::string const& more)
{
    return "[[commit]]\nstep = \"" + name +
           "\"\nauthor = \"A\"\nemail = \"a@b.example\"\nsubject = \"S\"\nbody = \"B\"\n" + more + "\n";
}

}  // namespace

TEST_CASE("a step's own file goes before the one of today", "[records]")
{
    auto const steps = replay(
        step("one", "date = 2018-04-25T12:00:00+08:00\nwrite = [\"milestones/a.toml\"]") +
        step("two",
             "date = 2018-04-26T12:00:00-03:30\nwrite = [\"milestones/a.toml\"]\nremove = [\"milestones/b.toml\"]"));
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].write.at("data/milestones/a.toml") == "then");
    CHECK(steps[1].write.at("data/milestones/a.toml") == "today");
    CHECK(steps[0].write.at("sss.toml") == "settings");
    CHECK_FALSE(steps[1].write.contains("sss.toml"));
    CHECK(steps[1].remove == std::vector<std::string>{"data/milestones/b.toml"});
    CHECK(steps[0].offset_minutes == 480);
    CHECK(steps[1].offset_minutes == -210);
    CHECK(steps[0].message == "S\n\nB");
}

TEST_CASE("what is wrong in a replay is said by its step", "[records]")
{
    CHECK_THROWS_WITH(replay(step("one", "")), Catch::Contains("one") && Catch::Contains("date"));
    CHECK_THROWS_WITH(replay(step("two", "date = 2018-04-25")), Catch::Contains("instant"));
    CHECK_THROWS_WITH(replay(step("two", "date = 2018-04-25T12:00:00Z\nwrite = [\"milestones/c.toml\"]")),
                      Catch::Contains("c.toml"));
    CHECK_THROWS_AS(replay("not toml"), Error);
}

TEST_CASE("the example's commits are in the order of their dates and end at today's records", "[records]")
{
    auto const steps = read_replay(embedded::example());
    REQUIRE(steps.size() > 20);
    CHECK(std::ranges::is_sorted(steps, {}, &ReplayStep::when));
    std::map<std::string, std::string> state;
    for (auto const& one : steps) {
        for (auto const& [path, bytes] : one.write) state[path] = bytes;
        for (auto const& path : one.remove) CHECK(state.erase(path) == 1);
    }
    for (auto const& file : embedded::example())
        if (file.path.starts_with("data/")) CHECK(state[std::string{file.path}] == file.bytes);
}

}  // namespace sss::replay_test
