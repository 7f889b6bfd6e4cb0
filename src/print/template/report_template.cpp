#include "print/template/report_template.hpp"

#include "print/made_line.hpp"
#include "print/record_text.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report/report_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sss {

namespace {

/// All on one line, so that a text made by a template can be verified too.
std::string made_line(ProgressReport const& report)
{
    auto const made = made_from(report);
    return made.empty() ? made : made + ": " + command_line_of(report.made.arguments);
}

std::string template_number(std::int64_t value)
{
    return fmt::format("{}", value);
}

std::string iso_of(std::optional<Date> const& date)
{
    return date ? date->text() : std::string{};
}

std::string words_of(std::optional<Date> const& date, bool time = false)
{
    return date ? date_here(*date, time) : std::string{};
}

/// A section of a report stands once where it has something to tell, and its NO_ counterpart where it has not.
void put(TemplateValues& into, std::string_view name, std::string_view no_name, bool any, TemplateValues values)
{
    if (any)
        into.sections.emplace_back(name, std::move(values));
    else
        into.sections.emplace_back(no_name, TemplateValues{});
}

TemplateValues source_values(Source const& source)
{
    return {{{"REASON", bounded_line(source.reason)},
             {"AUTHOR", bounded_line(source.author)},
             {"DAY", iso(source.day)},
             {"COMMIT", source.commit.hex()},
             {"COMMIT_SHORT", source.commit.brief()}},
            {}};
}

void put_source(TemplateValues& into, std::optional<Source> const& source)
{
    if (source) into.sections.emplace_back("SOURCE", source_values(*source));
}

TemplateValues milestone(Expected const& entry, ProgressReport const& report)
{
    return {{{"TITLE", bounded_line(entry.title)},
             {"ID", entry.id},
             {"SATELLITE", entry.satellite},
             {"OWNER", bounded_line(entry.owner)},
             {"PLANNED", iso_of(entry.planned)},
             {"PLANNED_IN_WORDS", words_of(entry.planned)},
             {"AWAY", entry.planned ? ago_or_ahead(report.today, *entry.planned) : std::string{}}},
            {}};
}

void put_achieved(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.achieved))}}, {}};
    for (auto const& entry : report.achieved) {
        TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                            {"ID", entry.id},
                            {"SATELLITE", entry.satellite},
                            {"OWNER", bounded_line(entry.owner)},
                            {"ON", entry.on.text()},
                            {"ON_IN_WORDS", date_here(entry.on)},
                            {"OUTCOME", said_bounded(outcome_in_words(entry.outcome))},
                            {"PUNCTUALITY", said_bounded(punctuality(entry))},
                            {"RECORDING", said_bounded(recording(entry))}},
                           {}};
        put_source(one, entry.source);
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "ACHIEVED", "NO_ACHIEVED", !report.achieved.empty(), std::move(all));
}

void put_failed(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.failed))}}, {}};
    for (auto const& entry : report.failed) {
        TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                            {"ID", entry.id},
                            {"SATELLITE", entry.satellite},
                            {"OWNER", bounded_line(entry.owner)},
                            {"ON", entry.on.text()},
                            {"ON_IN_WORDS", date_here(entry.on)},
                            {"REPEATED_BY", entry.repeated_by},
                            {"WHAT_COMES", said_bounded(after_failure(entry))}},
                           {}};
        put_source(one, entry.source);
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "FAILED", "NO_FAILED", !report.failed.empty(), std::move(all));
}

void put_reopened(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.reopened))}}, {}};
    for (auto const& entry : report.reopened) {
        TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                            {"ID", entry.id},
                            {"WAS", entry.was.text()},
                            {"WAS_IN_WORDS", date_here(entry.was)}},
                           {}};
        put_source(one, entry.source);
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "REOPENED", "NO_REOPENED", !report.reopened.empty(), std::move(all));

    TemplateValues stand_again{{{"COUNT", template_number(std::ssize(report.reinstated))}}, {}};
    for (auto const& entry : report.reinstated) {
        TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                            {"ID", entry.id},
                            {"WAS", iso_of(entry.was)},
                            {"WAS_IN_WORDS", said_bounded(reinstated_was(entry))}},
                           {}};
        put_source(one, entry.source);
        stand_again.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "REINSTATED", "NO_REINSTATED", !report.reinstated.empty(), std::move(stand_again));
}

