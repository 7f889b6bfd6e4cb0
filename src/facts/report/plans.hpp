#pragma once

#include "facts/report/standing.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

struct Late {
    Expected milestone;
    int days = 0;  ///< since the last day of its plan
};

/// So many things of one owner.
struct OwnersCount {
    std::string owner;  ///< its name; empty: nobody named
    int count = 0;
};

/// The open milestones by what their plans say today, and with them what dated kinds of the programme's own plan.
struct Plans {
    std::vector<Expected> coming_up;  ///< the plan's days meet today and the upcoming days; by date
    std::vector<Late> overdue;        ///< the longest first
    std::vector<Expected> undated;    ///< no plan; by satellite, the programme's own first
};

/// How many of them are whose: the most first, then by name, those of nobody last.
std::vector<OwnersCount> owners_of(std::span<Late const> overdue);

/// Before the first commit nobody knows what was planned then: overdue and undated stay empty.
Plans plans(ReportBasis const& basis);

}  // namespace sss
