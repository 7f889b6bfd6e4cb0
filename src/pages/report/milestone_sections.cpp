#include "pages/report/sections.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <utility>

namespace sss {

namespace {

using Narrow = PageColumn::Narrow;

/// A section of one table.
std::vector<PageBlock> of_table(PageTable table)
{
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(table));
    return blocks;
}

Said source_said(std::optional<Source> const& known)
{
    return known ? source_in_words(*known) : Said{};
}

/// Why it was so, and who recorded it.
CellLine why(Source const& source)
{
    return {reason(source), source_in_words(source)};
}

/// The same where no reason is no matter.
CellLine why_if_said(Source const& source)
{
    if (source.reason.empty()) return {source_in_words(source)};
    return why(source);
}

std::vector<PageCell> moved_row(Moved const& entry, ProgressReport const& report, Said by, Tone tone)
{
    std::vector<CellLine> reasons;
    if (auto origin = origin_in_words(entry); !origin.empty()) reasons.push_back({std::move(origin)});
    if (auto const* dated = dated_and_moved(entry, report))
        reasons.push_back(
            {joined(was_dated(*dated), ": ", as_name(dated->source.reason)), source_in_words(dated->source)});
    for (auto const& source : entry.sources) reasons.push_back(why(source));
    auto const which = joined(which_move(entry), ", ", behind_baseline(entry.since_baseline));
    return {
        as_name(entry.title), Said{way_in_words(entry)}, {std::move(by), which, tone}, PageCell{std::move(reasons)}};
}

}  // namespace

std::vector<PageBlock> achieved_section(ProgressReport const& report)
{
    PageTable table{"Milestones that were reached",
                    {{"Milestone"}, {"Reached"}, {"Against the plan"}, {"Recorded by", Narrow::left_out}}};
    for (auto const& entry : report.achieved) {
        auto const late = entry.against_plan && entry.against_plan->days > 0;
        PageCell recorded{source_said(entry.source), recording(entry)};
        recorded.always = entry.recorded_late();
        table.rows.push_back({{as_name(entry.title), outcome_in_words(entry.outcome)},
                              date_said(entry.on),
                              {punctuality(entry), {}, late ? Tone::plain : Tone::good},
                              recorded});
    }
    return of_table(std::move(table));
}

std::vector<PageBlock> failed_section(ProgressReport const& report)
{
    PageTable table{"What was held and failed",
                    {{"Milestone"}, {"On"}, {"Outcome"}, {"What comes of it", Narrow::below, true}}};
    for (auto const& entry : report.failed)
        table.rows.push_back({as_name(entry.title),
                              date_said(entry.on),
                              {entry.launch ? "launch failed" : "held, failed", {}, Tone::bad},
                              {after_failure(entry), source_said(entry.source)}});
    return of_table(std::move(table));
}

std::vector<PageBlock> reopened_section(ProgressReport const& report)
{
    PageTable open_again{"Milestones that are open again",
                         {{"Milestone"}, {"Was down as reached on"}, {"Why", Narrow::column, true}}};
    for (auto const& entry : report.reopened) {
        PageCell was{date_said(entry.was)};
        was.unheaded = "was reached " + date_said(entry.was);
        open_again.rows.push_back({as_name(entry.title), was, PageCell{{why(entry.source)}}});
    }
    PageTable stands_again{"Milestones that stand again",
                           {{"Milestone"}, {"What it was"}, {"Why", Narrow::column, true}}};
    for (auto const& entry : report.reinstated)
        stands_again.rows.push_back({as_name(entry.title), Said{reinstated_was(entry)}, PageCell{{why(entry.source)}}});
    auto blocks = of_table(std::move(open_again));
    add_table(blocks, std::move(stands_again));
    return blocks;
}

