#include "rules/rules.hpp"

#include "rules/file_names.hpp"
#include "rules/record_fields.hpp"
#include "rules/validation.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::rules_test {

namespace {

constexpr std::chrono::sys_seconds january_2026{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15}};

using Files_ = std::map<std::string, std::string>;

std::vector<Finding> findings(Files_ files)
{
    return validate(std::move(files), january_2026).findings;
}

/// The rules that the files break, one name a finding.
std::vector<std::string> broken(Files_ files)
{
    std::vector<std::string> names;
    for (auto const& finding : findings(std::move(files))) names.emplace_back(finding.rule);
    return names;
}

using Names = std::vector<std::string>;

/// Each has a title of its own.
std::string milestone(std::string const& rest)
{
    static int number = 0;
    return fmt::format("title = \"M{}\"\ntype = \"review\"\n{}", ++number, rest);
}

std::string satellite(std::string const& rest)
{
    return "name = \"S\"\nclass = \"nano\"\n" + rest;
}

std::string launch(std::string const& actual)
{
    return "title = \"L\"\ntype = \"launch\"\nsatellite = \"s\"\nactual = " + actual + "\n";
}

Names satellite_rules_for(std::string const& record, std::string const& actual)
{
    return broken({{"data/satellites/s.toml", satellite(record)}, {"data/milestones/l.toml", launch(actual)}});
}

Date date(std::string_view text)
{
    return std::get<Date>(parse_date(text, Zone::utc()));
}

bool is_surely_before(std::string_view first, std::string_view second)
{
    return surely_before(date(first), date(second));
}

}  // namespace

TEST_CASE("a rough date is before another only when none of its days could be later", "[rules]")
{
    CHECK(is_surely_before("2018-04-15", "2018-04-16"));
    CHECK_FALSE(is_surely_before("2018-04-16", "2018-04-16"));
    CHECK_FALSE(is_surely_before("2018-04-16", "2018-04"));
    CHECK_FALSE(is_surely_before("2018-04", "2018-04-16"));
    CHECK(is_surely_before("2018-03", "2018-04-01"));
    CHECK(is_surely_before("2018-03-31", "2018-04"));
}

TEST_CASE("a range ends at its end", "[rules]")
{
    CHECK(is_surely_before("2018-04-20", "2018-04-16/2018-04-25"));
    CHECK_FALSE(is_surely_before("2018-04-20", "2018-04/2018-04"));
    CHECK_FALSE(is_surely_before("2018-04-25", "2018-04-16/2018-04-25"));
}

TEST_CASE("'about' widens a date by its own length", "[rules]")
{
    CHECK_FALSE(is_surely_before("2018-03-31", "2018-04~"));
    CHECK(is_surely_before("2018-02-01", "2018-04~"));
    CHECK_FALSE(is_surely_before("2018-03~", "2018-04-15"));
}

TEST_CASE("a file's name is turned into the id that was meant", "[rules]")
{
    Kind kind;
    kind.id_pattern = std::string{schema::default_id_pattern};
    IdForm const form{kind};
    CHECK(form.fits("sss-1-cdr"));
    CHECK(form.meant("SSS 1_CDR") == "sss-1-cdr");
    CHECK(form.meant("türkiye") == "turkiye");
    CHECK(form.meant("Kırıkkale") == "kirikkale");
    CHECK(form.meant("-a--b-") == "a-b");
    CHECK_FALSE(form.meant("北京"));
    CHECK_FALSE(form.meant("---"));
}

TEST_CASE("a reference to a record whose file's name needs mending is no second mistake", "[rules]")
{
    CHECK(broken({{"data/organisations/Beihang.toml", "name = \"B\"\ntype = \"university\"\n"},
                  {"data/milestones/m.toml", milestone("owner = \"beihang\"\n")}}) == Names{"id"});
}

TEST_CASE("a reference to a record that cannot be read is no second mistake", "[rules]")
{
    CHECK(broken({{"data/organisations/b.toml", "name = \"B\ntype = \"university\"\n"},
                  {"data/milestones/m.toml", milestone("owner = \"b\"\n")}}) == Names{"syntax"});
}

