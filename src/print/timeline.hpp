#pragma once

#include "facts/chart/timeline.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// The years at the left, dates aligned, a line for today; the undated ones at the end.
std::string timeline_text(Timeline const& line, StandardRecords const& names, std::size_t width, bool colour);
std::string timeline_markdown(Timeline const& line, StandardRecords const& names);
/// `"format": 1`, described by schemas/output/timeline.schema.json.
std::string timeline_json(Timeline const& line);

}  // namespace sss
