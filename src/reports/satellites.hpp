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
    std::optional<int> days;    ///< in orbit: until today, or until the re-entry; nothing: it was never there, or since
                                ///< when is not on record

    /// The phase of ECSS-M-ST-10C Rev.1, clause 4.4, "A" to "F": the one that the latest review passed opens, and in
    /// orbit at least E, operations. F, disposal, from its end on: for one that has re-entered or was lost at its
    /// launch there is nothing left to operate, whether or not ELR and MCR are on record. Empty: nothing tells.
    std::string phase;
    std::string last_review;  ///< the title of the milestone of that review, also after the launch; empty: none passed

    Tally reached;  ///< of the part that the report is narrowed to
    Tally total;
    Tally reached_in_all;  ///< of all its milestones
    Tally total_in_all;
    /// Before the launch the earliest open milestone with a plan, or else the first without. Afterwards only one that
    /// is planned and not late: that a satellite in orbit waits for its contract means that somebody forgot a date.
    std::optional<Expected> next;
    std::optional<Expected> launch;     ///< the launch that is still to come, of several the earliest
    std::optional<Slip> launch_behind;  ///< from its baseline to its plan, where it has both
    int open = 0;                       ///< of the part

    bool news = false;  ///< it was launched, was lost or re-entered in the period, or that was written down in it
    bool told_reached = false;  ///< the milestone that says so is of the part, and told itself
};

/// By id. What a satellite is and when it will fly is told of the satellite as a whole; milestones are counted, and the
/// next is named, of the part that the report is narrowed to.
std::vector<SatelliteStanding> satellites(ReportBasis const& basis);

}  // namespace sss
