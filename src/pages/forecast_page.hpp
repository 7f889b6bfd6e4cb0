#pragma once

#include "facts/forecast/forecast.hpp"
#include "pages/page.hpp"

namespace sss {

/// The answer, a row a milestone, and what the ranges are made of and worth.
Page forecast_page(Forecasts const& all);

/// How well earlier ranges held, a row a horizon. @param each  each range by itself too
Page back_test_page(Forecasts const& all, bool each);

}  // namespace sss
