#pragma once

#include "facts/query/field_path.hpp"

#include <string>
#include <string_view>

namespace sss {

/// The text that the user typed, with a caret below what is wrong in it, and how to mend it: lines without indentation.
std::string shown(TextProblem const& problem, std::string_view text);

}  // namespace sss
