#pragma once

#include "facts/report/report_input.hpp"

namespace sss {

/// How many milestones there are, and what they weigh together.
struct Tally {
    int count = 0;
    double weight = 0;

    bool operator==(Tally const&) const = default;
};

/// An open milestone and the date at which it is expected.
struct Expected {
    std::string id;
    std::string title;
    std::string satellite;
    std::string owner;            ///< its name; empty: nobody named
    std::optional<Date> planned;  ///< of one that is open: for what is still to come (see Milestone::plan_ahead)
    std::optional<Date> baseline;
    std::optional<Date> failed_on = {};   ///< it was held then, failed, and nothing on record repeats it
    std::string kind{kinds::milestone};   ///< or a dated kind of the programme's own
    std::optional<Date> not_before = {};  ///< a plan with an open end, which counts as none
};

/// Where the programme stands on the as-of day, and what of that the period has brought. What was given up counts
/// neither as reached nor in the total, nor does what failed and is held again.
struct Standing {
    Tally reached;
    Tally total;
    int cancelled = 0;
    int dropped = 0;   ///< not cancelled themselves: their satellites were given up or lost before they were reached
    int repeated = 0;  ///< failed, and another on record holds them again
    /// Not given up, not yet launched, and no milestone of theirs is open: nothing on record says what comes.
    int satellites_without_plan = 0;

    /// What the period changed by commit time; nothing where the records begin in it or after it.
    struct Since {
        Tally reached;  ///< net: reached less re-opened, removed or cancelled ones
        Tally total;    ///< net growth
        bool operator==(Since const&) const = default;
    };
    std::optional<Since> since_start;

    std::optional<Expected> next;  ///< the earliest that is planned and not late; nothing: none has a date ahead
};

Standing standing(ReportBasis const& basis);

Expected expected(ReportBasis const& basis, Milestone const& milestone);

}  // namespace sss
