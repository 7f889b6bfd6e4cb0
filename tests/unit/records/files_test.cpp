#include "records/files.hpp"

#include "history/try_history.hpp"
#include "records/records.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

namespace sss::files_test {
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder& file(std::string const& path, std::string_view text = "x = 1\n")
    {
        fs::create_directories((root() / path).parent_path());
        std::ofstream{root() / path} << text;
        return *this;
    }
    Folder& link(std::string const& target, std::string const& path)
    {
        fs::create_directories((root() / path).parent_path());
        fs::create_symlink(target, root() / path);
        return *this;
    }
    fs::path root() const { return scratch_.path(); }

    /// What is listed: the path and a letter for its state.
    std::vector<std::string> listed(Layout const& layout = standard_layout()) const
    {
        std::vector<std::string> all;
        for (auto const& entry : FolderFiles{root()}.list(layout))
            all.push_back(std::string(1, "fdlsg"[static_cast<int>(entry.type)]) + ' ' + entry.path);
        return all;
    }

    std::vector<std::string> rules() const
    {
        std::vector<std::string> all;
        auto const records = read_records(FolderFiles{root()}, standard_layout(), Detail::places);
        for (auto const& finding : records.findings()) all.push_back(std::string{finding.rule} + ' ' + finding.file);
        std::ranges::sort(all);
        return all;
    }

private:
    ScratchFolder scratch_;
};

using Listed = std::vector<std::string>;

}  // namespace

TEST_CASE("all below the data folder is listed in the order of its paths; of what is hidden, what is named as a record",
          "[records]")
{
    Folder folder;
    folder.file("data/milestones/b.toml")
        .file("data/milestones/2024/a.toml")
        .file("data/notes.txt")
        .file("data/.hidden/x.toml")
        .file("data/.hidden/x.json")
        .file("data/.git/x.toml");
    folder.file("data/milestones/.x.toml").file("elsewhere/c.toml").file("data2/milestones/c.toml");
    CHECK(folder.listed() == Listed{"f data/.hidden/x.toml", "f data/milestones/.x.toml",
                                    "f data/milestones/2024/a.toml", "f data/milestones/b.toml", "f data/notes.txt"});
}

TEST_CASE("no data folder means no records", "[records]")
{
    Folder folder;
    CHECK(folder.listed().empty());
}

TEST_CASE("links stay within the data folder or are not followed", "[records]")
{
    Folder folder;
    folder.file("data/milestones/a.toml").file("outside.toml").file("database/x.toml");
    folder.link("a.toml", "data/milestones/inside.toml").link("../../outside.toml", "data/milestones/outside.toml");
    folder.link("nowhere.toml", "data/milestones/nowhere.toml").link("/etc/passwd", "data/milestones/absolute.toml");
    folder.link("../../database/x.toml", "data/milestones/prefix.toml").link("../../database", "data/milestones/tree");
    CHECK(folder.listed() == Listed{"f data/milestones/a.toml", "l data/milestones/absolute.toml",
                                    "f data/milestones/inside.toml", "l data/milestones/nowhere.toml",
                                    "l data/milestones/outside.toml", "l data/milestones/prefix.toml",
                                    "l data/milestones/tree"});
}

TEST_CASE("a loop of links ends", "[records]")
{
    Folder folder;
    folder.file("data/milestones/a.toml")
        .link(".", "data/milestones/loop")
        .link("self.toml", "data/milestones/self.toml");
    CHECK(folder.listed() ==
          Listed{"f data/milestones/a.toml", "s data/milestones/loop", "l data/milestones/self.toml"});
}

TEST_CASE("a folder named as a record and a pipe are listed as what they are, and never opened", "[records]")
{
    Folder folder;
    fs::create_directories(folder.root() / "data/milestones/x.toml");
    REQUIRE(::mkfifo((folder.root() / "data/milestones/pipe.toml").c_str(), 0600) == 0);
    CHECK(folder.listed() == Listed{"s data/milestones/pipe.toml", "d data/milestones/x.toml"});
    CHECK(folder.rules() == Listed{"not-a-file data/milestones/pipe.toml", "not-a-file data/milestones/x.toml"});
}

