#include "support/journal.hpp"

#include "scratch_folder.hpp"
#include "support/atomic_file.hpp"
#include "support/error.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::journal_test {
namespace fs = std::filesystem;

namespace {

std::string bytes_of(fs::path const& path)
{
    auto const read = read_file(path, 1000);
    return read ? read.bytes : "(none)";
}

/// A folder with a, b and c as a change of all of them could have left it: a changed, b made, c to be removed.
struct Interrupted {
    ScratchFolder folder;
    JournalPlace place{folder / "git/sss", folder.path()};
    std::vector<JournalEntry> entries{{"a", "one", "ONE"}, {"b", std::nullopt, "TWO"}, {"c", "three", std::nullopt}};

    Interrupted(char const* a, char const* b, char const* c)
    {
        for (auto const& [name, bytes] : {std::pair{"a", a}, std::pair{"b", b}, std::pair{"c", c}})
            if (bytes != nullptr) write_whole(folder / name, bytes);
        REQUIRE(create_new(place.file(), journal_text(entries)));
    }
};

}  // namespace

TEST_CASE("a journal holds any bytes, and is read as it was written", "[journal]")
{
    std::vector<JournalEntry> const entries{{"a\nb", std::string{"\0end\n", 5}, ""}, {"c", std::nullopt, "- 1 2\n"}};

    CHECK(read_journal_text(journal_text(entries)) == entries);
    CHECK(read_journal_text(journal_text({})) == std::vector<JournalEntry>{});
}

TEST_CASE("what is no whole journal is none", "[journal]")
{
    auto const text = journal_text(std::vector<JournalEntry>{{"a", "one", std::nullopt}});

    for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(read_journal_text(text.substr(0, size)));
    CHECK_FALSE(read_journal_text(text + "x"));
    CHECK_FALSE(read_journal_text("sss journal 1\n99999999999999999999\nend\n"));
    CHECK_FALSE(read_journal_text("sss journal 1\n1\n1 18446744073709551615 -\naend\n"));
}

TEST_CASE("a change that stands half done is found, and put back by the next writer", "[journal]")
{
    Interrupted const world{"ONE", "TWO", "three"};

    REQUIRE(find_unfinished(world.place));
    CHECK(find_unfinished(world.place)->state == Unfinished::State::half);
    CHECK(bytes_of(world.folder / "a") == "ONE");

    CHECK(settle_unfinished(world.place)->state == Unfinished::State::half);

    CHECK(bytes_of(world.folder / "a") == "one");
    CHECK(bytes_of(world.folder / "b") == "(none)");
    CHECK(bytes_of(world.folder / "c") == "three");
    CHECK_FALSE(find_unfinished(world.place));
}

TEST_CASE("what was removed comes back", "[journal]")
{
    Interrupted const world{"one", "TWO", nullptr};

    CHECK(settle_unfinished(world.place)->state == Unfinished::State::half);

    CHECK(bytes_of(world.folder / "b") == "(none)");
    CHECK(bytes_of(world.folder / "c") == "three");
}

TEST_CASE("a change of which all or nothing is done is only forgotten", "[journal]")
{
    Interrupted const done{"ONE", "TWO", nullptr};
    CHECK(settle_unfinished(done.place)->state == Unfinished::State::complete);
    CHECK(bytes_of(done.folder / "a") == "ONE");
    CHECK_FALSE(find_unfinished(done.place));

    Interrupted const undone{"one", nullptr, "three"};
    CHECK(settle_unfinished(undone.place)->state == Unfinished::State::not_begun);
    CHECK(bytes_of(undone.folder / "a") == "one");
    CHECK_FALSE(find_unfinished(undone.place));
}

TEST_CASE("what somebody has changed since is not touched, nor is anything else", "[journal]")
{
    Interrupted const world{"ONE", "mine", "three"};

    auto const settled = settle_unfinished(world.place);

    CHECK(settled->state == Unfinished::State::changed);
    CHECK(settled->path == "b");
    CHECK(bytes_of(world.folder / "a") == "ONE");
    CHECK(find_unfinished(world.place));
}

TEST_CASE("a journal leads nowhere out of its root", "[journal]")
{
    ScratchFolder const folder;
    fs::create_directories(folder / "root");
    write_whole(folder / "outside", "theirs");
    fs::create_directory_symlink("..", folder / "root/link");
    for (auto const* path : {"../outside", "link/outside"}) {
        JournalPlace const place{folder / "git", folder / "root"};
        write_whole((fs::create_directories(place.folder), place.file()),
                    journal_text(std::vector<JournalEntry>{{path, "before", "theirs"}, {"x", "1", "2"}}));

        CHECK(settle_unfinished(place)->state == Unfinished::State::changed);
        CHECK(bytes_of(folder / "outside") == "theirs");
    }
}

TEST_CASE("a change of several files leaves no journal, and nothing is said of one that is being made", "[journal]")
{
    ScratchFolder const folder;
    JournalPlace const place{folder / "git/sss", folder.path()};
    write_whole(folder / "a", "one");

    write_together(std::vector<FileChange>{{FileChange::Act::replace, folder / "a", "ONE"},
                                           {FileChange::Act::create, folder / "b", "TWO"}},
                   &place);

    CHECK(bytes_of(folder / "a") == "ONE");
    CHECK_FALSE(fs::exists(place.file()));
    CHECK_FALSE(find_unfinished(place));
}

}  // namespace sss::journal_test
