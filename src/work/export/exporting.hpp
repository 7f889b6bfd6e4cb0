#pragma once

#include "facts/publication/calendar.hpp"
#include "facts/publication/news.hpp"
#include "work/export/material.hpp"
#include "work/export/request.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

/// Makes an export of what is committed: records, and where the format tells of it their whole history, which is read
/// once. What [site] of the settings leaves out is in no byte of it. Remarks what could not be read.
/// @return one file without a name, or those of a folder
std::vector<ExportedFile> make_export(ExportRequest const& request, ProgrammeRequest const& programme,
                                      Outside const& outside);

/// The same out of what was read already.
std::vector<ExportedFile> exported(ExportMaterial const& material, ExportRequest const& request);

/// The calendar's events of all parts together.
std::vector<CalendarEvent> events_of(ExportMaterial const& material);
/// The calendar of a part.
std::string calendar_of(ExportMaterial const& material, ExportPart const& part, std::vector<CalendarEvent> events);
/// The feed of a part: its newest items, or all.
std::string feed_of(ExportMaterial const& material, ExportPart const& part, std::span<NewsItem const> all, bool whole);

}  // namespace sss
