#include "records/settings.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::settings_test {

namespace {

Settings sound(std::string_view text)
{
    std::vector<Finding> findings;
    auto settings = read_settings("sss.toml", text, findings);
    REQUIRE(findings.empty());
    return settings;
}

Finding only_finding(std::string_view text, std::span<std::string const> rules = {})
{
    std::vector<Finding> findings;
    read_settings("sss.toml", text, findings, rules);
    REQUIRE(findings.size() == 1);
    return findings.front();
}

}  // namespace

TEST_CASE("an empty file gives the defaults", "[settings]")
{
    CHECK(sound("") == Settings{});
}

TEST_CASE("the defaults that the table documents are those that hold", "[settings]")
{
    std::string text;
    for (auto const& row : setting_rows()) text += fmt::format("{}.{} = {}\n", row.section, row.key, row.fallback);

    CHECK(sound(text) == Settings{});
}

TEST_CASE("every key is taken to its own place", "[settings]")
{
    auto const settings = sound(R"([programme]
name = "A programme"
short_name = "AP"
description = "Three satellites."
id = "ap"
timezone = "Asia/Shanghai"
week_starts = "sunday"
[data]
folder = "./records/"
schemas = "s"
kinds = ["milestone"]
ignore = ["drafts/**"]
[rules]
overdue = "off"
unknown-reference = "warning"
[history]
correction_days = 1
[report]
upcoming_days = 2
stale_days = 3
[plan]
margin_days = 4
[site]
url = "https://a.example/b"
calendar_refresh = "P1DT6H"
leave_out = ["milestone.notes"]
people = "none"
license = "CC-BY-4.0"
folder = "public/progress"
edit = "https://f.example/edit/{path}"
commit = "https://f.example/c/{commit}"
accent = "#0B5fff"
about = "site/about.md"
logo = "./logo.svg"
[publication]
every = "quarter"
within_days = 5
since = "2026-12"
[terms]
PMB = "project management board"
)");

    CHECK(settings.programme ==
          Settings::Programme{"A programme", "AP", "Three satellites.", "ap", "Asia/Shanghai", std::chrono::Sunday});
    CHECK(settings.data == Settings::Data{"records", "s", {"milestone"}, {"drafts/**"}});
    CHECK(settings.rules.at("overdue") == std::nullopt);
    CHECK(settings.rules.at("unknown-reference") == Severity::warning);
    CHECK(settings.history.correction_days == 1);
    CHECK(settings.report == Settings::Report{2, 3});
    CHECK(settings.plan == Settings::Plan{4});
    CHECK(settings.site == Settings::Site{"https://a.example/b/",
                                          "P1DT6H",
                                          {"milestone.notes"},
                                          false,
                                          "CC-BY-4.0",
                                          "public/progress",
                                          "https://f.example/edit/{path}",
                                          "https://f.example/c/{commit}",
                                          "#0B5fff",
                                          "site/about.md",
                                          "logo.svg"});
}

TEST_CASE("what was promised of reports, and what letters stand for, is read as it is written", "[settings]")
{
    auto const settings =
        sound("[publication]\nevery = \"month\"\nsince = 2026-12-03\n[terms]\nAR = \"\"\nPMB = \"a board\"\n");

    CHECK(settings.publication == Settings::Publication{PeriodUnit::month, 7, parse_day("2026-12-03")});
    CHECK(settings.terms == std::map<std::string, std::string>{{"AR", ""}, {"PMB", "a board"}});
    CHECK(sound("[publication]\nevery = \"\"\nsince = \"\"\n").publication == Settings::Publication{});
    CHECK(sound("[publication]\nsince = \"2026-12\"\n").publication.since == parse_day("2026-12-01"));
    for (auto const* wrong :
         {"[publication]\nevery = \"day\"\n", "[publication]\nevery = 1\n", "[publication]\nsince = \"soon\"\n",
          "[publication]\nwithin_days = -1\n", "[terms]\nPMB = 1\n", "[terms]\nPMB = \"a\\nb\"\n"})
    {
        INFO(wrong);
        CHECK(only_finding(wrong).rule == "setting");
    }
}

