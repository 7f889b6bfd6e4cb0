#include "records/versions/version_reader.hpp"

#include "records/document.hpp"
#include "records/letters.hpp"

#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::version_reader_test {

using Content = std::shared_ptr<Table const>;

/// What a reader makes of versions that follow each other, each checked against a reading of the whole text.
class Versions {
public:
    Content read(std::string text)
    {
        texts_.push_back(std::move(text));
        Table whole;
        auto const sound = parse_values(texts_.back(), whole);
        auto const made = reader_.read(texts_.back());
        INFO(texts_.back());
        REQUIRE(sound == (made != nullptr));
        if (made) REQUIRE(letters(Value{*made}) == letters(Value{whole}));
        return made;
    }

private:
    std::deque<std::string> texts_;  // whose addresses stay
    VersionReader reader_;
};

std::string const record =
    "title = \"é\"\nplanned = 2018-04-25\nheight = -0.0\n\n[orbit]\nregime = 'SSO'\nnotes = \"\"\"\nOne line.\n"
    "Another.\n\"\"\"  # a remark\nlist = [\n    \"a\",  # one\n    { b = 1, c = [2.0] },\n]\n\n[[action]]\nid = "
    "\"a1\"\n"
    "closed = true\n\n[[action]]\nid = \"a2\"\nclosed = true\n";

std::string with(std::string const& before, std::string const& after)
{
    auto text = record;
    return text.replace(text.find(before), before.size(), after);
}

TEST_CASE("of a version, what did not change is the version before's own", "[versions]")
{
    Versions versions;

    auto const before = versions.read(record);
    auto const after = versions.read(with("2018-04-25", "2018-04-26"));

    CHECK(after->shares(0, *before, 0));
    CHECK_FALSE(after->shares(1, *before, 1));
    CHECK(after->shares(3, *before, 3));
    CHECK(after->shares(4, *before, 4));
}

TEST_CASE("of a table in which a line changed the others stay", "[versions]")
{
    Versions versions;

    auto const before = versions.read(record);
    auto const after = versions.read(with("'SSO'", "'LEO'"));

    auto const& orbit = *find(*after, "orbit")->table();
    CHECK_FALSE(after->shares(3, *before, 3));
    CHECK_FALSE(orbit.shares(0, *find(*before, "orbit")->table(), 0));
    CHECK(orbit.shares(1, *find(*before, "orbit")->table(), 1));
}

TEST_CASE("an item that comes leaves those before and behind it where they were", "[versions]")
{
    Versions versions;

    auto const before = versions.read(record);
    auto const after =
        versions.read(with("[[action]]\nid = \"a2\"", "[[action]]\nid = \"new\"\n[[action]]\nid = \"a2\""));

    auto const& actions = *find(*after, "action")->array();
    REQUIRE(actions.size() == 3);
    CHECK(actions.shares(0, *find(*before, "action")->array(), 0));
    CHECK(actions.shares(2, *find(*before, "action")->array(), 1));
}

TEST_CASE("what is written otherwise and says the same is kept once", "[versions]")
{
    Versions versions;

    auto const before = versions.read(record);
    auto const after = versions.read(with("title = \"é\"", "title   = 'é'  # as it is called"));

    CHECK(after->shares(0, *before, 0));
}

TEST_CASE("equal to the eye is not equal to the letter", "[versions]")
{
    Versions versions;
    versions.read(record);

    versions.read(with("-0.0", "0.0"));
    versions.read(with("{ b = 1, c = [2.0] }", "{ c = [2.0], b = 1 }"));
    versions.read(with("-0.0", "nan"));
    versions.read(with("[2.0]", "[2]"));
}

TEST_CASE("a version that is not sound is none, and the next one is read by the one before it", "[versions]")
{
    Versions versions;
    auto const before = versions.read(record);

    for (auto const* broken : {"planned = 2018-04-25\nplanned = 2018-04-25", "planned = 2018-04-25 x = 1", "planned",
                               "planned = \"\"\"", "planned = [", "title = 1", "orbit = 1", "action = 1",
                               "planned = 2018-02-30", "planned = 2018-04-25 # \x01", "a.b = 1\na = 2"})
        CHECK(versions.read(with("planned = 2018-04-25", broken)) == nullptr);

    auto const after = versions.read(record + "# the end\n");
    CHECK(after->shares(3, *before, 3));
}

TEST_CASE("a value that a later header would add to is not taken for a number", "[versions]")
{
    Versions versions;
    versions.read("a = { x = 1 }\nb = [ { y = 1 } ]\n");

    CHECK(versions.read("a = { x = 1 }\nb = [ { y = 1 } ]\n[a.z]\n") == nullptr);
    CHECK(versions.read("a = { x = 1 }\nb = [ { y = 1 } ]\n[[b]]\n") == nullptr);
    CHECK(versions.read("b = [ { y = 1 } ]\n[c]\na = { x = 1 }\n") != nullptr);
}

TEST_CASE("what is not written plainly is read as a whole", "[versions]")
{
    Versions versions;

    for (auto const* text :
         {"\xEF\xBB\xBF"
          "a = 1\n",
          "a.b = 1\na.c = 2\n", "\"a\" = 1\n", "a = 1\r\nb = \"\"\"\r\nx\r\n\"\"\"\r\n", "", "# nothing\n", "a = 1",
          "a = 1979-05-27 07:32:00\n", "['a.b']\nx = 1\n", "a = 1\r", "\n\n"})
    {
        versions.read(text);
        versions.read(text);
        versions.read(std::string{text} + "z = 1\n");
        versions.read(record);
    }
}

TEST_CASE("whatever is done to a record, its versions say what their texts say", "[versions]")
{
    std::vector<std::string> const pieces = {"\"",
                                             "'",
                                             "\"\"\"",
                                             "[",
                                             "]",
                                             "{",
                                             "}",
                                             "=",
                                             ",",
                                             "\n",
                                             "#",
                                             "\\",
                                             "\r",
                                             "“",
                                             "[s]\n",
                                             ".",
                                             "\x01",
                                             "x = 1\n",
                                             "closed = true\n",
                                             "[[action]]\n",
                                             " "};
    std::mt19937 random{11};
    auto text = record;
    Versions versions;
    for (auto round = 0; round < 3000; ++round) {
        auto changed = text;
        for (auto i = random() % 3; i <= 2; ++i) {
            auto const where = random() % changed.size();
            if (random() % 2 == 0)
                changed.erase(where, 1 + random() % 3);
            else
                changed.insert(where, pieces[random() % pieces.size()]);
        }
        if (versions.read(changed) && changed.size() > 100) text = changed;  // and goes on from there
        if (round % 50 == 0) text = record;
    }
}

}  // namespace sss::version_reader_test
