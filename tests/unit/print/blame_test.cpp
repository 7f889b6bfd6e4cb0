#include "print/blame.hpp"

#include "history/try_history.hpp"
#include "support/utf8.hpp"
#include "support/zone.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace sss::blame_test {

namespace {

Record record_of(std::string const& toml)
{
    Record record{&kind_named("milestone"), "a", toml, {}};
    record.document.root = table_of(toml);
    return record;
}

std::string blamed(std::string const& toml, std::string const& author, std::size_t width)
{
    TestHistory past;
    past.commit("2024-01-01", "because").add("a", toml);
    past.history.commits[0].commit.author.name = author;
    auto const record = record_of(toml);
    auto const values = blame(*record.kind, record.fields(), past.history.changes);
    Records const records;
    auto const zone = Zone::utc();
    return blame_text({record, past.history, records, zone, values}, width, false);
}

}  // namespace

TEST_CASE("blame fits the width, however long the values are", "[render]")
{
    auto const text = blamed("title = \"" + std::string(200, 'x') + "\"\nnotes = \"" + std::string(90, 'y') +
                                 "\"\n[cancelled]\nreason = \"no money\"\n",
                             "A University of a Very Long Name in Some Country", 80);
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("xxx")) CHECK(display_width(line) <= 80);
}

TEST_CASE("blame is a table with the reasons below it", "[render]")
{
    CHECK(blamed("title = \"T\"\nplanned = 2024-05-01", "Ada", 80) ==
          "T (milestone a)\n\n"
          "title    T           2024-01-01  Ada  0100000\n"
          "planned  1 May 2024  2024-01-01  Ada  0100000\n\n"
          "0100000  “because”\n");
}

TEST_CASE("nothing of a record that is blamed reaches the terminal", "[render]")
{
    auto const text = blamed("title = \"\\u001b[31m\"\nnotes = \"\\u001b\"", "\x1b]0;x\x07", 80);
    CHECK(text.find('\x1b') == std::string::npos);
}

}  // namespace sss::blame_test
