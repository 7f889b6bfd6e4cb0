#pragma once

#include "work/change/rewriting.hpp"

#include <string>
#include <vector>

namespace sss {

/// What is given up, all of it for one reason.
struct CancelRequest {
    std::vector<std::string> words = {};  ///< ids, and behind them the date: in any form, or its name; else today
    std::string reason = {};              ///< stands in the record, and in the commit
};

/// Writes since when and why a milestone, a meeting or a satellite is given up, and says who waited for it. A
/// UsageError where it was reached or held.
Rewriting rewriting_for(WorkingTree const& tree, CancelRequest const& request, Outside const& outside);

}  // namespace sss
