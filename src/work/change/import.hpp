#pragma once

#include "work/change/working_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One record of a file that holds many, as it is to be added.
struct Imported {
    Kind const* kind = nullptr;
    std::string id;  ///< empty: one is to be proposed
    Table fields;
    std::string where;  ///< "plan.csv: row 3", for messages
};

/// Reads records out of one text.
///
/// TOML holds arrays of tables named after kinds (`[[milestone]]`), JSON an object with an array for each kind; where
/// `kind` is given JSON may also be an array of objects or one object, and TOML one record. CSV has a header row of
/// field paths and needs `kind`, or a column `kind`; cells of lists are divided by `;`, an empty cell is no field. In
/// all of them `id` names the record.
/// @param name    of the file, for messages; its ending tells the format where `format` is empty
/// @param format  "toml", "json", "csv", or empty; where the name does not tell it, it is guessed from the text
/// @param problems  all that cannot be understood, each with its place
std::vector<Imported> read_import(WorkingTree const& tree, std::string_view text, std::string const& name,
                                  std::string const& format, std::string const& kind,
                                  std::vector<std::string>& problems);

}  // namespace sss
