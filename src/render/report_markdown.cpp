#include "render/report_markdown.hpp"

#include "render/date_words.hpp"
#include "render/forecast_words.hpp"
#include "render/made_line.hpp"
#include "render/report_words.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace sss {

namespace {

std::string heading(std::string_view text)
{
    return "\n## " + std::string{text} + "\n\n";
}

std::string markdown_row(std::initializer_list<std::string> cells)
{
    std::string line = "|";
    for (auto const& cell : cells) line += ' ' + (cell.empty() ? std::string{"–"} : cell) + " |";
    return line + '\n';
}

std::string table_head(std::initializer_list<std::string> cells)
{
    auto lines = markdown_row(cells) + '|';
    for (std::size_t i = 0; i < cells.size(); ++i) lines += " --- |";
    return lines + '\n';
}

/// A table without the columns in which nothing stands.
std::string table(std::vector<std::string> const& heads, std::vector<std::vector<std::string>> const& rows)
{
    std::vector<std::size_t> told;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (std::ranges::any_of(rows, [&](auto const& cells) { return !cells[i].empty(); })) told.push_back(i);
    auto const line = [&](std::vector<std::string> const& cells) {
        std::string text = "|";
        for (auto const i : told) text += ' ' + (cells[i].empty() ? std::string{"–"} : cells[i]) + " |";
        return text + '\n';
    };
    auto lines = line(heads) + '|';
    for (std::size_t i = 0; i < told.size(); ++i) lines += " --- |";
    lines += '\n';
    for (auto const& cells : rows) lines += line(cells);
    return lines;
}

std::string safe_markdown(std::string_view text)
{
    return markdown_line(text);
}

std::string achieved(ProgressReport const& report)
{
    if (report.achieved.empty()) return {};
    std::vector<std::vector<std::string>> rows;
    for (auto const& entry : report.achieved) {
        auto how = punctuality(entry);
        if (auto const outcome = outcome_in_words(entry.outcome); !outcome.empty())
            how += (how.empty() ? "" : "; ") + outcome;
        auto recorded = entry.source ? source_in_words(*entry.source, report, safe_markdown) : std::string{};
        if (entry.recorded_late()) recorded += " (" + recording(entry) + ')';
        rows.push_back({safe_markdown(entry.title), date_here(entry.on, report), how, recorded});
    }
    return heading("Achieved") + table({"Milestone", "Reached", "Against the plan", "Recorded by"}, rows);
}

std::string failed(ProgressReport const& report)
{
    if (report.failed.empty()) return {};
    auto out = heading("Failed");
    for (auto const& entry : report.failed) {
        out += "- **" + safe_markdown(entry.title) + "**, " + date_here(entry.on, report) + ": " +
               (entry.launch ? "launch failed" : "held, failed");
        if (auto const next = after_failure(entry, report, safe_markdown); !next.empty()) out += "; " + next;
        if (entry.source) out += " (" + source_in_words(*entry.source, report, safe_markdown) + ')';
        out += '\n';
    }
    return out;
}

std::string reopened(ProgressReport const& report)
{
    if (is_empty(report, ReportSection::reopened)) return {};
    auto out = heading("Re-opened");
    for (auto const& entry : report.reopened)
        out += "- **" + safe_markdown(entry.title) + "** is open again; it was down as reached on " +
               date_here(entry.was, report) + ": " + reason(entry.source, safe_markdown) + " (" +
               source_in_words(entry.source, report, safe_markdown) + ")\n";
    for (auto const& entry : report.reinstated)
        out += "- **" + safe_markdown(entry.title) + "** " + (entry.reached ? "" : "is open again; it ") +
               reinstated_was(entry, report) + ": " + reason(entry.source, safe_markdown) + " (" +
               source_in_words(entry.source, report, safe_markdown) + ")\n";
    return out;
}

std::string moved(ProgressReport const& report)
{
    auto const& moved = report.moved;
    if (is_empty(report, ReportSection::moved)) return {};
    auto out = heading("Moved");
    if (!moved.slipped.empty() || !moved.brought_forward.empty() || !moved.unmoved.empty() || !moved.dated.empty() ||
        !moved.undated.empty())
        out += table_head({"Milestone", "From → to", "By", "Which move", "Why"});
    auto const tell = [&](std::vector<Moved> const& list, bool days) {
        for (auto const& entry : list) {
            auto why = origin_in_words(entry, safe_markdown);
            if (auto const dating = dating_in_words(entry, report, safe_markdown); !dating.empty())
                why += (why.empty() ? "" : "; ") + dating;
            for (auto const& source : entry.sources) {
                if (!why.empty()) why += "; ";
                why += reason(source, safe_markdown) + " (" + source_in_words(source, report, safe_markdown) + ')';
            }
            auto const by = days ? slip_in_words(entry.slip) : std::string{"back where it stood"};
            auto which = which_move(entry);
            if (auto const behind = behind_baseline(entry.since_baseline); !behind.empty()) which += ", " + behind;
            out += markdown_row(
                {safe_markdown(entry.title), way_in_words(entry, report), days ? "**" + by + "**" : by, which, why});
        }
    };
    tell(moved.slipped, true);
    tell(moved.brought_forward, true);
    tell(moved.unmoved, false);
    for (auto const& entry : moved.dated)
        if (!entry.moved)
            out += markdown_row({safe_markdown(entry.title), way_in_words(entry, report), got_date(entry, report), "",
                                 reason_and_source(entry.source, report, safe_markdown)});
    for (auto const& entry : moved.undated)
        out += markdown_row(
            {safe_markdown(entry.title), way_in_words(entry, report), "**" + lost_date(entry) + "**", "",
             reason(entry.source, safe_markdown) + " (" + source_in_words(entry.source, report, safe_markdown) + ')'});
    for (auto const& said : {slip_totals_sentence(report), corrections_sentence(report)})
        if (!said.empty()) out += '\n' + said + '\n';
    return out;
}

std::string added(ProgressReport const& report)
{
    if (is_empty(report, ReportSection::added)) return {};
    auto out = heading("New");
    if (std::ranges::any_of(report.added, &NewMilestone::open))
        out += table_head({"Milestone", "Planned", "Owner", "Recorded by"});
    for (auto const& entry : report.added) {
        if (!entry.open()) continue;
        auto const& milestone = entry.milestone;
        auto const fate = fate_of_new(entry);
        out += markdown_row({safe_markdown(milestone.title),
                             plan_of_new(entry, report) + (fate.empty() ? "" : "; " + std::string{fate}),
                             milestone.owner.empty() ? "no owner named" : safe_markdown(milestone.owner),
                             source_in_words(entry.source, report, safe_markdown)});
    }
    if (auto const said = new_but_not_open(report, safe_markdown); !said.empty())
        out += (out.ends_with("\n\n") ? "" : "\n") + said + '\n';
    return out;
}

std::string cancelled(ProgressReport const& report)
{
    if (report.cancelled.empty()) return {};
    auto out = heading("Cancelled");
    for (auto const& entry : report.cancelled) {
        out += "- **" + safe_markdown(entry.title) + "**";
        if (entry.on) out += ", " + date_here(*entry.on, report);
        out += ": " + (entry.reason.empty() ? std::string{"no reason given"} : safe_markdown(entry.reason));
        if (entry.source) out += " (" + source_in_words(*entry.source, report, safe_markdown) + ')';
        out += '\n';
    }
    return out;
}

std::string coming(ProgressReport const& report)
{
    auto const all = coming_up(report, safe_markdown);
    if (all.empty()) return {};
    auto out = heading("Coming up");
    out += table_head({"What", "When", "How soon", "Who or where"});
    for (auto const& ahead : all)
        out += markdown_row({ahead.title, date_here(ahead.on, report, ahead.time), ago_or_ahead(report.today, ahead.on),
                             ahead.who_or_where});
    return out;
}

std::string overdue(ProgressReport const& report)
{
    if (report.plans.overdue.empty()) return {};
    auto out = heading("Overdue");
    out += table_head({"Milestone", "Planned", "Late by", "Owner"});
    for (auto const& late : report.plans.overdue)
        out += markdown_row({overdue_name(late, safe_markdown), date_here(*late.milestone.planned, report),
                             days_in_words(late.days),
                             late.milestone.owner.empty() ? "no owner named" : safe_markdown(late.milestone.owner)});
    return out;
}

std::string undated(ProgressReport const& report)
{
    if (report.plans.undated.empty()) return {};
    auto out = heading("Undated");
    for (auto const& entry : report.plans.undated) {
        out += "- " + undated_name(entry, report, safe_markdown);
        if (!entry.owner.empty()) out += " (" + safe_markdown(entry.owner) + ')';
        out += '\n';
    }
    return out;
}

std::string conflicts(ProgressReport const& report)
{
    if (report.conflicts.empty()) return {};
    auto out = heading("Conflicts") + table_head({"Milestone", "Planned", "Starts", "Owner"});
    for (auto const& conflict : report.conflicts)
        out += markdown_row(
            {safe_markdown(conflict.milestone.title), date_here(*conflict.milestone.planned, report),
             conflict_in_words(conflict, report, safe_markdown),
             conflict.milestone.owner.empty() ? "no owner named" : safe_markdown(conflict.milestone.owner)});
    return out;
}

std::string meetings(ProgressReport const& report)
{
    if (report.meetings.news.empty()) return {};
    auto out = heading("Meetings");
    for (auto const& meeting : report.meetings.news) {
        out += "- **" + safe_markdown(meeting.title) + "**";
        if (auto const when = meeting_when(meeting, report, safe_markdown); !when.empty()) out += ", " + when;
        out += '\n';
        if (auto const rids = rids_in_words(meeting.rids); !rids.empty()) out += "  - " + rids + '\n';
        for (auto const& decision : meeting.decisions)
            out += "  - Decided (" + safe_markdown(decision.id) + "): " + safe_markdown(decision.text) + '\n';
        for (auto const& action : meeting.actions)
            out += "  - Action " + safe_markdown(action.id) + ": " + safe_markdown(action.text) + '\n';
    }
    return out;
}

std::string actions(ProgressReport const& report)
{
    auto const& actions = report.actions;
    if (is_empty(report, ReportSection::actions)) return {};
    auto out = heading("Actions");
    auto const here = actions_of_period(report);
    if (actions.open_count == 0 && !here.empty()) out += here + '\n';
    if (actions.open_count == 0 && !actions.closed.empty()) out += '\n';
    if (actions.open_count > 0)
        out += open_actions_sentence(report) + (here.empty() ? "" : " " + here) + "\n\n" +
               table_head({"Who", "What", "Where it was agreed", "State"});
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open)
            out += markdown_row(
                {owner.owner.empty() ? "no owner named" : safe_markdown(owner.name), safe_markdown(action.item.text),
                 safe_markdown(action.meeting_title) + " (" + safe_markdown(action.item.id) + ')',
                 (action.overdue > 0 ? "**" + action_state(action, report) + "**" : action_state(action, report))});
    if ((!actions.closed.empty() || !actions.reopened.empty()) && actions.open_count > 0) out += '\n';
    for (auto const& action : actions.closed) {
        out += "- Closed " + date_here(*action.item.closed, report) + ": " + safe_markdown(action.item.text);
        if (!action.owner_name.empty()) out += " (" + safe_markdown(action.owner_name) + ')';
        out += '\n';
    }
    for (auto const& action : actions.reopened)
        out += "- Open again, " + closed_before(action, report) + ": " + safe_markdown(action.item.text) + '\n';
    return out;
}

