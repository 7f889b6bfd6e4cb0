#include "pages/report/sections.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"

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

Said source_said(std::optional<Source> const& known, Words const& words)
{
    return known ? source_in_words(*known, words) : Said{};
}

/// Why it was so, and who recorded it.
CellLine why(Source const& source, Words const& words)
{
    return {reason(source, words), source_in_words(source, words)};
}

/// The same where no reason is no matter.
CellLine why_if_said(Source const& source, Words const& words)
{
    if (source.reason.empty()) return {source_in_words(source, words)};
    return why(source, words);
}

std::vector<PageCell> moved_row(Moved const& entry, ProgressReport const& report, Said by, Tone tone,
                                Words const& words)
{
    std::vector<CellLine> reasons;
    if (auto origin = origin_in_words(entry, words); !origin.empty()) reasons.push_back({std::move(origin)});
    if (auto const* dated = dated_and_moved(entry, report)) {
        auto told = was_dated(*dated, words);
        if (auto const& given = dated->source.reason; !given.empty())
            told = words.say_in("what happened, and the reason", "{event}: {reason}", "event"_a = std::move(told),
                                "reason"_a = as_name(given));
        reasons.push_back({std::move(told), source_in_words(dated->source, words)});
    }
    for (auto const& source : entry.sources) reasons.push_back(why(source, words));
    auto const which = in_a_row(which_move(entry, words), behind_baseline(entry.since_baseline, words), words);
    return {as_name(entry.title),
            Said{way_in_words(entry, words)},
            {std::move(by), which, tone},
            PageCell{std::move(reasons)}};
}

}  // namespace

std::vector<PageBlock> achieved_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "Milestones that were reached"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "Reached")},
                     {words.say_in("title of a column", "Against the plan")},
                     {words.say_in("title of a column", "Recorded by"), Narrow::left_out}}};
    for (auto const& entry : report.achieved) {
        auto const late = entry.against_plan && entry.against_plan->days > 0;
        PageCell recorded{source_said(entry.source, words), recording(entry, words)};
        recorded.always = entry.recorded_late();
        table.rows.push_back({{as_name(entry.title), outcome_in_words(entry.outcome, words)},
                              date_said(entry.on, false, words),
                              {punctuality(entry, words), {}, late ? Tone::plain : Tone::good},
                              recorded});
    }
    return of_table(std::move(table));
}

std::vector<PageBlock> failed_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "What was held and failed"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "On")},
                     {words.say_in("title of a column", "Outcome")},
                     {words.say_in("title of a column", "What comes of it"), Narrow::below, true}}};
    for (auto const& entry : report.failed)
        table.rows.push_back({as_name(entry.title),
                              date_said(entry.on, false, words),
                              {entry.launch ? words.say("launch failed") : words.say("held, failed"), {}, Tone::bad},
                              {after_failure(entry, words), source_said(entry.source, words)}});
    return of_table(std::move(table));
}

std::vector<PageBlock> reopened_section(ProgressReport const& report, Words const& words)
{
    PageTable open_again{words.say_in("what a table tells", "Milestones that are open again"),
                         {{words.say_in("title of a column", "Milestone")},
                          {words.say_in("title of a column", "Was down as reached on")},
                          {words.say_in("title of a column", "Why"), Narrow::column, true}}};
    for (auto const& entry : report.reopened) {
        PageCell was{date_said(entry.was, false, words)};
        was.unheaded = words.say("was reached {date}", "date"_a = date_said(entry.was, false, words));
        open_again.rows.push_back({as_name(entry.title), was, PageCell{{why(entry.source, words)}}});
    }
    PageTable stands_again{words.say_in("what a table tells", "Milestones that stand again"),
                           {{words.say_in("title of a column", "Milestone")},
                            {words.say_in("title of a column", "What it was")},
                            {words.say_in("title of a column", "Why"), Narrow::column, true}}};
    for (auto const& entry : report.reinstated)
        stands_again.rows.push_back(
            {as_name(entry.title), reinstated_was(entry, words), PageCell{{why(entry.source, words)}}});
    auto blocks = of_table(std::move(open_again));
    add_table(blocks, std::move(stands_again));
    return blocks;
}

