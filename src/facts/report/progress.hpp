#pragma once

#include "facts/forecast/forecast.hpp"
#include "facts/report/achieved.hpp"
#include "facts/report/conflicts.hpp"
#include "facts/report/freshness.hpp"
#include "facts/report/health.hpp"
#include "facts/report/minutes.hpp"
#include "facts/report/moved.hpp"
#include "facts/report/new_milestones.hpp"
#include "facts/report/plans.hpp"
#include "facts/report/record_news.hpp"
#include "facts/report/report_input.hpp"
#include "facts/report/rids.hpp"
#include "facts/report/satellites.hpp"
#include "facts/report/standing.hpp"
#include "facts/report/statements.hpp"
#include "history/promise_kept.hpp"

namespace sss {

/// An id of the narrowing, and what people call it; an empty id: what belongs to none.
struct NamedPart {
    std::string id;
    std::string name;
    bool on_record = true;  ///< false: its record came after the report's day
};

/// What a report is narrowed to; empty lists: to nothing.
struct NarrowedTo {
    std::vector<NamedPart> satellites;
    std::vector<NamedPart> organisations;
    std::vector<std::string> kinds;

    bool any() const { return !satellites.empty() || !organisations.empty() || !kinds.empty(); }
    /// Whether records of this kind are told of.
    bool tells_of(std::string_view kind) const;
};

/// Where a programme stands and what a period has brought: the facts, one struct a section. Printers only tell them.
struct ProgressReport {
    std::string programme;
    std::string description = {};  ///< of the programme, in its own words; empty: not said
    Period period;
    Day today;
    std::string zone;  ///< "Asia/Shanghai": whose days all days of the report are
    NarrowedTo narrowed_to;
    int upcoming_days = 30;
    std::vector<ReportSection> sections;  ///< those that are printed, in their order
    bool say_empty = false;               ///< a section without content says so
    std::optional<git::Oid> snapshot;
    std::optional<Day> records_begin;       ///< the day of the repository's first commit
    bool from_dates_only = false;           ///< the period lies before that day: record dates alone tell of it
    std::size_t imported = 0;               ///< records that the first commit brought, where it lies in the period
    std::size_t records = 0;                ///< in the snapshot
    std::optional<RecordsRemoved> removed;  ///< why there are none
    Provenance made;                        ///< and how it is made again
    bool quiet = false;                     ///< nothing happened in the period, and nothing was written down in it

    Standing standing;
    Health health;
    std::vector<Achieved> achieved;
    std::vector<Failed> failed;
    std::vector<Reopened> reopened;
    MovedDates moved;
    std::vector<NewMilestone> added;
    std::vector<Cancelled> cancelled;
    std::vector<Reinstated> reinstated;
    Plans plans;
    std::vector<Conflict> conflicts;
    Meetings meetings;
    Actions actions;
    ReviewItems rids;
    std::vector<SatelliteStanding> satellites;
    std::vector<Statement> statements;
    Freshness freshness;
    std::vector<KindNews> record_news;
    std::vector<PromisedReport> promised;  ///< whether publication was kept as promised, of a report of all alone
    int promised_within = 0;               ///< days after the end of a period

    std::vector<LeftOut> left_out;        ///< records that could not be read
    std::size_t unreadable_versions = 0;  ///< old versions of records in the period that could not be read

    /// A commit that counts as of another day than its clock's.
    struct WrongClock {
        git::Oid commit;
        Day says, counts;
    };
    std::vector<WrongClock> wrong_clocks;  ///< of what landed in the period

    std::optional<Forecasts> forecasts;  ///< only where that section is asked for, and the period has a history
};

ProgressReport progress_report(ReportInput const& input);

/// Whether there is nothing to tell because what the report is narrowed to was not on record.
bool is_before_its_part(ProgressReport const& report);

/// Whether a section has nothing to tell. Those whose facts stand elsewhere (`forecast`, `charts`) never are.
bool is_empty(ProgressReport const& report, ReportSection section);
/// Whether a section could have anything to tell: not of kinds that the report is narrowed away from, and before the
/// first commit not of what only a history knows.
bool can_tell(ProgressReport const& report, ReportSection section);

}  // namespace sss
