#include "rules/validation.hpp"

#include <catch2/catch.hpp>

namespace sss::relations_test {

namespace {

constexpr std::chrono::sys_seconds january_2026{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15}};

using Names = std::vector<std::string>;

Names broken(std::map<std::string, std::string> files)
{
    Names names;
    for (auto const& finding : validate(std::move(files), january_2026).findings) names.emplace_back(finding.rule);
    return names;
}

std::string milestone(std::string const& title, std::string const& rest = {})
{
    return "title = \"" + title + "\"\ntype = \"review\"\n" + rest;
}

std::string organisation(std::string const& name, std::string const& rest = {})
{
    return "name = \"" + name + "\"\ntype = \"state\"\n" + rest;
}

constexpr auto a = "data/milestones/a.toml";
constexpr auto b = "data/milestones/b.toml";

Names margin(std::string const& first, std::string const& second)
{
    return broken({{"sss.toml", "plan.margin_days = 10\n"},
                   {a, milestone("A", first)},
                   {b, milestone("B", "depends_on = [\"a\"]\n" + second)}});
}

}  // namespace

TEST_CASE("the same review may be held again, and is planned once", "[rules]")
{
    auto const cdr = std::string{"reviews = [\"CDR\"]\n"};
    CHECK(broken({{a, milestone("A", cdr)}, {b, milestone("B", cdr)}}) == Names{"duplicate-milestone"});
    CHECK(broken({{a, milestone("A", cdr + "actual = 2020-01-01\n")}, {b, milestone("B", cdr)}}).empty());
    CHECK(broken({{a, milestone("A", cdr)}, {b, milestone("B", "reviews = [\"CDR\", \"PDR\"]\n")}}).empty());
    CHECK(broken(
              {{a, milestone("A", cdr)}, {b, milestone("B", cdr + "[cancelled]\ndate = 2020-01-01\nreason = \"r\"\n")}})
              .empty());
}

TEST_CASE("two milestones that are called alike are one finding", "[rules]")
{
    CHECK(broken({{a, milestone("The  CDR", "reviews = [\"CDR\"]\n")},
                  {b, milestone("the cdr ", "reviews = [\"CDR\"]\n")}}) == Names{"duplicate-milestone"});
}

TEST_CASE("an organisation that nobody names is told, unless it is a member or nothing else is there yet", "[rules]")
{
    auto const o = "data/organisations/o.toml";
    CHECK(broken({{a, milestone("A")}, {o, organisation("O")}}) == Names{"unnamed"});
    CHECK(broken({{a, milestone("A", "owner = \"o\"\n")}, {o, organisation("O")}}).empty());
    CHECK(broken({{a, milestone("A")}, {o, organisation("O", "membership = \"member\"\n")}}).empty());
    CHECK(broken({{a, milestone("A")}, {o, organisation("O", "[[sources]]\ntitle = \"S\"\n")}}).empty());
    CHECK(broken({{o, organisation("O")}}).empty());
    CHECK(broken({{a, milestone("A", "owner = \"oo\"\n")}, {o, organisation("O")}}) == Names{"unknown-reference"});
}

TEST_CASE("a satellite without a milestone is told beside one that has some", "[rules]")
{
    auto const satellite = std::string{"name = \"S\"\nclass = \"nano\"\n"};
    std::map<std::string, std::string> files{{"data/satellites/s.toml", satellite},
                                             {"data/satellites/t.toml", satellite}};
    CHECK(broken(files).empty());
    files[a] = milestone("A", "satellite = \"s\"\n");
    CHECK(broken(files) == Names{"unnamed"});
}

TEST_CASE("a margin is too short only where the two dates surely say so", "[rules]")
{
    CHECK(margin("planned = 2027-01-01\n", "planned = 2027-01-10\n") == Names{"short-margin"});
    CHECK(margin("planned = 2027-01-01\n", "planned = 2027-01-11\n").empty());
    CHECK(margin("planned = \"2027-01\"\n", "planned = \"2027-01\"\n").empty());
    CHECK(margin("planned = \"2027-01-01~\"\n", "planned = 2027-01-02\n").empty());
    CHECK(margin("actual = 2025-01-01\n", "planned = 2027-01-02\n").empty());
    CHECK(margin("planned = 2027-01-10\n", "planned = 2027-01-02\n") == Names{"dependency-order"});
}

TEST_CASE("no margin is asked for unless the settings do", "[rules]")
{
    CHECK(broken({{a, milestone("A", "planned = 2027-01-01\n")},
                  {b, milestone("B", "depends_on = [\"a\"]\nplanned = 2027-01-01\n")}})
              .empty());
}

TEST_CASE("a waiver takes the findings of one rule on one record, and of no other", "[rules]")
{
    auto const launch = std::string{"title = \"L\"\ntype = \"launch\"\nweight = -1\n"};
    auto const checked = validate(
        {{"sss.toml",
          "[[waiver]]\nrule = \"launch-without-satellite\"\nrecord = \"a\"\nreason = \"r\"\nuntil = 2026-01-15\n"},
         {a, launch},
         {b, "title = \"M\"\ntype = \"launch\"\n"}},
        january_2026);
    REQUIRE(checked.waived.size() == 1);
    CHECK(checked.waived[0].finding.file == a);
    CHECK(checked.waived[0].reason == "r");
    REQUIRE(checked.findings.size() == 2);
    CHECK(checked.findings[0].rule == "out-of-range");
    CHECK(checked.findings[1].file == b);
}

}  // namespace sss::relations_test
