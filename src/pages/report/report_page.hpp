#pragma once

#include "facts/report/progress.hpp"
#include "pages/page.hpp"

#include <vector>

namespace sss {

/// The page of a progress report: the answer first, then the sections that are asked for, in their order; what has
/// nothing to tell is left out, or says so where it is asked to.
/// @param words  of the language in which it speaks
Page report_page(ProgressReport const& report, Words const& words);

/// What stands under the heading of a section; nothing where the report tells nothing of it.
std::vector<PageBlock> report_section(ProgressReport const& report, ReportSection section, Words const& words);

}  // namespace sss
