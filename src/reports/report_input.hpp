#pragma once

#include "history/history.hpp"
#include "history/moves.hpp"
#include "programme/date.hpp"
#include "programme/period.hpp"
#include "records/records.hpp"
#include "reports/state.hpp"
#include "support/zone.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// All that a progress report is made of. What it points to must outlive the report's making, not the report.
struct ReportInput {
    Records const& records;            ///< the snapshot on `today`
    History const* history = nullptr;  ///< what landed in the period; nullptr: the period lies before the first commit
    std::span<Move const> moves = {};  ///< of the period; their `commit` is an index into history->commits
    Period period;
    Day today;  ///< the as-of day; the period may reach beyond it (this-week), and should not end before it
    Zone const& zone;
    std::string programme;                               ///< its name; may be empty
    int upcoming_days = 30;                              ///< how far 'coming up' looks beyond today
    std::optional<git::Commit> snapshot = std::nullopt;  ///< the commit of `records`
    std::optional<Day> records_begin = std::nullopt;     ///< the day of the repository's first commit
    bool first_commit_here = false;  ///< history->commits begins with it: what it brings is an import, and no news
};

/// Which commit told something.
struct Source {
    git::Oid commit;
    std::string author;
    Day day;             ///< on which it reached the branch, in the programme's time zone
    std::string reason;  ///< of its trailer; empty where it gives none
};

/// The input, and what several sections need of it.
struct ReportBasis {
    ReportInput const& input;
    State state;                ///< of the snapshot; of a period before the first commit, turned back to today
    std::vector<Change> steps;  ///< of the period, without the import
    std::vector<Change> net;    ///< the same, folded
    std::size_t imported = 0;   ///< records that the repository's first commit brought in this period

    bool from_dates_only() const { return input.history == nullptr; }
    Day horizon() const { return input.today + std::chrono::days{input.upcoming_days}; }
    Source source(std::uint32_t commit) const;
};

ReportBasis report_basis(ReportInput const& input);

/// What a record of a net change said when the period began; nothing where it did not exist.
std::optional<Table> fields_before(ReportBasis const& basis, Change const& change);
/// What it says at the end; nothing where it is gone.
std::optional<Table> fields_after(ReportBasis const& basis, Change const& change);

}  // namespace sss