TemplateValues moved_values(Moved const& entry, std::string_view direction)
{
    TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                        {"ID", entry.id},
                        {"SATELLITE", entry.satellite},
                        {"OWNER", bounded_line(entry.owner)},
                        {"FROM", entry.way.empty() ? std::string{} : entry.way.front().text()},
                        {"TO", entry.way.empty() ? std::string{} : entry.way.back().text()},
                        {"WAY", way_in_words(entry)},
                        {"DAYS", template_number(entry.slip.days)},
                        {"BY", slip_in_words(entry.slip)},
                        {"WHICH_MOVE", said_bounded(which_move(entry))},
                        {"MOVES", template_number(entry.moves)},
                        {"ORDINAL", template_number(entry.ordinal)},
                        {"TOTAL_DAYS", template_number(entry.total.days)},
                        {"SINCE_BASELINE", said_bounded(behind_baseline(entry.since_baseline))},
                        {"INHERITED_DAYS", template_number(entry.origin.inherited)},
                        {"OWN_DAYS", template_number(entry.origin.own)},
                        {"ORIGIN", said_bounded(origin_in_words(entry))}},
                       {{direction, {}}}};
    for (auto const& source : entry.sources) one.sections.emplace_back("SOURCE", source_values(source));
    return one;
}

void put_moved(TemplateValues& into, ProgressReport const& report)
{
    auto const& moved = report.moved;
    auto const count = std::ssize(moved.slipped) + std::ssize(moved.brought_forward) + std::ssize(moved.unmoved);
    TemplateValues all{{{"COUNT", template_number(count)},
                        {"SLIPPED_COUNT", template_number(std::ssize(moved.slipped))},
                        {"IN_ALL", said_bounded(slip_totals_sentence(report))}},
                       {}};
    auto const add = [&](std::vector<Moved> const& list, std::string_view direction) {
        for (auto const& entry : list) all.sections.emplace_back("MILESTONE", moved_values(entry, direction));
    };
    add(moved.slipped, "SLIPPED");
    add(moved.brought_forward, "FORWARD");
    add(moved.unmoved, "BACK");
    put(into, "MOVED", "NO_MOVED", count > 0, std::move(all));
}

template <typename Entry>
TemplateValues dating_values(Entry const& entry)
{
    return {{{"TITLE", bounded_line(entry.title)},
             {"ID", entry.id},
             {"SATELLITE", entry.satellite},
             {"OWNER", bounded_line(entry.owner)},
             {"DATE", entry.date.text()},
             {"DATE_IN_WORDS", date_here(entry.date)}},
            {}};
}

void put_dated(TemplateValues& into, ProgressReport const& report)
{
    auto const& moved = report.moved;
    TemplateValues dated{{{"COUNT", template_number(std::ssize(moved.dated))}}, {}};
    for (auto const& entry : moved.dated) {
        auto one = dating_values(entry);
        one.variables.emplace_back("BASELINE", iso_of(entry.baseline));
        if (entry.moved) one.sections.emplace_back("MOVED_SINCE", TemplateValues{});
        put_source(one, entry.source);
        dated.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "NEWLY_DATED", "NO_NEWLY_DATED", !moved.dated.empty(), std::move(dated));

    TemplateValues undated{{{"COUNT", template_number(std::ssize(moved.undated))}}, {}};
    for (auto const& entry : moved.undated) {
        auto one = dating_values(entry);
        one.variables.emplace_back("NOT_BEFORE", entry.not_before ? entry.not_before->text() : "");
        one.variables.emplace_back("NOT_BEFORE_IN_WORDS", entry.not_before ? date_here(*entry.not_before) : "");
        put_source(one, entry.source);
        undated.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "NEWLY_UNDATED", "NO_NEWLY_UNDATED", !moved.undated.empty(), std::move(undated));
}

void put_added(TemplateValues& into, ProgressReport const& report)
{
    auto const open = std::ranges::count_if(report.added, [](NewMilestone const& entry) { return entry.open(); });
    TemplateValues all{{{"COUNT", template_number(open)}, {"NOT_OPEN", said_bounded(new_but_not_open(report))}}, {}};
    for (auto const& entry : report.added) {
        if (!entry.open()) continue;
        auto one = milestone(entry.milestone, report);
        one.variables.emplace_back("FIRST_PLANNED", iso_of(entry.first_planned));
        one.variables.emplace_back("PLAN", said_bounded(plan_of_new(entry)));
        put_source(one, entry.source);
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "ADDED", "NO_ADDED", !is_empty(report, ReportSection::added), std::move(all));
}

