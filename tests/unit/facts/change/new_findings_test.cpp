#include "facts/change/new_findings.hpp"

#include "facts/change/former_fingerprints.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace sss::new_findings_test {

namespace {

Finding finding(std::string_view rule, std::uint32_t line, Sentence message, std::string excerpt = "x",
                std::string file = "data/milestones/a.toml")
{
    return {rule, Severity::error, std::move(file), {line, 1, 1}, std::move(message), "", std::move(excerpt)};
}

Sentence no_code(std::string_view code)
{
    return {"{code} is no country's code", "code"_key = code};
}

Sentence unknown(std::string_view id)
{
    return {"unknown {kind} {id}", "kind"_arg = "organisation", "id"_key = id};
}

Finding of_record(Finding finding, std::string record)
{
    finding.record = std::move(record);
    return finding;
}

NewFindings compared(std::vector<Finding> const& before, std::vector<Finding> after,
                     std::map<std::string, std::string> const& moved = {})
{
    return new_findings(before, std::move(after), moved);
}

}  // namespace

TEST_CASE("a line inserted above makes no new finding", "[new-findings]")
{
    auto const found = compared({finding("country", 3, no_code("UK"))}, {finding("country", 4, no_code("UK"))});
    CHECK(found.appeared.empty());
    CHECK(found.older.size() == 1);
    CHECK(found.mended == 0);
}

TEST_CASE("what is merely told is no part of what a finding is", "[new-findings]")
{
    auto const stands = [](std::string_view id, int line) {
        return Sentence{"the action {id} stands already in line {line}", "id"_key = id, "line"_arg = line};
    };
    CHECK(
        compared({finding("duplicate-action", 9, stands("a1", 5))}, {finding("duplicate-action", 10, stands("a1", 6))})
            .appeared.empty());
    CHECK(compared({finding("duplicate-action", 9, stands("a1", 5))}, {finding("duplicate-action", 9, stands("a2", 5))})
              .appeared.size() == 1);
}

TEST_CASE("a finding that is worded otherwise is the same", "[new-findings]")
{
    Sentence const reworded{"no country has the code {code}", "code"_key = "UK"};
    CHECK(compared({finding("country", 3, no_code("UK"))}, {finding("country", 3, reworded)}).appeared.empty());
}

TEST_CASE("another value is another finding", "[new-findings]")
{
    auto const found = compared({finding("country", 3, no_code("UK"))}, {finding("country", 3, no_code("XX"))});
    CHECK(found.appeared.size() == 1);
    CHECK(found.mended == 1);
}

TEST_CASE("a value that reads like our own words is a value", "[new-findings]")
{
    // Each was once taken for the frame of a sentence by whoever looked for it there.
    for (std::string_view const title : {"a → b", "cancelled: ", "2 days later", "half of", "in line 5", "\"x\" is a"})
    {
        auto const called = [&](std::string_view end) {
            return finding("unnamed", 1, {"{title} has no milestone", "title"_key = std::string{title}.append(end)});
        };
        INFO(title);
        CHECK(compared({called("")}, {called("")}).appeared.empty());
        CHECK(compared({called("")}, {called("6")}).appeared.size() == 1);
        CHECK(compared({called("5")}, {called("6")}).appeared.size() == 1);
    }
}

TEST_CASE("how well a lost id is known makes no difference", "[new-findings]")
{
    Sentence const removed{"{kind} {id} was removed", "kind"_arg = "organisation", "id"_key = "behang"};
    Sentence const renamed{"{kind} {id} is called {now} now", "kind"_arg = "organisation", "id"_key = "b",
                           "now"_arg = "a"};
    CHECK(compared({finding("unknown-reference", 3, unknown("behang"))}, {finding("unknown-reference", 3, removed)})
              .appeared.empty());
    CHECK(compared({finding("unknown-reference", 3, unknown("a"))}, {finding("unknown-reference", 3, renamed)})
              .appeared.size() == 1);
}

