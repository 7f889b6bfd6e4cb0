#pragma once

#include "facts/query/items.hpp"
#include "work/change/working_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A part of the minutes: a list of the meeting's, one item a line, its fields as cells with `|` between.
struct MinutesSection {
    ItemSort const* sort;
    std::string title;               ///< "Decisions"
    std::vector<std::string> cells;  ///< fields of an item, in the order of the line
    std::string explained;           ///< what stands in the cells
    Field const* closed = nullptr;   ///< of the record's kind: when an item was done; nullptr: no such field
};

/// The parts that the minutes of a meeting have by its kind's schema, in the order of the form.
std::vector<MinutesSection> minutes_sections(ItemSorts const& sorts, Kind const& kind);

/// The meetings of its series that came before it, the earliest first: those of the same `series`, where the schema has
/// such a field and the meeting says one, else those of the same title.
std::vector<Record const*> earlier_meetings(Records const& records, Record const& meeting);

/// Whether an item of a section whose items are closed is not.
bool is_open(MinutesSection const& section, Record const& item);

/// A cell as the form has it: on one line, `|` and `\` with a backslash before.
std::string form_cell(std::string_view text);
/// The texts of a line of cells.
std::vector<std::string> cells_of_line(std::string_view line);
/// A field of an item as a cell holds it; empty where it is not there.
std::string cell_text(Record const& item, std::string const& field);

/// What the cell says that an item is done: "done".
inline constexpr std::string_view done_word = "done";

/// The minutes of a meeting as a plain text to be filled in, with what stands in its record, and below it what is still
/// open from the meetings of its series before. Given back as it is it changes nothing but
/// what it offers.
/// @param today  a meeting that has begun by then, and of which nobody has said it yet, is offered as held
std::string minutes_form(WorkingTree const& tree, Record const& meeting, Day today);

}  // namespace sss
