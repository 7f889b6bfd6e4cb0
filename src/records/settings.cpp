#include "records/settings.hpp"

#include "records/lines.hpp"
#include "records/settings/setting_values.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace sss {
namespace {

// One row a key, and in the same order what takes it. A test reads the defaults back and compares them with the
// struct's.
constexpr std::array<SettingRow, 35> rows = {{
    {"programme", "name", "\"\"", "the programme's name, at the head of reports and pages"},
    {"programme", "short_name", "\"\"", "its abbreviation, where the name is too long"},
    {"programme", "description", "\"\"", "what the programme is and what it is for, in a few sentences"},
    {"programme", "id", "\"\"",
     "never changes: ids in feeds and calendars hang on it; empty: the id of the branch's first commit"},
    {"programme", "timezone", "\"UTC\"", "whose days and weeks the programme keeps: a name of the IANA database"},
    {"programme", "week_starts", "\"monday\"", "the first day of a week, in English"},
    {"data", "folder", "\"data\"",
     "where the records lie, relative to the repository's root; \".\" is the root itself"},
    {"data", "schemas", "\"schemas\"", "where schemas of your own lie"},
    {"data", "kinds", "[]", "the kinds in use; empty: the standard kinds and all in the schemas folder"},
    {"data", "ignore", "[]", "globs of files that are no records, relative to the data folder"},
    {"data", "toml", "\"1.0\"", "the version of TOML that records are held to: \"1.0\", or \"1.1\""},
    {"history", "correction_days", "7", "so long after a date was first written, a new one corrects it and is no slip"},
    {"report", "upcoming_days", "30", "how far ahead a report looks"},
    {"report", "stale_days", "90", "after so long without a change an open matter is called stale"},
    {"report", "tolerance_days", "7", "so far may a plan lie behind its baseline and still count as on schedule"},
    {"report", "sections", "[]", "the parts of a report, in their order; empty: all, in the usual order"},
    {"report", "empty", "\"leave-out\"", "a part without content: \"leave-out\", or \"say\" that there is none"},
    {"report", "archive", "\"reports\"", "where reports are kept, relative to the repository's root"},
    {"mail", "from", "\"\"", "the sender of a report that is sent as a message"},
    {"mail", "to", "[]", "its receivers, one address each"},
    {"plan", "margin_days", "0",
     "so many days are kept between a milestone and one that needs it; 0: none are asked for"},
    {"site", "url", "\"\"", "where the programme's pages stand, for links in feeds and calendars; empty: no links"},
    {"site", "calendar_refresh", "\"PT12H\"", "how often who subscribes to a calendar may look anew"},
    {"site", "leave_out", "[]", "kinds and fields that are not for the public: \"supplier\", \"milestone.notes\""},
    {"site", "people", "\"names\"", "\"names\", or \"none\" to publish none; e-mail addresses are never published"},
    {"site", "license", "\"\"", "under which the data is published, as SPDX names it: \"CC-BY-4.0\""},
    {"site", "folder", "\"site\"", "into which `sss site` writes the pages, relative to the repository's root"},
    {"site", "edit", "\"\"", "where a record can be corrected: an address with {path} in it; empty: not said"},
    {"site", "commit", "\"\"", "where a commit can be seen: an address with {commit} in it; empty: not said"},
    {"site", "accent", "\"\"", "the colour of links and marks, \"#0b5fff\"; empty: that of sss"},
    {"site", "about", "\"\"", "a file in Markdown that tells of the programme, \"about.md\"; empty: none"},
    {"site", "logo", "\"\"", "a picture that stands for the programme, \"logo.svg\" or \"logo.png\"; empty: none"},
    {"publication", "every", "\"\"",
     "how often reports are promised: \"week\", \"month\", \"quarter\" or \"year\"; empty: never"},
    {"publication", "within_days", "7", "so many days after the end of a period its report is promised"},
    {"publication", "since", "\"\"",
     "from when that is measured, \"2026-12\"; empty: from the first report that is kept"},
}};

constexpr std::array<std::string_view, 1> markdown_endings{".md"};
constexpr std::array<std::string_view, 2> picture_endings{".svg", ".png"};

using Take = SettingCheck (*)(Value const&, Settings&);

constexpr std::array<Take, rows.size()> takers = {
    [](Value const& value, Settings& into) { return take_text(value, into.programme.name); },
    [](Value const& value, Settings& into) { return take_text(value, into.programme.short_name); },
    [](Value const& value, Settings& into) { return take_text(value, into.programme.description); },
    [](Value const& value, Settings& into) { return take_line(value, into.programme.id); },
    [](Value const& value, Settings& into) { return take_zone(value, into.programme.timezone); },
    [](Value const& value, Settings& into) { return take_weekday(value, into.programme.week_starts); },
    [](Value const& value, Settings& into) { return take_folder(value, into.data.folder); },
    [](Value const& value, Settings& into) { return take_folder(value, into.data.schemas); },
    [](Value const& value, Settings& into) { return take_texts(value, into.data.kinds); },
    [](Value const& value, Settings& into) { return take_texts(value, into.data.ignore); },
    [](Value const& value, Settings& into) { return take_toml_version(value, into.data.toml); },
    [](Value const& value, Settings& into) { return take_days(value, into.history.correction_days); },
    [](Value const& value, Settings& into) { return take_days(value, into.report.upcoming_days); },
    [](Value const& value, Settings& into) { return take_days(value, into.report.stale_days); },
    [](Value const& value, Settings& into) { return take_days(value, into.report.tolerance_days); },
    [](Value const& value, Settings& into) { return take_sections(value, into.report.sections); },
    [](Value const& value, Settings& into) { return take_empty(value, into.report.say_empty); },
    [](Value const& value, Settings& into) { return take_folder(value, into.report.archive); },
    [](Value const& value, Settings& into) { return take_address(value, into.mail.from); },
    [](Value const& value, Settings& into) { return take_addresses(value, into.mail.to); },
    [](Value const& value, Settings& into) { return take_days(value, into.plan.margin_days); },
    [](Value const& value, Settings& into) { return take_address_of_site(value, into.site.url); },
    [](Value const& value, Settings& into) { return take_duration(value, into.site.calendar_refresh); },
    [](Value const& value, Settings& into) { return take_texts(value, into.site.leave_out); },
    [](Value const& value, Settings& into) { return take_people(value, into.site.people_named); },
    [](Value const& value, Settings& into) { return take_line(value, into.site.license); },
    [](Value const& value, Settings& into) { return take_folder(value, into.site.folder); },
    [](Value const& value, Settings& into) { return take_address_with(value, "{path}", into.site.edit); },
    [](Value const& value, Settings& into) { return take_address_with(value, "{commit}", into.site.commit); },
    [](Value const& value, Settings& into) { return take_colour(value, into.site.accent); },
    [](Value const& value, Settings& into) { return take_file(value, markdown_endings, into.site.about); },
    [](Value const& value, Settings& into) { return take_file(value, picture_endings, into.site.logo); },
    [](Value const& value, Settings& into) { return take_frequency(value, into.publication.every); },
    [](Value const& value, Settings& into) { return take_days(value, into.publication.within_days); },
    [](Value const& value, Settings& into) { return take_begin(value, into.publication.since); },
};

constexpr std::array<std::string_view, 10> sections = {"programme", "data", "rules", "history",     "report",
                                                       "mail",      "plan", "site",  "publication", "terms"};

constexpr std::string_view waiver_key = "waiver";
constexpr std::array<std::string_view, 4> waiver_fields = {"rule", "record", "reason", "until"};

/// What a waiver without one of its fields is told.
Sentence help_for_waiver(std::string_view field)
{
    if (field == "rule") return "write the name that a finding has in brackets: rule = \"cubesat-mass\"";
    if (field == "record") return "write the record's id, or KIND/ID: record = \"sss-1\"";
    if (field == "reason") return "write in a sentence why this is accepted";
    return "write the last day on which it holds: until = 2027-06-30";
}

std::optional<std::size_t> row_of(std::string_view section, std::string_view key)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].section == section && rows[i].key == key) return i;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(Document const& document, std::vector<Finding>& findings, std::span<std::string const> known_rules)
        : document_(document), findings_(findings), known_rules_(known_rules)
    {}

    Settings read()
    {
        for (auto const& member : document_.root) {
            if (member.key == waiver_key)
                read_waivers(member);
            else if (std::ranges::find(sections, member.key) == sections.end())
                unknown_section(member);
            else if (member.value.unreadable())
                continue;
            else if (auto const* section = member.value.table())
                read_section(member.key, *section);
            else
                say(member.key_place, {"'{section}' is a section", "section"_key = member.key},
                    {"write [{section}] on a line of its own, with one pair of brackets", "section"_arg = member.key});
        }
        return std::move(settings_);
    }

