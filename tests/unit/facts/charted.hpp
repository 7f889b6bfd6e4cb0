#pragma once

#include "facts/chart/chart_input.hpp"
#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <string>
#include <string_view>

namespace sss {

/// A history told in a few lines, and what charts are made of on a day.
struct Charted : TestHistory {
    StandardRecords state;
    std::vector<Move> moved;
    Zone zone = Zone::utc();

    ChartInput on(std::string_view today)
    {
        state = {};
        for (auto const& [key, fields] : now) {
            if (key.kind->name == "milestone") state.milestones.push_back(read_milestone(key.id, fields, zone));
            if (key.kind->name == "meeting") state.meetings.push_back(read_meeting(key.id, fields, zone));
            if (key.kind->name == "satellite")
                state.satellites.push_back({key.id, *find(fields, "name")->string(), {}});
        }
        moved = moves(history, 0);
        mark_fates(state);
        return {.state = state, .whole = history, .moves = moved, .zone = zone, .today = *parse_day(today)};
    }
};

inline Period days_of(std::string_view text)
{
    return std::get<Period>(parse_period(text, *parse_day("2030-01-01")));
}

}  // namespace sss
