#pragma once

#include "print/html/markup.hpp"

#include <string>
#include <vector>

namespace sss {

/// A chart within a page.
struct Figure {
    std::string title;                       ///< text
    std::string caption;                     ///< text: what it shows and how it is read
    Html svg;                                ///< with a title and a description of its own
    Html table = {};                         ///< the same numbers as a table; may be empty
    std::string numbers = {};                ///< text: what the table is called, "The numbers of the burn-up"
    std::vector<std::string> method = {};    ///< text: what exactly is counted
    std::vector<std::string> left_out = {};  ///< text: what is not in the chart, and why
    Html narrow = {};                        ///< the picture as a telephone shows it
};

}  // namespace sss
