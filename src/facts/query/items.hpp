#pragma once

#include "programme/kind.hpp"
#include "records/records.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One sort of the things that records keep in a list whose items have a key (`x-sss-key`): the actions of meetings.
struct ItemSort {
    Kind const* owner;       ///< of the records that hold them: the meeting's
    Field const* list;       ///< "action" of the owner
    std::string whole_name;  ///< "meeting.action"
    /// What is known of one of them, as of a record: the fields of an item, and by the owner's name the record that
    /// holds it (`meeting`). Its name is that of the list where no other kind and no other kind's list is called so,
    /// else the whole name; the folder is what it is called besides ("actions").
    Kind kind;
};

/// The sorts of items that kinds have, in the order of the kinds and of their schemas. Lists within the items of others
/// are none of them.
class ItemSorts {
public:
    /// @param kinds  those in force; must outlive this
    explicit ItemSorts(std::span<Kind const* const> kinds);

    std::deque<ItemSort> const& all() const { return sorts_; }
    /// All that are called so: "action", "actions", "meeting.action"; several where lists of several kinds are.
    std::vector<ItemSort const*> named(std::string_view typed) const;
    /// The one that this kind is of; nullptr: it is a kind of records.
    ItemSort const* of(Kind const& kind) const;

private:
    std::deque<ItemSort> sorts_;  // whose addresses stay
};

/// The items of one sort as records: called `MEETING#a1`, with the fields of the item and the id of the record that
/// holds it, and the path of that one's file. In the order of the records, then as they stand there. What has no key,
/// or is no table, is none.
std::vector<Record> items_of(ItemSort const& sort, Records const& records);
/// The same of one record of the sort's owner.
std::vector<Record> items_of(ItemSort const& sort, Record const& record);

/// The part of an item's id that names it within its record: "a1" of "2017-01-board#a1".
std::string_view key_of_item(std::string_view id);

/// From which line to which an item stands in its file: that of its header too. Nought where the file was read without
/// places.
struct ItemLines {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};
ItemLines lines_of(Record const& item);

/// The columns of a listing of items that nobody chose any for: of what is to be done whose it is, when it is due, how
/// it stands and how old it is; of all else when it came about, and what is said of it.
std::vector<std::string> usual_columns(ItemSort const& sort);

}  // namespace sss
