#include "print/text/report_text.hpp"

#include "print/made_line.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <functional>

namespace sss {

namespace {

constexpr std::size_t list_label_width = 14;
constexpr std::size_t widest_prose = 120;  // longer lines are hard to read

/// A block of rows under one label: the label is said once.
struct Block {
    std::string label;
    std::vector<Row> rows;
    /// Sentences that are no items: they stand however many items are left out.
    std::vector<std::string> before = {};
    std::vector<std::string> after = {};
};

/// So many rows of one sort are read; beyond them a programme of thousands of records wants another format.
constexpr std::size_t most_rows = 30;

/// Cuts a long list, and says how many items that hides. What tells more of an item goes with it, unless that is a long
/// list itself: then lines are counted.
void shorten(std::vector<Row>& rows)
{
    auto const belongs = [](Row const& row) { return row.belongs_above; };
    auto end = std::min(most_rows, rows.size());
    while (end < rows.size() && end < 2 * most_rows && belongs(rows[end])) ++end;
    if (end == rows.size()) return;
    auto const at = rows.begin() + static_cast<std::ptrdiff_t>(end);
    auto const within = belongs(*at);
    auto const more = within ? rows.end() - at : std::count_if(at, rows.end(), std::not_fn(belongs));
    rows.erase(at, rows.end());
    rows.push_back({"",
                    {},
                    "… and " + number_text(more) + " more" + (within ? more == 1 ? " line" : " lines" : "") +
                        "; --format json has all of them"});
}

void add(std::vector<Row>& rows, Block block)
{
    shorten(block.rows);
    auto at = block.rows.begin();
    for (auto& said : block.before) at = block.rows.insert(at, {"", {}, std::move(said)}) + 1;
    for (auto& said : block.after) block.rows.push_back({"", {}, std::move(said)});
    if (block.rows.empty()) return;
    block.rows.front().label = std::move(block.label);
    rows.insert(rows.end(), std::make_move_iterator(block.rows.begin()), std::make_move_iterator(block.rows.end()));
}

std::string joined_parts(std::string a, std::string_view between, std::string_view b)
{
    if (!a.empty() && !b.empty()) a += between;
    return a += b;
}

Block achieved_block(ProgressReport const& report)
{
    Block block{"Achieved", {}};
    for (auto const& entry : report.achieved) {
        auto const late = entry.against_plan && entry.against_plan->days > 0;
        auto note = outcome_in_words(entry.outcome);
        if (entry.recorded_late())
            note = joined_parts(std::move(note), "; ",
                                recording(entry) + " (" + source_in_words(*entry.source, report, terminal_line) + ')');
        block.rows.push_back({"",
                              {{terminal_line(entry.title)},
                               {date_here(entry.on, report)},
                               {punctuality(entry), late ? Style::plain : Style::good}},
                              note});
    }
    return block;
}

Block failed_block(ProgressReport const& report)
{
    Block block{"Failed", {}};
    for (auto const& entry : report.failed)
        block.rows.push_back(
            {"",
             {{terminal_line(entry.title)},
              {date_here(entry.on, report)},
              {entry.launch ? "launch failed" : "held, failed", Style::bad}},
             joined_parts(after_failure(entry, report, terminal_line), "; ",
                          entry.source ? source_in_words(*entry.source, report, terminal_line) : std::string{})});
    return block;
}

Block reopened_block(ProgressReport const& report)
{
    Block block{"Re-opened", {}};
    for (auto const& entry : report.reopened)
        block.rows.push_back({"",
                              {{terminal_line(entry.title)},
                               {"was " + date_here(entry.was, report)},
                               {reason(entry.source, terminal_line)}},
                              source_in_words(entry.source, report, terminal_line)});
    for (auto const& entry : report.reinstated)
        block.rows.push_back(
            {"",
             {{terminal_line(entry.title)}, {reinstated_was(entry, report)}, {reason(entry.source, terminal_line)}},
             source_in_words(entry.source, report, terminal_line)});
    return block;
}

/// Which moves they were, and their reasons and commits: moves that share a reason are not told twice.
std::string why_moved(Moved const& entry, ProgressReport const& report)
{
    auto text = joined_parts(which_move(entry), ", ", behind_baseline(entry.since_baseline));
    text = joined_parts(std::move(text), "; ", origin_in_words(entry, terminal_line));
    text = joined_parts(std::move(text), "; ", dating_in_words(entry, report, terminal_line));
    for (auto const& source : entry.sources)
        text =
            joined_parts(std::move(text), "; ",
                         reason(source, terminal_line) + " (" + source_in_words(source, report, terminal_line) + ')');
    return text;
}

Block moved_block(ProgressReport const& report)
{
    Block block{"Moved", {}};
    auto const tell = [&](std::vector<Moved> const& list, Style style) {
        for (auto const& entry : list)
            block.rows.push_back(
                {"",
                 {{terminal_line(entry.title)}, {way_in_words(entry, report)}, {slip_in_words(entry.slip), style}},
                 why_moved(entry, report)});
    };
    tell(report.moved.slipped, Style::bad);
    tell(report.moved.brought_forward, Style::good);
    for (auto const& entry : report.moved.unmoved)
        block.rows.push_back({"",
                              {{terminal_line(entry.title)}, {way_in_words(entry, report)}, {"back where it stood"}},
                              why_moved(entry, report)});
    for (auto const& entry : report.moved.dated)
        if (!entry.moved)
            block.rows.push_back(
                {"",
                 {{terminal_line(entry.title)}, {way_in_words(entry, report)}, {got_date(entry, report)}},
                 reason_and_source(entry.source, report, terminal_line)});
    for (auto const& entry : report.moved.undated)
        block.rows.push_back(
            {"",
             {{terminal_line(entry.title)}, {way_in_words(entry, report)}, {lost_date(entry), Style::bad}},
             reason(entry.source, terminal_line) + " (" + source_in_words(entry.source, report, terminal_line) + ')'});
    for (auto const& said : {slip_totals_sentence(report), capitalised(corrections_sentence(report))})
        if (!said.empty()) block.after.push_back(said);
    return block;
}

Block added_block(ProgressReport const& report)
{
    Block block{"New", {}};
    for (auto const& entry : report.added) {
        if (!entry.open()) continue;
        auto const& milestone = entry.milestone;
        block.rows.push_back({"",
                              {{terminal_line(milestone.title)},
                               {plan_of_new(entry, report)},
                               {milestone.owner.empty() ? "no owner named" : terminal_line(milestone.owner)}},
                              std::string{fate_of_new(entry)}});
    }
    if (auto const said = new_but_not_open(report, terminal_line); !said.empty()) block.after.push_back(said);
    return block;
}

Block cancelled_block(ProgressReport const& report)
{
    Block block{"Cancelled", {}};
    for (auto const& entry : report.cancelled)
        block.rows.push_back({"",
                              {{terminal_line(entry.title)},
                               {entry.on ? date_here(*entry.on, report) : "no day given"},
                               {entry.reason.empty() ? "no reason given" : terminal_line(entry.reason)}},
                              entry.source ? source_in_words(*entry.source, report, terminal_line) : ""});
    return block;
}

Block coming_block(ProgressReport const& report)
{
    Block block{"Coming up", {}};
    for (auto const& ahead : coming_up(report, terminal_line))
        block.rows.push_back({"",
                              {{ahead.title},
                               {date_here(ahead.on, report, ahead.time)},
                               {joined_parts(ago_or_ahead(report.today, ahead.on), "   ", ahead.who_or_where)}},
                              ""});
    return block;
}

Block overdue_block(ProgressReport const& report)
{
    Block block{"Overdue", {}};
    for (auto const& late : report.plans.overdue)
        block.rows.push_back(
            {"",
             {{overdue_name(late, terminal_line)},
              {date_here(*late.milestone.planned, report)},
              {joined_parts(days_in_words(late.days) + " late", "   ", terminal_line(late.milestone.owner)),
               Style::bad}},
             ""});
    return block;
}

Block undated_block(ProgressReport const& report)
{
    if (report.plans.undated.empty()) return {};
    std::vector<std::string> titles;
    for (auto const& entry : report.plans.undated) titles.push_back(undated_name(entry, report, terminal_line));
    return {"Undated", {{"", {}, some_names(titles, 6)}}};
}

Block conflicts_block(ProgressReport const& report)
{
    Block block{"Conflicts", {}};
    for (auto const& conflict : report.conflicts)
        block.rows.push_back({"",
                              {{terminal_line(conflict.milestone.title)},
                               {date_here(*conflict.milestone.planned, report)},
                               {conflict_in_words(conflict, report, terminal_line), Style::bad}},
                              ""});
    return block;
}

Block meetings_block(ProgressReport const& report)
{
    Block block{"Meetings", {}};
    for (auto const& meeting : report.meetings.news) {
        // No columns: titles of meetings are long, and would push the dates of the neighbouring sections far away.
        block.rows.push_back(
            {"", {}, joined_parts(terminal_line(meeting.title), ", ", meeting_when(meeting, report, terminal_line))});
        if (auto const rids = rids_in_words(meeting.rids); !rids.empty()) block.rows.push_back({"", {}, rids, true});
        for (auto const& decision : meeting.decisions)
            block.rows.push_back(
                {"", {}, "Decided (" + terminal_line(decision.id) + "): " + terminal_line(decision.text), true});
        for (auto const& action : meeting.actions)
            block.rows.push_back(
                {"", {}, "Action " + terminal_line(action.id) + ": " + terminal_line(action.text), true});
    }
    return block;
}

Block actions_block(ProgressReport const& report)
{
    auto const& actions = report.actions;
    Block block{"Actions", {}};
    auto const counts = joined_parts(actions.open_count > 0 ? open_actions_sentence(report) : std::string{}, " ",
                                     actions_of_period(report));
    if (!counts.empty()) block.before.push_back(counts);
    for (auto const& owner : actions.open) {
        for (auto const& action : owner.open) {
            auto const who = owner.owner.empty() ? std::string{"no owner named"} : terminal_line(owner.name);
            block.rows.push_back({"",
                                  {},
                                  who + ": " + terminal_line(action.item.text) + " (" + terminal_line(action.meeting) +
                                      ' ' + terminal_line(action.item.id) + "; " + action_state(action, report) + ')'});
        }
    }
    for (auto const& action : actions.closed) {
        auto text = "closed " + date_here(*action.item.closed, report) + ": " + terminal_line(action.item.text) + " (" +
                    terminal_line(action.meeting) + ' ' + terminal_line(action.item.id);
        if (!action.owner_name.empty()) text += ", " + terminal_line(action.owner_name);
        block.rows.push_back({"", {}, text + ')'});
    }
    for (auto const& action : actions.reopened)
        block.rows.push_back({"",
                              {},
                              "open again, " + closed_before(action, report) + ": " + terminal_line(action.item.text) +
                                  " (" + terminal_line(action.meeting) + ' ' + terminal_line(action.item.id) + ')'});
    return block;
}

Block rids_block(ProgressReport const& report)
{
    Block block{"RIDs", {}};
    for (auto const& line : rid_lines(report, terminal_line)) block.rows.push_back({"", {}, line});
    return block;
}

Block freshness_block(ProgressReport const& report)
{
    Block block{"Untouched", {}};
    if (report.freshness.stale > 0) block.rows.push_back({"", {}, freshness_sentence(report)});
    for (auto const& owner : report.freshness.owners)
        if (owner.oldest)
            block.rows.push_back({"",
                                  {{owner.owner.empty() ? "no owner named" : terminal_line(owner.name)},
                                   {stale_matters(owner)},
                                   {oldest_matter(owner, terminal_line)}},
                                  ""});
    return block;
}

Block forecast_block(ProgressReport const& report)
{
    Block block{"Forecast", {}};
    if (is_empty(report, ReportSection::forecast)) return block;
    block.rows.push_back({"", {}, forecast_headline(*report.forecasts)});
    for (auto const& line : forecast_lines(*report.forecasts, terminal_line))
        block.rows.push_back({"", {{line.title}, {line.text}}, ""});
    return block;
}

/// Below the forecast, however long it is.
Block forecast_notes_block(ProgressReport const& report)
{
    Block block;
    if (is_empty(report, ReportSection::forecast)) return block;
    for (auto const& note : forecast_notes(*report.forecasts, terminal_line)) block.rows.push_back({"", {}, note});
    return block;
}

Block records_block(ProgressReport const& report)
{
    Block block{"Records", {}};
    for (auto const& line : record_lines(report, terminal_line)) block.rows.push_back({"", {}, line});
    return block;
}

/// By weight. Full only where all is reached, empty only where nothing is.
std::string bar(Tally const& reached, Tally const& total, std::size_t width)
{
    auto const share = total.weight > 0 ? reached.weight / total.weight : 0;
    auto const whole = reached.count == total.count && total.count > 0;
    auto filled = whole ? width : std::min(static_cast<std::size_t>(share * static_cast<double>(width)), width - 1);
    if (filled == 0 && reached.count > 0) filled = 1;
    std::string text;
    for (std::size_t i = 0; i < width; ++i) text += i < filled ? "█" : "░";
    return text;
}

/// Of the part that is told.
bool has_milestones(SatelliteStanding const& satellite)
{
    return satellite.total.count > 0;
}

std::string satellites_table(ProgressReport const& report, ReportTextStyle const& style, std::size_t bar_width)
{
    std::vector<Row> rows;
    std::size_t names = 0;
    auto const any_bar = std::ranges::any_of(report.satellites, has_milestones);
    for (auto const& satellite : report.satellites) {
        Row row{terminal_line(satellite.name), {}, ""};
        if (has_milestones(satellite))
            row.cells = {{bar(satellite.reached, satellite.total, bar_width), Style::good},
                         {share_of_satellite(satellite)},
                         {whereabouts(satellite, report)},
                         {next_of(satellite, report, terminal_line)}};
        else  // what is said in place of a share is long, and has the room of what comes next
            row.cells = {{whereabouts(satellite, report)}, {share_of_satellite(satellite)}};
        if (any_bar && !has_milestones(satellite)) row.cells.insert(row.cells.begin(), 2, Cell{});
        rows.push_back(std::move(row));
        names = std::max(names, display_width(rows.back().label));
    }
    if (rows.empty()) return {};
    shorten(rows);
    constexpr std::size_t widest_name = 24;
    for (auto& row : rows) row.label = truncated(row.label, widest_name);
    return columns(rows, std::min(names, widest_name) + 2, style.width, style.colour);
}

/// With long bars where no row has to be broken for them.
std::string satellites_table(ProgressReport const& report, ReportTextStyle const& style)
{
    constexpr std::size_t long_bar = 16, short_bar = 8;
    auto table = satellites_table(report, style, long_bar);
    auto const in_one_line_each =
        std::ranges::count(table, '\n') <= std::min<std::ptrdiff_t>(std::ssize(report.satellites), most_rows + 1);
    return in_one_line_each ? table : satellites_table(report, style, short_bar);
}

std::string head(ProgressReport const& report, ReportTextStyle const& style)
{
    auto const name = report.programme.empty() ? std::string{"Progress report"} : terminal_line(report.programme);
    auto const period = period_line(report);
    auto const taken = display_width(name) + display_width(period);
    std::string out = styled(name, Style::bold, style.colour);
    if (taken + 2 <= style.width)
        out += std::string(style.width - taken, ' ') + period + '\n';
    else
        out += '\n' + capitalised(period) + '\n';
    for (std::size_t i = 0; i < style.width; ++i) out += "─";
    return out + '\n';
}

std::string list_paragraph(std::string const& text, std::size_t width)
{
    std::string out;
    for (auto const& line : wrapped(text, std::min(width, widest_prose))) out += line + '\n';
    return out;
}

Block block_of(ProgressReport const& report, ReportSection section)
{
    switch (section) {
        case ReportSection::achieved: return achieved_block(report);
        case ReportSection::failed: return failed_block(report);
        case ReportSection::reopened: return reopened_block(report);
        case ReportSection::moved: return moved_block(report);
        case ReportSection::added: return added_block(report);
        case ReportSection::cancelled: return cancelled_block(report);
        case ReportSection::coming_up: return coming_block(report);
        case ReportSection::overdue: return overdue_block(report);
        case ReportSection::undated: return undated_block(report);
        case ReportSection::conflicts: return conflicts_block(report);
        case ReportSection::meetings: return meetings_block(report);
        case ReportSection::actions: return actions_block(report);
        case ReportSection::rids: return rids_block(report);
        case ReportSection::records: return records_block(report);
        case ReportSection::satellites:  // tables of their own
        case ReportSection::freshness:
        case ReportSection::forecast:
        case ReportSection::charts: break;
    }
    return {};
}

/// The sections in the order asked for: neighbours share one table, so that their columns line up.
std::string sections(ProgressReport const& report, ReportTextStyle const& style)
{
    std::string out;
    std::vector<Row> rows;
    auto const flush = [&] {
        if (!rows.empty()) out += '\n' + columns(rows, list_label_width, style.width, style.colour);
        rows.clear();
    };
    for (auto const section : report.sections) {
        if (says_none(report, section)) {
            rows.push_back({std::string{title_of(section)}, {{"none"}}, ""});
        } else if (section == ReportSection::satellites) {
            flush();
            if (auto const table = satellites_table(report, style); !table.empty()) out += '\n' + table;
        } else if (section == ReportSection::freshness) {  // its columns are unlike the others
            flush();
            add(rows, freshness_block(report));
            flush();
        } else if (section == ReportSection::forecast) {
            flush();
            add(rows, forecast_block(report));
            add(rows, forecast_notes_block(report));
            flush();
        } else {
            add(rows, block_of(report, section));
        }
    }
    flush();
    return out;
}

/// How its words are meant, what it was made from, and the command that makes it again.
std::string foot(ProgressReport const& report, ReportTextStyle const& style)
{
    auto const made = made_from(report);
    std::string out;
    for (auto const& said : {joined_parts(schedule_definition(report), " ", days_of(report)),
                             made_beside(report, terminal_line), made.empty() ? made : made + ':'})
        if (!said.empty())
            for (auto const& line : wrapped(said, std::min(style.width, widest_prose)))
                out += styled(line, Style::faint, style.colour) + '\n';
    // No wider than what it stands below, and in one piece that can be pasted.
    if (!made.empty())
        out += styled(wrapped_command(report.made.arguments, style.width), Style::faint, style.colour) + '\n';
    return out;
}

}  // namespace

std::string report_text(ProgressReport const& report, ReportTextStyle const& wanted)
{
    auto const style = ReportTextStyle{std::max<std::size_t>(wanted.width, 60), wanted.colour};
    auto out = head(report, style);
    if (auto const said = narrowing_line(report, terminal_line); !said.empty())
        out += list_paragraph(said, style.width) + '\n';
    std::string answer;
    for (auto const& sentence : headline(report, terminal_line))
        answer = joined_parts(std::move(answer), " ", sentence);
    out += list_paragraph(answer, style.width);
    if (auto const said = schedule_sentence(report); !said.empty()) out += list_paragraph(said, style.width);
    for (auto const& remark : remarks(report, terminal_line)) out += '\n' + list_paragraph(remark, style.width);
    out += sections(report, style);
    auto const said = foot(report, style);
    return said.empty() ? out : out + '\n' + said;
}

}  // namespace sss
