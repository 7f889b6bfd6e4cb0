#pragma once

#include "facts/report/progress.hpp"

#include <string>

namespace sss {

/// The report in GitHub's Markdown, which reads as an e-mail too: the answer, then a heading and a table or list for
/// each section that has something to tell.
std::string report_markdown(ProgressReport const& report);

}  // namespace sss
