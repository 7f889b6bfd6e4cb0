#pragma once

#include <cstdint>
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

/// Reads comma-separated values as RFC 4180 has them: cells between quotes may hold commas, line ends and doubled
/// quotes. Lines end with LF, CRLF or CR; a byte order mark is accepted; rows that hold nothing but blanks are passed
/// over.
std::variant<std::vector<CsvRow>, CsvProblem> parse_csv(std::string_view text);

}  // namespace sss
