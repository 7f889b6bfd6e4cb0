#pragma once

#include "programme/date.hpp"

#include <string>

/// What `sss done` and `sss move` say of dates beside the change itself.
namespace sss {

/// "3 days late", "1 day early", "5 hours late", "about 2 months late", "on the day"; where only a rough date can be
/// compared with: "as expected". From the date that was expected to the one on which it came.
std::string lateness(Date const& expected, Date const& came);

/// "25 April 2018", "Q4 2018", "15 April 2023, 14:47 UTC+8".
std::string said(Date const& date);

}  // namespace sss
