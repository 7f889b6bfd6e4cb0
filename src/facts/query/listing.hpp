#pragma once

#include "facts/query/field_path.hpp"
#include "facts/query/items.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Items that are listed as records are, and what their kinds are.
struct ListedItems {
    ItemSorts sorts;
    ItemSort const* sort = nullptr;  ///< the one that is listed
    std::vector<Record> records = {};
};

/// Records of one kind, or items of one sort, chosen, sorted, and the columns to tell of each.
struct Listing {
    Kind const* kind = nullptr;
    std::vector<FieldPath> columns;
    bool columns_chosen = false;               ///< by the user; else the kind's own
    bool columns_added = false;                ///< those that were chosen stand behind the kind's own
    std::vector<Record const*> records;        ///< in the order in which they are told
    std::size_t left_out = 0;                  ///< of those that match, because no more were asked for
    std::size_t total = 0;                     ///< of the kind, before the filters
    std::string history_untold;                ///< why columns that only a history fills are empty; else empty
    std::vector<std::string> unreadable;       ///< paths of records of the kind that could not be read whole, by path
    std::string filter;                        ///< as it was typed; empty: all
    std::shared_ptr<Moment const> moment;      ///< of the records, for references and states
    std::shared_ptr<ListedItems const> items;  ///< whose records are listed; nullptr: those of the programme are
};

/// The columns of a kind that nobody chose any for: what most who look at it want to see. For a kind of which sss knows
/// nothing but its schema: the id, the title, dates, and what is required.
std::vector<std::string> usual_columns(Kind const& kind);

/// A field to sort by.
struct SortKey {
    FieldPath path;
    bool descending = false;
};

/// Sorts by one key after the other, the last of which is the id, and of items their numbers (a2 before a10). Dates by
/// `before`, numbers by size, texts without regard to capitals and marks. Where a record has several values the first
/// one counts; those without any come last, in both directions.
void sort(std::vector<Record const*>& list, std::span<SortKey const> keys, Moment const& moment);

}  // namespace sss
