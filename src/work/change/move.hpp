#pragma once

#include "work/change/rewriting.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// What moves, and where to.
struct MoveRequest {
    std::string id = {};      ///< a milestone's or a meeting's
    std::string date = {};    ///< the new date in any form, its name, or how far it moves ("+2w")
    std::string reason = {};  ///< for the commit; may be empty
    bool cascade = false;     ///< push what needs it, by the least that keeps the order
    std::size_t width = 80;   ///< columns of what is told of the chain
};

/// Moves a milestone's planned date, or a meeting as a whole, and tells what needs it. A UsageError where there is no
/// plan to move.
Rewriting rewriting_for(WorkingTree const& tree, MoveRequest const& request, Outside const& outside);

}  // namespace sss