std::string rids(ProgressReport const& report)
{
    auto const lines = rid_lines(report, safe_markdown);
    if (lines.empty()) return {};
    auto out = heading("RIDs");
    for (auto const& line : lines) out += "- " + line + '\n';
    return out;
}

std::string freshness(ProgressReport const& report)
{
    if (report.freshness.stale == 0) return {};
    auto out = heading("Untouched") + freshness_sentence(report) + "\n\n" + table_head({"Whose", "How many", "Which"});
    for (auto const& owner : report.freshness.owners)
        if (owner.oldest)
            out += markdown_row({owner.owner.empty() ? "no owner named" : safe_markdown(owner.name),
                                 stale_matters(owner), oldest_matter(owner, safe_markdown)});
    return out;
}

std::string satellites(ProgressReport const& report)
{
    if (report.satellites.empty()) return {};
    auto out = heading("Satellites");
    out += table_head({"Satellite", "Milestones reached", "Where it is", "What comes"});
    for (auto const& satellite : report.satellites)
        out += markdown_row({safe_markdown(satellite.name), share_of_satellite(satellite),
                             whereabouts(satellite, report), what_comes(satellite, report, safe_markdown)});
    return out;
}

std::string forecast(ProgressReport const& report)
{
    if (is_empty(report, ReportSection::forecast)) return {};
    auto out = heading("Forecast") + forecast_headline(*report.forecasts) + "\n\n";
    for (auto const& line : forecast_lines(*report.forecasts, safe_markdown))
        out += "- " + line.title + ": " + line.text + '\n';
    for (auto const& note : forecast_notes(*report.forecasts, safe_markdown)) out += '\n' + note + '\n';
    return out;
}

