#include "facts/report/progress.hpp"

#include <algorithm>

namespace sss {

namespace {

/// The records of whose change a section tells.
std::set<RecordName> told_records(ProgressReport const& report)
{
    std::set<RecordName> told;
    auto const tell = [&](std::string_view kind, auto const& entries) {
        for (auto const& entry : entries) told.emplace(kind, entry.id);
    };
    tell(kinds::milestone, report.achieved);
    tell(kinds::milestone, report.failed);
    tell(kinds::milestone, report.reopened);
    for (auto const* moved : {&report.moved.slipped, &report.moved.brought_forward, &report.moved.unmoved})
        for (auto const& entry : *moved) told.emplace(entry.kind, entry.id);
    tell(kinds::milestone, report.moved.dated);
    tell(kinds::milestone, report.moved.undated);
    for (auto const& entry : report.cancelled) told.emplace(entry.kind, entry.id);
    tell(kinds::milestone, report.reinstated);
    for (auto const& entry : report.added) told.emplace(kinds::milestone, entry.milestone.id);
    tell(kinds::meeting, report.meetings.news);
    for (auto const* list : {&report.actions.closed, &report.actions.reopened})
        for (auto const& action : *list) told.emplace(kinds::meeting, action.meeting);
    return told;
}

bool is_quiet(ProgressReport const& report)
{
    auto const& moved = report.moved;
    return report.imported == 0 && report.achieved.empty() && report.failed.empty() && report.reopened.empty() &&
           moved.slipped.empty() && moved.brought_forward.empty() && moved.unmoved.empty() && moved.corrections == 0 &&
           moved.dated.empty() && moved.undated.empty() && report.added.empty() && report.cancelled.empty() &&
           report.reinstated.empty() && report.meetings.news.empty() && report.actions.closed.empty() &&
           report.actions.reopened.empty() && report.record_news.empty() &&
           std::ranges::none_of(report.satellites, &SatelliteStanding::news) &&
           report.standing.since_start.value_or(Standing::Since{}) == Standing::Since{};
}

bool told_elsewhere(KindNews const& news)
{
    return news.removed.empty() && news.renamed.empty() && news.changed.empty() &&
           std::ranges::all_of(news.added, &NamedRecord::told);
}

NarrowedTo narrowed_to(ReportBasis const& basis)
{
    NarrowedTo narrowed;
    auto const on_record = [&](std::string_view kind, std::string const& id) {
        return id.empty() || basis.input.records.find(kind, id) != nullptr;
    };
    for (auto const& id : basis.input.narrowing.satellites) {
        auto const* satellite = basis.whole.satellite(id);
        narrowed.satellites.push_back(
            {id, satellite != nullptr ? satellite->name : id, on_record(kinds::satellite, id)});
    }
    for (auto const& id : basis.input.narrowing.organisations)
        narrowed.organisations.push_back({id, basis.whole.organisation(id), on_record(kinds::organisation, id)});
    narrowed.kinds = basis.input.narrowing.kinds;
    return narrowed;
}

}  // namespace

bool NarrowedTo::tells_of(std::string_view kind) const
{
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

ProgressReport progress_report(ReportInput const& input)
{
    ReportBasis basis{input};
    ProgressReport report;
    report.programme = input.programme;
    report.description = input.description;
    report.period = input.period;
    report.today = input.today;
    report.narrowed_to = narrowed_to(basis);
    report.upcoming_days = input.settings.upcoming_days;
    report.sections = input.settings.sections;
    report.say_empty = input.settings.say_empty;
    if (input.snapshot) report.snapshot = input.snapshot->id;
    report.made = input.made;
    report.zone = input.zone.name();
    report.records_begin = input.records_begin;
    report.from_dates_only = basis.from_dates_only();
    report.imported = basis.imported;
    report.records = basis.state.records;
    report.removed = input.removed;
    if (input.history != nullptr) {
        report.unreadable_versions = input.history->unreadable_versions;
        for (auto const& one : disbelieved(*input.history))
            report.wrong_clocks.push_back({one.landed, input.zone.day_of(one.clock), input.zone.day_of(one.landed_at)});
    }

    report.standing = standing(basis);
    report.health = health(basis);
    report.achieved = achieved(basis);
    report.failed = failed(basis);
    report.reopened = reopened(basis);
    report.moved = moved(basis);
    report.added = new_milestones(basis);
    report.cancelled = cancelled(basis);
    report.reinstated = reinstated(basis);
    report.plans = plans(basis);
    report.conflicts = conflicts(basis);
    report.meetings = meetings(basis);
    report.actions = actions(basis);
    report.rids = review_items(basis);
    report.satellites = satellites(basis);
    report.statements = statements(basis);
    report.freshness = freshness(basis);
    report.record_news = record_news(basis, told_records(report));
    report.left_out = std::move(basis.state.left_out);
    report.quiet = is_quiet(report);
    return report;
}

bool is_before_its_part(ProgressReport const& report)
{
    auto const missing = [](NamedPart const& part) { return !part.on_record; };
    return report.records == 0 && report.quiet &&
           (std::ranges::any_of(report.narrowed_to.satellites, missing) ||
            std::ranges::any_of(report.narrowed_to.organisations, missing));
}

bool is_empty(ProgressReport const& report, ReportSection section)
{
    auto const& moved = report.moved;
    switch (section) {
        case ReportSection::achieved: return report.achieved.empty();
        case ReportSection::failed: return report.failed.empty();
        case ReportSection::reopened: return report.reopened.empty() && report.reinstated.empty();
        case ReportSection::moved:
            return moved.slipped.empty() && moved.brought_forward.empty() && moved.unmoved.empty() &&
                   moved.corrections == 0 && moved.dated.empty() && moved.undated.empty();
        case ReportSection::added: return report.added.empty();
        case ReportSection::cancelled: return report.cancelled.empty();
        case ReportSection::coming_up: return report.plans.coming_up.empty() && report.meetings.coming.empty();
        case ReportSection::overdue: return report.plans.overdue.empty();
        case ReportSection::undated: return report.plans.undated.empty();
        case ReportSection::conflicts: return report.conflicts.empty();
        case ReportSection::meetings: return report.meetings.news.empty();
        case ReportSection::actions:
            return report.actions.open_count == 0 && report.actions.opened.empty() && report.actions.closed.empty();
        case ReportSection::rids:
            return report.rids.meetings.empty() && report.rids.left_open.value_or(0) == RoughCount{0};
        case ReportSection::satellites: return report.satellites.empty();
        case ReportSection::statements: return report.statements.empty();
        case ReportSection::freshness: return report.freshness.stale == 0;
        case ReportSection::records: return std::ranges::all_of(report.record_news, told_elsewhere);
        case ReportSection::publication: return report.promised.empty();
        case ReportSection::forecast: return !report.forecasts || report.forecasts->milestones.empty();
        case ReportSection::charts: break;
    }
    return false;
}

bool can_tell(ProgressReport const& report, ReportSection section)
{
    auto const milestones = report.narrowed_to.tells_of(kinds::milestone);
    auto const meetings = report.narrowed_to.tells_of(kinds::meeting);
    switch (section) {
        case ReportSection::achieved:
        case ReportSection::failed: return milestones;
        case ReportSection::cancelled: return milestones || meetings || report.narrowed_to.tells_of(kinds::satellite);
        case ReportSection::reopened:
        case ReportSection::moved:
        case ReportSection::added:
        case ReportSection::overdue:
        case ReportSection::undated:
        case ReportSection::conflicts: return milestones && !report.from_dates_only;
        case ReportSection::coming_up: return milestones || meetings;
        case ReportSection::meetings:
        case ReportSection::actions:
        case ReportSection::rids: return meetings;
        case ReportSection::satellites: return report.narrowed_to.tells_of(kinds::satellite);
        case ReportSection::statements: return report.narrowed_to.tells_of(kinds::statement);
        case ReportSection::freshness: return (milestones || meetings) && report.freshness.known;
        case ReportSection::records: return !report.from_dates_only;
        case ReportSection::publication: return !report.promised.empty();
        case ReportSection::forecast: return milestones && report.forecasts.has_value();
        case ReportSection::charts: break;
    }
    return milestones;
}

}  // namespace sss
