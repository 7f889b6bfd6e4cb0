#pragma once

#include "reports/standing.hpp"

namespace sss {

/// Where a satellite is, by the milestones that it has passed.
enum class Whereabouts : std::uint8_t { before_launch, in_orbit, lost_at_launch, re_entered };

struct SatelliteStanding {
    std::string id;
    std::string name;
    Whereabouts where = Whereabouts::before_launch;
    std::optional<Date> since;  ///< the launch of one in orbit or lost, the re-entry of one that is down
    int days = 0;               ///< in orbit: until today, or until the re-entry

    /// The phase of ECSS-M-ST-10C Rev.1, clause 4.4, that the latest review passed opens, or the launch: "0" to "F";
    /// empty where no review is recorded.
    std::string phase;
    std::string last_review;  ///< the title of that review's milestone; empty after the launch

    Tally reached;
    Tally total;
    std::optional<Expected> next;  ///< the earliest open milestone with a plan, or else the first without
    int open = 0;
};

/// By id.
std::vector<SatelliteStanding> satellites(ReportBasis const& basis);

}  // namespace sss
