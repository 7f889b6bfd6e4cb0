#include "reports/progress.hpp"

namespace sss {

namespace {

/// The records of whose change a section tells.
std::set<RecordName> told_records(ProgressReport const& report)
{
    std::set<RecordName> told;
    auto const tell = [&](char const* kind, auto const& entries) {
        for (auto const& entry : entries) told.emplace(kind, entry.id);
    };
    tell("milestone", report.achieved);
    tell("milestone", report.reopened);
    tell("milestone", report.moved.slipped);
    tell("milestone", report.moved.brought_forward);
    tell("milestone", report.moved.unmoved);
    tell("milestone", report.cancelled);
    tell("meeting", report.meetings.news);
    for (auto const& action : report.actions.closed) told.emplace("meeting", action.meeting);
    return told;
}

bool is_quiet(ProgressReport const& report)
{
    auto const& moved = report.moved;
    return report.imported == 0 && report.achieved.empty() && report.reopened.empty() && moved.slipped.empty() &&
           moved.brought_forward.empty() && moved.unmoved.empty() && moved.corrections == 0 &&
           report.cancelled.empty() && report.meetings.news.empty() && report.actions.closed.empty() &&
           report.record_news.empty();
}

}  // namespace

ProgressReport progress_report(ReportInput const& input)
{
    auto basis = report_basis(input);
    ProgressReport report;
    report.programme = input.programme;
    report.period = input.period;
    report.today = input.today;
    report.upcoming_days = input.upcoming_days;
    if (input.snapshot) report.snapshot = input.snapshot->id;
    report.records_begin = input.records_begin;
    report.from_dates_only = basis.from_dates_only();
    report.imported = basis.imported;
    report.records = basis.state.records;
    if (input.history != nullptr) report.unreadable_versions = input.history->unreadable_versions;

    report.standing = standing(basis);
    report.achieved = achieved(basis);
    report.reopened = reopened(basis);
    report.moved = moved(basis);
    report.cancelled = cancelled(basis);
    report.plans = plans(basis);
    report.meetings = meetings(basis);
    report.actions = actions(basis);
    report.satellites = satellites(basis);
    report.record_news = record_news(basis, told_records(report));
    report.left_out = std::move(basis.state.left_out);
    report.quiet = is_quiet(report);
    return report;
}

}  // namespace sss
