#include "print/findings/findings_json.hpp"
#include "print/findings/findings_text.hpp"
#include "rules/rules.hpp"
#include "schema/json.hpp"
#include "schema/schema.hpp"
#include "support/utf8.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

namespace sss::findings_test {

namespace {

Finding at(Place place, std::string excerpt)
{
    return {"unknown-reference",          Severity::error, "data/a.toml",     place,
            "unknown organisation \"x\"", "mend it",       std::move(excerpt)};
}

Check check_of(std::vector<Finding> findings, std::size_t records)
{
    Check check;
    check.findings = std::move(findings);
    for (std::size_t i = 0; i < records; ++i)
        check.records.push_back("data/milestones/m" + std::to_string(i) + ".toml");
    return check;
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
    finding.help = {};
    CHECK(to_text(finding, {.width = 40}) == "data/a.toml: error: unknown organisation \"x\"  [unknown-reference]\n");
}

TEST_CASE("without findings one line says how much was checked", "[findings]")
{
    CHECK(to_text(check_of({}, 61)) == "61 records, no findings.\n");
    CHECK(to_text(check_of({}, 1)) == "1 record, no findings.\n");
}

TEST_CASE("the summary counts by severity and names the worst finding's rule", "[findings]")
{
    auto note = at({}, "");
    note.severity = Severity::note;
    note.rule = "norad-temporary";
    std::vector<Finding> const findings{note, at({}, ""), at({}, "")};
    CHECK(to_text(check_of(findings, 61))
              .ends_with("2 errors, 1 note in 61 records. `sss explain unknown-reference` says more.\n"));
}

TEST_CASE("a limit keeps the worst and counts the others", "[findings]")
{
    auto note = at({}, "");
    note.severity = Severity::note;
    note.rule = "norad-temporary";
    std::vector<Finding> const findings{note, at({}, ""), note};
    auto const text = to_text(check_of(findings, 3), {.limit = 1});
    CHECK(text.find("[norad-temporary]") == std::string::npos);
    CHECK(text.find("[unknown-reference]") != std::string::npos);
    CHECK(text.find("2 more") != std::string::npos);
    CHECK(to_text(check_of(findings, 3), {.limit = 0}).find("more not shown") == std::string::npos);
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
    whole.help = {};
    auto cut = at({3, 5000, 3}, "");
    keep_excerpt(cut, std::string(9000, 'a'));
    std::vector<Finding> const findings{at({3, 9, 3}, "owner = \"x\""), bytes, whole, cut};
    for (auto const& some : {std::vector<Finding>{}, findings}) {
        auto const text = to_json(check_of(some, 61));
        auto const json = schema::parse_json("findings.json", text, problems);
        REQUIRE(json);
        Document const document{"findings.json", *json->table(), {}, {}};
        schema.check(document, text, problems);
        INFO(to_text(check_of(problems, 0)));
        CHECK(problems.empty());
    }
}

TEST_CASE("of a line too long to keep, the caret stands where it would in the whole line", "[findings]")
{
    auto finding = at({1, 40001, 3}, "");
    keep_excerpt(
        finding, std::string(20000, 'a') + [] {
            std::string wide;
            for (int i = 0; i < 20000; ++i) wide += "北";
            return wide;
        }() + "XYZ" + std::string(90000, 'b'));
    CHECK(finding.excerpt.size() <= longest_excerpt);
    auto const [line, caret] = shown_lines(finding);
    CHECK(line.starts_with("…"));
    CHECK(line.ends_with("…"));
    CHECK(finding.excerpt.find("XYZ") != std::string::npos);
    auto const before = line.substr(0, line.find("XYZ"));
    CHECK(display_width(before) == caret.find('^'));
    CHECK(caret.substr(caret.find('^')) == "^^^");
}

TEST_CASE("a long line's beginning and end are shown as such", "[findings]")
{
    auto first = at({1, 1, 3}, "");
    keep_excerpt(first, "XYZ" + std::string(90000, 'b'));
    CHECK(shown_lines(first).first.starts_with("XYZ"));
    auto last = at({1, 90001, 3}, "");
    keep_excerpt(last, std::string(90000, 'b') + "XYZ");
    CHECK(shown_lines(last).first.ends_with("XYZ"));
    CHECK_FALSE(last.excerpt_cut);
}

TEST_CASE("one file with many findings does not push the others off the screen", "[findings]")
{
    std::vector<Finding> findings;
    for (std::uint32_t i = 1; i <= 30; ++i) findings.push_back(at({i, 1, 1}, "x"));
    auto other = at({1, 1, 1}, "x");
    other.file = "data/b.toml";
    CHECK(to_text(check_of(findings, 1)).find("not shown") == std::string::npos);
    findings.push_back(other);
    auto const text = to_text(check_of(findings, 2));
    CHECK(text.find("data/a.toml: 10 more not shown, none worse than these; --limit 0 shows all.") !=
          std::string::npos);
    CHECK(text.find("data/b.toml:1:1") != std::string::npos);
    CHECK(to_text(check_of(findings, 2), {.limit = 0}).find("not shown") == std::string::npos);
}

TEST_CASE("what stood there before is a count", "[findings]")
{
    auto check = check_of({at({3, 1, 1}, "x")}, 61);
    check.since = Since{"main", "a1b2c3d", {{2, 1, 0}}};
    CHECK(to_text(check).ends_with(
        "1 error in 61 records, new since main (parted at a1b2c3d). `sss explain unknown-reference` says more.\n"
        "3 older findings (2 errors, 1 warning) stood there before and do not count.\n"));
    check.findings.clear();
    check.since->older = {};
    CHECK(to_text(check) == "61 records, nothing new since main (parted at a1b2c3d).\n");
}

TEST_CASE("what fails a run is set by a level", "[findings]")
{
    auto warning = at({}, "");
    warning.severity = Severity::warning;
    auto check = check_of({warning}, 1);
    CHECK_FALSE(check.fails());
    check.fail_on = Severity::warning;
    CHECK(check.fails());
    check.fail_on = Severity::note;
    CHECK(check.fails());
}

}  // namespace sss::findings_test
