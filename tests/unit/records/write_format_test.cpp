#include "records/write_format.hpp"

#include "records/document.hpp"
#include "records/layout.hpp"
#include "records/random_record.hpp"
#include "schema/schemas.hpp"
#include "support/embedded.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

namespace sss::write_format_test {
using sss::test::RandomRecord;

namespace {

Kind const& kind()
{
    static Kind const made = [] {
        Kind milestone;
        for (auto const* path : {"title", "type", "owner", "orbit", "orbit.regime", "orbit.altitude_km", "action",
                                 "action[].id", "action[].text", "sources"})
        {
            Field field;
            field.path = path;
            milestone.fields.push_back(field);
        }
        return milestone;
    }();
    return made;
}

std::string laid_out(std::string_view text)
{
    return canonical(text, kind());
}

}  // namespace

TEST_CASE("keys stand in the schema's order, unknown ones after them, tables last", "[fmt]")
{
    CHECK(laid_out("zz=1\n[action]\n[orbit]\naltitude_km = 2\nregime = 'a'\n") ==
          "zz = 1\n\n[orbit]\nregime = \"a\"\naltitude_km = 2\n\n[action]\n");
    CHECK(laid_out("owner=1\n\n\ntitle   =   2\n") == "title = 2\nowner = 1\n");
}

TEST_CASE("a comment goes where that goes which it stands above or beside", "[fmt]")
{
    CHECK(laid_out("# on owner\nowner = 1   # who\n# on title\ntitle = 2\n") ==
          "# on title\ntitle = 2\n# on owner\nowner = 1  # who\n");
    CHECK(laid_out("# on sources\n[[sources]]  # one\nx = 1\n# left\n\n# on orbit\n[orbit]\nregime = 1\n") ==
          "# on orbit\n[orbit]\nregime = 1\n\n# on sources\n[[sources]]  # one\nx = 1\n# left\n");
}

TEST_CASE("what a blank line parts from the first key stays at the top", "[fmt]")
{
    CHECK(laid_out("# the file\n\nowner = 1\ntitle = 2\n") == "# the file\n\ntitle = 2\nowner = 1\n");
}

TEST_CASE("a list stands on one line where it fits and has no comments", "[fmt]")
{
    CHECK(laid_out("a = [ 1,\n 2, ]\nb = [ # first\n1, 2 # two\n # last\n]\n") ==
          "a = [1, 2]\nb = [\n  # first\n  1,\n  2,  # two\n  # last\n]\n");
    auto const wide = '"' + std::string(60, 'x') + '"';
    CHECK(laid_out("a = [" + wide + ", " + wide + "]\n") == "a = [\n  " + wide + ",\n  " + wide + ",\n]\n");
}

TEST_CASE("tables in braces and with dots stand below headers", "[fmt]")
{
    CHECK(laid_out("orbit = { altitude_km = 5, regime = 1 } # o\ntitle = 1\naction = [{ text = 1, id = 2 }]\n") ==
          "title = 1\n\n[orbit]  # o\nregime = 1\naltitude_km = 5\n\n[[action]]\nid = 2\ntext = 1\n");
    CHECK(laid_out("orbit.regime = 1\norbit.x.y = 2\n") == "[orbit]\nregime = 1\n\n[orbit.x]\ny = 2\n");
}

TEST_CASE("a key is what its escapes say", "[fmt]")
{
    CHECK(laid_out("\"\\u0074itle\" = 1\n") == "title = 1\n");
    CHECK(laid_out("[\"a\\tb\".'c\\d']\n\"\\\"\\U0001F6F0\" = 1\n") == "[\"a\\tb\".\"c\\\\d\"]\n\"\\\"🛰\" = 1\n");
}

TEST_CASE("line ends become LF, a byte order mark goes, a last line end comes", "[fmt]")
{
    CHECK(laid_out("\xEF\xBB\xBFtitle = \"\"\"\r\na\r\n\"\"\"\r\nowner = 1") ==
          "title = \"\"\"\na\n\"\"\"\nowner = 1\n");
}

TEST_CASE("every record of the example is in the canonical layout", "[fmt]")
{
    std::vector<Finding> problems;
    auto const schemas = Schemas::load(embedded::schemas(), {}, {}, problems);
    std::vector<Kind const*> kinds;
    for (auto const& schema : schemas.all()) kinds.push_back(&schema.kind());
    Layout const layout{"data", kinds};
    auto seen = 0;
    for (auto const& file : embedded::example()) {
        auto const slot = layout.slot(file.path);
        if (!slot) continue;
        INFO(file.path);
        CHECK(canonical(file.bytes, *slot->kind) == file.bytes);
        ++seen;
    }
    CHECK(seen > 50);
}

TEST_CASE("the layout keeps every value and comment, and laying it out again changes nothing", "[fmt][property]")
{
    for (unsigned seed = 0; seed < 6000; ++seed) {
        RandomRecord random{seed};
        auto const record = random.text();
        INFO("seed " << seed << "\n" << record);
        auto const once = laid_out(record);  // itself refuses what would lose something
        CHECK(laid_out(once) == once);
        CHECK(once.find('\r') == std::string::npos);
    }
}

TEST_CASE("what is no TOML is not laid out", "[fmt]")
{
    CHECK_THROWS_AS(laid_out("title = x\n"), Error);
}

TEST_CASE("a file of very many keys or tables is laid out in time that grows with its size", "[fmt]")
{
    std::string keys, headers, braces = "x = { ";
    for (auto i = 0; i < 20'000; ++i) {
        keys += "k" + std::to_string(i) + "=1\n";
        headers += "[k" + std::to_string(i) + "]\n";
        braces += (i == 0 ? "k" : ", k") + std::to_string(i) + " = 1";
    }
    for (auto const& text : {keys, headers, braces + " }\n"}) CHECK(laid_out(text) != text);
}

}  // namespace sss::write_format_test
