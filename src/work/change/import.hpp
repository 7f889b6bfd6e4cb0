#pragma once

#include "records/sheet/encoding.hpp"
#include "records/sheet/sheet_dates.hpp"
#include "work/change/working_tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One record of a file that holds many, as it is to be added.
struct Imported {
    Kind const* kind = nullptr;
    std::string id;  ///< empty: one is to be proposed
    Table fields;
    std::string where;      ///< "plan.csv: row 3", for messages
    bool of_items = false;  ///< it says something of items of a record: others may name the same record
};

/// How a file of many records is read, and what is said of that.
struct ImportRequest {
    std::string name = {};  ///< of the file, for messages; its ending tells the format where that is empty
    std::string format =
        {};  ///< "toml", "json", "csv", "xlsx", "form", or empty; where the name does not tell it, the text does
    std::string kind = {};  ///< of its records, or the name of a sort of items (CSV alone); empty: it says it itself
    bool update = false;    ///< records may stand already
    TextEncoding encoding = TextEncoding::utf8;          ///< of a CSV file that does not say its own
    std::string sheet = {};                              ///< of a workbook; empty: the first visible one
    std::optional<DateOrder> date_order = std::nullopt;  ///< of the numbers in its dates, where somebody said it
};

struct ImportNotes {
    std::vector<std::string> problems = {};     ///< all that cannot be understood, each with its place
    std::vector<std::string> passed_over = {};  ///< columns that are computed, as `sss list` prints them
    std::string title = {};                     ///< what stood above the header of a sheet, and is no row of it
    std::string reason = {};                    ///< why, where a form says it
    std::string of_sheet = {};  ///< which of several sheets was read, as a sentence; empty: there is one
};

/// Reads records out of one text.
///
/// TOML holds arrays of tables named after kinds (`[[milestone]]`), JSON an object with an array for each kind; where
/// `kind` is given JSON may also be an array of objects or one object, and TOML one record. CSV, as spreadsheets of any
/// country save it (read_sheet()), has a header row of fields (settle_columns()) and needs `kind`, or a column `kind`;
/// cells of lists are divided by `;`, an empty cell is no field. In all of them `id` names the record. A workbook
/// (xlsx, read_workbook()) is read as CSV is. A form (read_filled_form()) is one record of `kind`, whose headings are
/// fields as those of a sheet are.
///
/// What `sss list --format csv` printed reads back: of a record that stands already a cell that says what would be
/// printed there is no change, whatever it leaves out; columns that are computed are passed over; an apostrophe before
/// what a spreadsheet takes for a formula goes.
std::vector<Imported> read_import(WorkingTree const& tree, std::string_view text, ImportRequest const& request,
                                  ImportNotes& notes);

}  // namespace sss