TEST_CASE("a reference of the wrong kind is told apart from an unknown one", "[rules]")
{
    auto const found =
        findings({{"data/satellites/s.toml", satellite("")}, {"data/milestones/m.toml", milestone("owner = \"s\"\n")}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.text() == "\"s\" is a satellite, not an organisation");
    CHECK(found[0].place == Place{3, 9, 3});
}

TEST_CASE("an unreadable date breaks no rule about dates", "[rules]")
{
    CHECK(broken({{"data/milestones/m.toml", milestone("actual = 2018-02-30\noutcome = \"passed\"\n")}}) ==
          Names{"impossible-date"});
}

TEST_CASE("a chain of a hundred thousand milestones is followed without recursion", "[rules]")
{
    Files_ files;
    constexpr int length = 20'000;
    for (int i = 0; i < length; ++i)
        files.emplace(fmt::format("data/milestones/m-{:06}.toml", i),
                      milestone(fmt::format("depends_on = [\"m-{:06}\"]\n", (i + 1) % length)));
    auto const found = findings(std::move(files));
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "dependency-cycle");
    CHECK(found[0].message.text().size() < 200);
}

TEST_CASE("two cycles that share a milestone are two findings", "[rules]")
{
    CHECK(broken({{"data/milestones/a.toml", milestone("depends_on = [\"b\", \"c\"]\n")},
                  {"data/milestones/b.toml", milestone("depends_on = [\"a\"]\n")},
                  {"data/milestones/c.toml", milestone("depends_on = [\"a\"]\n")}}) ==
          Names{"dependency-cycle", "dependency-cycle"});
}

TEST_CASE("milestones in a cycle are not also told to be in the wrong order", "[rules]")
{
    CHECK(broken({{"data/milestones/a.toml", milestone("planned = 2018-01-01\ndepends_on = [\"b\"]\n")},
                  {"data/milestones/b.toml", milestone("planned = 2018-02-01\ndepends_on = [\"a\"]\n")}}) ==
          Names{"dependency-cycle"});
}

TEST_CASE("what was reached counts, not what was planned", "[rules]")
{
    auto const order = [](std::string const& needed) {
        return broken({{"data/milestones/a.toml", milestone("planned = 2018-06-01\ndepends_on = [\"b\"]\n")},
                       {"data/milestones/b.toml", milestone(needed)}});
    };
    CHECK(order("planned = 2018-07-01\n") == Names{"dependency-order"});
    CHECK(order("planned = 2018-07-01\nactual = 2018-05-01\n").empty());
    CHECK(order("planned = 2018-07-01\ncancelled = { date = 2018-05-01, reason = \"x\" }\n").empty());
    CHECK(order("").empty());
}

TEST_CASE("a milestone on the day of what it depends on is in order", "[rules]")
{
    CHECK(broken({{"data/milestones/a.toml", milestone("planned = 2018-06-01\ndepends_on = [\"b\"]\n")},
                  {"data/milestones/b.toml", milestone("planned = 2018-06-01T10:00:00Z\n")}})
              .empty());
}

TEST_CASE("the designator's year is that of the launch in UTC", "[rules]")
{
    auto const cospar = [](std::string const& year) { return "identifiers = { cospar = \"" + year + "-001A\" }\n"; };
    CHECK(satellite_rules_for(cospar("2021"), "2022-01-01T01:00:00+08:00").empty());
    CHECK(satellite_rules_for(cospar("2022"), "2022-01-01T01:00:00+08:00") == Names{"cospar-year"});
    CHECK(satellite_rules_for(cospar("2021"), "\"2021-12/2022-01\"").empty());
}

TEST_CASE("what a station sets free bears the station's designator, whenever it was carried there", "[rules]")
{
    auto const of = [](std::string const& cospar, std::string const& actual) {
        return satellite_rules_for("[identifiers]\ncospar = \"" + cospar + "\"\n", actual);
    };
    CHECK(of("1998-067SL", "2021-06-03") == Names{});
    CHECK(of("1998-067VA", "\"2022\"") == Names{});
    CHECK(of("2021-035G", "2022-07-24T06:22:00Z") == Names{});
    CHECK(of("2021-035G", "2020-01-01") == Names{"cospar-year"});  // before the station was launched
    CHECK(of("1998-066A", "2021-06-03") == Names{"cospar-year"});  // the launch beside it
}

TEST_CASE("a launch that failed has a designator with an F", "[rules]")
{
    auto const of = [](std::string const& cospar) {
        return satellite_rules_for("[identifiers]\ncospar = \"" + cospar + "\"\n", "2021-02-01\noutcome = \"failure\"");
    };
    CHECK(of("2021-F01") == Names{});
    CHECK(of("2021-F12A") == Names{});
    CHECK(of("2020-F01") == Names{"cospar-year"});
    for (auto const* wrong :
         {"2021-F1", "2021-F001", "2021-F", "2021-f01", "2021-F01-A", "2021-001", "2021-01A", "1998-067sl"})
        CHECK(of(wrong) == Names{"pattern"});
}

