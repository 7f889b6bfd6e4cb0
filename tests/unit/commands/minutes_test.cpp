#include "commands/try_command.hpp"

#include <catch2/catch.hpp>

namespace sss::minutes_test {
using Catch::Contains;
using sss::test::TestRepository;

namespace {

constexpr auto board = "data/meetings/board.toml";

void add_board(TestRepository const& repository, std::string const& more)
{
    repository.write(
        "data/organisations/apsco.toml",
        "name = \"Asia-Pacific Space Cooperation Organization\"\nshort_name = \"APSCO\"\ntype = \"agency\"\n");
    repository.write("data/organisations/itu.toml", "name = \"İstanbul Teknik Üniversitesi\"\ntype = \"university\"\n");
    repository.write(board, "title = \"Board\"\ntype = \"pmb\"\nstart = 2018-04-16\nheld = true\n" + more);
}

}  // namespace

TEST_CASE("the form given back as it is changes nothing, whatever the texts hold", "[minutes]")
{
    TestRepository const repository;
    add_board(repository,
              "\n[[decision]]\nid = \"d1\"\ntext = '# a | b \\ c \\| d'\n"
              "\n[[decision]]\nid = \"1\"\ntext = \"\"\"\nActions:\n- one\n\n  two\"\"\"\n"
              "\n[[action]]\nid = \"a1\"\ntext = \"d1  Done | done\"\nowner = \"apsco\"\nclosed = 2018-04-20\n"
              "\n[[action]]\nid = \"a2\"\ntext = \"board#a1 again\"\ndue = \"2018-Q4\"\n"
              "\n[[speakers]]\nname = \"- Decisions\"\nsaid = \"a\\tb\"\n"
              "\n[[speakers]]\nname = \"Open from\\nbefore\"\n");
    auto const before = repository.read(board);
    auto const form = (repository.folder() / "form.txt").string();

    REQUIRE(repository.run({"minutes", "board", "--form", "-o", form}).status == ExitStatus::done);
    auto const outcome = repository.run({"minutes", "board", "--from", form});

    CHECK(outcome.status == ExitStatus::done);
    CHECK_THAT(outcome.err, Contains("nothing changes"));
    CHECK(repository.read(board) == before);
}

TEST_CASE("organisations are known by their names, and minutes that are read twice say nothing twice", "[minutes]")
{
    TestRepository const repository;
    add_board(repository, "");
    std::string const minutes =
        "Participants: istanbul teknik universitesi, APSCO\nActions\n- Write | Asia-Pacific Space Cooperation "
        "Organization | 2018-05\n\xe2\x80\xa2 Read | ITU\n";

    CHECK(repository.run({"minutes", "board", "--from", "-"}, {minutes}).out == std::string{board} + "\n");
    auto const once = repository.read(board);
    CHECK(once ==
          "title = \"Board\"\ntype = \"pmb\"\nstart = 2018-04-16\nparticipants = [\"itu\", \"apsco\"]\nheld = true\n"
          "\n[[action]]\nid = \"a1\"\ntext = \"Write\"\nowner = \"apsco\"\ndue = \"2018-05\"\n"
          "\n[[action]]\nid = \"a2\"\ntext = \"Read\"\nowner = \"itu\"\n");
    repository.run({"minutes", "board", "--from", "-"}, {minutes});
    CHECK(repository.read(board) == once);
}

TEST_CASE("lines that cannot be taken are all told, and nothing is written", "[minutes]")
{
    TestRepository const repository;
    add_board(repository, "");
    auto const before = repository.read(board);
    auto const outcome = repository.run(
        {"minutes", "board", "--from", "-"},
        {"Attendance: many\nActions\n- Write | nobody\nOpen from before\nno name\nSpeakers\n- A | b | c | d | e\n"});

    CHECK(outcome.status == ExitStatus::usage);
    for (auto const* said : {"line 1: Attendance", "line 3: owner: unknown organisation \"nobody\"",
                             "line 5: a line of what is open", "line 7: it has 5 cells"})
        CHECK_THAT(outcome.err, Contains(said));
    CHECK(repository.read(board) == before);
}

}  // namespace sss::minutes_test
