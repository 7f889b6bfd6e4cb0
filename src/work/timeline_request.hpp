#pragma once

#include "facts/chart/timeline.hpp"
#include "work/history_view.hpp"
#include "work/narrowing_request.hpp"

#include <string>
#include <vector>

namespace sss {

/// What stands on a timeline.
struct TimelineRequest {
    NarrowingRequest narrowing = {};      ///< its kinds are not asked
    std::vector<std::string> kinds = {};  ///< milestone, launch, meeting, action, or a dated kind of one's own; empty:
                                          ///< all but actions
    std::vector<std::string> types = {};  ///< of milestones; then those alone, where no kinds are named
    std::string period = {};              ///< in words; empty: all days
};

/// The filter that is meant; a UsageError where a kind, a part or a period is none.
TimelineFilter filter_of(TimelineRequest const& request, HistoryView const& past, Records const& records);

}  // namespace sss