TEST_CASE("a day of the programme around New Year may lie in two years of UTC", "[rules]")
{
    auto const of = [](std::string const& cospar, std::string const& actual) {
        return broken({{"sss.toml", "[programme]\ntimezone = \"Asia/Shanghai\"\n"},
                       {"data/satellites/s.toml", satellite("[identifiers]\ncospar = \"" + cospar + "\"\n")},
                       {"data/milestones/l.toml", launch(actual)}});
    };
    CHECK(of("2017-001A", "2018-01-01") == Names{});
    CHECK(of("2018-001A", "2018-01-01") == Names{});
    CHECK(of("2018-001A", "2017-12-31") == Names{"cospar-year"});  // Shanghai's day ends before UTC's
    CHECK(of("2018-001A", "2018-01-01T06:30:00+08:00") == Names{"cospar-year"});
    CHECK(of("2017-001A", "2018-01-01T06:30:00+08:00") == Names{});
}

TEST_CASE("a designator or a catalogue number is one satellite's", "[rules]")
{
    auto const of = [](std::string const& a, std::string const& b) {
        return broken({{"data/satellites/a.toml", satellite("[identifiers]\n" + a)},
                       {"data/satellites/b.toml", satellite("[identifiers]\n" + b)}});
    };
    CHECK(of("norad = 49322\n", "norad = 49324\n") == Names{});
    CHECK(of("norad = 49322\n", "norad = 49322\n") == Names{"duplicate-designator"});
    CHECK(of("norad = 49_322\n", "norad = 0xC0AA\n") == Names{"duplicate-designator"});
    CHECK(of("cospar = \"2021-091H\"\n", "cospar = \"2021-091H\"\n") == Names{"duplicate-designator"});
    CHECK(of("cospar = \"2021-091H\"\nnorad = 49322\n", "cospar = \"2021-091H\"\nnorad = 49322\n") ==
          Names{"duplicate-designator", "duplicate-designator"});
    CHECK(of("cospar = \"2021-F01\"\n", "cospar = \"2021-F02\"\n") == Names{});
}

TEST_CASE("a catalogue number has up to nine digits", "[rules]")
{
    auto const of = [](std::string const& norad) {
        return satellite_rules_for("[identifiers]\nnorad = " + norad + "\n", "2021-06-03");
    };
    for (auto const* number : {"1", "99", "49322", "100000", "270000", "1000000", "12345678"})
        CHECK(of(number) == (std::string_view{number} == "270000" ? Names{"norad-temporary"} : Names{}));
    CHECK(of("799500555") == Names{"norad-temporary"});
    CHECK(of("999999999") == Names{"norad-temporary"});
    CHECK(of("1000000000") == Names{"out-of-range"});
    CHECK(of("0") == Names{"out-of-range"});
}

TEST_CASE("an outcome fits the type of its milestone", "[rules]")
{
    auto const of = [](std::string const& type, std::string const& outcome) {
        return broken({{"data/satellites/s.toml", satellite("")},
                       {"data/milestones/m.toml", "title = \"M\"\ntype = \"" + type +
                                                      "\"\nsatellite = \"s\"\nactual = 2021-06-03\noutcome = \"" +
                                                      outcome + "\"\n"}});
    };
    for (auto const* outcome : {"success", "partial", "failure"}) {
        CHECK(of("launch", outcome) == Names{});
        for (auto const* type : {"review", "test", "operation", "re-entry"})
            CHECK(of(type, outcome) == Names{"outcome-of-type"});
    }
    for (auto const* outcome : {"passed", "passed-with-actions", "failed"}) {
        CHECK(of("launch", outcome) == Names{"outcome-of-type"});
        for (auto const* type : {"review", "test", "delivery"}) CHECK(of(type, outcome) == Names{});
    }
    CHECK(of("launch", "exploded") == Names{"not-allowed-value"});
}

