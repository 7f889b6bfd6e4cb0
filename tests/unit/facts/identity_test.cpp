#include "facts/change/new_findings.hpp"
#include "rules/validation.hpp"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::identity_test {

namespace {

using Files_ = std::map<std::string, std::string>;

std::vector<Finding> findings(Files_ files)
{
    files.try_emplace("data/satellites/s.toml", "name = \"S\"\nclass = \"nano\"\n");
    files.try_emplace("data/milestones/of-s.toml", "title = \"Of S\"\ntype = \"review\"\nsatellite = \"s\"\n");
    return validate(std::move(files), std::chrono::sys_days{std::chrono::year{2026} / 1 / 15}).findings;
}

/// How many findings of the later state did not stand in the one before.
std::size_t appeared(Files_ before, Files_ after)
{
    return new_findings(findings(std::move(before)), findings(std::move(after)), {}).appeared.size();
}

Files_ milestone(std::string const& fields, std::string const& path = "data/milestones/m.toml")
{
    return {{path, "title = \"M\"\ntype = \"review\"\n" + fields}};
}

Files_ needing(std::string const& planned, std::string const& needed)
{
    return {{"data/milestones/m.toml",
             "title = \"M\"\ntype = \"review\"\nplanned = " + planned + "\ndepends_on = [\"n\"]\n"},
            {"data/milestones/n.toml", "title = \"N\"\ntype = \"review\"\nplanned = " + needed + "\n"}};
}

}  // namespace

TEST_CASE("a wrong value is known by its field and by what it says", "[identity]")
{
    CHECK(appeared(milestone("owner = \"x\"\n"), milestone("# a line\nowner = \"x\"\n")) == 0);
    CHECK(appeared(milestone("owner = \"x\"\n"), milestone("owner = \"y\"\n")) == 1);
    CHECK(appeared(milestone("weight = -1\n"), milestone("weight = -2\n")) == 1);
    CHECK(appeared(milestone("planned = \"2018-02-30\"\n"),
                   milestone("baseline = \"2018-02-30\"\nplanned = 2018-02-01\n")) == 1);
    CHECK(appeared(milestone("plannd = 2018-02-01\n"), milestone("planed = 2018-02-01\n")) == 1);
}

TEST_CASE("two milestones that contradict each other do so still when one moves", "[identity]")
{
    auto const before = needing("2027-05-01", "2027-06-01");
    CHECK(findings(before).size() == 1);
    CHECK(appeared(before, needing("2027-05-02", "2027-07-01")) == 0);
    CHECK(appeared(before, needing("2027-06-01", "2027-06-01")) == 0);
    CHECK(appeared(needing("2027-06-01", "2027-06-01"), before) == 1);
}

TEST_CASE("a record that moves into another folder of its kind keeps its findings", "[identity]")
{
    auto const fields = "owner = \"x\"\nplanned = \"2018-02-30\"\n";
    CHECK(findings(milestone(fields)).size() == 2);
    CHECK(appeared(milestone(fields), milestone(fields, "data/milestones/2018/m.toml")) == 0);
    CHECK(appeared(milestone(fields), milestone(fields, "data/milestones/other.toml")) == 2);
}

TEST_CASE("another mistake in the writing of a file is another finding", "[identity]")
{
    CHECK(appeared(milestone("owner = x\n"), milestone("\n\nowner = x\n")) == 0);
    CHECK(appeared(milestone("owner = x\n"), milestone("owner = \"x\"\nlead = y\n")) >= 1);
    CHECK(appeared({{"sss.toml", "[programme]\nname = 1\n"}}, {{"sss.toml", "[programme]\nshort_name = 1\n"}}) == 1);
    CHECK(appeared({{"sss.toml", "[programme]\nname = 1\n"}}, {{"sss.toml", "\n[programme]\nname = 1\n"}}) == 0);
}

TEST_CASE("an item's number is told, and identifies nothing", "[identity]")
{
    auto const reviews = [](std::string const& items) { return milestone("reviews = [" + items + "]\n"); };
    CHECK(findings(reviews("\"xx\"")).size() == 1);
    CHECK(appeared(reviews("\"xx\""), reviews("\"CDR\", \"xx\"")) == 0);
    CHECK(appeared(reviews("\"xx\""), reviews("\"xx\", \"yy\"")) == 1);
}

TEST_CASE("each finding of a record says whose it is", "[identity]")
{
    auto const all = findings({{"data/milestones/2018/m.toml", "title = M\nowner = \"x\"\nplannd = 2018-02-30\n"}});
    CHECK(all.size() >= 3);
    for (auto const& finding : all) CHECK(finding.record == "milestone/m");
    for (auto const& finding : findings({{"data/lost/x.toml", "a = 1\n"}})) CHECK(finding.record.empty());
}

}  // namespace sss::identity_test
