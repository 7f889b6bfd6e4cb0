#include "commands/try_command.hpp"

#include <catch2/catch.hpp>

namespace sss::set_test {
using Catch::Contains;
using sss::test::TestRepository;

namespace {

constexpr auto review = "data/meetings/review.toml";

void add_review(TestRepository const& repository)
{
    repository.write("data/organisations/apsco.toml", "name = \"APSCO\"\ntype = \"agency\"\n");
    repository.write("data/organisations/metu.toml", "name = \"METU\"\ntype = \"university\"\n");
    repository.write(
        review,
        "title = 'Review'  # as invited\r\ntype = \"review\"\r\nstart = 2018-04-16\r\nhosts = [\"apsco\"]\r\n"
        "\r\n[rids]\r\nraised = 3\r\n\r\n[[action]]\r\nid = \"a1\"\r\ntext = \"Go\"\r\n");
}

}  // namespace

TEST_CASE("set changes what is named and leaves every other byte", "[set]")
{
    TestRepository const repository;
    add_review(repository);
    auto const outcome = repository.run({"set", "review", "end=2018-04-25", "hosts+=metu", "rids.closed=1",
                                         "action[a1].closed=2018-04-20", "title=\"R\""});

    CHECK(outcome.out == std::string{review} + "\n");
    CHECK(repository.read(review) ==
          "title = \"\\\"R\\\"\"  # as invited\r\ntype = \"review\"\r\nstart = 2018-04-16\r\nend = 2018-04-25\r\n"
          "hosts = [\"apsco\", \"metu\"]\r\n\r\n[rids]\r\nraised = 3\r\nclosed = 1\r\n\r\n"
          "[[action]]\r\nid = \"a1\"\r\ntext = \"Go\"\r\nclosed = 2018-04-20\r\n");
}

TEST_CASE("what the record says already is said, and its file is not touched", "[set]")
{
    TestRepository const repository;
    add_review(repository);
    auto const before = repository.read(review);
    auto const outcome =
        repository.run({"set", "review", "title=Review", "hosts+=apsco", "start=2018-04-16", "rids.raised=3", "city-"});

    CHECK(outcome.status == ExitStatus::done);
    CHECK_THAT(outcome.err, Contains("nothing changes"));
    CHECK(repository.read(review) == before);
}

TEST_CASE("what cannot be set is told for all words at once", "[set]")
{
    TestRepository const repository;
    add_review(repository);
    auto const before = repository.read(review);
    auto const outcome =
        repository.run({"set", "review", "titel=x", "action[a2].closed=2018-05-14", "action.closed=2018-05-01",
                        "rids=5", "rids.closde=4", "city=", "end=2018-04-31", "hosts-=metu", "country+=x", "chair=me"});

    CHECK(outcome.status == ExitStatus::usage);
    for (auto const* words :
         {"9 of these changes cannot be made", "no field 'titel'; did you mean 'title'?",
          "the record has no action 'a2'; did you mean 'a1'?", "'action' is a list: name the item, as in action[a1]",
          "'rids' has no field 'closde'; did you mean 'closed'?", "to remove it write city-", "April has 30 days",
          "'metu' is not in the list", "'country' is not a list; write country=…"})
        CHECK_THAT(outcome.err, Contains(words));
    CHECK(repository.read(review) == before);
}

TEST_CASE("a change that brings an error is shown and not made", "[set]")
{
    TestRepository const repository;
    add_review(repository);
    auto const before = repository.read(review);

    CHECK(repository.run({"set", "review", "end=2018-04-01"}).status == ExitStatus::findings);
    CHECK(repository.run({"set", "review", "type-"}).status == ExitStatus::findings);
    CHECK(repository.read(review) == before);
}

TEST_CASE("an error that was there before keeps nobody from mending another", "[set]")
{
    TestRepository const repository;
    repository.write("data/milestones/a.toml", "title = \"A\"\ntype = \"reveiw\"\nowner = \"nobody\"\n");
    auto const outcome = repository.run({"set", "a", "type=review"});

    CHECK(outcome.status == ExitStatus::done);
    CHECK_THAT(outcome.err, Contains("1 error stood there before") && !Contains("nobody"));
}

TEST_CASE("a field that the schema does not know can be removed", "[set]")
{
    TestRepository const repository;
    repository.write("data/milestones/a.toml", "title = \"A\"\ntype = \"review\"\nstatus = \"done\"\n");
    CHECK(repository.run({"set", "a", "status=open"}).status == ExitStatus::usage);
    repository.run({"set", "a", "status-"});

    CHECK(repository.read("data/milestones/a.toml") == "title = \"A\"\ntype = \"review\"\n");
}

TEST_CASE("a whole table is taken out and written anew", "[set]")
{
    TestRepository const repository;
    add_review(repository);
    repository.run({"set", "review", "rids={closed = 2}", "action-=a1", "decision+={id = \"d1\", text = \"Yes\"}"});

    CHECK_THAT(repository.read(review),
               Contains("\r\n\r\n[rids]\r\nclosed = 2\r\n\r\n[[decision]]\r\nid = \"d1\"") && !Contains("action"));
}

TEST_CASE("a record that is no TOML is shown and not changed", "[set]")
{
    TestRepository const repository;
    repository.write("data/milestones/a.toml", "title A\n");
    auto const outcome = repository.run({"set", "a", "type=review"});

    CHECK(outcome.status == ExitStatus::findings);
    CHECK(repository.read("data/milestones/a.toml") == "title A\n");
}

TEST_CASE("a value that cannot be read stays as it is while another field is changed, and can be replaced", "[set]")
{
    TestRepository const repository;
    repository.write("data/milestones/a.toml", "title = A\n");

    CHECK(repository.run({"set", "a", "type=review"}).status == ExitStatus::done);
    CHECK(repository.read("data/milestones/a.toml") == "title = A\ntype = \"review\"\n");
    CHECK(repository.run({"set", "a", "title=CDR"}).status == ExitStatus::done);
    CHECK(repository.read("data/milestones/a.toml") == "title = \"CDR\"\ntype = \"review\"\n");
}

TEST_CASE("a dry run shows a diff that patch takes, and writes nothing", "[set]")
{
    TestRepository const repository;
    repository.write("data/milestones/a.toml", "title = \"A\"\ntype = \"review\"");
    auto const outcome = repository.run({"set", "a", "type=test", "--dry-run"});

    CHECK(outcome.out ==
          "--- a/data/milestones/a.toml\n+++ b/data/milestones/a.toml\n@@ -1,2 +1,2 @@\n"
          " title = \"A\"\n-type = \"review\"\n\\ No newline at end of file\n"
          "+type = \"test\"\n\\ No newline at end of file\n");
    CHECK(repository.read("data/milestones/a.toml") == "title = \"A\"\ntype = \"review\"");
}

}  // namespace sss::set_test
