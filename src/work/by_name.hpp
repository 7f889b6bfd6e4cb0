#pragma once

#include "facts/query/items.hpp"
#include "facts/standard_records.hpp"
#include "programme/kind.hpp"
#include "records/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A record by what the user typed, `ID` or `KIND/ID`, which may be one of its former ids where no record
/// has it now; a UsageError with a suggestion where none or several fit.
Record const& find_record(Records const& records, std::string const& typed);

/// The kind of this name, or of this folder; a UsageError with a suggestion where there is none.
Kind const& find_kind(std::vector<Kind const*> const& kinds, std::string_view typed);

/// The sort of items of this name (see ItemSorts), where no kind of records is called so; nullptr: it is the name of a
/// kind. A UsageError with a suggestion where it is neither, or that of several sorts.
ItemSort const* find_items(ItemSorts const& sorts, std::vector<Kind const*> const& kinds, std::string_view typed);

/// An item and the record that holds it.
struct NamedItem {
    ItemSort const* sort;
    Record const* holder;
    Record item;  ///< as items_of() gives it
};

/// An item by what the user typed, `MEETING#a1` or `MEETING#action.a1`; a UsageError with a suggestion where none or
/// several fit.
NamedItem find_item(Records const& records, ItemSorts const& sorts, std::string const& typed);

/// The ids that were named, each of which must be or have been a record's of this kind: as they are now. A UsageError
/// with a suggestion for one that is not.
std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind,
                                   Records const& records);

/// Each must be a type that the schema has for milestones or that some milestone has; else a UsageError with a
/// suggestion.
void require_milestone_types(std::vector<std::string> const& typed, Layout const& layout, StandardRecords const& state);

}  // namespace sss
