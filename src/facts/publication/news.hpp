#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/publication/record_threads.hpp"
#include "history/history.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sss {

/// What sort of fact an item of news tells: part of its id, so that these never change.
enum class NewsSort : std::uint8_t { added, reached, failed, moved, cancelled, removed, changed };

/// "added", "reached": stable, for ids and categories.
std::string_view name(NewsSort sort);

/// One new fact, with what corrected its words or its date since.
struct NewsItem {
    NewsSort sort = NewsSort::added;
    std::uint32_t thread = 0;            ///< index into RecordThreads::threads
    std::vector<ChangeFacts> told = {};  ///< the fact, and then its corrections, each of another commit
    Day day = {};                        ///< on which it landed, in UTC
    std::uint32_t nth = 1;               ///< of its record and sort on that day

    std::uint32_t first_commit() const { return told.front().change->commit; }
    std::uint32_t last_commit() const { return told.back().change->commit; }
};

/// The news of a programme from its beginning, one item a new fact of a record: it came, was reached, failed, moved,
/// was given up, was removed, or something else of it changed that is no matter of words: a date, a reference, a
/// number, an item of a list. What corrects a date or changes words alone (a title, notes, sources) belongs to the last
/// item of its record. A rename is no news, nor is what only follows one.
///
/// @param whole    the history from its beginning; must outlive the result, as must the threads of it
/// @return newest first by their last commit; of one commit by kind and id
std::vector<NewsItem> news(History const& whole, RecordThreads const& threads, int correction_days);

}  // namespace sss
