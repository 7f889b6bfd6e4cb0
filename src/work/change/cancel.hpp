#pragma once

#include "work/change/rewriting.hpp"

#include <string>

namespace sss {

/// What is given up.
struct CancelRequest {
    std::string id = {};
    std::string date = {};    ///< in any form, or its name; empty: today
    std::string reason = {};  ///< stands in the record, and in the commit
};

/// Writes since when and why a milestone, a meeting or a satellite is given up, and says who waited for it. A
/// UsageError where it was reached or held.
Rewriting rewriting_for(WorkingTree const& tree, CancelRequest const& request, Outside const& outside);

}  // namespace sss
