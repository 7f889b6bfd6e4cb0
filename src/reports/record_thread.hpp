#pragma once

#include "history/history.hpp"

#include <string_view>
#include <vector>

namespace sss {

/// All that happened to one record, oldest first, through its renames.
/// @param typed  an id that it has or had, or KIND/ID; where records of several kinds share it, all of them are told
std::vector<Change> thread_of(History const& history, std::string_view typed);

}  // namespace sss
