#pragma once

#include <string>
#include <string_view>

namespace sss {

/// A text as one cell of comma-separated values (RFC 4180) that acts neither on a terminal nor in a spreadsheet,
/// whether that divides its cells at commas or at semicolons: what a spreadsheet takes for a formula gets an apostrophe
/// before it, at the cell's beginning and behind every `;`, tab and line end. Numbers are written as they are, not
/// through this.
std::string csv_cell(std::string_view text);

/// What the cell says once its quotes are taken off; csv_unguarded() (records/csv.hpp) gives the text back, but for
/// what is written out.
std::string csv_content(std::string_view text);

}  // namespace sss
