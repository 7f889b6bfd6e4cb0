#include "pages/report/sections.hpp"
#include "support/natural_order.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report/publication_words.hpp"
#include "words/report/report_words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

using Narrow = PageColumn::Narrow;

Said agreed_at(ActionStanding const& action, Words const& words)
{
    return words.say_in("a meeting and its action", "{meeting} ({action})", "meeting"_a = as_name(action.meeting_title),
                        "action"_a = as_name(action.item.id));
}

/// Sentences, one a point.
std::vector<PageBlock> points(std::vector<Said> lines)
{
    PageList list;
    for (auto& line : lines) list.items.push_back({std::move(line)});
    if (list.items.empty()) return {};
    return {std::move(list)};
}

/// Under a heading of its own, where it has rows.
void add_headed(std::vector<PageBlock>& blocks, Said heading, PageTable table)
{
    if (!table.rows.empty()) blocks.push_back(PageHeading{std::move(heading)});
    add_table(blocks, std::move(table));
}

PageTable actions_table(Said caption, Said state, Words const& words)
{
    return {std::move(caption),
            {{words.say_in("title of a column", "What"), {}, true},
             {words.say_in("title of a column", "Who")},
             {std::move(state)},
             {words.say_in("title of a column", "Agreed at")}}};
}

}  // namespace

std::vector<PageBlock> freshness_section(ProgressReport const& report, Words const& words)
{
    if (report.freshness.stale == 0) return {};
    PageTable table{words.say_in("what a table tells", "Open matters that nobody has touched"),
                    {{words.say_in("title of a column", "Whose")},
                     {words.say_in("title of a column", "How many")},
                     {words.say_in("title of a column", "Which")}}};
    for (auto const& one : report.freshness.owners)
        if (one.oldest)
            table.rows.push_back({owner_or_none(one.owner.empty() ? "" : one.name, words), stale_matters(one, words),
                                  oldest_matter(one, words)});
    return {PageParagraph{freshness_sentence(report, words)}, std::move(table)};
}

std::vector<PageBlock> forecast_section(ProgressReport const& report, Words const& words)
{
    if (is_empty(report, ReportSection::forecast)) return {};
    PageList list;
    for (auto& line : forecast_lines(*report.forecasts, words))
        list.items.push_back({line.text, std::move(line.title)});
    std::vector<PageBlock> blocks{PageParagraph{forecast_headline(*report.forecasts, words)}, std::move(list)};
    for (auto& note : forecast_notes(*report.forecasts, words)) add_paragraph(blocks, std::move(note));
    return blocks;
}

std::vector<PageBlock> meetings_section(ProgressReport const& report, Words const& words)
{
    std::vector<PageBlock> blocks;
    for (auto const& meeting : report.meetings.news) {
        PageEntry entry{as_name(meeting.title), meeting_when(meeting, words), meeting_course(meeting, words)};
        if (auto rids = rids_in_words(meeting.rids, words); !rids.empty()) entry.points.push_back(std::move(rids));
        for (auto const& decision : meeting.decisions)
            entry.points.push_back(
                words.say("Decided ({id}): {text}", "id"_a = as_name(decision.id), "text"_a = as_name(decision.text)));
        for (auto const& action : meeting.actions)
            entry.points.push_back(
                words.say("Action {id}: {text}", "id"_a = as_name(action.id), "text"_a = as_name(action.text)));
        blocks.push_back(std::move(entry));
    }
    return blocks;
}

std::vector<PageBlock> actions_section(ProgressReport const& report, Words const& words)
{
    auto const& actions = report.actions;
    if (is_empty(report, ReportSection::actions)) return {};
    std::vector<PageBlock> blocks;
    auto const open = actions.open_count > 0 ? open_actions_sentence(report, words) : Said{};
    std::vector<OwnersCount> owners;
    for (auto const& owner : actions.open)
        if (!owner.open.empty())
            owners.push_back({owner.owner.empty() ? "" : owner.name, static_cast<int>(owner.open.size())});
    std::ranges::stable_sort(owners, std::ranges::greater{}, &OwnersCount::count);
    auto said = in_sentences(open, actions_of_period(report, words), words);
    if (actions.open_count > static_cast<int>(most_page_rows) + 1)
        said = in_sentences(std::move(said), counts_by_owner(owners, words), words);
    add_paragraph(blocks, std::move(said));
    auto table = actions_table(words.say_in("what a table tells", "Actions that are open"),
                               words.say_in("title of a column", "State"), words);
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open)
            table.rows.push_back(
                {as_name(action.item.text),
                 owner_or_none(owner.owner.empty() ? "" : owner.name, words),
                 {action_state(action, report, words), {}, action.overdue > 0 ? Tone::bad : Tone::plain},
                 agreed_at(action, words)});
    table.listed_by = listing_of(report, {"sss", "list", "action", "--where", "open"});
    add_table(blocks, std::move(table));
    table = actions_table(words.say_in("what a table tells", "Actions that were closed"),
                          words.say_in("title of a column", "Closed"), words);
    for (auto const& action : actions.closed)
        table.rows.push_back({as_name(action.item.text), owner_or_none(action.owner_name, words),
                              date_said(*action.item.closed, false, words), agreed_at(action, words)});
    add_headed(blocks, words.say_in("heading of actions", "Closed"), std::move(table));
    table = actions_table(words.say_in("what a table tells", "Actions that are open again"),
                          words.say_in("title of a column", "Was closed"), words);
    for (auto const& action : actions.reopened) {
        PageCell closed{action.was_closed ? date_said(*action.was_closed, false, words) : Said{}};
        closed.unheaded = closed_before(action, words);
        table.rows.push_back(
            {as_name(action.item.text), owner_or_none(action.owner_name, words), closed, agreed_at(action, words)});
    }
    add_headed(blocks, words.say_in("heading of actions", "Open again"), std::move(table));
    return blocks;
}

