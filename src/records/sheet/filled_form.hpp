#pragma once

#include "records/csv.hpp"
#include "records/sheet/sheet.hpp"

#include <string_view>
#include <variant>

namespace sss {

/// Reads a form that somebody filled in on a site of issues, as GitHub puts its forms into an issue's text and as a
/// Markdown template asks for: each answer below a heading of the third level (`### Planned`).
///
/// Gives a sheet of two rows: the headings, and the answers, without blank lines at their ends. Nothing was answered
/// where "_No response_" stands, or nothing. What Markdown hides (`<!-- … -->` that begins a line) is no answer. Lines
/// within a fence (```` ``` ````) are never headings. A problem where something stands before the first heading, or a
/// comment or fence is not closed.
std::variant<Sheet, CsvProblem> read_filled_form(std::string_view text);

/// Whether a text looks like one: its first line that says anything is such a heading.
bool is_filled_form(std::string_view text);

}  // namespace sss
