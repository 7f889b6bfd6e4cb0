#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

struct CsvRow {
    std::uint32_t line = 0;    ///< where it begins, from 1
    std::uint32_t number = 0;  ///< among all rows of the sheet, from 1: those that hold nothing count
    std::vector<std::string> cells;
};

/// Why a text cannot be read as CSV.
struct CsvProblem {
    std::uint32_t line = 0;
    std::string message;
    std::string help;  ///< may be empty
};

/// A cell between quotes, where RFC 4180 or a spreadsheet that divides at other signs asks for them.
std::string csv_quoted(std::string const& cell);

/// A text with an apostrophe before it where a spreadsheet would take it for a formula, where it begins with one
/// already, or where it holds nothing but blanks and would be taken for no text at all; and with one before what would
/// be a formula behind a `;`, a tab or a line end, at which some spreadsheets divide. Every text comes back out of
/// csv_unguarded().
std::string csv_guarded(std::string_view text);

/// The same in a column that takes more than texts: what would be read as a number, a truth, a day, a list or a table
/// has one too, and what begins or ends with a blank, which is no part of those.
std::string csv_guarded_as_text(std::string_view text);

/// The text without its guard, where it has one: an apostrophe before what csv_guarded() guards; others are its own.
std::string csv_unguarded(std::string_view cell);

/// The same of csv_guarded_as_text(); nothing where the cell has no guard, so that it may be more than a text.
std::optional<std::string> csv_guarded_text(std::string_view cell);

/// Reads comma-separated values as RFC 4180 has them: cells between quotes may hold commas, line ends and doubled
/// quotes. Lines end with LF, CRLF or CR; a byte order mark is accepted; rows that hold nothing but blanks are passed
/// over.
/// @param separator  between cells, where it is no comma
/// @param most       rows that are read, from the beginning
std::variant<std::vector<CsvRow>, CsvProblem> parse_csv(std::string_view text, char separator = ',',
                                                        std::size_t most = static_cast<std::size_t>(-1));

}  // namespace sss
