#pragma once

#include "facts/publication/calendar.hpp"
#include "facts/publication/publication.hpp"
#include "records/records.hpp"

#include <span>
#include <string>

namespace sss {

/// The calendar of a programme, or of a part of it, as iCalendar (RFC 5545, RFC 7986). The same events give the same
/// bytes on every machine and on every day: what looks like a clock is the landing of a commit.
std::string calendar_ics(Publication const& publication, std::span<CalendarEvent const> events);

}  // namespace sss
