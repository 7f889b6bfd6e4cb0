#pragma once

#include "facts/forecast/back_test.hpp"
#include "facts/standard_records.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// Why a milestone has no range.
enum class NoRange : std::uint8_t {
    too_few,     ///< fewer than `fewest_cases` like cases
    undated,     ///< no plan to start from
    unreadable,  ///< a date of it cannot be read
    reached,
    cancelled,
};

/// When a milestone may be reached.
struct MilestoneForecast {
    std::string id;
    std::string title;
    std::string type;
    std::string satellite;
    std::optional<Date> plan;
    std::optional<Date> not_before = {};  ///< a plan with an open end, which is none to start from
    std::optional<Date> actual;           ///< of one that is reached
    int days_ahead = 0;                   ///< from today to the last day of the plan; negative: overdue
    Horizon horizon = Horizon::month;
    std::optional<ForecastRange> range;
    NoRange why = NoRange::too_few;  ///< where there is no range
    int cases = 0;                   ///< like it, and reached
    int cancelled = 0;               ///< like it, and given up
    int open_beyond = 0;  ///< like it, still open, and already later than the range reaches, as days from the plan

    bool open() const { return why != NoRange::reached && why != NoRange::cancelled; }
};

/// What of the record can be a case at all, whatever the horizon.
struct ReferenceClass {
    int cases = 0;         ///< reached, with a plan on record before
    int without_plan = 0;  ///< reached, but no plan was on record before it was reached or recorded: an import, say
    int rough = 0;         ///< reached on a date known no better than to the quarter or so
    int cancelled = 0;     ///< given up, with a plan on record before
    int unreadable = 0;    ///< reached on a date that cannot be read
};

struct Forecasts {
    Day today;
    int percent = 80;  ///< the chance that was asked for
    std::vector<MilestoneForecast>
        milestones;  ///< open ones by plan, then those without one, then the settled ones; each by id
    ReferenceClass reference;
    BackTest back_test;
    std::vector<LeftOut> left_out;  ///< records that could not be read

    std::size_t open() const;
    std::size_t with_range() const;
};

/// A forecast for every milestone of the snapshot on `today`.
/// @param percent  50 to 95
Forecasts forecasts(std::span<PlanPast const> pasts, StandardRecords const& state, Day today, int percent = 80);

/// Of which milestones the forecasts are wanted. Empty lists: all; an empty satellite: those of none; settled ones only
/// where ids are named. The cases and the back-test stay those of the whole programme: who could choose the class could
/// choose the answer.
struct ForecastFilter {
    std::vector<std::string> ids = {};
    std::vector<std::string> satellites = {};
    std::vector<std::string> types = {};
    std::optional<std::set<std::string, std::less<>>> wanted = {};  ///< these ids alone; nothing: not asked

    bool any() const { return !ids.empty() || !satellites.empty() || !types.empty() || wanted; }
    bool admits(MilestoneForecast const& one) const;
};

/// Takes away the milestones, and their ranges of the past, that are not wanted.
void narrow(Forecasts& all, ForecastFilter const& filter);

}  // namespace sss
