#pragma once

#include "facts/query/items.hpp"
#include "work/change/new_record.hpp"
#include "work/change/rewriting.hpp"

#include <string>
#include <vector>

namespace sss {

/// An item that is to be added to a record: an action to a meeting.
struct NewItemRequest {
    std::string sort = {};    ///< its sort's whole name: "meeting.action"
    std::string holder = {};  ///< the record: its id, or KIND/ID
    std::string key = {};     ///< empty: the next number
    Table said = {};          ///< what it says, without its key
    std::string reason = {};  ///< for the commit; may be empty
};

/// The field of the record's kind that somebody means by the name of an item's field: "action[].due" by "due"; nullptr
/// where there is none.
Field const* field_of_item(ItemSort const& sort, std::string_view typed);

/// What the fields of a request say of an item, by their names within it. What cannot be taken is added to `problems`.
/// @param today  of the programme: what days are counted from
Table item_of(AddRequest const& request, ItemSort const& sort, WorkingTree const& tree, Day today,
              std::vector<std::string>& problems);

/// The fields that an item of the sort needs and this one lacks, as fields of the record's kind.
std::vector<Field const*> missing_in_item(ItemSort const& sort, Table const& said);

/// The number that follows those that are taken: "a3" after "a1" and "a2", "a1" after none. Empty where keys are no
/// numbers, as names are none.
std::string next_key(ItemSort const& sort, std::vector<std::string> const& taken);

/// The keys of a record's items, as they stand.
std::vector<std::string> keys_of(ItemSort const& sort, Record const& holder);

/// The item as it stands in the record: its key, then what it says in the order of the schema.
Value whole_item(ItemSort const& sort, std::string const& key, Table said);

/// Adds it, behind the others. A UsageError where the key is taken, or none can be proposed.
Rewriting rewriting_for(WorkingTree const& tree, NewItemRequest const& request, Outside const& outside);

}  // namespace sss