std::string records(ProgressReport const& report)
{
    auto const lines = record_lines(report, safe_markdown);
    if (lines.empty()) return {};
    auto out = heading("Records");
    for (auto const& line : lines) out += "- " + line + '\n';
    return out;
}

std::string section_of(ProgressReport const& report, ReportSection section)
{
    switch (section) {
        case ReportSection::achieved: return achieved(report);
        case ReportSection::failed: return failed(report);
        case ReportSection::reopened: return reopened(report);
        case ReportSection::moved: return moved(report);
        case ReportSection::added: return added(report);
        case ReportSection::cancelled: return cancelled(report);
        case ReportSection::coming_up: return coming(report);
        case ReportSection::overdue: return overdue(report);
        case ReportSection::undated: return undated(report);
        case ReportSection::conflicts: return conflicts(report);
        case ReportSection::meetings: return meetings(report);
        case ReportSection::actions: return actions(report);
        case ReportSection::rids: return rids(report);
        case ReportSection::satellites: return satellites(report);
        case ReportSection::freshness: return freshness(report);
        case ReportSection::records: return records(report);
        case ReportSection::forecast: return forecast(report);
        case ReportSection::charts: break;
    }
    return {};
}

}  // namespace

std::string report_markdown(ProgressReport const& report)
{
    auto out = "# " + (report.programme.empty() ? std::string{"Progress"} : safe_markdown(report.programme)) + ": " +
               period_line(report) + "\n\n";
    if (auto const said = narrowing_line(report, safe_markdown); !said.empty()) out += "*" + said + "*\n\n";
    auto first = true;
    for (auto const& sentence : headline(report, safe_markdown)) {
        out += (first ? "**" : " ") + sentence + (first ? "**" : "");
        first = false;
    }
    out += '\n';
    if (auto const said = schedule_sentence(report); !said.empty()) out += '\n' + said + '\n';
    for (auto const& remark : remarks(report, safe_markdown)) out += "\n> " + remark + '\n';
    for (auto const section : report.sections)
        out += says_none(report, section) ? heading(title_of(section)) + "None.\n" : section_of(report, section);
    auto definition = schedule_definition(report);
    if (auto const days = days_of(report); !days.empty()) definition += (definition.empty() ? "" : " ") + days;
    auto const made = made_from(report);
    if (!definition.empty() || !made.empty()) out += "\n---\n";
    for (auto const& said : {definition, made_beside(report, safe_markdown)})
        if (!said.empty()) out += '\n' + said + '\n';
    if (!made.empty()) out += '\n' + made + ": `" + command_line_of(report.made.arguments) + "`\n";
    return out;
}

}  // namespace sss
