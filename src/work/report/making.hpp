#pragma once

#include "facts/report/progress.hpp"
#include "history/last_changes.hpp"
#include "history/moves.hpp"
#include "programme/period.hpp"
#include "work/history_view.hpp"
#include "work/report/request.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sss {

class ReproducingRevision;

/// What is reported of, and what of the repository tells it.
struct Scope {
    Period period;
    Day today;  ///< the as-of day: not beyond the period's end
    std::optional<git::Commit>
        from;  ///< what it holds is no news: stood when the period began, or was named in place of that
    std::optional<git::Commit> to;  ///< stood at the as-of day's end
    bool after = false;             ///< `from` was named
    std::string remark = {};        ///< on how the words were understood, to be remarked; mostly empty
};

/// Reads which period the request means. Throws UsageError where that is no period, or one that has not begun.
Scope understand_period(ReportRequest const& request, HistoryView const& past);

/// What the history tells of the period.
struct PeriodStory {
    std::optional<History> history;  ///< nothing: the period lies before the repository's first commit
    std::vector<Move> moves;
    std::optional<Day> records_begin;
    bool first_commit_here = false;
    std::optional<LastChanges> last_changes;  ///< of open_matters(); nothing: not asked
};

/// Says of the story whether it begins with the repository's first records.
/// @param with_records  a tree that is known to hold records; may be none
void tell_beginning(PeriodStory& story, Scope const& scope, HistoryView const& past, git::Oid const& with_records = {});

/// The commit that the records of a report are read from: that of the period's end, or else of the tip.
std::optional<git::Commit> snapshot_of(Scope const& scope, HistoryView const& past);

/// The facts of a report, read for it alone. What its history leaves out is remarked.
ProgressReport make_report(HistoryView const& past, Scope const& scope, ReportRequest const& request,
                           Outside const& outside);

struct Sources;

/// The facts of several reports on the same period, of one part of the programme each, out of one reading of its
/// history; handed over one by one, with the request that it answers.
void make_reports(HistoryView const& past, Scope const& scope, std::vector<ReportRequest> const& requests,
                  Outside const& outside,
                  std::function<void(std::size_t request, ProgressReport const&, Sources const&)> const& take);

/// What a report is read from, for whatever needs more of it than the period's own stretch.
struct Sources {
    Records const& records;                   ///< the snapshot
    std::function<History const&()> history;  ///< from its beginning up to the snapshot; read when it is asked for
};

/// The facts of a report, out of what was read.
ProgressReport report_of(HistoryView const& past, Scope const& scope, PeriodStory const& story, Sources const& sources,
                         ReportRequest const& request, ReproducingRevision& reproducing);

/// Whether the report asks since when open matters rest, and how far that is looked for.
bool wants_freshness(Settings::Report const& settings, ReportRequest const& request);
std::chrono::sys_seconds stale_since(HistoryView const& past, Scope const& scope);

/// Beyond what can be stale, so many landings are looked through for how long a matter has rested: all of a programme's
/// past where it is of an ordinary length, and a bearable part of a long one.
constexpr std::size_t most_landings = 500;

/// The report in the form that is asked for; a UsageError where a message has nobody to send it or to receive it, or
/// the template is wrong.
/// @param past  what the report was made from
/// @param colour   for a terminal
/// @param sources  where they are at hand; else what is drawn is read anew
std::string printed(ProgressReport const& report, ReportRequest const& request, HistoryView const& past, bool colour,
                    Sources const* sources = nullptr);

}  // namespace sss
