#pragma once

#include "facts/report/standing.hpp"

namespace sss {

/// Where a satellite is, by the milestones that it has passed, and by what its own record says of its being given up.
enum class Whereabouts : std::uint8_t { before_launch, in_orbit, lost_at_launch, re_entered, mission_ended, given_up };

struct SatelliteStanding {
    std::string id;
    std::string name;
    Whereabouts where = Whereabouts::before_launch;
    std::optional<Date> since;  ///< the launch of one in orbit or lost, the re-entry of one that is down, the end of
                                ///< the mission, the day of giving up (which may not be on record)
    std::optional<int> days;    ///< in orbit: until today, or until the re-entry; nothing: it was never there, or since
                                ///< when is not on record

    /// The phase of ECSS-M-ST-10C Rev.1, clause 4.4, "A" to "F": the one that the latest review opens of which the
    /// record says that it was passed, and in orbit at least E, operations. F, disposal, from its end on: for one that
    /// has re-entered or was lost at its launch there is nothing left to operate, whether or not ELR and MCR are on
    /// record. Empty: nothing tells.
    std::string phase;
    std::string last_review;  ///< the title of the milestone of that review, also after the launch; empty: none passed
    /// Where a later review was held of which nobody says that it was passed: its codes ("CDR", "PRR and PDR"); else
    /// empty.
    std::string held_review;
    bool held_review_failed = false;

    /// Of the part that the report is narrowed to. What failed and is held again does not count, nor does what was
    /// given up; but of a satellite that is given up or lost, or of which nothing is open and that never flew, all
    /// count: it has not come as far as it was to.
    Tally reached;
    Tally total;
    Tally reached_in_all;  ///< of all its milestones
    Tally total_in_all;
    int given_up =
        0;  ///< of the part: milestones that are not awaited any more and were not reached; in `total` or not
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
