#include "pages/report/sections.hpp"
#include "support/natural_order.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/publication_words.hpp"
#include "words/report_words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

Said agreed_at(ActionStanding const& action)
{
    return as_name(action.meeting_title) + " (" + as_name(action.item.id) + ')';
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

PageTable actions_table(Said caption, Said state)
{
    return {std::move(caption), {{"What", {}, true}, {"Who"}, {std::move(state)}, {"Agreed at"}}};
}

}  // namespace

std::vector<PageBlock> freshness_section(ProgressReport const& report)
{
    if (report.freshness.stale == 0) return {};
    PageTable table{"Open matters that nobody has touched", {{"Whose"}, {"How many"}, {"Which"}}};
    for (auto const& one : report.freshness.owners)
        if (one.oldest)
            table.rows.push_back(
                {owner_or_none(one.owner.empty() ? "" : one.name), Said{stale_matters(one)}, oldest_matter(one)});
    return {PageParagraph{freshness_sentence(report)}, std::move(table)};
}

std::vector<PageBlock> forecast_section(ProgressReport const& report)
{
    if (is_empty(report, ReportSection::forecast)) return {};
    PageList list;
    for (auto& line : forecast_lines(*report.forecasts)) list.items.push_back({line.text, std::move(line.title)});
    std::vector<PageBlock> blocks{PageParagraph{forecast_headline(*report.forecasts)}, std::move(list)};
    for (auto& note : forecast_notes(*report.forecasts)) add_paragraph(blocks, std::move(note));
    return blocks;
}

std::vector<PageBlock> meetings_section(ProgressReport const& report)
{
    std::vector<PageBlock> blocks;
    for (auto const& meeting : report.meetings.news) {
        PageEntry entry{as_name(meeting.title), meeting_when(meeting, report)};
        if (auto rids = rids_in_words(meeting.rids); !rids.empty()) entry.points.emplace_back(rids);
        for (auto const& decision : meeting.decisions)
            entry.points.push_back("Decided (" + as_name(decision.id) + "): " + as_name(decision.text));
        for (auto const& action : meeting.actions)
            entry.points.push_back("Action " + as_name(action.id) + ": " + as_name(action.text));
        blocks.push_back(std::move(entry));
    }
    return blocks;
}

std::vector<PageBlock> actions_section(ProgressReport const& report)
{
    auto const& actions = report.actions;
    if (is_empty(report, ReportSection::actions)) return {};
    std::vector<PageBlock> blocks;
    auto const open = actions.open_count > 0 ? open_actions_sentence(report) : std::string{};
    add_paragraph(blocks, joined(open, " ", actions_of_period(report)));
    auto table = actions_table("Actions that are open", "State");
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open)
            table.rows.push_back({as_name(action.item.text),
                                  owner_or_none(owner.owner.empty() ? "" : owner.name),
                                  {action_state(action, report), {}, action.overdue > 0 ? Tone::bad : Tone::plain},
                                  agreed_at(action)});
    add_table(blocks, std::move(table));
    table = actions_table("Actions that were closed", "Closed");
    for (auto const& action : actions.closed)
        table.rows.push_back({as_name(action.item.text), owner_or_none(action.owner_name),
                              date_said(*action.item.closed, report), agreed_at(action)});
    add_headed(blocks, "Closed", std::move(table));
    table = actions_table("Actions that are open again", "Was closed");
    for (auto const& action : actions.reopened) {
        PageCell closed{action.was_closed ? date_said(*action.was_closed, report) : Said{}};
        closed.unheaded = closed_before(action, report);
        table.rows.push_back({as_name(action.item.text), owner_or_none(action.owner_name), closed, agreed_at(action)});
    }
    add_headed(blocks, "Open again", std::move(table));
    return blocks;
}

std::vector<PageBlock> rids_section(ProgressReport const& report)
{
    return points(rid_lines(report));
}

std::vector<PageBlock> records_section(ProgressReport const& report)
{
    return points(record_lines(report));
}

std::vector<PageBlock> publication_section(ProgressReport const& report)
{
    return points(publication_said(report.promised, report.promised_within));
}

std::vector<PageBlock> statements_section(ProgressReport const& report)
{
    std::vector<PageBlock> blocks;
    for (auto const& one : report.statements)
        blocks.push_back(PageQuote{statement_paragraphs(one), statement_head(one, report)});
    return blocks;
}

std::vector<PageBlock> satellites_section(ProgressReport const& report)
{
    PageTable table{"Where each satellite stands",
                    {{"Satellite"}, {"Milestones reached"}, {"Where it is"}, {"What comes"}}};
    table.named_rows = true;
    std::vector<SatelliteStanding const*> in_order;
    for (auto const& satellite : report.satellites) in_order.push_back(&satellite);
    std::ranges::stable_sort(in_order,
                             [](auto const* a, auto const* b) { return natural_order(a->name, b->name) < 0; });
    for (auto const* one : in_order) {
        auto const& satellite = *one;
        PageCell reached{share_of_satellite(satellite)};
        reached.share = share_of(satellite.reached, satellite.total);
        PageCell comes{what_comes(satellite, report)};
        comes.unheaded = next_of(satellite, report);
        table.rows.push_back(
            {as_name(satellite.name), std::move(reached), Said{whereabouts(satellite, report)}, std::move(comes)});
    }
    if (table.rows.empty()) return {};
    return {std::move(table)};
}

}  // namespace sss
