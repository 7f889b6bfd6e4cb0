#include "git/repository.hpp"

#include "git/tree.hpp"
#include "history/try_history.hpp"
#include "support/error.hpp"

#include <fstream>

#include <catch2/catch.hpp>

namespace sss::repository_test {

TEST_CASE("a repository without a commit has no head and no tags", "[git]")
{
    ScratchFolder const folder;
    git::Writer::create(folder.path());
    auto const repository = git::Repository::open(folder.path());
    CHECK_FALSE(repository.head());
    CHECK(repository.tags().empty());
}

TEST_CASE("a folder in no repository is an error that names the remedy", "[git]")
{
    ScratchFolder const folder;
    CHECK_FALSE(git::Repository::find(folder.path()));
    try {
        git::Repository::open(folder.path());
        FAIL("it opened");
    } catch (Error const& error) {
        CHECK(error.status() == ExitStatus::environment);
        CHECK(error.remedy().find("sss init") != std::string::npos);
    }
}

TEST_CASE("an unknown revision is wrong usage", "[git]")
{
    ScratchFolder const folder;
    auto writer = git::Writer::create(folder.path());
    auto const first = writer.commit({{{"a", "x"}}, {}}, ada("2024-01-01"), "First");
    auto const repository = git::Repository::open(folder.path());
    CHECK(repository.resolve("HEAD") == first);
    CHECK(repository.resolve(first.brief()) == first);
    CHECK_THROWS_AS(repository.resolve("HEAD~1"), UsageError);
    CHECK_THROWS_AS(repository.resolve("HEAD:a"), UsageError);
}

TEST_CASE("a commit is read as it was signed", "[git]")
{
    ScratchFolder const folder;
    auto writer = git::Writer::create(folder.path());
    auto who = ada("2024-01-01");
    who.name = "Ünal";
    who.offset_minutes = -210;
    writer.commit({{{"a", "x"}}, {}}, ada("2023-01-01"), "First");
    auto const id = writer.commit({{{"a", "y"}}, {}}, who, "Subject\n\nBody\n");
    auto const commit = git::Repository::open(folder.path()).commit(id);
    CHECK(commit.author.name == "Ünal");
    CHECK(commit.author.email == "ada@programme.example");
    CHECK(commit.author.when == who.when);
    CHECK(commit.author.offset_minutes == -210);
    CHECK(commit.message == "Subject\n\nBody\n");
    CHECK(commit.parents.size() == 1);
}

TEST_CASE("what the working tree holds and HEAD does not is uncommitted", "[git]")
{
    ScratchFolder const folder;
    auto writer = git::Writer::create(folder.path());
    writer.commit({{{"data/a.toml", "x"}, {"data/b.toml", "x"}, {"other", "x"}}, {}}, ada("2024-01-01"), "First");
    writer.check_out();
    auto const repository = git::Repository::open(folder.path());
    CHECK(repository.uncommitted("data").empty());
    std::ofstream{folder.path() / "data/a.toml"} << "longer";
    std::filesystem::remove(folder.path() / "data/b.toml");
    std::filesystem::create_directories(folder.path() / "data/new");
    std::ofstream{folder.path() / "data/new/c.toml"} << "x";
    std::ofstream{folder.path() / "other"} << "longer";
    CHECK(repository.uncommitted("data") == std::vector<std::string>{"data/a.toml", "data/b.toml", "data/new/c.toml"});
    CHECK(repository.uncommitted("").size() == 4);
}

TEST_CASE("a file that is too large is not read, and its neighbours are", "[git]")
{
    ScratchFolder const folder;
    auto writer = git::Writer::create(folder.path());
    constexpr std::size_t limit = 1000;
    auto const id = writer.commit({{{"just", std::string(limit, 'x')},
                                    {"over", std::string(limit + 1, 'x')},
                                    {"huge", std::string(200 * limit, 'x')}},
                                   {}},
                                  ada("2024-01-01"), "First");
    auto const repository = git::Repository::open(folder.path());
    auto const file = [&](std::string_view path) {
        return repository.read_file(git::entry_at_path(repository, repository.commit(id).tree, path)->id, limit);
    };
    REQUIRE(file("just"));
    CHECK(file("just")->bytes() == std::string(limit, 'x'));
    CHECK_FALSE(file("over"));
    CHECK_FALSE(file("huge"));
    CHECK(file("just"));
    CHECK_THROWS_AS(repository.read_file(git::Oid{{1, 2, 3}}, limit), Error);
}

}  // namespace sss::repository_test
