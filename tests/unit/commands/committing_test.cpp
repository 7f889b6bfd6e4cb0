#include "commands/terminal/run_program.hpp"
#include "commands/try_command.hpp"

#include <catch2/catch.hpp>

namespace sss::committing_test {
using Catch::Contains;
using Words = std::vector<std::string>;
using sss::test::TestRepository;

namespace {

constexpr auto cdr = "data/milestones/cdr.toml";

/// A repository of git without a commit, in which git itself is only asked, and answers what it is told to.
struct Watched {
    TestRepository repository;
    std::vector<Words> asked;
    int commits_with = 0;

    Watched()
    {
        REQUIRE(run_program("git", {"init", "-q", repository.folder().string()}) == 0);
        repository.git = [this](Words const& words) {
            asked.push_back(words);
            return words[3] == "commit" ? commits_with : 0;
        };
    }
    std::string folder() const { return repository.folder().string(); }
};

}  // namespace

TEST_CASE("--commit hands git the files by name and the message word for word", "[commit]")
{
    Watched watched;
    auto const outcome = watched.repository.run({"add", "milestone", "cdr", "--title", "\x1b[31m$(touch x) --amend",
                                                 "--type", "review", "--reason", "why not", "--commit"});

    CHECK(outcome.status == ExitStatus::done);
    CHECK(outcome.out == std::string{cdr} + "\n");
    auto const subject = "\\x1b[31m$(touch x) --amend: new milestone, no date yet";
    CHECK(outcome.err == std::string{"Committed: "} + subject + "\n");
    CHECK(watched.asked ==
          std::vector<Words>{{"--literal-pathspecs", "-C", watched.folder(), "add", "--intent-to-add", "--", cdr},
                             {"--literal-pathspecs", "-C", watched.folder(), "commit", "--quiet", "--only", "-m",
                              subject, "--trailer", "Reason: why not", "--", cdr}});
}

TEST_CASE("where git refuses, the record stands, the index is as it was, and the command to go on with is said",
          "[commit]")
{
    Watched watched;
    watched.commits_with = 1;
    auto const outcome =
        watched.repository.run({"add", "milestone", "cdr", "--title", "CDR", "--type", "review", "--commit"});

    CHECK(outcome.status == ExitStatus::environment);
    CHECK(watched.repository.has(cdr));
    CHECK(outcome.out == std::string{cdr} + "\n");
    CHECK_THAT(outcome.err, Contains("git ended with 1") && Contains("is written, and not committed") &&
                                Contains("commit -m 'CDR: new milestone, no date yet' -- " + std::string{cdr}));
    REQUIRE(watched.asked.size() == 3);
    CHECK(watched.asked.back() == Words{"--literal-pathspecs", "-C", watched.folder(), "rm", "--cached", "--quiet",
                                        "--force", "--ignore-unmatch", "--", cdr});
}

TEST_CASE("a subject of one's own keeps what is known below it", "[commit]")
{
    Watched watched;
    watched.repository.run(
        {"add", "milestone", "cdr", "--title", "CDR", "--type", "review", "--commit", "-m", "As agreed in Ankara"});

    REQUIRE(watched.asked.size() == 2);
    CHECK(watched.asked.back() == Words{"--literal-pathspecs", "-C", watched.folder(), "commit", "--quiet", "--only",
                                        "-m", "As agreed in Ankara", "-m", "- CDR: new milestone, no date yet", "--",
                                        cdr});
}

TEST_CASE("what --commit cannot do is said before anything is written", "[commit]")
{
    SECTION("no git repository")
    {
        TestRepository const repository;
        auto const outcome =
            repository.run({"add", "milestone", "cdr", "--title", "CDR", "--type", "review", "--commit"});
        CHECK(outcome.status == ExitStatus::environment);
        CHECK_THAT(outcome.err, Contains("no git repository holds it") && Contains("Nothing is written"));
        CHECK_FALSE(repository.has(cdr));
    }
    SECTION("a subject without a commit, or that says nothing")
    {
        Watched watched;
        for (auto const& more : {Words{"-m", "x"}, Words{"--commit", "-m", " "}}) {
            Words words{"add", "milestone", "cdr", "--title", "CDR", "--type", "review"};
            words.insert(words.end(), more.begin(), more.end());
            auto const outcome = watched.repository.run(words);
            CHECK(outcome.status == ExitStatus::usage);
            CHECK_FALSE(watched.repository.has(cdr));
        }
        CHECK(watched.asked.empty());
    }
    SECTION("a dry run commits nothing")
    {
        Watched watched;
        watched.repository.run(
            {"add", "milestone", "cdr", "--title", "CDR", "--type", "review", "--commit", "--dry-run"});
        CHECK(watched.asked.empty());
        CHECK_FALSE(watched.repository.has(cdr));
    }
}

}  // namespace sss::committing_test
