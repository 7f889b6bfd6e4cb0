#pragma once

#include "facts/forecast/forecast.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// The answer, a row a milestone, and what the ranges are made of and worth.
std::string forecast_text(Forecasts const& all, std::size_t width, bool colour);
std::string forecast_markdown(Forecasts const& all);

/// How well earlier ranges held, a row a horizon; each range by itself where `each` is set.
std::string back_test_text(Forecasts const& all, bool each, std::size_t width, bool colour);
std::string back_test_markdown(Forecasts const& all, bool each);

/// `"format": 1`, described by schemas/output/forecast.schema.json.
/// @param ranges  with every range of the back-test
std::string forecast_json(Forecasts const& all, bool ranges);

}  // namespace sss
