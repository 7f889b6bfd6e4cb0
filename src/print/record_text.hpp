#pragma once

#include "words/said.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// How a record's text stands among words of ours.
namespace sss {

/// Characters of a record's text within a page, in every format.
constexpr std::size_t longest_note = 300;

/// How a format makes a record's text safe to print.
using Escaper = std::string (*)(std::string_view);

/// For a terminal: on one line, of a bearable length, all that acts or hides made visible.
std::string terminal_line(std::string_view text);

/// What is said, names by the escaper and what is typed between backticks.
std::string said_by(Escaper escape, Said const& said);

/// What is said, for a terminal.
std::string said_text(Said const& said);

/// On one line and of a bearable length, for a format that escapes by itself.
std::string bounded_line(std::string_view text);
std::string said_bounded(Said const& said);

}  // namespace sss
