#pragma once

#include "work/change/rewriting.hpp"

#include <string>

namespace sss {

/// Which record gets which id.
struct RenameRequest {
    std::string id = {};
    std::string name = {};    ///< the new id
    std::string reason = {};  ///< for the commit; may be empty
};

/// Gives a record another id: its file moves, the old id is kept as an alias, and all that name it follow. A UsageError
/// where the id is none of its kind or taken; an Error where a record cannot be read, which may name it.
Rewriting rewriting_for(WorkingTree const& tree, RenameRequest const& request, Outside const& outside);

}  // namespace sss
