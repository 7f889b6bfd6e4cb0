#include "facts/chart/timeline_chart.hpp"

#include "facts/order.hpp"
#include "support/natural_order.hpp"

#include <algorithm>
#include <map>

namespace sss {

namespace {

std::optional<Date> place(Milestone const& milestone)
{
    if (milestone.held()) return milestone.actual;
    if (milestone.planned) return milestone.planned;
    return milestone.cancelled ? milestone.cancelled_on : std::nullopt;
}

LaneMark mark_of(Milestone const& milestone, Date const& when, Day today)
{
    LaneMark mark{milestone.id, milestone.title, milestone.type, milestone.reviews, when, EntryState::ahead, 0};
    if (milestone.held()) {
        mark.state = milestone.failed() ? EntryState::failed : EntryState::happened;
    } else if (milestone.cancelled || milestone.dropped) {
        mark.state = milestone.cancelled ? EntryState::cancelled : EntryState::dropped;
    } else if (is_late(when, today)) {
        mark.state = EntryState::late;
        mark.days_late = static_cast<int>((today - when.last()).count());
    }
    return mark;
}

}  // namespace

std::size_t TimelineChart::marks() const
{
    std::size_t sum = 0;
    for (auto const& lane : lanes) sum += lane.marks.size();
    return sum;
}

TimelineChart timeline_chart(ChartInput const& input)
{
    TimelineChart found{input.today, input.period, {}, {}, 0};
    std::map<std::string, Lane> by_satellite;
    for (auto const& milestone : input.state.milestones) {
        if (input.takes && !input.takes(milestone)) continue;
        auto const when = place(milestone);
        if (!when) {
            if (milestone.open()) found.undated.push_back({milestone.id, milestone.title, milestone.not_before});
            continue;
        }
        if (input.period && (when->last() < input.period->first || input.period->last < when->first())) {
            ++found.outside;
            continue;
        }
        auto& lane = by_satellite[milestone.satellite];
        lane.satellite = milestone.satellite;
        auto const* satellite = input.state.satellite(milestone.satellite);
        lane.title = satellite != nullptr ? satellite->name : milestone.satellite;
        lane.marks.push_back(mark_of(milestone, *when, input.today));
    }
    for (auto& [id, lane] : by_satellite) {
        std::ranges::stable_sort(lane.marks,
                                 [](LaneMark const& a, LaneMark const& b) { return before(a.when, b.when); });
        put_needs_first(
            lane.marks, input.state, [](LaneMark const& mark) { return mark.when.last(); },
            [](LaneMark const& mark) { return std::string_view{mark.id}; });
        found.lanes.push_back(std::move(lane));
    }
    std::ranges::stable_sort(found.lanes, [](Lane const& a, Lane const& b) {
        if (a.satellite.empty() != b.satellite.empty()) return a.satellite.empty();
        return natural_order(a.title, b.title) < 0;
    });
    return found;
}

}  // namespace sss
