#pragma once

#include "facts/query/listing.hpp"
#include "work/view.hpp"

#include <span>
#include <string>

namespace sss {

/// Tells a moment of the view what these paths are computed from (see Computed): its satellites where one asks for
/// them, and its history where one asks for what that alone tells, read once.
/// @param items  that are listed; nullptr: records of `kind` are
/// @return  why a history cannot be told, as a clause; empty where it is, or where nobody asks for it
std::string tell_computed(Moment& moment, std::span<FieldPath const> asked, ListedItems const* items, Kind const& kind,
                          View const& view);

}  // namespace sss
