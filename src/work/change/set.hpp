#pragma once

#include "work/change/assignment.hpp"
#include "work/change/working_tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Which fields of a record say what.
struct SetRequest {
    std::string id = {};                        ///< of a record, or of an item of one: MEETING#a1
    std::vector<std::string> assignments = {};  ///< FIELD=VALUE, LIST+=ITEM, LIST-=ITEM, FIELD-
};

/// A record, and its text as it is to stand.
struct SetFields {
    Record const& record;
    std::optional<std::string> text;  ///< nothing: the change leaves lines in it that cannot be read
};

/// Changes fields of a record; lines that cannot be read and that no change replaces stay. A UsageError that tells all
/// that cannot be changed.
/// @param today  of the programme: what days are counted from
SetFields set_fields(WorkingTree const& tree, SetRequest const& request, Day today);

}  // namespace sss
