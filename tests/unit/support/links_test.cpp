#include "support/links.hpp"

#include "scratch_folder.hpp"
#include "support/error.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <catch2/catch.hpp>

namespace sss::links_test {
namespace fs = std::filesystem;

TEST_CASE("a path names an open descriptor by its form, whatever stands there", "[links]")
{
    CHECK(way_to("/dev/stdin").descriptor == 0);
    CHECK(way_to("/dev/stdout").descriptor == 1);
    CHECK(way_to("/dev/stderr").descriptor == 2);
    CHECK(way_to("/dev/fd/3").descriptor == 3);
    CHECK(way_to("/dev/./fd//17").descriptor == 17);
    CHECK(way_to("/proc/self/fd/3").descriptor == 3);
    CHECK(way_to("/proc/" + std::to_string(::getpid()) + "/fd/4").descriptor == 4);
    CHECK(way_to("/proc/1/fd/1").descriptor == -1);
    CHECK_FALSE(way_to("/dev/fd/x").descriptor);
    CHECK_FALSE(way_to("/dev/fd/-1").descriptor);
    CHECK_FALSE(way_to("/dev/null").descriptor);
    CHECK_FALSE(way_to("/dev/stdout.txt").descriptor);
    CHECK_FALSE(way_to("fd/3").descriptor);
}

TEST_CASE("a link to a descriptor is that descriptor", "[links]")
{
    ScratchFolder const folder;
    auto const root = fs::canonical(folder.path());
    fs::create_symlink("/dev/fd/5", root / "out");
    CHECK(way_to(root / "out").descriptor == 5);
}

TEST_CASE("a link of a repository is judged by where it leads", "[links]")
{
    ScratchFolder const folder;
    auto const root = fs::canonical(folder.path());
    auto const home = root / "home";
    fs::create_directories(home / ".git");
    fs::create_directories(home / "data" / "deep");
    fs::create_directories(root / "outside");
    std::ofstream{home / "file"} << "x";
    std::ofstream{root / "outside" / "file"} << "x";
    auto const leads = [](fs::path const& path) { return way_to(path).leads; };
    using Leads = Way::Leads;

    CHECK(leads(home / "file") == Leads::plainly);
    CHECK(leads(home / "not-there" / "x") == Leads::plainly);

    fs::create_symlink("file", home / "inner");
    CHECK(leads(home / "inner") == Leads::inside);
    CHECK(way_to(home / "inner").last);
    fs::create_symlink("../outside/file", home / "outer");
    CHECK(leads(home / "outer") == Leads::outside);
    CHECK(way_to(home / "outer").last);
    CHECK(way_to(home / "outer").target == "../outside/file");
    fs::create_symlink(root / "outside", home / "door");
    CHECK(leads(home / "door" / "file") == Leads::outside);
    CHECK_FALSE(way_to(home / "door" / "file").last);
    CHECK(way_to(home / "door" / "file").link == home / "door");
    CHECK(leads(home / "data" / ".." / "door" / "x") == Leads::outside);
    fs::create_symlink("nowhere", home / "dangling");
    CHECK(leads(home / "dangling") == Leads::nowhere);
    fs::create_symlink("round", home / "round");
    CHECK(leads(home / "round") == Leads::nowhere);
    fs::create_symlink(".git", home / "insides");
    CHECK(leads(home / "insides" / "config") == Leads::outside);

    // A chain: it is its end that counts.
    fs::create_symlink("outer", home / "chain");
    CHECK(leads(home / "chain") == Leads::outside);
    fs::create_symlink("inner", home / "inner-chain");
    CHECK(leads(home / "inner-chain") == Leads::inside);
    // Out and back in again ends within.
    fs::create_symlink("../home/file", home / "back");
    CHECK(leads(home / "back") == Leads::inside);
    // By way of a link that stays within, to one that does not.
    fs::create_symlink("data", home / "alias");
    fs::create_symlink("../../outside", home / "data" / "door");
    CHECK(leads(home / "alias" / "door" / "file") == Leads::outside);
    CHECK(leads(home / "alias" / "deep" / "x") == Leads::inside);
}

TEST_CASE("a link outside of every repository is its owner's own", "[links]")
{
    ScratchFolder const folder;
    auto const root = fs::canonical(folder.path());
    fs::create_directories(root / "a");
    fs::create_symlink("a", root / "b");
    CHECK(way_to(root / "b" / "file").leads == Way::Leads::plainly);
    // Into a repository, whose own links count from there on.
    fs::create_directories(root / "a" / ".git");
    fs::create_symlink("/etc", root / "a" / "etc");
    CHECK(way_to(root / "b" / "etc" / "passwd").leads == Way::Leads::outside);
}

TEST_CASE("where a folder is named as the repository, its links alone are judged", "[links]")
{
    ScratchFolder const folder;
    auto const root = fs::canonical(folder.path());
    fs::create_directories(root / ".git");
    fs::create_directories(root / "data" / "milestones");
    fs::create_directories(root / "docs");
    fs::create_symlink("../../docs", root / "data" / "milestones" / "docs");
    // It stays within the repository, and leaves the data folder.
    CHECK(way_to(root / "data" / "milestones" / "docs" / "a.toml").leads == Way::Leads::inside);
    CHECK(way_to(root / "data" / "milestones" / "docs" / "a.toml", root / "data").leads == Way::Leads::outside);
}

TEST_CASE("no folder is made behind a link that leaves", "[links]")
{
    ScratchFolder const folder;
    auto const root = fs::canonical(folder.path());
    fs::create_directories(root / "home" / ".git");
    fs::create_directories(root / "outside");
    fs::create_symlink("../outside", root / "home" / "door");
    CHECK_THROWS_AS(make_folders(root / "home" / "door" / "new"), Error);
    CHECK_FALSE(fs::exists(root / "outside" / "new"));
    make_folders(root / "home" / "plain" / "new");
    CHECK(fs::is_directory(root / "home" / "plain" / "new"));
}

}  // namespace sss::links_test