private:
    void read_section(std::string_view section, Table const& table)
    {
        for (auto const& member : table) {
            if (section == "rules") {
                read_rule(member);
            } else if (section == "terms") {
                if (!member.value.unreadable())
                    object(section, member, take_line(member.value, settings_.terms[member.key]));
            } else if (auto const row = row_of(section, member.key)) {
                if (!member.value.unreadable()) object(section, member, takers[*row](member.value, settings_));
            } else {
                unknown_key(section, member);
            }
        }
    }

    bool known_rule(Place place, std::string const& name)
    {
        if (known_rules_.empty() || std::ranges::find(known_rules_, name) != known_rules_.end()) return true;
        auto const near = nearest(name, known_rules_);
        say(place, {"there is no rule '{rule}'", "rule"_key = visible(name)},
            near ? Sentence{"did you mean '{rule}'?", "rule"_arg = *near} : Sentence{"`sss explain` lists the rules"});
        return false;
    }

    void read_waivers(Member const& member)
    {
        if (member.value.unreadable()) return;
        auto const* all = member.value.array();
        auto const table = [](Value const& item) { return item.table() != nullptr; };
        if (all == nullptr || !std::ranges::all_of(*all, table)) {
            say(member.key_place, "a waiver is a table of a list", "write [[waiver]], with two pairs of brackets");
            return;
        }
        for (auto const& item : *all) read_waiver(*item.table(), item.place ? item.place : member.key_place);
    }

    void read_waiver(Table const& table, Place place)
    {
        auto sound = true;
        for (auto const& member : table) {
            if (std::ranges::find(waiver_fields, member.key) != waiver_fields.end()) continue;
            auto const near = nearest(member.key, waiver_fields);
            say(member.key_place, {"a waiver has no '{field}'", "field"_key = visible(member.key)},
                near ? Sentence{"did you mean '{field}'?", "field"_arg = *near}
                     : Sentence{"it has {fields}", "fields"_arg = fmt::format("{}", fmt::join(waiver_fields, ", "))});
        }
        Settings::Waiver waiver{document_.path, {}, {}, {}, {}, {}};
        Settings::Named reason;
        auto const take = [&](std::string_view field, Settings::Named& into) {
            auto const* value = find(table, field);
            if (value != nullptr && value->unreadable()) {
                sound = false;
                return;
            }
            auto const* text = value == nullptr ? nullptr : field == "until" ? value->text() : value->string();
            if (text != nullptr && !text->empty()) {
                into = {*text, value->place, {}};
                return;
            }
            sound = false;
            say(value == nullptr ? place : value->place,
                value == nullptr   ? Sentence{"this waiver has no '{field}'", "field"_key = field}
                : field == "until" ? Sentence{"'until' of a waiver is a day", "field"_key = field}
                                   : Sentence{"'{field}' of a waiver is a text", "field"_key = field},
                help_for_waiver(field));
        };
        take("rule", waiver.rule);
        take("record", waiver.record);
        take("reason", reason);
        take("until", waiver.until);
        if (!waiver.rule.text.empty() && !known_rule(waiver.rule.place, waiver.rule.text)) sound = false;
        if (!waiver.until.text.empty()) {
            auto const last = parse_day(waiver.until.text);
            if (!last) {
                sound = false;
                say(waiver.until.place, {"'until' of a waiver is a day", "field"_key = "until"},
                    help_for_waiver("until"));
            }
            waiver.last = last.value_or(Day{});
        }
        waiver.reason = std::move(reason.text);
        if (sound) settings_.waivers.push_back(std::move(waiver));
    }

    void read_rule(Member const& member)
    {
        if (!known_rule(member.key_place, member.key)) return;
        if (member.value.unreadable()) return;
        std::optional<Severity> level;
        auto objection = take_level(member.value, level);
        if (!objection) settings_.rules[member.key] = level;
        object("rules", member, std::move(objection));
    }

    void unknown_section(Member const& member)
    {
        auto const table = member.value.table() != nullptr;
        Sentence help{"the sections are {sections}", "sections"_arg = fmt::format("{}", fmt::join(sections, ", "))};
        if (nearest(member.key, std::array{waiver_key}))
            help = "did you mean [[waiver]]?";
        else if (auto const near = nearest(member.key, sections))
            help = {"did you mean [{section}]?", "section"_arg = *near};
        if (!table) {
            if (auto const home = home_of(member.key)) help = {"it belongs below [{section}]", "section"_arg = *home};
        }
        auto const name = visible(member.key);
        say(member.key_place,
            table ? Sentence{"unknown section '{name}'", "name"_key = name}
                  : Sentence{"unknown setting '{name}'", "name"_key = name},
            std::move(help));
    }

    void unknown_key(std::string_view section, Member const& member)
    {
        std::vector<std::string_view> keys;
        for (auto const& row : rows) {
            if (row.section == section) keys.push_back(row.key);
        }
        Sentence help{"[{section}] knows {keys}", "section"_arg = section,
                      "keys"_arg = fmt::format("{}", fmt::join(keys, ", "))};
        if (auto const home = home_of(member.key))
            help = {"it belongs below [{section}]", "section"_arg = *home};
        else if (auto const near = nearest(member.key, keys))
            help = {"did you mean '{key}'?", "key"_arg = *near};
        say(member.key_place,
            {"unknown setting '{name}' in [{section}]", "name"_key = visible(member.key), "section"_key = section},
            std::move(help));
    }

    static std::optional<std::string_view> home_of(std::string_view key)
    {
        auto const row = std::ranges::find(rows, key, &SettingRow::key);
        return row == rows.end() ? std::nullopt : std::optional{row->section};
    }

    void object(std::string_view section, Member const& member, SettingCheck objection)
    {
        if (!objection) return;
        say(member.value.place,
            {"{objection}", "objection"_arg = objection->message, "section"_key = section, "field"_key = member.key},
            std::move(objection->help));
    }

    void say(Place place, Sentence message, Sentence help)
    {
        findings_.push_back(
            {"setting", Severity::error, document_.path, place, std::move(message), std::move(help), {}});
    }

    Document const& document_;
    std::vector<Finding>& findings_;
    std::span<std::string const> known_rules_;
    Settings settings_;
};

}  // namespace

