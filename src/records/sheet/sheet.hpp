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
};

/// Reads a table as a spreadsheet saved it: in the encoding that it says itself or that is said, with the separator
/// (comma, semicolon or tab) that divides its first rows into most cells. A first line `sep=;` names the separator, as
/// Excel has it, and is no row.
std::variant<Sheet, CsvProblem> read_sheet(std::string_view bytes, TextEncoding said = TextEncoding::utf8);

}  // namespace sss
