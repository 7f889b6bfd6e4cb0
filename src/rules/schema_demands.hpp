#pragma once

#include "programme/value.hpp"

#include <string>
#include <vector>

namespace sss {

/// What a schema demands of values and another one in its place does not any more: pointers into it.
std::vector<std::string> lost_demands(Table const& before, Table const& after);

}  // namespace sss