TEST_CASE("of alike findings in one file, that on the new line is new", "[new-findings]")
{
    auto const found = compared({finding("unknown-reference", 3, unknown("a"), "owner = \"a\"")},
                                {finding("unknown-reference", 2, unknown("a"), "lead = \"a\""),
                                 finding("unknown-reference", 4, unknown("a"), "owner = \"a\"")});
    REQUIRE(found.appeared.size() == 1);
    CHECK(found.appeared.front().excerpt == "lead = \"a\"");
}

TEST_CASE("a finding follows its file to a new name", "[new-findings]")
{
    std::vector<Finding> const before{finding("country", 3, no_code("UK"), "x", "data/a.toml")};
    std::vector<Finding> const after{finding("country", 3, no_code("UK"), "x", "data/b.toml")};
    CHECK(compared(before, after).appeared.size() == 1);
    CHECK(compared(before, after, {{"data/a.toml", "data/b.toml"}}).appeared.empty());
}

TEST_CASE("a finding is known by its record, in whatever folder that lies", "[new-findings]")
{
    auto const at = [](std::string file, std::string record) {
        return of_record(finding("country", 3, no_code("UK"), "x", std::move(file)), std::move(record));
    };
    auto const before = at("data/milestones/a.toml", "milestone/a");
    CHECK(compared({before}, {at("data/milestones/2018/a.toml", "milestone/a")}).appeared.empty());
    CHECK(compared({before}, {at("data/milestones/b.toml", "milestone/b")}).appeared.size() == 1);
    CHECK(compared({before}, {at("data/milestones/b.toml", "milestone/b")}, {{"milestone/a", "milestone/b"}})
              .appeared.empty());
    CHECK(identity(before) == identity(at("elsewhere/a.toml", "milestone/a")));
    CHECK(identity(before) != identity(at("data/milestones/a.toml", "meeting/a")));
}

TEST_CASE("a level that is raised makes a finding new, one that is lowered does not", "[new-findings]")
{
    auto warning = finding("country", 3, no_code("UK"));
    warning.severity = Severity::warning;
    CHECK(compared({warning}, {finding("country", 3, no_code("UK"))}).appeared.size() == 1);
    CHECK(compared({finding("country", 3, no_code("UK"))}, {warning}).appeared.empty());
}

TEST_CASE("fingerprints are unique, and the same on another line and in other words", "[new-findings]")
{
    std::vector<Finding> const findings{finding("a", 1, "x"), finding("a", 2, "x"), finding("b", 1, "x"),
                                        finding("a", 1, "x", "x", "data/b.toml"), finding("a", 1, no_code("UK"))};
    auto const names = fingerprints(findings);
    CHECK(std::set<std::string>{names.begin(), names.end()}.size() == 5);
    CHECK(names.front().size() == 40);
    std::vector<Finding> const shifted{finding("a", 7, "x"), finding("a", 9, "another wording")};
    CHECK(fingerprints(shifted) == std::vector<std::string>{names[0], names[1]});
}

TEST_CASE("the former fingerprints are those that were stored", "[new-findings]")
{
    // As version 1 made them: of the wording, without the numbers of lines.
    std::vector<Finding> const findings{
        finding("country", 3, {"{code} is no country's code", "code"_key = "\"UK\""}),
        finding("unknown-reference", 3, unknown("\"behang\"")),
        finding("duplicate-action", 9,
                {"the action {id} stands already in line {line}", "id"_key = "\"a1\"", "line"_arg = 5})};
    CHECK(former_fingerprints(findings) == std::vector<std::string>{"a052b2d333a07e7952d0be776209eca1a0a82fd9",
                                                                    "4a53a3e82db15ee64fac4b6e7febe47646306f9f",
                                                                    "649566e22671efc6b3585a32d57cfcfd520ad62e"});
}

}  // namespace sss::new_findings_test