TEST_CASE("what a site's settings cannot hold is told", "[settings]")
{
    for (auto const* wrong : {"url = \"programme.example\"",
                              "url = \"ftp://a.example\"",
                              "url = \"https://\"",
                              "url = \"https:///a\"",
                              "url = \"https://a.example/?q\"",
                              "calendar_refresh = \"12 hours\"",
                              "calendar_refresh = \"PT0S\"",
                              "calendar_refresh = \"P\"",
                              "calendar_refresh = \"PT\"",
                              "calendar_refresh = \"P1DT\"",
                              "calendar_refresh = \"P1W1D\"",
                              "calendar_refresh = 12",
                              "people = \"all\"",
                              "license = \"a\\nb\"",
                              "folder = \"../out\"",
                              "edit = \"https://f.example/edit\"",
                              "edit = \"{path}\"",
                              "edit = \"javascript:{path}\"",
                              "edit = \"https://{path}\"",
                              "commit = \"https://f.example/{path}\"",
                              "commit = \"https://f.example/ {commit}\"",
                              "accent = \"blue\"",
                              "accent = \"#fff\"",
                              "accent = \"#12345g\"",
                              "about = \"about.txt\"",
                              "about = \"../about.md\"",
                              "about = \".md\"",
                              "logo = \"logo.gif\"",
                              "logo = \".git/logo.svg\""})
    {
        INFO(wrong);
        CHECK(only_finding(fmt::format("[site]\n{}\n", wrong)).rule == "setting");
    }
    for (auto const* right : {"P1D", "PT12H", "P2W", "PT1H30M", "P1DT30M"})
        CHECK(sound(fmt::format("[site]\ncalendar_refresh = \"{}\"\n", right)).site.calendar_refresh == right);
}

TEST_CASE("a mistyped key is told at its place, with the one that was meant", "[settings]")
{
    auto const finding = only_finding("[programme]\ntimezon = \"UTC\"\n");

    CHECK(finding.rule == "setting");
    CHECK(finding.place == Place{2, 1, 7});
    CHECK(finding.message.text() == "unknown setting 'timezon' in [programme]");
    CHECK(finding.help.text() == "did you mean 'timezone'?");
    CHECK(finding.excerpt == "timezon = \"UTC\"");
}

TEST_CASE("a key in the wrong section is sent to its own", "[settings]")
{
    CHECK(only_finding("[data]\ntimezone = \"UTC\"\n").help.text() == "it belongs below [programme]");
    CHECK(only_finding("timezone = \"UTC\"\n").help.text() == "it belongs below [programme]");
}

TEST_CASE("a mistyped section is told once, whatever it holds", "[settings]")
{
    CHECK(only_finding("[program]\nname = \"x\"\nfoo = 1\n").help.text() == "did you mean [programme]?");
}

TEST_CASE("a wrong value is told at the value, and the default holds", "[settings]")
{
    auto const [text, message] = GENERATE(table<std::string, std::string>({
        {"programme.week_starts = \"mondy\"", "there is no weekday 'mondy'"},
        {"programme.timezone = \"Asia/Shangai\"", "there is no time zone 'Asia/Shangai'"},
        {"programme.name = 3", "a text is expected here"},
        {"history.correction_days = -1", "-1 days are less than none"},
        {"history.correction_days = \"7\"", "a whole number of days is expected here"},
        {"report.stale_days = 99999999999", "99999999999 days are more than a century"},
        {"data.folder = \"x/.Git\"", "'x/.Git' is git's own"},
        {"data.folder = \"../x\"", "'../x' leads out of the repository"},
        {"data.folder = \"a/../../x\"", "'a/../../x' leads out of the repository"},
        {"data.folder = \"/x\"", "'/x' is not relative to the repository's root"},
        {"data.folder = \"\"", "a folder needs a name"},
        {"data.kinds = \"milestone\"", "a list of texts is expected here"},
        {"rules.overdue = \"of\"", "there is no level 'of'"},
        {"rules.overdue = false", "a rule's level is expected here"},
        {"[[data]]", "'data' is a section"},
    }));
    std::vector<Finding> findings;

    auto const settings = read_settings("sss.toml", text, findings);

    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message.text() == message);
    CHECK(findings[0].place.line == 1);
    CHECK(settings == Settings{});
}

TEST_CASE("a report has the parts that the programme names, in that order", "[settings]")
{
    auto const settings =
        sound("[report]\nsections = [\"overdue\", \"achieved\"]\nempty = \"say\"\narchive = \"past/reports\"");
    CHECK(settings.report.sections == std::vector{ReportSection::overdue, ReportSection::achieved});
    CHECK(settings.report.say_empty);
    CHECK(settings.report.archive == "past/reports");
    CHECK(sound("[report]\nsections = []").report.sections == report_sections());
}

