#include "print/timeline.hpp"

#include "print/json/changes_json.hpp"
#include "print/markdown/markdown.hpp"
#include "print/record_text.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

int timeline_year(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

std::string_view sign(TimelineEntry const& entry)
{
    switch (entry.state) {
        case EntryState::happened: return entry.kind == EntryKind::meeting ? "·" : "●";
        case EntryState::ahead: return entry.kind == EntryKind::meeting ? "·" : "○";
        case EntryState::late: return "!";
        case EntryState::cancelled:
        case EntryState::dropped: return "×";
        case EntryState::failed: return "✗";
        case EntryState::unconfirmed: return "?";
    }
    return "";
}

/// "12 days late", "in 3 days", "Ankara, TR", "passed with actions": what is worth saying behind the title.
std::string aside(TimelineEntry const& entry, StandardRecords const& names, Day today, Escaper escape)
{
    std::string text;
    auto const add = [&](std::string const& part) {
        if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    };
    if (entry.state == EntryState::late) add(ago_or_ahead(today, *entry.when));
    if (entry.state == EntryState::ahead && entry.when) add(ago_or_ahead(today, *entry.when));
    if (entry.state == EntryState::cancelled) add("cancelled");
    if (entry.state == EntryState::dropped) add("no longer awaited");
    if (entry.state == EntryState::failed) add(entry.launch ? "launch failed" : "held, failed");
    if (entry.state == EntryState::unconfirmed) add("planned, not recorded as held");
    if (entry.kind == EntryKind::own) add(escape(entry.own_kind));
    if (entry.kind == EntryKind::action) {
        add("action");
        if (!entry.organisations.empty()) add(escape(names.organisation(entry.organisations.front())));
    } else if (entry.kind == EntryKind::milestone && entry.state != EntryState::happened &&
               entry.state != EntryState::failed && !entry.organisations.empty())
    {
        add(escape(names.organisation(entry.organisations.front())));
    }
    if (entry.state == EntryState::happened && !entry.outcome.empty())
        add(escape(in_plain(outcome_in_words(entry.outcome))));
    add(escape(entry.place));
    return text;
}

std::string when(TimelineEntry const& entry)
{
    return in_words(*entry.when, {.time = false, .known_year = timeline_year(entry.when->last())});
}

std::string today_line(Timeline const& line)
{
    return "today, " + in_words(line.today);
}

/// "SSS-1 launch (not before 16 July 2018)".
std::string undated_name(TimelineEntry const& entry, Escaper escape)
{
    return escape(entry.title) + (entry.not_before ? " (" + in_words(*entry.not_before) + ')' : "");
}

std::string undated_sentence(Timeline const& line, Escaper escape)
{
    if (line.undated.empty()) return {};
    std::string list;
    for (auto const& entry : line.undated) list += (list.empty() ? "" : "; ") + undated_name(entry, escape);
    return list;
}

std::string left_out_sentence(Timeline const& line, Escaper escape)
{
    if (line.left_out.empty()) return {};
    std::string list;
    for (auto const& one : line.left_out) list += (list.empty() ? "" : "; ") + escape(one.path) + ": " + one.why;
    return fmt::format(
        "{} left out or told in part ({}). `sss validate` tells more.",
        count(static_cast<std::int64_t>(line.left_out.size()), "record") + (line.left_out.size() == 1 ? " is" : " are"),
        list);
}

std::string_view name(EntryKind kind)
{
    return kind == EntryKind::milestone ? "milestone"
           : kind == EntryKind::meeting ? "meeting"
           : kind == EntryKind::action  ? "action"
                                        : "own";
}

std::string_view state_name(EntryState state)
{
    constexpr std::string_view names[] = {"happened", "ahead", "late", "cancelled", "failed", "unconfirmed", "dropped"};
    return names[static_cast<std::size_t>(state)];
}

Json as_json(TimelineEntry const& entry)
{
    Json json{{"kind", entry.own_kind.empty() ? std::string{name(entry.kind)} : entry.own_kind},
              {"id", entry.id},
              {"action", entry.action.empty() ? Json{} : Json(entry.action)},
              {"title", entry.title},
              {"state", state_name(entry.state)},
              {"when", entry.when ? Json(entry.when->text()) : Json{}},
              {"first", entry.when ? Json(iso(entry.when->first())) : Json{}},
              {"last", entry.when ? Json(iso(entry.when->last())) : Json{}},
              {"not_before", entry.not_before ? Json(entry.not_before->text()) : Json{}},
              {"days_late", entry.days_late},
              {"launch", entry.launch},
              {"place", entry.place.empty() ? Json{} : Json(entry.place)},
              {"outcome", entry.outcome.empty() ? Json{} : Json(entry.outcome)},
              {"satellites", entry.satellites},
              {"organisations", entry.organisations}};
    return json;
}

constexpr std::size_t year_width = 6;

}  // namespace