TEST_CASE("a repository within the repository is listed as one, and its files are nobody's records", "[records]")
{
    Folder folder;
    folder.file("data/milestones/a.toml")
        .file("data/milestones/inner/b.toml")
        .file("data/milestones/inner/deep/c.toml");
    folder.file("data/milestones/inner/.git", "gitdir: elsewhere\n");
    CHECK(folder.listed() == Listed{"f data/milestones/a.toml", "g data/milestones/inner"});
    CHECK(folder.rules() == Listed{"not-a-file data/milestones/inner"});
}

TEST_CASE("a file that this account may not read is an error that names it", "[records]")
{
    if (::geteuid() == 0) return;  // root may read everything
    Folder folder;
    folder.file("data/milestones/a.toml");
    fs::permissions(folder.root() / "data/milestones/a.toml", fs::perms::none);
    CHECK_THROWS_WITH(read_records(FolderFiles{folder.root()}, standard_layout(), Detail::values),
                      Catch::Contains("a.toml"));
}

TEST_CASE("more than the limit is cut one byte behind it", "[records]")
{
    Folder folder;
    folder.file("data/milestones/a.toml", std::string(100'000, 'x'));
    FolderFiles const files{folder.root()};
    FileEntry const entry{"data/milestones/a.toml", FileEntry::Type::file, {}};
    CHECK(files.read(entry, 99'999).size() == 100'000);
    CHECK(files.read(entry, 10).size() == 11);
    CHECK(files.read(entry, 100'000).size() == 100'000);
    CHECK(files.read(entry, 1'000'000).size() == 100'000);
}

TEST_CASE("a path that is not there is nothing", "[records]")
{
    Folder folder;
    folder.file("sss.toml", "");
    FolderFiles const files{folder.root()};
    CHECK(files.read_path("sss.toml", 10) == "");
    CHECK_FALSE(files.read_path("nothing.toml", 10));
    CHECK(files.names("nowhere").empty());
    CHECK(files.names(".") == Listed{"sss.toml"});
}

TEST_CASE("a commit's tree lists what its working tree does", "[records]")
{
    ScratchFolder const scratch;
    auto writer = git::Writer::create(scratch.path());
    auto const commit = writer.commit({{{"data/milestones/b.toml", "x = 1"},
                                        {"data/milestones/2024/a.toml", "x = 2"},
                                        {"data/.x/c.toml", "x"},
                                        {"docs/d.toml", "x"}},
                                       {}},
                                      ada("2024-01-01"), "First");
    writer.check_out();
    auto const repository = git::Repository::open(scratch.path());
    TreeFiles const committed{repository, repository.commit(commit).tree};
    FolderFiles const checked_out{scratch.path()};
    auto const paths = [](Files const& files) {
        std::vector<std::string> all;
        for (auto const& entry : files.list(standard_layout()))
            all.push_back(entry.path + '=' + files.read(entry, 100));
        return all;
    };
    CHECK(paths(committed) ==
          Listed{"data/.x/c.toml=x", "data/milestones/2024/a.toml=x = 2", "data/milestones/b.toml=x = 1"});
    CHECK(paths(committed) == paths(checked_out));
    CHECK(committed.read_path("docs/d.toml", 100) == "x");
    CHECK_FALSE(committed.read_path("docs", 100));
    CHECK(committed.names("data/milestones") == Listed{"2024", "b.toml"});
    CHECK(TreeFiles(repository, git::Oid{}).list(standard_layout()).empty());
}

TEST_CASE("strays are said with what was meant", "[records]")
{
    Folder folder;
    folder.file("data/milestone/a.toml")
        .file("data/milestones/a.tml")
        .file("data/milestones/README.md")
        .file("data/README.md");
    CHECK(folder.rules() == Listed{"stray-file data/milestone/a.toml", "stray-file data/milestones/a.tml"});
}

}  // namespace sss::files_test
