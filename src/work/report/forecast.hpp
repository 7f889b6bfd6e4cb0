#pragma once

#include "facts/forecast/forecast.hpp"
#include "facts/query/narrowing.hpp"
#include "work/report/making.hpp"

namespace sss {

/// What the section `forecast` of a report tells: the open milestones as they stood on the as-of day, by what was known
/// then. Reads the whole past, which no other section needs.
/// @param narrowing  chooses the milestones; their cases are those of the whole programme
Forecasts forecasts_for(HistoryView const& past, Scope const& scope, Sources const& sources,
                        Narrowing const& narrowing);

}  // namespace sss