std::string timeline_text(Timeline const& line, StandardRecords const& names, std::size_t width, bool colour)
{
    std::vector<Row> rows;
    int year = 0;  // none yet
    auto const today = [&] {
        rows.push_back({"", {}, "── " + today_line(line) + " ──"});
        year = 0;
    };
    for (std::size_t i = 0; i < line.entries.size(); ++i) {
        auto const& entry = line.entries[i];
        if (i == line.until_today && line.shows_today) today();
        auto const its_year = timeline_year(entry.when->last());
        auto const style = entry.state == EntryState::late                                              ? Style::bad
                           : entry.state == EntryState::cancelled || entry.state == EntryState::dropped ? Style::faint
                                                                                                        : Style::plain;
        rows.push_back({year == its_year ? "" : std::to_string(its_year),
                        {{when(entry), style},
                         {std::string{sign(entry)} + ' ' + terminal_line(entry.title), style},
                         {aside(entry, names, line.today, terminal_line), style}},
                        {}});
        year = its_year;
    }
    if (line.entries.size() == line.until_today && !line.entries.empty() && line.shows_today) today();
    std::string text = line.entries.empty() ? "Nothing with a date.\n" : columns(rows, year_width, width, colour);
    auto const paragraph = [&](std::string const& words) {
        if (words.empty()) return;
        text += '\n';
        for (auto const& part : wrapped(words, width)) text += part + '\n';
    };
    if (auto const undated = undated_sentence(line, terminal_line); !undated.empty()) paragraph("Undated: " + undated);
    paragraph(left_out_sentence(line, terminal_line));
    return text;
}

std::string timeline_markdown(Timeline const& line, StandardRecords const& names)
{
    std::string text;
    int year = 0;  // none yet
    auto const today = [&] { text += fmt::format("\n**{}**\n", capitalised(today_line(line))); };
    for (std::size_t i = 0; i < line.entries.size(); ++i) {
        auto const& entry = line.entries[i];
        if (i == line.until_today && line.shows_today) {
            today();
            if (year == timeline_year(entry.when->last())) text += '\n';
        }
        auto const its_year = timeline_year(entry.when->last());
        if (year != its_year) text += fmt::format("{}## {}\n\n", text.empty() ? "" : "\n", its_year);
        year = its_year;
        auto const more = aside(entry, names, line.today, markdown_line);
        text += fmt::format("- {}: {}{}{}\n", when(entry), markdown_line(entry.title), more.empty() ? "" : " – ",
                            entry.state == EntryState::late ? "**" + more + "**" : more);
    }
    if (line.entries.size() == line.until_today && !line.entries.empty() && line.shows_today) today();
    if (line.entries.empty()) text += "Nothing with a date.\n";
    if (!line.undated.empty()) {
        text += "\n## Undated\n\n";
        for (auto const& entry : line.undated) text += "- " + undated_name(entry, markdown_line) + '\n';
    }
    if (auto const left = left_out_sentence(line, markdown_line); !left.empty()) text += '\n' + left + '\n';
    return text;
}

std::string timeline_json(Timeline const& line)
{
    Json document{{"format", 1}, {"as_of", iso(line.today)}, {"entries", Json::array()}, {"undated", Json::array()}};
    for (auto const& entry : line.entries) document["entries"].push_back(as_json(entry));
    for (auto const& entry : line.undated) document["undated"].push_back(as_json(entry));
    document["left_out"] = Json::array();
    for (auto const& one : line.left_out) document["left_out"].push_back({{"file", one.path}, {"why", one.why}});
    return dumped(document);
}

}  // namespace sss
