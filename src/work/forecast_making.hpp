#pragma once

#include "facts/forecast/forecast.hpp"
#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <string>
#include <vector>

namespace sss {

/// Which forecasts are asked for.
struct ForecastRequest {
    MomentRequest moment = {};
    std::vector<std::string> ids = {};    ///< of milestones; empty: all that are open
    NarrowingRequest narrowing = {};      ///< its kinds are not asked
    std::string period = {};              ///< in words: those that are planned in it; empty: whenever they are
    std::vector<std::string> types = {};  ///< of milestones; empty: all
    int chance = 80;                      ///< that a range is to have, in percent: 50, 80 or 90
};

/// Forecasts, and whether they are a choice among those that there are.
struct ChosenForecasts {
    Forecasts forecasts;
    bool chosen = false;
};

/// Makes them out of the whole past. A UsageError where what is named is no milestone, part or type.
ChosenForecasts make_forecasts(ForecastRequest const& request, ProgrammeRequest const& programme,
                               Outside const& outside);

}  // namespace sss
