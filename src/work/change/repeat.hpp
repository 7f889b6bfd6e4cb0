#pragma once

#include "work/change/rewriting.hpp"

#include <string>
#include <vector>

namespace sss {

/// What is held again because it failed.
struct RepeatRequest {
    std::string id = {};      ///< of the milestone that failed
    std::string date = {};    ///< for when it is planned, in any form or as a distance from today; empty: not yet
    std::string as = {};      ///< the id of the new one; empty: the failed one's, with a number
    std::string title = {};   ///< its title; empty: the failed one's, and that it is a repetition
    std::string reason = {};  ///< for the commit; may be empty
};

/// A new milestone that repeats one that failed: of its type, its satellite, its owner and with its reviews. Says who
/// waited for the failed one and waits for the new one now. A UsageError where the other has not failed, or is repeated
/// already.
Rewriting rewriting_for(WorkingTree const& tree, RepeatRequest const& request, Outside const& outside);

}  // namespace sss
