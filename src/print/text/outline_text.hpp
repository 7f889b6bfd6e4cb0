#pragma once

#include "pages/page.hpp"

#include <cstddef>
#include <limits>
#include <string>

namespace sss {

/// However long a line is, it is not broken, so that `grep` finds it whole.
constexpr auto unbroken_lines = std::numeric_limits<std::size_t>::max();

/// A page that answers one question, for a terminal: sections under their titles, lists of an item a line, tables under
/// the titles of their columns. A table that is too wide for `width` columns is told row by row.
std::string outline_text(Page const& page, std::size_t width, bool colour);

}  // namespace sss
