#pragma once

#include "programme/kind.hpp"

#include <string>
#include <string_view>

namespace sss {

/// The record in the canonical layout (write.hpp): what it says and its comments stay. A comment moves with the key or
/// header that it belongs to: one behind a value with that value, one on lines of its own with what follows
/// it directly; one that a blank line parts from what follows stays at the top of the file, or at the end of its table.
/// The result is its own canonical layout. Throws Error where the text is not sound TOML, or where something of it
/// would be lost, so that a text that this cannot handle is never damaged.
std::string canonical(std::string_view text, Kind const& kind);

}  // namespace sss