TEST_CASE("only what failed is repeated, and after it", "[rules]")
{
    auto const of = [](std::string const& first, std::string const& again) {
        return broken({{"data/milestones/first.toml", milestone(first)},
                       {"data/milestones/again.toml", milestone("repeats = \"first\"\n" + again)}});
    };
    auto const failed = std::string{"actual = 2021-06-03\noutcome = \"failed\"\n"};
    CHECK(of(failed, "planned = 2021-09-01\n") == Names{});
    CHECK(of(failed, "actual = 2021-09-01\n") == Names{});
    CHECK(of(failed, "") == Names{});
    CHECK(of(failed, "actual = 2021-05-01\n") == Names{"repeats-what-failed"});
    CHECK(of("actual = 2021-06-03\n", "") == Names{"repeats-what-failed"});
    CHECK(of("actual = 2021-06-03\noutcome = \"passed\"\n", "") == Names{"repeats-what-failed"});
    CHECK(broken({{"data/milestones/a.toml", milestone("repeats = \"a\"\n" + failed)}}) ==
          Names{"repeats-what-failed"});
    CHECK(of("repeats = \"again\"\n" + failed, failed) == Names{"repeats-what-failed", "repeats-what-failed"});
    CHECK(broken({{"data/milestones/a.toml", milestone("repeats = \"b\"\n")}}) == Names{"unknown-reference"});
}

TEST_CASE("a meeting was held, is cancelled, or is a plan", "[rules]")
{
    auto const of = [](std::string const& rest) {
        return broken({{"data/meetings/m.toml", "title = \"M\"\ntype = \"pmb\"\nstart = 2021-06-03\n" + rest}});
    };
    auto const cancelled = std::string{"[cancelled]\ndate = 2021-05-01\nreason = \"No quorum.\"\n"};
    CHECK(of("") == Names{});
    CHECK(of("held = true\n") == Names{});
    CHECK(of("held = false\n" + cancelled) == Names{});
    CHECK(of(cancelled) == Names{});
    CHECK(of("held = false\n") == Names{"held-or-cancelled"});
    CHECK(of("held = true\n" + cancelled) == Names{"held-or-cancelled"});
    CHECK(broken({{"data/meetings/m.toml", "title = \"M\"\ntype = \"pmb\"\nstart = 2026-01-15\nheld = true\n"}}) ==
          Names{});
    CHECK(broken({{"data/meetings/m.toml", "title = \"M\"\ntype = \"pmb\"\nstart = 2026-01-16\nheld = true\n"}}) ==
          Names{"held-in-future"});
}

TEST_CASE("an open end stands in a plan and a start alone", "[rules]")
{
    auto const of = [](std::string const& field) { return broken({{"data/milestones/m.toml", milestone(field)}}); };
    CHECK(of("planned = \"2088-07-16/..\"\n") == Names{});
    CHECK(of("planned = \"2018-07-16/..\"\n") == Names{});
    CHECK(of("actual = \"2018-07-16/..\"\n") == Names{"open-end"});
    CHECK(of("planned = 2018-09-01\nbaseline = \"2018-07-16/..\"\n") == Names{"open-end"});
    CHECK(broken({{"data/meetings/m.toml",
                   "title = \"M\"\ntype = \"pmb\"\nstart = \"2021-06-03/..\"\n[[action]]\nid = \"a\"\ntext = "
                   "\"T\"\ndue = \"2021-07-01/..\"\n"}}) == Names{"open-end"});
    CHECK(broken({{"data/organisations/o.toml",
                   "name = \"O\"\ntype = \"state\"\nmembership = \"member\"\nsince = \"2006/..\"\n"}}) == Names{});
}

TEST_CASE("the bounds of a mass class belong to both neighbours", "[rules]")
{
    auto const with_mass = [](std::string const& mass) {
        return broken({{"data/satellites/s.toml", satellite("mass_kg = " + mass + "\n")}});
    };
    CHECK(with_mass("1").empty());
    CHECK(with_mass("10").empty());
    CHECK(with_mass("10.1") == Names{"mass-class"});
    CHECK(with_mass("0.9") == Names{"mass-class"});
}

TEST_CASE("a 3U CubeSat of 4 kg is within the older limit and today's", "[rules]")
{
    CHECK(broken({{"data/satellites/s.toml", satellite("form_factor = \"3U\"\nmass_kg = 4\n")}}).empty());
    CHECK(broken({{"data/satellites/s.toml", satellite("form_factor = \"3U\"\nmass_kg = 6\n")}}).empty());
    CHECK(broken({{"data/satellites/s.toml", satellite("form_factor = \"3U\"\nmass_kg = 6.1\n")}}) ==
          Names{"cubesat-mass"});
    CHECK(broken({{"data/satellites/s.toml", satellite("form_factor = \"8U\"\nmass_kg = 10\n")}}).empty());
}

