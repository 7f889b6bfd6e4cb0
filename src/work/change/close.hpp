#pragma once

#include "work/change/rewriting.hpp"

#include <string>
#include <vector>

namespace sss {

/// Which actions are closed.
struct CloseRequest {
    /// Each "MEETING#ACTION", or its id alone where it is the only open one of that id; behind them a date in any form,
    /// or its name: without one, today.
    std::vector<std::string> words = {};
    std::string by = {};      ///< the meeting at which it was shown as done; may be empty
    std::string reason = {};  ///< for the commit; may be empty
};

/// Writes when an action was closed. A UsageError where the name fits none or several, or it was closed on another day.
Rewriting rewriting_for(WorkingTree const& tree, CloseRequest const& request, Outside const& outside);

}  // namespace sss
