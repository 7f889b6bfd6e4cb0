#pragma once

#include "pages/page.hpp"

#include <cstddef>
#include <string>

namespace sss {

struct PageTextStyle {
    std::size_t width = 100;  ///< columns; at least 60 are used
    bool colour = false;
};

/// A page for a terminal or a plain message: what is read first, then the sections with their titles at the left. Names
/// are made visible; a list that is long is cut, and says by how much.
std::string page_text(Page const& page, PageTextStyle const& style = {});

}  // namespace sss
