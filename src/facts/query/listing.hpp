#pragma once

#include "facts/query/field_path.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Records of one kind, chosen, sorted, and the columns to tell of each.
struct Listing {
    Kind const* kind = nullptr;
    std::vector<FieldPath> columns;
    bool columns_chosen = false;           ///< by the user; else the kind's own
    std::vector<Record const*> records;    ///< in the order in which they are told
    std::size_t total = 0;                 ///< of the kind, before the filters
    std::vector<std::string> unreadable;   ///< paths of records of the kind that could not be read whole, by path
    std::string filter;                    ///< as it was typed; empty: all
    std::shared_ptr<Moment const> moment;  ///< of the records, for references and states
};

/// The columns of a kind that nobody chose any for: what most who look at it want to see. For a kind of which sss knows
/// nothing but its schema: the id, the title, dates, and what is required.
std::vector<std::string> usual_columns(Kind const& kind);

/// A field to sort by.
struct SortKey {
    FieldPath path;
    bool descending = false;
};

/// Sorts by one key after the other, the last of which is the id. Dates by `before`, numbers by size, texts without
/// regard to capitals and marks. Where a record has several values the first one counts; those without any come last,
/// in both directions.
void sort(std::vector<Record const*>& list, std::span<SortKey const> keys, Moment const& moment);

}  // namespace sss