std::span<SettingRow const> setting_rows()
{
    return rows;
}

Settings read_settings(Document const& document, std::vector<Finding>& findings,
                       std::span<std::string const> known_rules)
{
    return Reader{document, findings, known_rules}.read();
}

Settings read_settings(std::string path, std::string_view text, std::vector<Finding>& findings,
                       std::span<std::string const> known_rules)
{
    auto document = parse_document(std::move(path), text);
    for (auto& problem : document.problems) {
        if (problem.rule != "too-large") continue;
        problem.message = {"the settings have more than {most} bytes (1 MiB), the most that is read",
                           "most"_arg = largest_document};
        problem.help = "take out what is none of them";
    }
    std::vector<Finding> found;
    auto settings = read_settings(document, found, known_rules);
    Lines const lines{text};
    for (auto& finding : found) keep_excerpt(finding, lines.line(finding.place.line));
    for (auto& waiver : settings.waivers)
        for (auto* named : {&waiver.rule, &waiver.record, &waiver.until}) named->line = lines.line(named->place.line);
    found.insert(found.end(), document.problems.begin(), document.problems.end());
    if (settings.data.toml == "1.0") found.insert(found.end(), document.newer.begin(), document.newer.end());
    sort(found);
    findings.insert(findings.end(), found.begin(), found.end());
    return settings;
}

}  // namespace sss
