#pragma once

#include "records/csv.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace sss {

/// How the text of a file was saved, where it does not say so itself.
enum class TextEncoding : std::uint8_t { utf8, utf16, windows_1252, windows_1254 };

/// The text as UTF-8 without a byte order mark. A mark at its beginning (UTF-8, UTF-16 of either order) goes before
/// what is said; UTF-16 without a mark is little-endian. A problem where a byte means nothing there, with the line.
std::variant<std::string, CsvProblem> as_utf8(std::string_view bytes, TextEncoding said);

}  // namespace sss
