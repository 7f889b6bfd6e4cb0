#pragma once

#include <string>

namespace sss {

/// A chart within a page.
struct Figure {
    std::string title;       ///< text
    std::string caption;     ///< text: what it shows and how it is read
    std::string svg;         ///< markup, with a title and a description of its own
    std::string table_html;  ///< markup: the same numbers as a table
};

}  // namespace sss
