#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// What a number format of a workbook shows a number as.
enum class ShownAs : std::uint8_t { number, year, month, day, moment, time };

/// Of a format that every workbook has, by its number.
ShownAs shown_by(int format);
/// Of a format that a workbook brings: "dd\.mm\.yyyy", "[$-41F]d mmmm yyyy;@".
ShownAs shown_by(std::string_view code);

/// The date that a spreadsheet counts as so many days, as its format shows it: "2026-06-15", "2026-06", "2026", or with
/// its clock "2026-06-15T14:30:00". Nothing where there is no such day: the 29 February 1900 that spreadsheets know, or
/// one beyond the year 9999.
/// @param since_1904  the workbook counts from 1 January 1904, as some on the Mac do
std::optional<std::string> date_shown(double days, ShownAs as, bool since_1904);

}  // namespace sss
