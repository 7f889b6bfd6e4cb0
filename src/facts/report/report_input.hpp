#pragma once

#include "facts/query/narrowing.hpp"
#include "facts/report/provenance.hpp"
#include "facts/standard_records.hpp"
#include "history/history.hpp"
#include "history/last_changes.hpp"
#include "history/moves.hpp"
#include "programme/date.hpp"
#include "programme/period.hpp"
#include "records/records.hpp"
#include "records/settings.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// How a programme's last records went.
struct RecordsRemoved {
    std::size_t count = 0;
    Day day;
    std::string who;
};

/// All that a progress report is made of. What it points to must outlive the report's making, not the report.
struct ReportInput {
    Records const& records;            ///< the snapshot on `today`
    History const* history = nullptr;  ///< what landed in the period; nullptr: the period lies before the first commit
    std::span<Move const> moves = {};  ///< of the period; their `commit` is an index into history->commits
    Period period;
    Day today;  ///< the as-of day; the period may reach beyond it (this-week), and should not end before it
    Zone const& zone;
    std::string programme;                               ///< its name; may be empty
    std::string description = {};                        ///< of the programme, in its own words; may be empty
    Settings::Report settings = {};                      ///< its habits
    Narrowing narrowing = {};                            ///< to which part of the programme
    std::optional<git::Commit> snapshot = std::nullopt;  ///< the commit of `records`
    std::optional<Day> records_begin = std::nullopt;     ///< the day of the repository's first commit
    bool first_commit_here = false;  ///< history->commits begins with it: what it brings is an import, and no news
    /// Of the commit that was named as the period's beginning; nothing: the day before the period's first one.
    std::optional<Day> begun_on = std::nullopt;
    LastChanges const* last_changes = nullptr;   ///< of the open milestones and of meetings with open actions; nullptr:
                                                 ///< not asked
    std::optional<RecordsRemoved> removed = {};  ///< why there are no records; nothing: there never were, or are some
    Provenance made = {};                        ///< said at the report's end

    /// Whether what a commit of the history brought is the import: it landed with the first one, maybe by one merge.
    bool imported(std::uint32_t commit) const
    {
        return first_commit_here && history->commits[commit].landed == history->commits.front().landed;
    }
    /// The last day that was told of when the period began.
    Day told_until() const { return std::max(period.first - std::chrono::days{1}, begun_on.value_or(Day::min())); }
};

/// Which commit told something.
struct Source {
    git::Oid commit;
    std::string author;
    Day day;             ///< on which it reached the branch, in the programme's time zone
    std::string reason;  ///< of its trailer; empty where it gives none
};

/// Milestones that changed, as they stood before, by the id that they bear at the period's end; nothing where there was
/// none.
using MilestonesBefore = std::map<std::string, std::optional<Milestone>, std::less<>>;

/// The input, and what several sections need of it.
struct ReportBasis {
    ReportInput const& input;
    StandardRecords whole;  ///< of the snapshot; of a period before the first commit, turned back to today
    Belongs belongs;        ///< to the part that the report is narrowed to
    StandardRecords state;  ///< that part of the whole, which is what is told
    /// The milestones of the whole by the id of their satellite, in their order.
    std::map<std::string_view, std::vector<Milestone const*>> of_satellite;
    std::vector<Change> steps;  ///< of the period, without the import; of all records
    std::vector<Change> net;    ///< the same, folded
    std::map<RecordKey, Change const*, RecordKeyLess> net_by_record;
    std::size_t imported = 0;  ///< records of that part that the repository's first commit brought in this period
    MilestonesBefore milestones_before;  ///< those of the period, as they stood when it began
    /// What the period's steps did to each milestone, in order and by the id that it bears at the end; of one that was
    /// added in it from its last addition on.
    std::map<std::string, std::vector<Change const*>, std::less<>> milestone_steps;

    /// Where names or parents of satellites and organisations changed in the period: the whole when it began, as far as
    /// it says what belongs where, and the same part of it, by the ids that were used then.
    std::optional<StandardRecords> whole_then;
    std::optional<Belongs> belonged_then;

    explicit ReportBasis(ReportInput const& report_input);
    ReportBasis(ReportBasis const&) = delete;
    ReportBasis& operator=(ReportBasis const&) = delete;

    bool from_dates_only() const { return input.history == nullptr; }
    /// What stands in the snapshot came with the import, or nothing is known of earlier states.
    bool nothing_before() const { return from_dates_only() || input.first_commit_here; }
    Day horizon() const { return input.today + std::chrono::days{input.settings.upcoming_days}; }
    Source source(std::uint32_t commit) const;
    /// The milestones of the whole that are a satellite's.
    std::span<Milestone const* const> milestones_of(Satellite const& satellite) const;
    /// The net change of a record by the name that it bears at the end; nullptr where there is none.
    Change const* net_of(RecordKey const& record) const;
    /// What belonged to the part when the period began.
    Belongs const& belonged() const { return belonged_then ? *belonged_then : belongs; }
    /// What people call the owner; empty where there is none.
    std::string owner_name(Milestone const& milestone) const;
    /// A milestone as it stood when the period began; nullptr where there was none.
    Milestone const* before(std::string_view id) const { return before(id, milestones_before); }
    /// The same for a later point of the period.
    Milestone const* before(std::string_view id, MilestonesBefore const& then) const;
    /// Whether a record of a net change belongs to the part that is told: as it stands, or as it last stood.
    bool tells_of(Change const& change) const;
    /// Whether a record does, by the name that it bears at the end.
    bool tells_of(RecordKey const& record) const;
};

/// As they stood when a commit of the period had landed: those that changed after it.
/// @param commit  index into the history's commits
MilestonesBefore milestones_at(ReportBasis const& basis, std::uint32_t commit);

/// The milestones with their satellites, and the parents of organisations, as they stood when the period began; nothing
/// else of the state.
StandardRecords state_when_begun(ReportBasis const& basis);

/// What a record of a net change said when the period began, or had last said where it could not be read then; nothing
/// where it did not exist.
std::optional<Table> fields_before(ReportBasis const& basis, Change const& change);
/// What it says at the end; nothing where it is gone, or cannot be read.
std::optional<Table> fields_after(ReportBasis const& basis, Change const& change);

}  // namespace sss