std::vector<PageBlock> moved_section(ProgressReport const& report)
{
    auto const& moved = report.moved;
    PageTable table{"Planned dates that moved", {{"Milestone"}, {"From → to"}, {"By"}, {"Why", Narrow::below, true}}};
    for (auto const& entry : moved.slipped)
        table.rows.push_back(moved_row(entry, report, slip_in_words(entry.slip), Tone::bad));
    for (auto const& entry : moved.brought_forward)
        table.rows.push_back(moved_row(entry, report, slip_in_words(entry.slip), Tone::good));
    for (auto const& entry : moved.unmoved)
        table.rows.push_back(moved_row(entry, report, "back where it stood", Tone::plain));
    for (auto const& entry : moved.dated)
        if (!entry.moved)
            table.rows.push_back({as_name(entry.title), Said{way_in_words(entry)}, Said{got_date(entry)},
                                  PageCell{{why_if_said(entry.source)}}});
    for (auto const& entry : moved.undated)
        table.rows.push_back({as_name(entry.title),
                              Said{way_in_words(entry)},
                              {lost_date(entry), {}, Tone::bad},
                              PageCell{{why(entry.source)}}});
    auto blocks = of_table(std::move(table));
    add_paragraph(blocks, slip_totals_sentence(report));
    add_paragraph(blocks, capitalised(corrections_sentence(report)));
    return blocks;
}

std::vector<PageBlock> added_section(ProgressReport const& report)
{
    PageTable table{"Milestones that were added",
                    {{"Milestone"}, {"Planned"}, {"Owner"}, {"Recorded by", Narrow::left_out}}};
    for (auto const& entry : report.added)
        if (entry.open())
            table.rows.push_back({as_name(entry.milestone.title),
                                  {plan_of_new(entry), fate_of_new(entry)},
                                  owner_or_none(entry.milestone.owner),
                                  source_in_words(entry.source)});
    auto blocks = of_table(std::move(table));
    add_paragraph(blocks, new_but_not_open(report));
    return blocks;
}

std::vector<PageBlock> cancelled_section(ProgressReport const& report)
{
    PageTable table{"What was given up", {{"What"}, {"On"}, {"Why", Narrow::column, true}}};
    for (auto const& entry : report.cancelled)
        table.rows.push_back(
            {as_name(entry.title),
             entry.on ? date_said(*entry.on) : "no day given",
             {entry.reason.empty() ? "no reason given" : as_name(entry.reason), source_said(entry.source)}});
    return of_table(std::move(table));
}

std::vector<PageBlock> coming_section(ProgressReport const& report)
{
    PageTable table{"Milestones and meetings that come up", {{"What"}, {"When"}, {"How soon"}, {"Who or where"}}};
    for (auto const& ahead : coming_up(report))
        table.rows.push_back({ahead.title, date_said(ahead.on, ahead.time), Said{ago_or_ahead(report.today, ahead.on)},
                              ahead.who_or_where});
    return of_table(std::move(table));
}

std::vector<PageBlock> overdue_section(ProgressReport const& report)
{
    PageTable table{"Open milestones whose plan has passed", {{"Milestone"}, {"Planned"}, {"How late"}, {"Owner"}}};
    for (auto const& late : report.plans.overdue)
        table.rows.push_back({overdue_name(late),
                              date_said(*late.milestone.planned),
                              {ago_or_ahead(report.today, *late.milestone.planned), {}, Tone::bad},
                              owner_or_none(late.milestone.owner)});
    table.listed_by = listing_of(report, {"sss", "list", "milestone", "--where", "late"});
    std::vector<PageBlock> blocks;
    if (table.rows.size() > most_page_rows + 1) {
        auto const number = number_text(static_cast<std::int64_t>(table.rows.size()));
        add_paragraph(blocks, joined(number + " in all.", " ", counts_by_owner(owners_of(report.plans.overdue))));
    }
    add_table(blocks, std::move(table));
    return blocks;
}

std::vector<PageBlock> undated_section(ProgressReport const& report)
{
    PageList list{{}, true};
    for (auto const& entry : report.plans.undated)
        list.items.push_back({undated_name(entry), {}, as_name(entry.owner)});
    if (list.items.empty()) return {};
    return {std::move(list)};
}

std::vector<PageBlock> conflicts_section(ProgressReport const& report)
{
    PageTable table{"Milestones that start before what they need",
                    {{"Milestone"}, {"Planned"}, {"Starts"}, {"Owner", Narrow::left_out}}};
    for (auto const& conflict : report.conflicts)
        table.rows.push_back({as_name(conflict.milestone.title),
                              date_said(*conflict.milestone.planned),
                              {conflict_in_words(conflict, report), {}, Tone::bad},
                              owner_or_none(conflict.milestone.owner)});
    return of_table(std::move(table));
}

}  // namespace sss
