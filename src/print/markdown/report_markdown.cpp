#include "print/markdown/report_markdown.hpp"

#include "print/made_line.hpp"
#include "print/markdown/markdown.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report_words.hpp"
#include "words/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

namespace {

std::string heading(std::string_view text)
{
    return "\n## " + std::string{text} + "\n\n";
}

/// What is not told of something is a dash.
MarkdownTable table_of(std::vector<std::string> titles)
{
    return MarkdownTable{std::move(titles), "–"};
}

std::string safe_markdown(std::string_view text)
{
    return markdown_line(text);
}

std::string achieved(ProgressReport const& report)
{
    if (report.achieved.empty()) return {};
    auto table = table_of({"Milestone", "Reached", "Against the plan", "Recorded by"});
    for (auto const& entry : report.achieved) {
        auto how = punctuality(entry);
        if (auto const outcome = outcome_in_words(entry.outcome); !outcome.empty())
            how += (how.empty() ? "" : "; ") + outcome;
        auto recorded = entry.source ? source_in_words(*entry.source, report, safe_markdown) : std::string{};
        if (entry.recorded_late()) recorded += " (" + recording(entry) + ')';
        table.add({safe_markdown(entry.title), date_here(entry.on, report), how, recorded});
    }
    table.leave_out_empty_columns();
    return heading("Achieved") + table.text();
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
    auto table = table_of({"Milestone", "From → to", "By", "Which move", "Why"});
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
            table.add(
                {safe_markdown(entry.title), way_in_words(entry, report), days ? "**" + by + "**" : by, which, why});
        }
    };
    tell(moved.slipped, true);
    tell(moved.brought_forward, true);
    tell(moved.unmoved, false);
    for (auto const& entry : moved.dated)
        if (!entry.moved)
            table.add({safe_markdown(entry.title), way_in_words(entry, report), got_date(entry, report), "",
                       reason_and_source(entry.source, report, safe_markdown)});
    for (auto const& entry : moved.undated)
        table.add(
            {safe_markdown(entry.title), way_in_words(entry, report), "**" + lost_date(entry) + "**", "",
             reason(entry.source, safe_markdown) + " (" + source_in_words(entry.source, report, safe_markdown) + ')'});
    out += table.text();
    for (auto const& said : {slip_totals_sentence(report), corrections_sentence(report)})
        if (!said.empty()) out += '\n' + said + '\n';
    return out;
}

std::string added(ProgressReport const& report)
{
    if (is_empty(report, ReportSection::added)) return {};
    auto out = heading("New");
    auto table = table_of({"Milestone", "Planned", "Owner", "Recorded by"});
    for (auto const& entry : report.added) {
        if (!entry.open()) continue;
        auto const& milestone = entry.milestone;
        auto const fate = fate_of_new(entry);
        table.add({safe_markdown(milestone.title),
                   plan_of_new(entry, report) + (fate.empty() ? "" : "; " + std::string{fate}),
                   milestone.owner.empty() ? "no owner named" : safe_markdown(milestone.owner),
                   source_in_words(entry.source, report, safe_markdown)});
    }
    out += table.text();
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
    auto table = table_of({"What", "When", "How soon", "Who or where"});
    for (auto const& ahead : all)
        table.add({ahead.title, date_here(ahead.on, report, ahead.time), ago_or_ahead(report.today, ahead.on),
                   ahead.who_or_where});
    return heading("Coming up") + table.text();
}

std::string overdue(ProgressReport const& report)
{
    if (report.plans.overdue.empty()) return {};
    auto table = table_of({"Milestone", "Planned", "Late by", "Owner"});
    for (auto const& late : report.plans.overdue)
        table.add({overdue_name(late, safe_markdown), date_here(*late.milestone.planned, report),
                   days_in_words(late.days),
                   late.milestone.owner.empty() ? "no owner named" : safe_markdown(late.milestone.owner)});
    return heading("Overdue") + table.text();
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
    auto table = table_of({"Milestone", "Planned", "Starts", "Owner"});
    for (auto const& conflict : report.conflicts)
        table.add({safe_markdown(conflict.milestone.title), date_here(*conflict.milestone.planned, report),
                   conflict_in_words(conflict, report, safe_markdown),
                   conflict.milestone.owner.empty() ? "no owner named" : safe_markdown(conflict.milestone.owner)});
    return heading("Conflicts") + table.text();
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
    if (actions.open_count > 0) out += open_actions_sentence(report) + (here.empty() ? "" : " " + here) + "\n\n";
    auto table = table_of({"Who", "What", "Where it was agreed", "State"});
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open)
            table.add(
                {owner.owner.empty() ? "no owner named" : safe_markdown(owner.name), safe_markdown(action.item.text),
                 safe_markdown(action.meeting_title) + " (" + safe_markdown(action.item.id) + ')',
                 (action.overdue > 0 ? "**" + action_state(action, report) + "**" : action_state(action, report))});
    out += table.text();
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
    auto table = table_of({"Whose", "How many", "Which"});
    for (auto const& owner : report.freshness.owners)
        if (owner.oldest)
            table.add({owner.owner.empty() ? "no owner named" : safe_markdown(owner.name), stale_matters(owner),
                       oldest_matter(owner, safe_markdown)});
    return heading("Untouched") + freshness_sentence(report) + "\n\n" + table.text();
}

std::string satellites(ProgressReport const& report)
{
    if (report.satellites.empty()) return {};
    auto table = table_of({"Satellite", "Milestones reached", "Where it is", "What comes"});
    for (auto const& satellite : report.satellites)
        table.add({safe_markdown(satellite.name), share_of_satellite(satellite), whereabouts(satellite, report),
                   what_comes(satellite, report, safe_markdown)});
    return heading("Satellites") + table.text();
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
