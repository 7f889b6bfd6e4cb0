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
    std::optional<Expected> next;       ///< the earliest open milestone with a plan, or else the first without
    std::optional<Expected> launch;     ///< the launch that is still to come, of several the earliest
    std::optional<Slip> launch_behind;  ///< from its baseline to its plan, where it has both
    int open = 0;
};

/// By id. What a satellite is and when it will fly is told of the satellite as a whole; milestones are counted, and the
/// next is named, of the part that the report is narrowed to.
std::vector<SatelliteStanding> satellites(ReportBasis const& basis);

}  // namespace sss
