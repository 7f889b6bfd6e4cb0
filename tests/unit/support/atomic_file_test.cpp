#include "support/atomic_file.hpp"

#include "scratch_folder.hpp"
#include "support/error.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::atomic_file_test {
namespace fs = std::filesystem;

namespace {

std::ptrdiff_t entries(ScratchFolder const& folder)
{
    return std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{});
}

std::string bytes_of(fs::path const& path)
{
    return read_file(path, 1000).bytes;
}

}  // namespace

TEST_CASE("a file is written whole, and nothing beside it", "[atomic-file]")
{
    ScratchFolder const folder;

    write_whole(folder / "a.toml", "one");
    write_whole(folder / "a.toml", "two");

    CHECK(bytes_of(folder / "a.toml") == "two");
    CHECK(entries(folder) == 1);
}

TEST_CASE("a file that is replaced keeps its permissions", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "one");
    fs::permissions(folder / "a", fs::perms{0640});

    write_whole(folder / "a", "two");

    CHECK(fs::status(folder / "a").permissions() == fs::perms{0640});
}

TEST_CASE("a symbolic link stays a link, and its file is replaced", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "one");
    fs::create_symlink("a", folder / "link");

    write_whole(folder / "link", "two");

    CHECK(fs::is_symlink(folder / "link"));
    CHECK(bytes_of(folder / "a") == "two");
}

TEST_CASE("a pipe is written into, and stays one", "[atomic-file]")
{
    ScratchFolder const folder;
    auto const path = folder.path() / "pipe";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    auto const reader = ::open(path.c_str(), O_RDWR | O_NONBLOCK);
    REQUIRE(reader >= 0);

    write_whole(path, "said");

    char bytes[8] = {};
    CHECK(::read(reader, bytes, sizeof bytes) == 4);
    CHECK(std::string{bytes} == "said");
    CHECK(fs::is_fifo(path));
    CHECK(entries(folder) == 1);
    ::close(reader);
}

TEST_CASE("a write that fails says why and leaves nothing behind", "[atomic-file]")
{
    ScratchFolder const folder;
    fs::create_directory(folder / "a");

    CHECK_THROWS_WITH(write_whole(folder / "a", "x"), Catch::Contains("it is a folder"));
    CHECK_THROWS_WITH(write_whole(folder / "none/b", "x"), Catch::Contains("the folder does not exist"));
    CHECK(entries(folder) == 1);
}

TEST_CASE("a full disk is named, and the old file stays", "[atomic-file]")
{
    if (::access("/dev/full", W_OK) != 0) return;
    ScratchFolder const folder;

    CHECK_THROWS_AS(write_whole("/dev/full/x", "x"), Error);
}

TEST_CASE("a new file never replaces one that is there", "[atomic-file]")
{
    ScratchFolder const folder;

    CHECK(create_new(folder / "a", "one"));
    CHECK_FALSE(create_new(folder / "a", "two"));
    CHECK(bytes_of(folder / "a") == "one");
    CHECK(entries(folder) == 1);
}

TEST_CASE("a dangling link is something that is there", "[atomic-file]")
{
    ScratchFolder const folder;
    fs::create_symlink("nowhere", folder / "a");

    CHECK_FALSE(create_new(folder / "a", "x"));
}

TEST_CASE("a folder has one writer at a time", "[atomic-file]")
{
    ScratchFolder const folder;
    {
        Lock const first{folder.path()};
        CHECK_THROWS_WITH(Lock{folder.path()}, Catch::Contains("another sss is writing there"));
    }
    CHECK_NOTHROW(Lock{folder.path()});
}

TEST_CASE("a file of exactly the limit is read, one byte more is not", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "12345");

    CHECK(read_file(folder / "a", 5).bytes == "12345");
    CHECK(read_file(folder / "a", 4).outcome == FileContents::Outcome::too_large);
    CHECK(read_file(folder / "a", 4).bytes.empty());
}

TEST_CASE("an empty file is read as nothing", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "");

    CHECK(read_file(folder / "a", 5));
    CHECK(read_file(folder / "a", 5).bytes.empty());
}

TEST_CASE("what is no file is told apart from what is missing", "[atomic-file]")
{
    ScratchFolder const folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);

    CHECK(read_file(folder.path(), 5).outcome == FileContents::Outcome::not_a_file);
    CHECK(read_file(folder / "pipe", 5).outcome == FileContents::Outcome::not_a_file);
    CHECK(read_file(folder / "none", 5).outcome == FileContents::Outcome::missing);
}

