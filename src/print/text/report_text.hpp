#pragma once

#include "facts/report/progress.hpp"

#include <cstddef>
#include <string>

namespace sss {

struct ReportTextStyle {
    std::size_t width = 100;  ///< columns; at least 60 are used
    bool colour = false;
};

/// The report for a terminal or a plain e-mail: the answer first, then a table of what moved, comes up and is late,
/// then a row a satellite. Every record's text is made visible.
std::string report_text(ProgressReport const& report, ReportTextStyle const& style = {});

}  // namespace sss
