#pragma once

#include "work/change/arrivals.hpp"

#include <map>
#include <string>
#include <vector>

namespace sss {

/// What a file that holds many records says of those that stand already: their texts as they are to stand, by path.
/// Those are taken out of `all`. A field that says the same stays as it is written; of tables and of lists with keys
/// only the fields and items change that are said; what is not said stays. A record may be named by a former id.
/// @param problems  what cannot be put into a record
std::map<std::string, Arrival> updates(std::vector<Imported>& all, WorkingTree const& tree,
                                       std::vector<std::string>& problems);

/// The record of this kind that an id means, or meant; nullptr: there is none.
Record const* standing_record(Records const& records, Kind const& kind, std::string_view id);

}  // namespace sss
