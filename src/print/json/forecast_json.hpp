#pragma once

#include "facts/forecast/forecast.hpp"

#include <nlohmann/json.hpp>

namespace sss {

/// What forecast_json prints, but for what a report says of itself: without "format", "as_of" and "left_out".
/// @param ranges  with every range of the back-test
nlohmann::ordered_json forecast_object(Forecasts const& all, bool ranges);

}  // namespace sss
