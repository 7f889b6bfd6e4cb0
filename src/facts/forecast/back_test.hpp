#pragma once

#include "facts/forecast/reference_class.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// How far a plan lies ahead, by its last day.
enum class Horizon : std::uint8_t {
    beyond_a_year,  ///< more than 365 days
    year,           ///< 181 to 365 days
    half_year,      ///< 91 to 180
    quarter,        ///< 31 to 90
    month,          ///< 0 to 30
    overdue,        ///< 1 to 30 days past
    long_overdue,   ///< more than 30 days past
};
inline constexpr std::size_t horizon_count = 7;

Horizon horizon_of(Date const& plan, Day today);

/// A range that would have been given on a day of the past by what was known then, and what became of it.
struct PastRange {
    std::string id;
    std::string title;  ///< of its record today; the id where there is none
    Day given;          ///< the first day on which the milestone's plan lay so far ahead
    Horizon horizon = Horizon::month;
    Date plan;  ///< as it stood that day
    ForecastRange range;
    std::optional<Date> actual;  ///< nothing: still open, or given up later than the range reached

    bool earlier() const { return actual && actual->last() < range.first; }
    bool later() const { return !actual || actual->last() > range.last; }
    bool held() const { return !earlier() && !later(); }
};

/// How many ranges held, of those whose last day has passed.
struct Holds {
    int judged = 0;
    int held = 0;
    int earlier = 0;     ///< missed: reached before the range began
    int later = 0;       ///< missed: not reached when the range ended
    double chances = 0;  ///< the sum of what each range promised

    bool operator==(Holds const&) const = default;
};

struct BackTest {
    Day today;
    std::vector<PastRange> ranges;  ///< all that are judged; by day, then by id
    std::array<Holds, horizon_count> by_horizon;
    Holds all;
    int milestones = 0;  ///< of which the judged ranges are: those of one milestone come true, or not, together
    int too_few = 0;     ///< days on which there were too few cases for a range
    int unfinished =
        0;  ///< ranges whose last day has not passed: not judged, or else only those that end early would be
    int undecided = 0;  ///< of milestones that were given up or removed before it passed, or reached on a rough date
};

/// What the forecast would have said before, and whether it came true: for each milestone one range a horizon, made on
/// the first day on which its plan lay so far ahead, out of the cases that were closed and known on that day. Ranges
/// are judged whether the milestone is reached or still open, as soon as their last day has passed. Left out are days
/// on which the milestone was reached already though nobody had recorded it: forecasts are of what has not happened.
BackTest back_test(std::span<PlanPast const> pasts, Day today, int percent);

}  // namespace sss
