#pragma once

#include "support/zone.hpp"

#include <chrono>
#include <span>
#include <vector>

namespace sss {

/// When the commits of a first-parent line landed, where some of their clocks may have lied: the one rule for all that
/// sss groups, reports or charts by day.
///
/// As few clocks as possible are disbelieved: those outside a longest run of days that never go back. Of several such
/// runs the one that spans the fewest days is believed, so that one forged year wins over no honest one; then the one
/// whose commits stand earlier. A disbelieved commit lands with its predecessor, and one before all believed ones with
/// the first of these. So a commit of 1971 or 2099 moves no other commit's day, and the days never go back.
///
/// @param clocks  what the committers' clocks said, oldest first
/// @return  for each commit the believed moment by which it counts; another day than its own clock's is disbelief
std::vector<std::chrono::sys_seconds> landing_moments(std::span<std::chrono::sys_seconds const> clocks,
                                                      Zone const& zone);

}  // namespace sss
