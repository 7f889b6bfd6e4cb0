#include "print/json/report_json.hpp"

#include "facts/report/quiet.hpp"
#include "print/json/changes_json.hpp"
#include "print/json/forecast_json.hpp"
#include "print/json/meetings_json.hpp"
#include "print/json/publication_json.hpp"
#include "print/json/report_values.hpp"
#include "print/json/statements_json.hpp"
#include "print/made_line.hpp"

namespace sss {

namespace {

constexpr int format_number = 1;

std::string_view name(Precision precision)
{
    constexpr std::string_view names[] = {"instant", "day", "month", "quarter", "half", "year"};
    return names[static_cast<std::size_t>(precision)];
}

Json as_json(Slip const& slip)
{
    Json json{{"days", slip.days},
              {"precision", name(slip.precision)},
              {"approximate", slip.approximate},
              {"within", slip.within}};
    if (slip.seconds != 0) json["seconds"] = slip.seconds;
    return json;
}

Json slip_or_null(std::optional<Slip> const& slip)
{
    return slip ? as_json(*slip) : Json{};
}

Json as_json(Tally const& tally)
{
    return {{"count", tally.count}, {"weight", tally.weight}};
}

Json as_json(Expected const& entry)
{
    return {{"kind", entry.kind},
            {"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"planned", date_or_null(entry.planned)},
            {"baseline", date_or_null(entry.baseline)},
            {"failed_on", date_or_null(entry.failed_on)},
            {"not_before", date_or_null(entry.not_before)}};
}

Json standing(Standing const& standing)
{
    Json json{{"reached", as_json(standing.reached)},
              {"total", as_json(standing.total)},
              {"cancelled", standing.cancelled},
              {"no_longer_awaited", standing.dropped},
              {"failed_and_repeated", standing.repeated}};
    json["satellites_without_plan"] = standing.satellites_without_plan;
    json["since_start"] = standing.since_start ? Json{{"reached", as_json(standing.since_start->reached)},
                                                      {"total", as_json(standing.since_start->total)}}
                                               : Json{};
    json["next"] = standing.next ? as_json(*standing.next) : Json{};
    return json;
}

std::string_view name(Schedule verdict)
{
    constexpr std::string_view names[] = {"nothing-open", "unknown", "on-schedule", "partly-behind", "behind"};
    return names[static_cast<std::size_t>(verdict)];
}

Json as_json(Health const& health)
{
    return {{"verdict", name(health.verdict)},
            {"tolerance_days", health.tolerance_days},
            {"open", health.open},
            {"not_judged", health.unjudged},
            {"without_baseline", health.without_baseline},
            {"overdue", health.overdue},
            {"after_baseline", health.after_baseline},
            {"behind", list(health.behind,
                            [](Behind const& one) {
                                auto json = as_json(one.milestone);
                                json["overdue"] = one.overdue;
                                json["after_baseline"] = slip_or_null(one.after_baseline);
                                return json;
                            })},
            {"reached_with_baseline", health.reached_with_baseline},
            {"reached_late", health.reached_late}};
}

Json as_json(NarrowedTo const& to)
{
    auto const part = [](NamedPart const& one) {
        return Json{{"id", text_or_null(one.id)}, {"name", text_or_null(one.name)}, {"on_record", one.on_record}};
    };
    return {{"satellites", list(to.satellites, part)},
            {"organisations", list(to.organisations, part)},
            {"kinds", list(to.kinds, [](std::string const& kind) { return kind; })}};
}

Json as_json(Achieved const& entry)
{
    return {{"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"actual", entry.on.text()},
            {"outcome", text_or_null(entry.outcome)},
            {"against_plan", slip_or_null(entry.against_plan)},
            {"against_baseline", slip_or_null(entry.against_baseline)},
            {"recorded_late_days", entry.days_until_recorded ? Json(*entry.days_until_recorded) : Json{}},
            {"source", source_or_null(entry.source)}};
}

Json as_json(Failed const& entry)
{
    return {{"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"launch", entry.launch},
            {"held", entry.on.text()},
            {"repeated_by", text_or_null(entry.repeated_by)},
            {"before_period", entry.before_period},
            {"source", source_or_null(entry.source)}};
}

Json as_json(Reopened const& entry)
{
    return {{"id", entry.id}, {"title", entry.title}, {"was", entry.was.text()}, {"source", as_json(entry.source)}};
}

Json as_json(SlipOrigin const& origin)
{
    constexpr std::string_view why[] = {"", "rough-date", "unreadable", "circle", "new"};
    return {{"inherited", origin.inherited},
            {"own", origin.own},
            {"unknown", origin.unknown},
            {"why_unknown", text_or_null(std::string{why[static_cast<std::size_t>(origin.why_unknown)]})},
            {"because", text_or_null(origin.because)}};
}

Json as_json(Moved const& entry)
{
    return {{"kind", entry.kind},
            {"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"from", entry.way.front().text()},
            {"to", entry.way.back().text()},
            {"way", list(entry.way, [](Date const& date) { return date.text(); })},
            {"slip", as_json(entry.slip)},
            {"moves", entry.moves},
            {"ordinal", entry.ordinal},
            {"total", as_json(entry.total)},
            {"since_baseline", slip_or_null(entry.since_baseline)},
            {"origin", entry.slip.days > 0 ? as_json(entry.origin) : Json{}},
            {"reached", entry.reached},
            {"sources", list(entry.sources, [](Source const& source) { return as_json(source); })}};
}

Json as_json(Dated const& entry)
{
    return {{"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"date", entry.date.text()},
            {"baseline", date_or_null(entry.baseline)},
            {"moved", entry.moved},
            {"source", as_json(entry.source)}};
}

Json as_json(Undated const& entry)
{
    return {{"id", entry.id},
            {"title", entry.title},
            {"satellite", text_or_null(entry.satellite)},
            {"owner", text_or_null(entry.owner)},
            {"date", entry.date.text()},
            {"not_before", date_or_null(entry.not_before)},
            {"moves", entry.moves},
            {"source", as_json(entry.source)}};
}

Json moved(MovedDates const& moved)
{
    auto const tell = [](Moved const& entry) { return as_json(entry); };
    return {{"slipped", list(moved.slipped, tell)},
            {"brought_forward", list(moved.brought_forward, tell)},
            {"moved_and_back", list(moved.unmoved, tell)},
            {"dated", list(moved.dated, [](Dated const& entry) { return as_json(entry); })},
            {"undated", list(moved.undated, [](Undated const& entry) { return as_json(entry); })},
            {"corrections", moved.corrections},
            {"slip_days",
             {{"total", moved.totals.days},
              {"inherited", moved.totals.inherited},
              {"own", moved.totals.own},
              {"unknown", moved.totals.unknown}}}};
}

Json as_json(NewMilestone const& entry)
{
    auto json = as_json(entry.milestone);
    json["reached"] = entry.reached;
    json["cancelled"] = entry.cancelled;
    json["dropped"] = entry.dropped;
    json["first_planned"] = date_or_null(entry.first_planned);
    json["source"] = as_json(entry.source);
    return json;
}

Json as_json(Conflict const& conflict)
{
    return {{"milestone", as_json(conflict.milestone)},
            {"needed", as_json(conflict.needed)},
            {"path", list(conflict.path, [](std::string const& id) { return id; })},
            {"order", conflict.order == Order::too_early ? "too-early" : "overlapping"},
            {"margin_days", conflict.margin},
            {"exact", conflict.exact},
            {"new", conflict.is_new}};
}

Json as_json(Cancelled const& entry)
{
    return {{"kind", entry.kind},
            {"id", entry.id},
            {"title", entry.title},
            {"date", date_or_null(entry.on)},
            {"reason", text_or_null(entry.reason)},
            {"source", source_or_null(entry.source)}};
}

Json as_json(Reinstated const& entry)
{
    return {{"id", entry.id},
            {"title", entry.title},
            {"was_cancelled", date_or_null(entry.was)},
            {"reached", entry.reached},
            {"source", as_json(entry.source)}};
}

Json as_json(MeetingRids const& entry)
{
    return {{"meeting", entry.meeting},
            {"title", entry.title},
            {"date", date_or_null(entry.on)},
            {"satellites", list(entry.satellites, [](std::string const& name) { return name; })},
            {"rids", as_json(entry.rids)},
            {"left_open", count_or_null(entry.left_open)}};
}

Json as_json(ReviewItems const& rids)
{
    auto const tell = [](MeetingRids const& entry) { return as_json(entry); };
    return {{"total", as_json(rids.total)},
            {"held_in_period", as_json(rids.held)},
            {"recorded_in_period", as_json(rids.earlier)},
            {"meetings", list(rids.meetings, tell)},
            {"latest", list(rids.latest, tell)},
            {"left_open", count_or_null(rids.left_open)},
            {"not_told", rids.untold}};
}

Json as_json(Freshness const& freshness)
{
    if (!freshness.known) return {};
    auto const oldest = [](Untouched const& one) {
        return Json{{"id", one.id},       {"meeting", text_or_null(one.meeting)},
                    {"title", one.title}, {"since", iso(one.since)},
                    {"days", one.days},   {"at_least", one.at_least}};
    };
    return {{"stale_days", freshness.stale_days},
            {"open", freshness.open},
            {"stale", freshness.stale},
            {"by_owner", list(freshness.owners, [&](OwnersFreshness const& owner) {
                 return Json{{"owner", text_or_null(owner.owner)},
                             {"name", text_or_null(owner.name)},
                             {"open_milestones", owner.open_milestones},
                             {"open_actions", owner.open_actions},
                             {"stale_milestones", owner.stale_milestones},
                             {"stale_actions", owner.stale_actions},
                             {"oldest", owner.oldest ? oldest(*owner.oldest) : Json{}}};
             })}};
}

Json as_json(SatelliteStanding const& satellite)
{
    constexpr std::string_view where[] = {"before-launch", "in-orbit",      "lost-at-launch",
                                          "re-entered",    "mission-ended", "given-up"};
    return {{"id", satellite.id},
            {"name", satellite.name},
            {"where", where[static_cast<std::size_t>(satellite.where)]},
            {"since", date_or_null(satellite.since)},
            {"changed_in_period", satellite.news},
            {"days_in_orbit", number_or_null(satellite.days)},
            {"phase", text_or_null(satellite.phase)},
            {"last_review", text_or_null(satellite.last_review)},
            {"held_review", text_or_null(satellite.held_review)},
            {"held_review_failed", satellite.held_review_failed},
            {"given_up", satellite.given_up},
            {"reached", as_json(satellite.reached)},
            {"total", as_json(satellite.total)},
            {"reached_in_all", as_json(satellite.reached_in_all)},
            {"total_in_all", as_json(satellite.total_in_all)},
            {"open", satellite.open},
            {"next", satellite.next ? as_json(*satellite.next) : Json{}},
            {"launch", satellite.launch ? as_json(*satellite.launch) : Json{}},
            {"launch_behind", slip_or_null(satellite.launch_behind)}};
}

Json as_json(NamedRecord const& record)
{
    return {{"id", record.id},
            {"title", record.title},
            {"former_id", text_or_null(record.former_id)},
            {"fields", list(record.fields, [](std::string const& field) { return field; })}};
}

Json as_json(KindNews const& news)
{
    auto const tell = [](NamedRecord const& record) { return as_json(record); };
    return {{"kind", news.kind},
            {"added", list(news.added, tell)},
            {"removed", list(news.removed, tell)},
            {"renamed", list(news.renamed, tell)},
            {"changed", list(news.changed, tell)}};
}

template <typename List>
Json listed(List const& entries)
{
    return list(entries, [](auto const& entry) { return as_json(entry); });
}

Json made(Provenance const& made)
{
    Json json = {{"version", text_or_null(made.version)},
                 {"command", made.arguments.empty() ? Json{} : Json(command_line_of(made.arguments))}};
    if (!made.replaced.empty()) json["replaced"] = made.replaced;
    json["beside"] = made.beside;
    return json;
}

/// Days that passed in the period without a word.
Json fell_due_json(ProgressReport const& report)
{
    auto const due = fell_due(report);
    return {{"planned", list(due.planned,
                             [](Late const* late) {
                                 return Json{{"kind", late->milestone.kind}, {"id", late->milestone.id}};
                             })},
            {"actions", list(due.actions, [](ActionStanding const* action) {
                 return Json{{"meeting", action->meeting}, {"id", action->item.id}};
             })}};
}

}  // namespace

std::string report_json(ProgressReport const& report)
{
    Json json{{"format", format_number}, {"report", "progress"}, {"programme", text_or_null(report.programme)}};
    json["programme_description"] = text_or_null(report.description);
    json["period"] = {
        {"name", report.period.name}, {"first", iso(report.period.first)}, {"last", iso(report.period.last)}};
    json["as_of"] = iso(report.today);
    json["time_zone"] = report.zone;
    json["commit"] = report.snapshot ? Json(report.snapshot->hex()) : Json{};
    json["narrowed_to"] = as_json(report.narrowed_to);
    json["made"] = made(report.made);
    json["records"] = report.records;
    json["records_begin"] = report.records_begin ? Json(iso(*report.records_begin)) : Json{};
    json["from_dates_only"] = report.from_dates_only;
    json["imported"] = report.imported;
    json["nothing_changed"] = report.quiet;
    json["fell_due"] = fell_due_json(report);
    json["standing"] = standing(report.standing);
    json["schedule"] = as_json(report.health);
    json["achieved"] = listed(report.achieved);
    json["failed"] = listed(report.failed);
    json["reopened"] = listed(report.reopened);
    json["moved"] = moved(report.moved);
    json["new_milestones"] = listed(report.added);
    json["cancelled"] = listed(report.cancelled);
    json["reinstated"] = listed(report.reinstated);
    json["upcoming_days"] = report.upcoming_days;
    json["coming_up"] = listed(report.plans.coming_up);
    json["overdue"] = list(report.plans.overdue, [](Late const& late) {
        auto entry = as_json(late.milestone);
        entry["days"] = late.days;
        return entry;
    });
    json["undated"] = listed(report.plans.undated);
    json["conflicts"] = listed(report.conflicts);
    json["meetings"] = listed(report.meetings.news);
    json["coming_meetings"] = listed(report.meetings.coming);
    json["actions"] = actions_json(report.actions);
    json["rids"] = as_json(report.rids);
    json["satellites"] = listed(report.satellites);
    json["statements"] = statements_json(report.statements);
    json["freshness"] = as_json(report.freshness);
    json["record_news"] = listed(report.record_news);
    if (!report.promised.empty()) json["publication"] = promised_json(report.promised);
    json["forecast"] = report.forecasts ? forecast_object(*report.forecasts, false) : Json{};
    json["left_out"] = list(report.left_out, [](LeftOut const& entry) {
        return Json{{"path", entry.path}, {"why", entry.why}};
    });
    json["unreadable_versions"] = report.unreadable_versions;
    if (!report.wrong_clocks.empty())
        json["wrong_clocks"] = list(report.wrong_clocks, [](ProgressReport::WrongClock const& one) {
            return Json{{"commit", one.commit.hex()}, {"says", iso(one.says)}, {"counts", iso(one.counts)}};
        });
    return dumped(json);
}

}  // namespace sss
