#pragma once

#include "facts/query/items.hpp"
#include "records/sheet/sheet.hpp"
#include "records/sheet/sheet_dates.hpp"
#include "schema/schemas.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What the columns of a sheet may be fields of.
struct SheetFields {
    std::vector<Kind const*> kinds = {};  ///< of its records
    ItemSort const* sort = nullptr;       ///< of its rows; nullptr: they are records
};

/// The table of a CSV file (read_sheet()); nothing, and a problem with the file's name, where it cannot be read.
std::optional<Sheet> table_of_text(std::string_view bytes, TextEncoding said, std::string const& name,
                                   std::vector<std::string>& problems);
/// The same of a workbook (read_workbook()).
/// @param wanted    the name of the sheet; empty: the first visible one
/// @param of_sheet  gets which of several sheets was read
std::optional<Sheet> table_of_workbook(std::string_view bytes, std::string const& wanted, std::string const& name,
                                       std::vector<std::string>& problems, std::string& of_sheet);

/// The same of a form that somebody filled in (read_filled_form()).
std::optional<Sheet> table_of_form(std::string_view text, std::string const& name, std::vector<std::string>& problems);
/// The answer that says why and is no field of the kind, taken out of the form; empty: there is none.
std::string taken_reason(Sheet& form, Kind const& kind);

/// What stands above the header, as a title does, taken out of the sheet: first rows of one cell that names no field,
/// where a row below them names several. Empty: nothing does.
std::string taken_titles(Sheet& sheet, SheetFields const& fields);

/// The header of the sheet, each cell as the key that it means: by the field's path or title, in any case, with blanks
/// or hyphens for underscores; what means no field stays as it is. Columns that hold nothing at all are taken out.
/// Cells of dates are put as ISO 8601 has them, and those of numbers in Latin digits, where semicolons divide the cells
/// with a point before the decimals.
/// @param order     of the numbers in its dates, where somebody said it
/// @param problems  gets what cannot be told, each sentence with the sheet's name
std::vector<std::string> settle_columns(Sheet& sheet, SheetFields const& fields, std::optional<DateOrder> order,
                                        std::string const& name, std::vector<std::string>& problems);

}  // namespace sss
