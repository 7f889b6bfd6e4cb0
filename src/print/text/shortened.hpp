#pragma once

#include "pages/page.hpp"
#include "print/text/columns.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sss {

/// Cuts a long list, and says how many items that hides. What tells more of an item goes with it, unless that is a long
/// list itself: then lines are counted.
/// @param listed_by  the command that lists all; empty: none does
void shorten(std::vector<Row>& rows, Words const& words, std::vector<std::string> const& listed_by = {},
             std::size_t most = most_page_rows);

}  // namespace sss
