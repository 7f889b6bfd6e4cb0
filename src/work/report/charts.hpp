#pragma once

#include "print/html/figure.hpp"
#include "work/report/making.hpp"

#include <vector>

namespace sss {

/// The charts of a report's page: the whole past up to what the report was made from, narrowed as the report is. None
/// where the settings want none, or where the report lies before the first commit.
/// @param sources  that whole past, where it is at hand; nullptr: it is read
std::vector<Figure> charts_of(ProgressReport const& report, HistoryView const& past, Sources const* sources);

}  // namespace sss
