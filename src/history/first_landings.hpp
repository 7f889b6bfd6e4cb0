#pragma once

#include "git/repository.hpp"
#include "history/first_parent_line.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace sss {

/// Where on a line each file below a folder first stood: the position of the landing that brought it, by its path. What
/// was taken away since is among them; of what came back the first time counts.
/// @param position  up to which the line is looked at: 0 is its tip
/// @param folder    relative to the root; "." is the root itself
std::map<std::string, std::size_t> first_landings(git::Repository const& repository, FirstParentLine const& line,
                                                  std::size_t position, std::string_view folder);

}  // namespace sss
