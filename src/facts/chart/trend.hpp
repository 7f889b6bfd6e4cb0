#pragma once

#include "facts/chart/chart_input.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sss {

/// A milestone's forecast as it stood from one commit on.
struct Forecast {
    Day told;                  ///< commit time: from the end of this day on it was believed
    std::optional<Date> date;  ///< record time: when the milestone was to be reached; nothing: no date any more
    int move = 0;              ///< which move it was; 0: the first date, the same said otherwise, or a correction
    bool correction = false;   ///< a date put right: no slip
    std::string reason = {};   ///< that the commit gives
    git::Oid commit = {};
};

/// The way of one milestone's forecast.
struct TrendLine {
    enum class End : std::uint8_t {
        open,       ///< still to be reached
        reached,    ///< ends where report date and forecast date are one: at the actual date
        cancelled,  ///< ends on the day on which the programme gave it up, by commit time
        removed,    ///< its record is gone: ends with that commit
        failed,     ///< held and failed: ends as a reached one
        dropped,    ///< no longer awaited: ends on the day on which its satellite was given up or lost, by commit time
    };
    std::string id;
    std::string title;
    std::string satellite;             ///< its id; empty: the whole programme's
    std::string satellite_title = {};  ///< its name
    std::optional<Date> baseline;
    std::vector<Forecast> forecasts;  ///< in the order in which they were told; the first has a date
    End end = End::open;
    std::optional<Date> actual;  ///< of a reached one, and of one that was held and failed
    std::optional<Day> learnt;   ///< commit time: when the actual date was first written down
    git::Oid learnt_by = {};
    std::optional<Day> given_up;          ///< of a cancelled, removed or dropped one: the commit's day
    std::optional<Date> not_before = {};  ///< where its plan has an open end today, and so is no forecast
    int moves = 0;                        ///< corrections not counted
    int days_moved = 0;                   ///< of all moves together, each without its sign
    std::optional<Slip> total;  ///< from the first forecast to the last; to the actual date where it was reached

    /// It took place, whatever came of it.
    bool held() const { return end == End::reached || end == End::failed; }
    /// The last forecast that has a date.
    Forecast const* last_forecast() const;
    /// The last day on which the line can be drawn: a reached one's actual day, a given up one's commit, else `today`.
    Day ends(Day today) const;
};

/// Which lines a trend is of.
enum class TrendScope : std::uint8_t {
    usual,  ///< all; where not all can be named, the open ones first
    open,   ///< those that are still to be reached
    all,    ///< all alike
};

/// Milestone trend analysis: how the forecast of each milestone moved. Report dates are commit time, forecast dates
/// are record time. As DIN 69900 and its textbooks have it: a level line is on plan, a rising one slips, a falling one
/// comes nearer, and a reached milestone ends on the diagonal where both dates are one.
struct Trend {
    TrendScope scope = TrendScope::usual;
    Day today;
    std::optional<Period> period;  ///< of report dates: moves and totals are then those within it
    std::vector<TrendLine> lines;  ///< with a forecast; by their last forecast or actual date, the latest first
    /// Without a forecast at any time, or one that was written down only after the milestone was reached or given up;
    /// within the period. They have no line.
    std::vector<TrendLine> reached_unplanned;
    std::vector<TrendLine> undated;           ///< open
    std::vector<TrendLine> given_up_undated;  ///< cancelled, or dropped
    std::vector<TrendLine> outside;           ///< no forecast of theirs stood within the period
    std::optional<Day> records_begin;         ///< the first commit's day
    std::size_t ended = 0;                    ///< left out, because only open ones are wanted
};

Trend trend(ChartInput const& input, TrendScope scope = TrendScope::usual);

/// The lines that should be named where a chart has room for `most` names, the most telling first: those whose
/// forecasts moved by the most days, of equals the open ones. Where not all can be named, the open ones come before all
/// others, unless all are wanted alike. Indices into `trend.lines`.
std::vector<std::size_t> most_telling(Trend const& trend, std::size_t most);

}  // namespace sss