TEST_CASE("permanent catalogue numbers are told from temporary ones", "[rules]")
{
    auto const with_number = [](std::string const& number) {
        return broken({{"data/satellites/s.toml", satellite("identifiers = { norad = " + number + " }\n")}});
    };
    for (auto const* number : {"1", "69999", "100000", "269999", "340000", "699999999"})
        CHECK(with_number(number).empty());
    for (auto const* number : {"70000", "99999", "270000", "339999", "700000000", "999999999"})
        CHECK(with_number(number) == Names{"norad-temporary"});
}

TEST_CASE("an action may be closed on the day it was opened, not before", "[rules]")
{
    auto const closed = [](std::string const& date) {
        return broken({{"data/meetings/m.toml",
                        "title = \"M\"\ntype = \"review\"\nstart = 2018-04-16\nend = 2018-04-25\n"
                        "[[action]]\nid = \"a1\"\ntext = \"x\"\nclosed = " +
                            date + "\n"}});
    };
    CHECK(closed("2018-04-16").empty());
    CHECK(closed("\"2018\"").empty());
    CHECK(closed("2018-04-15") == Names{"action-closed-early"});
    CHECK(closed("2088-04-15") == Names{"actual-in-future"});
}

TEST_CASE("a meeting cannot close the action of a later one", "[rules]")
{
    CHECK(broken({{"data/meetings/early.toml", "title = \"E\"\ntype = \"review\"\nstart = 2017-04-16\n"},
                  {"data/meetings/late.toml",
                   "title = \"L\"\ntype = \"review\"\nstart = 2018-04-16\n"
                   "[[action]]\nid = \"a1\"\ntext = \"x\"\nclosed = 2018-05-01\nclosed_by = \"early\"\n"}}) ==
          Names{"action-closed-by"});
}

TEST_CASE("every code of a country's that another list knows is answered with the right one", "[rules]")
{
    auto const found = findings({{"data/organisations/o.toml", "name = \"O\"\ntype = \"state\"\ncountry = \"EL\"\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].help.text() == "did you mean \"GR\", Greece?");
}

TEST_CASE("a level of [rules] is given to each finding of its rule", "[rules]")
{
    auto const found = findings({{"sss.toml", "[rules]\nunknown-reference = \"note\"\n"},
                                 {"data/milestones/m.toml", milestone("owner = \"x\"\n")}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::note);
}

TEST_CASE("a rule that is off is silent", "[rules]")
{
    CHECK(broken({{"sss.toml", "[rules]\nunknown-reference = \"off\"\n"},
                  {"data/milestones/m.toml", milestone("owner = \"x\"\n")}})
              .empty());
}

TEST_CASE("what could not be read is told whatever [rules] says", "[rules]")
{
    CHECK(broken({{"sss.toml", "[rules]\nsyntax = \"off\"\n"}, {"data/milestones/m.toml", milestone("owner = \n")}}) ==
          Names{"syntax"});
}

TEST_CASE("a kind of the repository's own is checked like any other", "[rules]")
{
    auto const schema =
        R"({"type": "object", "properties": {"operator": {"type": "string", "x-sss-reference": "organisation"},
        "from": {"type": "string", "x-sss-date": "start"}, "to": {"type": "string", "x-sss-date": "end"}}})";
    CHECK(broken({{"schemas/ground-station.schema.json", schema},
                  {"data/ground-stations/g.toml", "operator = \"x\"\nfrom = 2018-02-01\nto = 2018-01-01\n"}}) ==
          Names{"unknown-reference", "end-before-start"});
}

TEST_CASE("every rule that a floor below names stands in the table", "[rules]")
{
    // How findings are made in records/ and schema/: Finding{"rule", Severity::…, add(problems, "rule", …), and their
    // like.
    std::regex const naming{
        R"re((?:\{|\(|, )"([a-z]+(?:-[a-z0-9]+)*)",\s*(?:Severity::|place|value\.place|key_place|where|spot))re"};
    std::size_t named = 0;
    auto const source = std::filesystem::path{SSS_SOURCE_DIR} / "src";
    for (auto const* floor : {"records", "schema", "programme"}) {
        for (auto const& entry : std::filesystem::recursive_directory_iterator{source / floor}) {
            if (!entry.is_regular_file()) continue;
            std::ifstream file{entry.path()};
            std::string const text{std::istreambuf_iterator<char>{file}, {}};
            for (std::sregex_iterator match{text.begin(), text.end(), naming}, end; match != end; ++match, ++named) {
                INFO(entry.path().filename().string() << " names " << (*match)[1]);
                CHECK(rule_named((*match)[1].str()) != nullptr);
            }
        }
    }
    CHECK(named >= 15);
}

}  // namespace sss::rules_test
