#include "commands/try_command.hpp"

#include <catch2/catch.hpp>

namespace sss::fmt_test {
using Catch::Contains;
using sss::test::TestRepository;

namespace {

void add_two(TestRepository const& repository)
{
    repository.write("data/milestones/a.toml", "type='test'\ntitle = \"A\"  # a\n");
    repository.write("data/milestones/b.toml", "title = \"B\"\ntype = \"test\"\n");
}

}  // namespace

TEST_CASE("fmt lays records out and prints what it changed", "[fmt]")
{
    TestRepository const repository;
    add_two(repository);

    CHECK(repository.run({"fmt"}).out == "data/milestones/a.toml\n");
    CHECK(repository.read("data/milestones/a.toml") == "title = \"A\"  # a\ntype = \"test\"\n");
    CHECK(repository.run({"fmt"}).out.empty());
}

TEST_CASE("fmt --check names what is not in the layout and writes nothing", "[fmt]")
{
    TestRepository const repository;
    add_two(repository);
    auto const outcome = repository.run({"fmt", "--check"});

    CHECK(outcome.status == ExitStatus::findings);
    CHECK(outcome.out == "data/milestones/a.toml\n");
    CHECK(repository.read("data/milestones/a.toml").starts_with("type="));
    CHECK(repository.run({"fmt", "--check", "data/milestones/b.toml"}).status == ExitStatus::done);
}

TEST_CASE("fmt --diff shows what would change", "[fmt]")
{
    TestRepository const repository;
    add_two(repository);
    auto const outcome = repository.run({"fmt", "--diff", "data/milestones"});

    CHECK(outcome.status == ExitStatus::done);
    CHECK_THAT(outcome.out, Contains("-type='test'\n title = \"A\"  # a\n+type = \"test\"\n"));
}

TEST_CASE("what cannot be read is shown and left, and the rest is laid out", "[fmt]")
{
    TestRepository const repository;
    add_two(repository);
    repository.write("data/milestones/c.toml", "title = C\n");
    auto const outcome = repository.run({"fmt"});

    CHECK(outcome.status == ExitStatus::findings);
    CHECK(outcome.out == "data/milestones/a.toml\n");
    CHECK_THAT(outcome.err, Contains("data/milestones/c.toml:1:9: error:"));
    CHECK(repository.read("data/milestones/c.toml") == "title = C\n");
}

TEST_CASE("standard input goes to standard output in the layout of a kind", "[fmt]")
{
    TestRepository const repository;
    CHECK(repository.run({"fmt", "-", "--kind", "milestone"}, {"type = 1\n", "title=2\n"}).out ==
          "title = 2\ntype = 1\n");
    CHECK(repository.run({"fmt", "-"}, {"type = 1\n", "title=2\n"}).out == "type = 1\ntitle = 2\n");
    CHECK(repository.run({"fmt", "-", "--check"}, {"type=1\n"}).status == ExitStatus::findings);
    CHECK(repository.run({"fmt", "-", "--kind", "milestoen"}).status == ExitStatus::usage);
}

TEST_CASE("a path that holds no record is wrong usage", "[fmt]")
{
    TestRepository const repository;
    add_two(repository);
    CHECK(repository.run({"fmt", "data/meetings"}).status == ExitStatus::usage);
    CHECK(repository.run({"fmt", "sss.toml"}).status == ExitStatus::usage);
    CHECK(repository.run({"fmt", "../.."}).status == ExitStatus::usage);
}

}  // namespace sss::fmt_test