void put_conflicts(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.conflicts))}}, {}};
    for (auto const& conflict : report.conflicts) {
        auto one = milestone(conflict.milestone, report);
        one.variables.emplace_back("NEEDS", bounded_line(conflict.needed.title));
        one.variables.emplace_back("NEEDS_ID", conflict.needed.id);
        one.variables.emplace_back("MARGIN_DAYS", template_number(conflict.margin));
        one.variables.emplace_back("STARTS", said_bounded(conflict_in_words(conflict, report)));
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "CONFLICTS", "NO_CONFLICTS", !report.conflicts.empty(), std::move(all));
}

void put_cancelled(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.cancelled))}}, {}};
    for (auto const& entry : report.cancelled) {
        TemplateValues one{{{"TITLE", bounded_line(entry.title)},
                            {"ID", entry.id},
                            {"ON", iso_of(entry.on)},
                            {"ON_IN_WORDS", words_of(entry.on)},
                            {"WHY", bounded_line(entry.reason)}},
                           {}};
        put_source(one, entry.source);
        all.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "CANCELLED", "NO_CANCELLED", !report.cancelled.empty(), std::move(all));
}

void put_plans(TemplateValues& into, ProgressReport const& report)
{
    auto const ahead = coming_up(report);
    TemplateValues coming{{{"COUNT", template_number(std::ssize(ahead))}}, {}};
    for (auto const& entry : ahead)
        coming.sections.push_back({"ITEM",
                                   {{{"TITLE", said_bounded(entry.title)},
                                     {"ON", entry.on.text()},
                                     {"ON_IN_WORDS", date_here(entry.on, entry.time)},
                                     {"AWAY", ago_or_ahead(report.today, entry.on)},
                                     {"WHO_OR_WHERE", said_bounded(entry.who_or_where)}},
                                    {}}});
    put(into, "COMING_UP", "NO_COMING_UP", !ahead.empty(), std::move(coming));

    TemplateValues overdue{{{"COUNT", template_number(std::ssize(report.plans.overdue))}}, {}};
    for (auto const& late : report.plans.overdue) {
        auto one = milestone(late.milestone, report);
        one.variables.front().second = said_bounded(overdue_name(late));
        one.variables.emplace_back("LATE_DAYS", template_number(late.days));
        one.variables.emplace_back("LATE", days_in_words(late.days));
        overdue.sections.emplace_back("MILESTONE", std::move(one));
    }
    put(into, "OVERDUE", "NO_OVERDUE", !report.plans.overdue.empty(), std::move(overdue));

    TemplateValues undated{{{"COUNT", template_number(std::ssize(report.plans.undated))}}, {}};
    for (auto const& entry : report.plans.undated)
        undated.sections.push_back({"MILESTONE",
                                    {{{"TITLE", bounded_line(entry.title)},
                                      {"ID", entry.id},
                                      {"SATELLITE", entry.satellite},
                                      {"OWNER", bounded_line(entry.owner)},
                                      {"NOT_BEFORE", entry.not_before ? entry.not_before->text() : ""},
                                      {"NOT_BEFORE_IN_WORDS", entry.not_before ? date_here(*entry.not_before) : ""}},
                                     {}}});
    put(into, "UNDATED", "NO_UNDATED", !report.plans.undated.empty(), std::move(undated));
}

void put_meetings(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.meetings.news))}}, {}};
    for (auto const& meeting : report.meetings.news) {
        TemplateValues one{{{"TITLE", bounded_line(meeting.title)},
                            {"ID", meeting.id},
                            {"ON", iso_of(meeting.on)},
                            {"PLACE", bounded_line(meeting.place)},
                            {"WHEN_AND_WHERE", said_bounded(meeting_when(meeting))},
                            {"RIDS", said_bounded(rids_in_words(meeting.rids))}},
                           {}};
        for (auto const& decision : meeting.decisions)
            one.sections.push_back({"DECISION", {{{"ID", decision.id}, {"TEXT", bounded_line(decision.text)}}, {}}});
        for (auto const& action : meeting.actions)
            one.sections.push_back({"ACTION",
                                    {{{"ID", action.id},
                                      {"TEXT", bounded_line(action.text)},
                                      {"OWNER", action.owner},
                                      {"DUE", iso_of(action.due)}},
                                     {}}});
        all.sections.emplace_back("MEETING", std::move(one));
    }
    put(into, "MEETINGS", "NO_MEETINGS", !report.meetings.news.empty(), std::move(all));
}