std::vector<PageBlock> moved_section(ProgressReport const& report, Words const& words)
{
    auto const& moved = report.moved;
    PageTable table{words.say_in("what a table tells", "Planned dates that moved"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "From → to")},
                     {words.say_in("title of a column", "By")},
                     {words.say_in("title of a column", "Why"), Narrow::below, true}}};
    for (auto const& entry : moved.slipped)
        table.rows.push_back(moved_row(entry, report, slip_in_words(entry.slip, words), Tone::bad, words));
    for (auto const& entry : moved.brought_forward)
        table.rows.push_back(moved_row(entry, report, slip_in_words(entry.slip, words), Tone::good, words));
    for (auto const& entry : moved.unmoved)
        table.rows.push_back(moved_row(entry, report, words.say("back where it stood"), Tone::plain, words));
    for (auto const& entry : moved.dated)
        if (!entry.moved)
            table.rows.push_back({as_name(entry.title), Said{way_in_words(entry, words)}, got_date(entry, words),
                                  PageCell{{why_if_said(entry.source, words)}}});
    for (auto const& entry : moved.undated)
        table.rows.push_back({as_name(entry.title),
                              Said{way_in_words(entry, words)},
                              {lost_date(entry, words), {}, Tone::bad},
                              PageCell{{why(entry.source, words)}}});
    auto blocks = of_table(std::move(table));
    add_paragraph(blocks, slip_totals_sentence(report, words));
    add_paragraph(blocks, corrections_sentence(report, words));
    return blocks;
}

std::vector<PageBlock> added_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "Milestones that were added"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "Planned")},
                     {words.say_in("title of a column", "Owner")},
                     {words.say_in("title of a column", "Recorded by"), Narrow::left_out}}};
    for (auto const& entry : report.added)
        if (entry.open())
            table.rows.push_back({as_name(entry.milestone.title),
                                  {plan_of_new(entry, words), fate_of_new(entry, words)},
                                  owner_or_none(entry.milestone.owner, words),
                                  source_in_words(entry.source, words)});
    auto blocks = of_table(std::move(table));
    add_paragraph(blocks, new_but_not_open(report, words));
    return blocks;
}

std::vector<PageBlock> cancelled_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "What was given up"),
                    {{words.say_in("title of a column", "What")},
                     {words.say_in("title of a column", "On")},
                     {words.say_in("title of a column", "Why"), Narrow::column, true}}};
    for (auto const& entry : report.cancelled)
        table.rows.push_back({as_name(entry.title),
                              entry.on ? date_said(*entry.on, false, words) : words.say("no day given"),
                              {entry.reason.empty() ? words.say("no reason given") : as_name(entry.reason),
                               source_said(entry.source, words)}});
    return of_table(std::move(table));
}

std::vector<PageBlock> coming_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "Milestones and meetings that come up"),
                    {{words.say_in("title of a column", "What")},
                     {words.say_in("title of a column", "When")},
                     {words.say_in("title of a column", "How soon")},
                     {words.say_in("title of a column", "Who or where")}}};
    for (auto const& ahead : coming_up(report, words))
        table.rows.push_back({ahead.title, date_said(ahead.on, ahead.time, words),
                              Said{ago_or_ahead(report.today, ahead.on, PastAs::late, words)}, ahead.who_or_where});
    return of_table(std::move(table));
}

std::vector<PageBlock> overdue_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "Open milestones whose plan has passed"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "Planned")},
                     {words.say_in("title of a column", "How late")},
                     {words.say_in("title of a column", "Owner")}}};
    for (auto const& late : report.plans.overdue)
        table.rows.push_back({overdue_name(late, words),
                              date_said(*late.milestone.planned, false, words),
                              {ago_or_ahead(report.today, *late.milestone.planned, PastAs::late, words), {}, Tone::bad},
                              owner_or_none(late.milestone.owner, words)});
    table.listed_by = listing_of(report, {"sss", "list", "milestone", "--where", "late"});
    std::vector<PageBlock> blocks;
    if (table.rows.size() > most_page_rows + 1) {
        auto const all = words.quantity_in("milestones", std::ssize(table.rows), "{n} in all.", "{n} in all.");
        add_paragraph(blocks, in_sentences(all, counts_by_owner(owners_of(report.plans.overdue), words), words));
    }
    add_table(blocks, std::move(table));
    return blocks;
}

std::vector<PageBlock> undated_section(ProgressReport const& report, Words const& words)
{
    PageList list{{}, true};
    for (auto const& entry : report.plans.undated)
        list.items.push_back({undated_name(entry, words), {}, as_name(entry.owner)});
    if (list.items.empty()) return {};
    return {std::move(list)};
}

std::vector<PageBlock> conflicts_section(ProgressReport const& report, Words const& words)
{
    PageTable table{words.say_in("what a table tells", "Milestones that start before what they need"),
                    {{words.say_in("title of a column", "Milestone")},
                     {words.say_in("title of a column", "Planned")},
                     {words.say_in("title of a column", "Starts")},
                     {words.say_in("title of a column", "Owner"), Narrow::left_out}}};
    for (auto const& conflict : report.conflicts)
        table.rows.push_back({as_name(conflict.milestone.title),
                              date_said(*conflict.milestone.planned, false, words),
                              {conflict_in_words(conflict, report, words), {}, Tone::bad},
                              owner_or_none(conflict.milestone.owner, words)});
    return of_table(std::move(table));
}

}  // namespace sss
