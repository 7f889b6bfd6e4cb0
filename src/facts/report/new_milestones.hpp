#pragma once

#include "facts/report/standing.hpp"

namespace sss {

/// A milestone that the period has brought.
struct NewMilestone {
    Expected milestone;
    bool reached = false;               ///< already, and *achieved* tells of it
    bool cancelled = false;             ///< already, and *cancelled* tells of it
    Source source;                      ///< the commit that added it
    std::optional<Date> first_planned;  ///< its plan as that commit wrote it
    bool dropped = false;               ///< not awaited: its satellite was given up or lost, and it repeats nothing

    bool open() const { return !reached && !cancelled; }
};

/// First written down in the period, net; what the repository's first commit brought is none. Those that are still open
/// first, by plan; those without a plan after them.
std::vector<NewMilestone> new_milestones(ReportBasis const& basis);

}  // namespace sss
