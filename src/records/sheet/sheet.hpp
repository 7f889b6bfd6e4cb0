#pragma once

#include "records/csv.hpp"
#include "records/sheet/encoding.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// The rows of a spreadsheet that hold anything, each with its number in the sheet.
struct Sheet {
    std::vector<CsvRow> rows;
    char separator = ',';  ///< between cells; it tells of the sign before decimals too
    bool answers = false;  ///< of a form (read_filled_form()): a list has one thing a line, or commas between ids
};

/// Reads a table as a spreadsheet saved it: in the encoding that it says itself or that is said, with the separator
/// (comma, semicolon or tab) that divides its first rows into most cells. A first line `sep=;` names the separator, as
/// Excel has it, and is no row.
std::variant<Sheet, CsvProblem> read_sheet(std::string_view bytes, TextEncoding said = TextEncoding::utf8);

}  // namespace sss