TemplateValues action_values(ActionStanding const& action, ProgressReport const& report, bool open)
{
    return {{{"ID", action.item.id},
             {"TEXT", bounded_line(action.item.text)},
             {"OWNER", action.item.owner},
             {"OWNER_NAME", bounded_line(action.owner_name)},
             {"MEETING", bounded_line(action.meeting_title)},
             {"DUE", iso_of(action.item.due)},
             {"CLOSED", iso_of(action.item.closed)},
             {"LATE_DAYS", template_number(action.overdue)},
             {"AGE_DAYS", action.age ? template_number(*action.age) : std::string{}},
             {"STATE", open ? said_bounded(action_state(action, report)) : ""}},
            {}};
}

void put_actions(TemplateValues& into, ProgressReport const& report)
{
    auto const& actions = report.actions;
    TemplateValues open{
        {{"COUNT", template_number(actions.open_count)}, {"OVERDUE_COUNT", template_number(actions.overdue_count)}},
        {}};
    for (auto const& owner : actions.open)
        for (auto const& action : owner.open) open.sections.emplace_back("ACTION", action_values(action, report, true));
    put(into, "OPEN_ACTIONS", "NO_OPEN_ACTIONS", actions.open_count > 0, std::move(open));

    TemplateValues closed{{{"COUNT", template_number(std::ssize(actions.closed))}}, {}};
    for (auto const& action : actions.closed)
        closed.sections.emplace_back("ACTION", action_values(action, report, false));
    put(into, "CLOSED_ACTIONS", "NO_CLOSED_ACTIONS", !actions.closed.empty(), std::move(closed));

    TemplateValues reopened{{{"COUNT", template_number(std::ssize(actions.reopened))}}, {}};
    for (auto const& action : actions.reopened)
        reopened.sections.emplace_back("ACTION", action_values(action, report, true));
    put(into, "REOPENED_ACTIONS", "NO_REOPENED_ACTIONS", !actions.reopened.empty(), std::move(reopened));
}

void put_lines(TemplateValues& into, std::string_view name, std::string_view no_name, std::vector<Said> const& lines)
{
    TemplateValues all;
    for (auto const& line : lines) all.sections.push_back({"LINE", {{{"TEXT", said_bounded(line)}}, {}}});
    put(into, name, no_name, !lines.empty(), std::move(all));
}

void put_freshness(TemplateValues& into, ProgressReport const& report)
{
    auto const& freshness = report.freshness;
    TemplateValues all{{{"COUNT", template_number(freshness.stale)},
                        {"OPEN_COUNT", template_number(freshness.open)},
                        {"STALE_DAYS", template_number(freshness.stale_days)}},
                       {}};
    for (auto const& owner : freshness.owners)
        if (owner.oldest)
            all.sections.push_back({"OWNER",
                                    {{{"NAME", bounded_line(owner.name)},
                                      {"ID", owner.owner},
                                      {"HOW_MANY", said_bounded(stale_matters(owner))},
                                      {"OLDEST", said_bounded(oldest_matter(owner))},
                                      {"OLDEST_DAYS", template_number(owner.oldest->days)}},
                                     {}}});
    put(into, "UNTOUCHED", "NO_UNTOUCHED", freshness.stale > 0, std::move(all));
}

