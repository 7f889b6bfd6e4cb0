#pragma once

#include "reports/achieved.hpp"
#include "reports/minutes.hpp"
#include "reports/moved.hpp"
#include "reports/plans.hpp"
#include "reports/record_news.hpp"
#include "reports/report_input.hpp"
#include "reports/satellites.hpp"
#include "reports/standing.hpp"

namespace sss {

/// Where a programme stands and what a period has brought: the facts, one struct a section. Printers only tell them.
struct ProgressReport {
    std::string programme;
    Period period;
    Day today;
    int upcoming_days = 30;
    std::optional<git::Oid> snapshot;
    std::optional<Day> records_begin;  ///< the day of the repository's first commit
    bool from_dates_only = false;      ///< the period lies before that day: record dates alone tell of it
    std::size_t imported = 0;          ///< records that the first commit brought, where it lies in the period
    std::size_t records = 0;           ///< in the snapshot
    bool quiet = false;                ///< nothing happened in the period, and nothing was written down in it

    Standing standing;
    std::vector<Achieved> achieved;
    std::vector<Reopened> reopened;
    MovedDates moved;
    std::vector<Cancelled> cancelled;
    Plans plans;
    Meetings meetings;
    Actions actions;
    std::vector<SatelliteStanding> satellites;
    std::vector<KindNews> record_news;

    std::vector<LeftOut> left_out;        ///< records that could not be read
    std::size_t unreadable_versions = 0;  ///< old versions of records in the period that could not be read
};

ProgressReport progress_report(ReportInput const& input);

}  // namespace sss
