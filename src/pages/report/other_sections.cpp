#include "pages/report/sections.hpp"
#include "support/natural_order.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report/publication_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

using Narrow = PageColumn::Narrow;

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
        PageEntry entry{as_name(meeting.title), meeting_when(meeting)};
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
    std::vector<OwnersCount> owners;
    for (auto const& owner : actions.open)
        if (!owner.open.empty())
            owners.push_back({owner.owner.empty() ? "" : owner.name, static_cast<int>(owner.open.size())});
    std::ranges::stable_sort(owners, std::ranges::greater{}, &OwnersCount::count);
    auto said = joined(open, " ", actions_of_period(report));
    if (actions.open_count > static_cast<int>(most_page_rows) + 1)
        said = joined(std::move(said), " ", counts_by_owner(owners));
    add_paragraph(blocks, std::move(said));
    auto table = actions_table("Actions that are open", "State");
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open)
            table.rows.push_back({as_name(action.item.text),
                                  owner_or_none(owner.owner.empty() ? "" : owner.name),
                                  {action_state(action, report), {}, action.overdue > 0 ? Tone::bad : Tone::plain},
                                  agreed_at(action)});
    table.listed_by = listing_of(report, {"sss", "list", "action", "--where", "open"});
    add_table(blocks, std::move(table));
    table = actions_table("Actions that were closed", "Closed");
    for (auto const& action : actions.closed)
        table.rows.push_back({as_name(action.item.text), owner_or_none(action.owner_name),
                              date_said(*action.item.closed), agreed_at(action)});
    add_headed(blocks, "Closed", std::move(table));
    table = actions_table("Actions that are open again", "Was closed");
    for (auto const& action : actions.reopened) {
        PageCell closed{action.was_closed ? date_said(*action.was_closed) : Said{}};
        closed.unheaded = closed_before(action);
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

namespace {

std::vector<PageCell> satellite_row(SatelliteStanding const& satellite, ProgressReport const& report)
{
    PageCell reached{share_of_satellite(satellite)};
    reached.share = share_of(satellite.reached, satellite.total);
    PageCell comes{what_comes(satellite, report)};
    comes.unheaded = next_of(satellite, report);
    return {as_name(satellite.name), std::move(reached), Said{whereabouts(satellite)}, std::move(comes)};
}

/// A constellation: in groups, then one by one, those first that are behind.
std::vector<PageBlock> constellation_blocks(ProgressReport const& report)
{
    constexpr std::size_t most_named = 6;
    auto const tolerance = report.health.tolerance_days;
    PageTable groups{"Where the satellites stand",
                     {{"Where"}, {"Satellites"}, {"Milestones reached"}, {"Behind"}, {"Which", Narrow::left_out}}};
    for (auto const& group : satellite_groups(report.satellites, report.today, tolerance)) {
        auto const none = group.total.count == 0;
        PageCell reached{none ? std::string{"no milestone on record"}
                              : number_text(group.reached.count) + " of " + number_text(group.total.count)};
        reached.share = share_of(group.reached, group.total);
        std::vector<Said> names;
        for (auto const* one : group.satellites) names.push_back(as_name(one->name));
        auto const number = static_cast<std::int64_t>(group.satellites.size());
        PageCell count_cell{number_text(number)};
        count_cell.unheaded = count(number, "satellite");
        auto const reached_text = reached.lines.front().text;
        if (!none) reached.unheaded = reached_text + " reached";
        PageCell behind{
            group.behind == 0 ? "none" : number_text(group.behind), {}, group.behind == 0 ? Tone::good : Tone::bad};
        behind.unheaded = group.behind == 0 ? std::string{"none behind"} : number_text(group.behind) + " behind";
        groups.rows.push_back({Said{capitalised(group_whereabouts(group))}, std::move(count_cell), std::move(reached),
                               std::move(behind), some_names(names, most_named)});
    }
    PageTable each{"Each satellite, those first that are behind",
                   {{"Satellite"}, {"Milestones reached"}, {"Where it is"}, {"What comes"}}};
    for (auto const* one : by_need(report.satellites, report.today, tolerance))
        each.rows.push_back(satellite_row(*one, report));
    each.listed_by = listing_of(report, {"sss", "list", "satellite"});
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(groups));
    blocks.push_back(PageHeading{"One by one"});
    add_table(blocks, std::move(each));
    return blocks;
}

}  // namespace

std::vector<PageBlock> satellites_section(ProgressReport const& report)
{
    if (report.satellites.size() > most_single_satellites) return constellation_blocks(report);
    PageTable table{"Where each satellite stands",
                    {{"Satellite"}, {"Milestones reached"}, {"Where it is"}, {"What comes"}}};
    table.named_rows = true;
    std::vector<SatelliteStanding const*> in_order;
    for (auto const& satellite : report.satellites) in_order.push_back(&satellite);
    std::ranges::stable_sort(in_order,
                             [](auto const* a, auto const* b) { return natural_order(a->name, b->name) < 0; });
    for (auto const* one : in_order) table.rows.push_back(satellite_row(*one, report));
    if (table.rows.empty()) return {};
    return {std::move(table)};
}

}  // namespace sss
