#pragma once

#include "facts/publication/promise_kept.hpp"
#include "work/history_view.hpp"

#include <vector>

namespace sss {

/// The reports that the settings promise, as the history of the archive tells of them on the day that is looked at.
/// None where nothing is promised, or committed.
std::vector<PromisedReport> promised_reports(HistoryView const& past);

}  // namespace sss
