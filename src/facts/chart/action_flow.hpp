#pragma once

#include "facts/chart/chart_input.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Actions at a day's end.
struct ActionPoint {
    Day day;
    int opened = 0;   ///< so far
    int closed = 0;   ///< so far
    int overdue = 0;  ///< open, and their due date's last day had passed

    int open() const { return opened - closed; }
};

struct OwnerOpen {
    std::string owner;  ///< an organisation's id; empty: nobody named
    std::string name;
    int open = 0;
    int overdue = 0;
};

/// How the actions of meetings were opened and closed. Record time, as it is known today: an action is open from its
/// meeting's first day until the day on which it was closed.
struct ActionFlow {
    Day today;
    std::optional<Period> period;
    std::vector<ActionPoint>
        points;          ///< the days on which anything changed, until today; then today, or the period's end
    ActionPoint before;  ///< what stood when the period began; zeros where none is wanted
    std::vector<OwnerOpen> owners;  ///< of what is open today: the most first, nobody's last
    int open = 0;                   ///< today, the undated ones included
    int overdue = 0;
    int undated_open = 0;  ///< of these: their meeting has no date, so that no line shows them

    ActionPoint const* at(Day day) const;  ///< what stood at that day's end; nullptr before the first point
};

ActionFlow action_flow(ChartInput const& input);

}  // namespace sss