void put_satellites(TemplateValues& into, ProgressReport const& report)
{
    TemplateValues all{{{"COUNT", template_number(std::ssize(report.satellites))}}, {}};
    for (auto const& satellite : report.satellites)
        all.sections.push_back({"SATELLITE",
                                {{{"NAME", bounded_line(satellite.name)},
                                  {"ID", satellite.id},
                                  {"REACHED", template_number(satellite.reached.count)},
                                  {"TOTAL", template_number(satellite.total.count)},
                                  {"REACHED_IN_ALL", template_number(satellite.reached_in_all.count)},
                                  {"TOTAL_IN_ALL", template_number(satellite.total_in_all.count)},
                                  {"SHARE", said_bounded(share_of_satellite(satellite))},
                                  {"PHASE", satellite.phase},
                                  {"WHERE", said_bounded(whereabouts(satellite))},
                                  {"LAUNCH", satellite.launch ? iso_of(satellite.launch->planned) : std::string{}},
                                  {"WHAT_COMES", said_bounded(what_comes(satellite, report))}},
                                 {}}});
    put(into, "SATELLITES", "NO_SATELLITES", !report.satellites.empty(), std::move(all));
}

void put_forecast(TemplateValues& into, ProgressReport const& report)
{
    if (!report.forecasts || is_empty(report, ReportSection::forecast))
        return put(into, "FORECAST", "NO_FORECAST", false, {});
    TemplateValues all{{{"SAID", said_bounded(forecast_headline(*report.forecasts))}}, {}};
    for (auto const& [title, text] : forecast_lines(*report.forecasts))
        all.sections.push_back({"MILESTONE", {{{"TITLE", said_bounded(title)}, {"RANGE", said_bounded(text)}}, {}}});
    for (auto const& note : forecast_notes(*report.forecasts))
        all.sections.push_back({"NOTE", {{{"TEXT", said_bounded(note)}}, {}}});
    put(into, "FORECAST", "NO_FORECAST", true, std::move(all));
}

TemplateValues values_of(ProgressReport const& report)
{
    auto const& standing = report.standing;
    std::vector<std::string> sentences;
    for (auto const& sentence : headline(report)) sentences.push_back(said_bounded(sentence));
    TemplateValues values{{{"PROGRAMME", bounded_line(report.programme)},
                           {"PERIOD", in_words(report.period)},
                           {"PERIOD_LINE", period_line(report)},
                           {"CODE", report.period.name},
                           {"FIRST", iso(report.period.first)},
                           {"LAST", iso(report.period.last)},
                           {"AS_OF", iso(report.today)},
                           {"AS_OF_IN_WORDS", in_words(report.today)},
                           {"TIME_ZONE", report.zone},
                           {"NARROWED_TO", said_bounded(narrowing_line(report))},
                           {"HEADLINE", fmt::format("{}", fmt::join(sentences, " "))},
                           {"SCHEDULE", said_bounded(schedule_sentence(report))},
                           {"SCHEDULE_MEANS", said_bounded(schedule_definition(report))},
                           {"REACHED", template_number(standing.reached.count)},
                           {"TOTAL", template_number(standing.total.count)},
                           {"COMMIT", report.snapshot ? report.snapshot->hex() : std::string{}},
                           {"COMMIT_SHORT", report.snapshot ? report.snapshot->brief() : std::string{}},
                           {"MADE_FROM", made_line(report)}},
                          {}};
    for (auto const& sentence : sentences) values.sections.push_back({"SENTENCE", {{{"TEXT", sentence}}, {}}});
    for (auto const& remark : remarks(report))
        values.sections.push_back({"REMARK", {{{"TEXT", said_bounded(remark)}}, {}}});
    if (report.quiet) values.sections.push_back({"QUIET", {}});
    auto const& next = standing.next;
    put(values, "NEXT", "NO_NEXT", next.has_value(), next ? milestone(*next, report) : TemplateValues{});
    put_achieved(values, report);
    put_failed(values, report);
    put_reopened(values, report);
    put_moved(values, report);
    put_dated(values, report);
    put_added(values, report);
    put_cancelled(values, report);
    put_plans(values, report);
    put_conflicts(values, report);
    put_meetings(values, report);
    put_actions(values, report);
    put_lines(values, "RIDS", "NO_RIDS", rid_lines(report));
    put_satellites(values, report);
    put_freshness(values, report);
    put_forecast(values, report);
    put_lines(values, "RECORDS", "NO_RECORDS", record_lines(report));
    return values;
}

}  // namespace

std::variant<std::string, TemplateProblem> report_by_template(ProgressReport const& report, std::string_view source,
                                                              TemplateFormat format)
{
    return fill_template(source, format, report_names(), values_of(report));
}

}  // namespace sss
