#pragma once

#include "facts/change/cascade.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// What needs a milestone that moves, as lines of at most `width` columns.
/// @param pushed  true: those that must follow are moved too; false: they are told as coming too early
std::string chain_text(Cascade const& cascade, bool pushed, std::size_t width);

}  // namespace sss
