#pragma once

#include "history/promise_kept.hpp"
#include "work/history_view.hpp"

#include <vector>

namespace sss {

/// The reports that the settings promise, as the history of the archive tells of them on the day that is looked at.
/// None where nothing is promised, or committed.
std::vector<PromisedReport> promised_reports(HistoryView const& past);

/// The same as it was on an earlier day. @param now  the landing that stood then
std::vector<PromisedReport> promised_reports(HistoryView const& past, git::Commit const& now, Day today);

/// The same of a line of commits.
std::vector<PromisedReport> promised_reports(git::Repository const& repository, FirstParentLine const& line,
                                             git::Oid const& now, Settings const& settings, Day today);

}  // namespace sss
