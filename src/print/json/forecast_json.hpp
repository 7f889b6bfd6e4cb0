#pragma once

#include "facts/forecast/forecast.hpp"

#include <string>

#include <nlohmann/json.hpp>

namespace sss {

/// What forecast_json prints, but for what a report says of itself: without "format", "as_of" and "left_out".
/// @param ranges  with every range of the back-test
nlohmann::ordered_json forecast_object(Forecasts const& all, bool ranges);

/// `"format": 1`, described by schemas/output/forecast.schema.json.
/// @param ranges  with every range of the back-test
std::string forecast_json(Forecasts const& all, bool ranges);

}  // namespace sss
