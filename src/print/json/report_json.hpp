#pragma once

#include "facts/report/progress.hpp"

#include <string>

namespace sss {

/// The report for programs: everything that the others tell, dates as the records hold them. Its form is that of
/// schemas/output/report.schema.json.
std::string report_json(ProgressReport const& report);

}  // namespace sss
