#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/chart/trend.hpp"
#include "facts/publication/news.hpp"
#include "facts/publication/publication.hpp"
#include "facts/publication/record_address.hpp"
#include "facts/query/back_references.hpp"
#include "facts/report/progress.hpp"
#include "facts/standard_records.hpp"
#include "history/promise_kept.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// How a milestone's date stands to the first one that was promised.
struct Promise {
    std::optional<Date> original;  ///< the first baseline, or else the first date ever planned
    std::optional<Date> current;   ///< what is planned; of one that was held, what was planned last
    std::optional<Date> actual;
    std::optional<Slip> difference;  ///< from the original to the actual date, or else to the plan
    int moves = 0;                   ///< of the plan, corrections not counted
};

/// What the pages of a site are made of: one view of a programme with all its past, what is not for the public left
/// out. What it is made of must outlive it.
class SiteFacts {
public:
    /// @param kinds     those that are published
    /// @param standing  where the programme stands on the day of the build
    SiteFacts(Publication const& made_of, std::vector<Kind const*> kinds, StandardRecords const& records_read,
              ProgressReport const& standing);

    Publication const& publication;
    std::vector<Kind const*> kinds;
    StandardRecords const& state;
    ProgressReport const& standing;
    std::vector<Move> moves;  ///< of the whole history
    BackReferences named_by;
    std::vector<NewsItem> news;                    ///< newest first
    std::vector<PromisedReport> promised = {};     ///< whether publication was kept as promised
    std::map<std::string, TrendLine> trends = {};  ///< how the forecast of each milestone went, of those that moved
    std::vector<Period> reported = {};             ///< the months that have a report among the pages, the oldest first

    /// The news by when each first landed, the newest first.
    std::vector<NewsItem const*> by_landing() const;
    Records const& records() const { return publication.records; }
    Zone const& zone() const { return publication.whole.zone; }
    LandedCommit const& commit(std::uint32_t index) const { return publication.whole.commits[index]; }
    Day landed(std::uint32_t commit) const { return zone().day_of(this->commit(commit).landed_at); }
    RecordThreads::Thread const& thread(std::uint32_t index) const { return publication.threads.threads[index]; }
    std::uint32_t threads() const { return static_cast<std::uint32_t>(publication.threads.threads.size()); }

    /// All that happened to a record, the oldest first.
    std::vector<ChangeFacts const*> past_of(std::uint32_t thread) const;
    /// The last of that.
    std::uint32_t last_commit_of(std::uint32_t thread) const;
    /// The thread that ends in a record; nothing: its history is not known (its file could never be read before).
    std::optional<std::uint32_t> thread_of(Record const& record) const;
    /// The record that alone is called so; nullptr where none is, or several are.
    Record const* called(std::string_view title) const
    {
        auto const found = by_title_.find(title);
        return found == by_title_.end() ? nullptr : found->second;
    }
    /// The ids that a record bore before, and nobody bears now, the oldest first.
    std::vector<std::string> former_ids(std::uint32_t thread) const;
    /// Its last move, corrections left aside; nullptr: its plan never moved.
    Move const* last_move(std::uint32_t thread) const;
    /// The baseline that was written first, where it was changed since; nothing where it stands.
    std::optional<Date> first_baseline(std::uint32_t thread) const;
    /// How a milestone's date stands to the first one that was promised.
    Promise promise_of(Milestone const& milestone) const;

private:
    std::vector<ChangeFacts> changes_;                    ///< all, in the order of landing
    std::vector<std::vector<std::uint32_t>> of_thread_;   ///< indices into them
    std::map<std::string_view, Record const*> by_title_;  ///< nullptr: several are called so
    std::map<std::pair<Kind const*, std::string>, std::uint32_t> standing_threads_;
};

/// Whether milestones and their dates are for the public, so that what follows from them can be told.
bool tells_schedule(SiteFacts const& site);

}  // namespace sss
