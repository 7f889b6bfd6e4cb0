#include "render/findings_json.hpp"
#include "render/findings_text.hpp"
#include "rules/rules.hpp"
#include "schema/json.hpp"
#include "schema/schema.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

using namespace sss;

namespace {

Finding at(Place place, std::string excerpt)
{
    return {"unknown-reference",          Severity::error, "data/a.toml",     place,
            "unknown organisation \"x\"", "mend it",       std::move(excerpt)};
}

/// The excerpt and the line of the caret, without their gutters.
std::pair<std::string, std::string> shown_lines(Finding const& finding, std::size_t width = 100)
{
    auto const text = to_text(finding, {.width = width});
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    REQUIRE(lines.size() == 4);
    return {lines[1].substr(8), lines[2].substr(8)};
}

std::string read(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("the caret stands below what is meant", "[findings]")
{
    CHECK(shown_lines(at({3, 9, 3}, "owner = \"x\"")) ==
          std::pair<std::string, std::string>{"owner = \"x\"", "        ^^^"});
}

TEST_CASE("a wide character takes two columns", "[findings]")
{
    CHECK(shown_lines(at({3, 3, 2}, "北京xy")).second == "    ^^");
    CHECK(shown_lines(at({3, 1, 2}, "北京xy")).second == "^^^^");
}

TEST_CASE("a combining mark takes no column", "[findings]")
{
    CHECK(shown_lines(at({3, 3, 1}, "e\u0301x")).second == " ^");
}

TEST_CASE("a tab becomes spaces up to the next stop, below which the caret is counted", "[findings]")
{
    CHECK(shown_lines(at({3, 4, 1}, "a\tbc")) == std::pair<std::string, std::string>{"a   bc", "     ^"});
}

TEST_CASE("a control character cannot reach the terminal", "[findings]")
{
    auto const text = to_text(at({3, 2, 1}, "a\x1b[31mb"));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\\x1b") != std::string::npos);
}

TEST_CASE("a control character in a message or a file's name is written out", "[findings]")
{
    auto finding = at({}, "");
    finding.file = "data/\x1b[2J.toml";
    finding.message = "unknown \x07";
    finding.help = "\xE2\x80\xAE";
    auto const text = to_text(finding);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("a mark of no length, or behind the line's end, is one caret", "[findings]")
{
    CHECK(shown_lines(at({3, 2, 0}, "abc")).second == " ^");
    CHECK(shown_lines(at({3, 9, 4}, "abc")).second == "   ^");
}

TEST_CASE("a long line is cut around what is meant", "[findings]")
{
    auto const [line, caret] = shown_lines(at({3, 501, 3}, std::string(500, 'a') + "XYZ" + std::string(500, 'b')), 60);
    auto const begin = caret.find('^');
    CHECK(line.starts_with("…"));
    CHECK(line.ends_with("…"));
    // The sign for what is cut has three bytes and one column.
    CHECK(line.substr(begin + 2, 3) == "XYZ");
    CHECK(caret.size() - begin == 3);
    CHECK(line.size() <= 52 + 4);
}

TEST_CASE("a long mark ends where the line is cut", "[findings]")
{
    auto const [line, caret] = shown_lines(at({3, 3, 500}, "x = " + std::string(500, 'a')), 60);
    CHECK(caret.size() <= 52);
    CHECK(caret.starts_with("  ^^^^"));
}

TEST_CASE("a finding without a place names the file alone", "[findings]")
{
    auto finding = at({}, "");
    finding.help.clear();
    CHECK(to_text(finding, {.width = 40}) == "data/a.toml: error: unknown organisation \"x\"  [unknown-reference]\n");
}

TEST_CASE("without findings one line says how much was checked", "[findings]")
{
    CHECK(to_text({}, 61) == "61 records, no findings.\n");
    CHECK(to_text({}, 1) == "1 record, no findings.\n");
}

TEST_CASE("the summary counts by severity and names the worst finding's rule", "[findings]")
{
    auto note = at({}, "");
    note.severity = Severity::note;
    note.rule = "norad-temporary";
    std::vector<Finding> const findings{note, at({}, ""), at({}, "")};
    CHECK(to_text(findings, 61)
              .ends_with("2 errors, 1 note in 61 records. `sss explain unknown-reference` says more.\n"));
}

TEST_CASE("a limit keeps the worst and counts the others", "[findings]")
{
    auto note = at({}, "");
    note.severity = Severity::note;
    note.rule = "norad-temporary";
    std::vector<Finding> const findings{note, at({}, ""), note};
    auto const text = to_text(findings, 3, {.limit = 1});
    CHECK(text.find("[norad-temporary]") == std::string::npos);
    CHECK(text.find("[unknown-reference]") != std::string::npos);
    CHECK(text.find("2 more") != std::string::npos);
    CHECK(to_text(findings, 3, {.limit = 0}).find("more not shown") == std::string::npos);
}

TEST_CASE("colour is put in only where it is asked for", "[findings]")
{
    CHECK(to_text(at({3, 1, 1}, "x")).find('\x1b') == std::string::npos);
    CHECK(to_text(at({3, 1, 1}, "x"), {.colour = true}).find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
}

TEST_CASE("findings as JSON are as their schema says", "[findings]")
{
    auto const path = std::filesystem::path{SSS_SOURCE_DIR} / "schemas/output/findings.schema.json";
    std::vector<Finding> problems;
    auto const schema = Schema::compile("schemas/output/findings.schema.json", read(path), problems);
    CHECK(problems.empty());

    auto bytes = at({3, 1, 1}, "na\xFFme");
    bytes.file = "data/\xFF.toml";
    auto whole = at({}, "");
    whole.help.clear();
    std::vector<Finding> const findings{at({3, 9, 3}, "owner = \"x\""), bytes, whole};
    for (auto const& some : {std::vector<Finding>{}, findings}) {
        auto const text = to_json(some, 61);
        auto const json = schema::parse_json("findings.json", text, problems);
        REQUIRE(json);
        Document const document{"findings.json", *json->table(), {}};
        schema.check(document, text, problems);
        INFO(to_text(problems, 0));
        CHECK(problems.empty());
    }
}
