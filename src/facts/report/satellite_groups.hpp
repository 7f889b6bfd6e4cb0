#pragma once

#include "facts/report/satellites.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

/// Beyond so many satellites nobody reads a line of each: they are told in groups.
constexpr std::size_t most_single_satellites = 12;

/// How far a satellite is behind, in days: since the plan of what comes next has passed, or else from the baseline of
/// its launch to the plan of it, where that is more than the tolerance (Health); 0: it is not.
int days_behind(SatelliteStanding const& satellite, Day today, int tolerance_days);

/// Satellites of a constellation that stand alike: where they are and, before the launch, in which phase and after
/// which review.
struct SatelliteGroup {
    std::vector<SatelliteStanding const*> satellites;  ///< by name, in natural order; at least one
    Tally reached;
    Tally total;
    int behind = 0;  ///< how many of them are
};

/// The groups on the way first: before launch from the earliest review on, in orbit, then those whose mission is over.
std::vector<SatelliteGroup> satellite_groups(std::span<SatelliteStanding const> satellites, Day today,
                                             int tolerance_days);

/// All of them, those that are behind first, the farthest at the top; the others by name, in natural order.
std::vector<SatelliteStanding const*> by_need(std::span<SatelliteStanding const> satellites, Day today,
                                              int tolerance_days);

}  // namespace sss