std::vector<PageBlock> rids_section(ProgressReport const& report, Words const& words)
{
    return points(rid_lines(report, words));
}

std::vector<PageBlock> records_section(ProgressReport const& report, Words const& words)
{
    return points(record_lines(report, words));
}

std::vector<PageBlock> publication_section(ProgressReport const& report, Words const& words)
{
    return points(publication_said(report.promised, report.promised_within, words));
}

std::vector<PageBlock> statements_section(ProgressReport const& report, Words const& words)
{
    std::vector<PageBlock> blocks;
    for (auto const& one : report.statements)
        blocks.push_back(PageQuote{statement_paragraphs(one, words), statement_head(one, report, words)});
    return blocks;
}

namespace {

std::vector<PageCell> satellite_row(SatelliteStanding const& satellite, ProgressReport const& report,
                                    Words const& words)
{
    PageCell reached{share_of_satellite(satellite, words)};
    reached.share = share_of(satellite.reached, satellite.total);
    PageCell comes{what_comes(satellite, report, words)};
    comes.unheaded = next_of(satellite, report, words);
    return {as_name(satellite.name), std::move(reached), whereabouts(satellite, words), std::move(comes)};
}

/// A constellation: in groups, then one by one, those first that are behind.
std::vector<PageBlock> constellation_blocks(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 6;
    auto const tolerance = report.health.tolerance_days;
    PageTable groups{words.say_in("what a table tells", "Where the satellites stand"),
                     {{words.say_in("title of a column", "Where")},
                      {words.say_in("title of a column", "Satellites")},
                      {words.say_in("title of a column", "Milestones reached")},
                      {words.say_in("title of a column", "Behind")},
                      {words.say_in("title of a column", "Which"), Narrow::left_out}}};
    for (auto const& group : satellite_groups(report.satellites, report.today, tolerance)) {
        auto const none = group.total.count == 0;
        PageCell reached{none ? words.say("no milestone on record")
                              : part_of(group.reached.count, group.total.count, words)};
        reached.share = share_of(group.reached, group.total);
        std::vector<Said> names;
        for (auto const* one : group.satellites) names.push_back(as_name(one->name));
        auto const number = static_cast<std::int64_t>(group.satellites.size());
        PageCell count_cell{number_text(number)};
        count_cell.unheaded = words.quantity(number, "{n} satellite", "{n} satellites");
        if (!none)
            reached.unheaded = words.say_in("milestones", "{share} reached", "share"_a = reached.lines.front().text);
        auto const holds = group.behind == 0;
        PageCell behind{holds ? words.say_in("satellites", "none") : Said{number_text(group.behind)},
                        {},
                        holds ? Tone::good : Tone::bad};
        behind.unheaded = holds ? words.say_in("satellites", "none behind")
                                : words.quantity_in("satellites", group.behind, "{n} behind", "{n} behind");
        groups.rows.push_back({group_whereabouts(group, words), std::move(count_cell), std::move(reached),
                               std::move(behind), some_names(names, most_named, words)});
    }
    PageTable each{words.say_in("what a table tells", "Each satellite, those first that are behind"),
                   {{words.say_in("title of a column", "Satellite")},
                    {words.say_in("title of a column", "Milestones reached")},
                    {words.say_in("title of a column", "Where it is")},
                    {words.say_in("title of a column", "What comes")}}};
    for (auto const* one : by_need(report.satellites, report.today, tolerance))
        each.rows.push_back(satellite_row(*one, report, words));
    each.listed_by = listing_of(report, {"sss", "list", "satellite"});
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(groups));
    blocks.push_back(PageHeading{words.say_in("heading of satellites", "One by one")});
    add_table(blocks, std::move(each));
    return blocks;
}

}  // namespace

std::vector<PageBlock> satellites_section(ProgressReport const& report, Words const& words)
{
    if (report.satellites.size() > most_single_satellites) return constellation_blocks(report, words);
    PageTable table{words.say_in("what a table tells", "Where each satellite stands"),
                    {{words.say_in("title of a column", "Satellite")},
                     {words.say_in("title of a column", "Milestones reached")},
                     {words.say_in("title of a column", "Where it is")},
                     {words.say_in("title of a column", "What comes")}}};
    table.named_rows = true;
    std::vector<SatelliteStanding const*> in_order;
    for (auto const& satellite : report.satellites) in_order.push_back(&satellite);
    std::ranges::stable_sort(in_order,
                             [](auto const* a, auto const* b) { return natural_order(a->name, b->name) < 0; });
    for (auto const* one : in_order) table.rows.push_back(satellite_row(*one, report, words));
    if (table.rows.empty()) return {};
    return {std::move(table)};
}

}  // namespace sss
