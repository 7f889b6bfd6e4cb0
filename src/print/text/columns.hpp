#pragma once

#include "pages/page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Colour where it helps and nowhere else; a printer without colour leaves it out.
enum class Style { plain, bold, good, bad, faint };

Style style_of(Tone tone);

/// The text in that style (ANSI), or as it is.
std::string styled(std::string_view text, Style style, bool colour);

struct Cell {
    std::string text;  ///< already safe for a terminal
    Style style = Style::plain;
    bool whole = false;  ///< a date, a quantity: broken only where nothing else is left
};

/// One row of a table for people.
struct Row {
    std::string label;           ///< in the first column; empty: the row belongs to the label above
    std::vector<Cell> cells;     ///< in columns; none: only the paragraph
    std::string paragraph;       ///< below the cells, from the first of their columns on, as wide as it may be
    bool belongs_above = false;  ///< the paragraph tells more of the row above: it is indented, as one below cells is
};

/// Lines of at most `width` columns, broken at spaces, or within a word that is longer than a line (as text without
/// spaces is in Chinese or Thai); a percent sign stays with its number. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Rows with their cells aligned by display width. Columns are as wide as they need; where all are too wide together,
/// the widest wrap.
std::string columns(std::vector<Row> const& rows, std::size_t label_width, std::size_t width, bool colour);

/// The lines that one paragraph or one point of a list was broken into, as one: for a page that is narrower than the
/// text was written for.
std::vector<std::string> rejoined(std::vector<std::string> const& lines);

}  // namespace sss
