#pragma once

#include "facts/chart/chart_input.hpp"
#include "facts/chart/timeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// A milestone at its place in time.
struct LaneMark {
    std::string id;
    std::string title;
    std::string type;
    std::vector<std::string> reviews;
    Date when;  ///< actual, or else planned; of a cancelled one planned, or else the day of giving up
    EntryState state = EntryState::ahead;
    int days_late = 0;
};

struct Lane {
    std::string satellite;        ///< its id; empty: the programme's own milestones
    std::string title;            ///< the satellite's name
    std::vector<LaneMark> marks;  ///< by date
};

/// A milestone that has no place in time.
struct UndatedMilestone {
    std::string id;
    std::string title;
    std::optional<Date> not_before;  ///< where its plan says that much
};

/// Milestones by record time, as the records have them today: a lane for the programme, then one a satellite.
struct TimelineChart {
    Day today;
    std::optional<Period> period;
    std::vector<Lane> lanes;  ///< those that have marks; the programme's own first, then by name as people count
    std::vector<UndatedMilestone> undated;  ///< open
    std::size_t outside = 0;                ///< not within the period

    std::size_t marks() const;
};

TimelineChart timeline_chart(ChartInput const& input);

}  // namespace sss
