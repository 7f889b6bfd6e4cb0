#pragma once

#include "work/change/rewriting.hpp"

#include <string>
#include <vector>

namespace sss {

/// What was reached or held: all of it on one day.
struct DoneRequest {
    std::vector<std::string> words = {};  ///< ids, and behind them the date: in any form, or its name; else today
    std::string outcome = {};             ///< empty: none is known
    std::string reason = {};              ///< for the commit; may be empty
};

/// Writes down that a milestone was reached, and says how early or late; or that a meeting was held. A UsageError where
/// that cannot be said of the record.
Rewriting rewriting_for(WorkingTree const& tree, DoneRequest const& request, Outside const& outside);

}  // namespace sss
