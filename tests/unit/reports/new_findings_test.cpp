#include "reports/new_findings.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace sss::new_findings_test {

namespace {

Finding finding(std::string rule, std::uint32_t line, std::string message, std::string excerpt = "x",
                std::string file = "data/milestones/a.toml")
{
    return {std::move(rule),   Severity::error, std::move(file), {line, 1, 1}, std::move(message), "",
            std::move(excerpt)};
}

NewFindings compared(std::vector<Finding> const& before, std::vector<Finding> after,
                     std::map<std::string, std::string> const& moved = {})
{
    return new_findings(before, std::move(after), moved);
}

}  // namespace

TEST_CASE("a line inserted above makes no new finding", "[new-findings]")
{
    auto const found = compared({finding("country", 3, "\"UK\" is no country's code")},
                                {finding("country", 4, "\"UK\" is no country's code")});
    CHECK(found.appeared.empty());
    CHECK(found.older.size() == 1);
    CHECK(found.mended == 0);
}

TEST_CASE("the number of a line in a message is no part of what it says", "[new-findings]")
{
    CHECK(compared({finding("duplicate-action", 9, "the action \"a1\" stands already in line 5")},
                   {finding("duplicate-action", 10, "the action \"a1\" stands already in line 6")})
              .appeared.empty());
    CHECK(compared({finding("duplicate-key", 9, "'title' stands already in line 5")},
                   {finding("duplicate-key", 10, "'title' stands already in line 16")})
              .appeared.empty());
}

TEST_CASE("another value is another finding", "[new-findings]")
{
    auto const found = compared({finding("country", 3, "\"UK\" is no country's code")},
                                {finding("country", 3, "\"XX\" is no country's code")});
    CHECK(found.appeared.size() == 1);
    CHECK(found.mended == 1);
}

TEST_CASE("how well a lost id is known makes no difference", "[new-findings]")
{
    CHECK(compared({finding("unknown-reference", 3, "unknown organisation \"behang\"")},
                   {finding("unknown-reference", 3, "organisation \"behang\" was removed")})
              .appeared.empty());
    CHECK(compared({finding("unknown-reference", 3, "unknown organisation \"a\"")},
                   {finding("unknown-reference", 3, "organisation \"b\" is called \"a\" now")})
              .appeared.size() == 1);
}

TEST_CASE("of alike findings in one file, that on the new line is new", "[new-findings]")
{
    auto const found = compared({finding("unknown-reference", 3, "unknown x \"a\"", "owner = \"a\"")},
                                {finding("unknown-reference", 2, "unknown x \"a\"", "lead = \"a\""),
                                 finding("unknown-reference", 4, "unknown x \"a\"", "owner = \"a\"")});
    REQUIRE(found.appeared.size() == 1);
    CHECK(found.appeared.front().excerpt == "lead = \"a\"");
}

TEST_CASE("a finding follows its file to a new name", "[new-findings]")
{
    std::vector<Finding> const before{finding("country", 3, "\"UK\"", "x", "data/a.toml")};
    std::vector<Finding> const after{finding("country", 3, "\"UK\"", "x", "data/b.toml")};
    CHECK(compared(before, after).appeared.size() == 1);
    CHECK(compared(before, after, {{"data/a.toml", "data/b.toml"}}).appeared.empty());
}

TEST_CASE("a level that is raised makes a finding new, one that is lowered does not", "[new-findings]")
{
    auto warning = finding("country", 3, "\"UK\"");
    warning.severity = Severity::warning;
    CHECK(compared({warning}, {finding("country", 3, "\"UK\"")}).appeared.size() == 1);
    CHECK(compared({finding("country", 3, "\"UK\"")}, {warning}).appeared.empty());
}

TEST_CASE("fingerprints are unique, and the same on another line", "[new-findings]")
{
    std::vector<Finding> const findings{finding("a", 1, "x"), finding("a", 2, "x"), finding("b", 1, "x"),
                                        finding("a", 1, "x", "x", "data/b.toml")};
    auto const names = fingerprints(findings);
    CHECK(std::set<std::string>{names.begin(), names.end()}.size() == 4);
    CHECK(names.front().size() == 40);
    std::vector<Finding> const shifted{finding("a", 7, "x"), finding("a", 9, "x")};
    CHECK(fingerprints(shifted) == std::vector<std::string>{names[0], names[1]});
}

}  // namespace sss::new_findings_test