TEST_CASE("a part that a report does not have is told with the one that was meant", "[settings]")
{
    auto const finding = only_finding("[report]\nsections = [\"overdo\"]");
    CHECK(finding.message.text() == "a report has no part 'overdo'");
    CHECK(finding.help.text() == "did you mean \"overdue\"?");
    CHECK(only_finding("[report]\nsections = [\"new\", \"new\"]").message.text() == "'new' is named twice");
}

TEST_CASE("an address of a message holds an @ and one line", "[settings]")
{
    CHECK(sound("[mail]\nfrom = \"Office <office@example.org>\"").mail.from == "Office <office@example.org>");
    CHECK(sound("[mail]\nto = [\"a@example.org\", \"b@example.org\"]").mail.to.size() == 2);
    CHECK(only_finding("[mail]\nto = [\"office\"]").message.text() == "'office' is no address");
    only_finding("[mail]\nfrom = \"a@example.org\\nBcc: b@example.org\"");
}

TEST_CASE("a mistyped time zone gets a suggestion", "[settings]")
{
    CHECK(only_finding("programme.timezone = \"Asia/Shangai\"").help.text() == "did you mean \"Asia/Shanghai\"?");
}

TEST_CASE("a rule that does not exist is told where the rules are known", "[settings]")
{
    std::vector<std::string> const rules = {"overdue", "unknown-reference"};

    CHECK(only_finding("rules.overdu = \"off\"", rules).help.text() == "did you mean 'overdue'?");
}

TEST_CASE("a syntax error is told once, and no setting is missed for it", "[settings]")
{
    CHECK(only_finding("[programme]\nname = Foo\n").rule == "syntax");
}

TEST_CASE("the root itself may be the data folder", "[settings]")
{
    CHECK(sound("data.folder = \"./\"").data.folder == ".");
}

TEST_CASE("a waiver knows where each of its words stands", "[settings]")
{
    auto const settings =
        sound("[[waiver]]\nrule = \"country\"\nrecord = \"a\"\nreason = \"Agreed.\"\nuntil = 2026-05-31\n");

    REQUIRE(settings.waivers.size() == 1);
    auto const& waiver = settings.waivers.front();
    CHECK(waiver.rule == Settings::Named{"country", {2, 8, 9}, "rule = \"country\""});
    CHECK(waiver.record.text == "a");
    CHECK(waiver.reason == "Agreed.");
    CHECK(waiver.until.place == Place{5, 9, 10});
    CHECK(iso(waiver.last) == "2026-05-31");
}

TEST_CASE("a waiver that is not whole is told and does not hold", "[settings]")
{
    auto const [text, message] = GENERATE(table<std::string, std::string>({
        {"rule = \"x\"\nrecord = \"a\"\nreason = \"r\"", "this waiver has no 'until'"},
        {"rule = \"x\"\nrecord = \"a\"\nuntil = 2026-05-31", "this waiver has no 'reason'"},
        {"rule = \"x\"\nrecord = 1\nreason = \"r\"\nuntil = 2026-05-31", "'record' of a waiver is a text"},
        {"rule = \"x\"\nrecord = \"a\"\nreason = \"\"\nuntil = 2026-05-31", "'reason' of a waiver is a text"},
        {"rule = \"x\"\nrecord = \"a\"\nreason = \"r\"\nuntil = \"2026-05\"", "'until' of a waiver is a day"},
    }));
    std::vector<Finding> findings;

    auto const settings = read_settings("sss.toml", "[[waiver]]\n" + text + "\n", findings);

    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message.text() == message);
    CHECK(settings.waivers.empty());
}

TEST_CASE("a waiver is written with two pairs of brackets", "[settings]")
{
    CHECK(only_finding("[waiver]\nrule = \"x\"\n").help.text() == "write [[waiver]], with two pairs of brackets");
    CHECK(only_finding("[[waver]]\nrule = \"x\"\n").help.text() == "did you mean [[waiver]]?");
}

TEST_CASE("a waiver of a rule that does not exist is told with the one that was meant", "[settings]")
{
    std::vector<std::string> const rules{"country"};
    CHECK(only_finding("[[waiver]]\nrule = \"contry\"\nrecord = \"a\"\nreason = \"r\"\nuntil = 2026-05-31\n", rules)
              .help.text() == "did you mean 'country'?");
}

}  // namespace sss::settings_test
