#pragma once

#include "reports/report_input.hpp"

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
    std::string owner;  ///< its name; empty: nobody named
    std::optional<Date> planned;
    std::optional<Date> baseline;
};

/// Where the programme stands on the as-of day, and what of that the period has brought. Cancelled milestones count
/// neither as reached nor in the total.
struct Standing {
    Tally reached;
    Tally total;
    int cancelled = 0;

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