TEST_CASE("several files change together, new ones first and removals last", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "one");
    write_whole(folder / "b", "two");

    write_together(std::vector<FileChange>{{FileChange::Act::remove, folder / "b"},
                                           {FileChange::Act::replace, folder / "a", "ONE"},
                                           {FileChange::Act::create, folder / "c", "three"}});

    CHECK(bytes_of(folder / "a") == "ONE");
    CHECK(bytes_of(folder / "c") == "three");
    CHECK(entries(folder) == 2);
}

TEST_CASE("where one of several files cannot be written none is touched", "[atomic-file]")
{
    ScratchFolder const folder;
    write_whole(folder / "a", "one");
    write_whole(folder / "taken", "mine");

    for (auto const& impossible : {FileChange{FileChange::Act::create, folder / "taken", "x"},
                                   FileChange{FileChange::Act::replace, folder / "no/such/folder", "x"}})
        CHECK_THROWS_AS(
            write_together(std::vector{FileChange{FileChange::Act::replace, folder / "a", "ONE"}, impossible}), Error);

    CHECK(bytes_of(folder / "a") == "one");
    CHECK(bytes_of(folder / "taken") == "mine");
    CHECK(entries(folder) == 2);
}

TEST_CASE("where putting several files in place fails half way, all are put back", "[atomic-file]")
{
    ScratchFolder const folder;
    fs::create_directories(folder / "there");
    write_whole(folder / "a", "one");
    write_whole(folder / "there/b", "two");
    std::vector<FileChange> const changes{{FileChange::Act::create, folder / "new/c", "three"},
                                          {FileChange::Act::replace, folder / "a", "ONE"},
                                          {FileChange::Act::create, folder / "new/c", "again"}};

    CHECK_THROWS_WITH(write_together(changes), Catch::Contains("something of that name stands there already"));

    CHECK(bytes_of(folder / "a") == "one");
    CHECK_FALSE(fs::exists(folder / "new"));
    CHECK(entries(folder) == 2);
}

TEST_CASE("folders that were made for a file go again where it is not written", "[atomic-file]")
{
    ScratchFolder const folder;
    {
        MadeFolders const made{folder / "a/b/c"};
        CHECK(fs::is_directory(folder / "a/b/c"));
        write_whole(folder / "a/x", "x");
    }
    CHECK(fs::is_directory(folder / "a"));
    CHECK_FALSE(fs::exists(folder / "a/b"));
    CHECK(create_new(folder / "d/e/f", "x"));
    CHECK(bytes_of(folder / "d/e/f") == "x");
}

TEST_CASE("a run that is ended by a signal leaves nothing, and ends of that signal", "[atomic-file]")
{
    ScratchFolder const folder;
    auto const child = ::fork();
    if (child == 0) {
        end_cleanly_on_signals();
        MadeFolders const made{folder / "a/b"};
        Leftover const file{folder / "a/b/.x", Leftover::Kind::file};
        ::close(::open((folder / "a/b/.x").c_str(), O_CREAT | O_WRONLY, 0600));
        {
            Undisturbed const here;
            ::raise(SIGTERM);
            write_whole(folder / "whole", "x");
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);

    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
    CHECK(bytes_of(folder / "whole") == "x");
    CHECK(entries(folder) == 1);
}

TEST_CASE("what killed writers left is swept, what others are writing is not", "[atomic-file]")
{
    ScratchFolder const folder;
    fs::create_directories(folder / "below");
    auto const gone = ::fork();
    if (gone == 0) ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    auto const left = std::to_string(gone);
    for (auto const& name :
         {"below/.sss-" + left + "-0.tmp", ".sss-" + left + "-3.tmp", ".sss-" + std::to_string(::getpid()) + "-0.tmp",
          std::string{".sss-x.tmp"}, ".sss-" + left + ".toml", std::string{"a.tmp"}})
        write_whole(folder / name.c_str(), "x");

    sweep(folder.path());

    CHECK_FALSE(fs::exists(folder / ("below/.sss-" + left + "-0.tmp").c_str()));
    CHECK(entries(folder) == 5);  // the folder, and four files that are somebody's
}

}  // namespace sss::atomic_file_test
