#pragma once

#include "programme/value.hpp"
#include "records/lines.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sss {

/// Where and why the TOML library stopped; line and column count code points from 1.
struct TomlError {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string description;
    bool too_deep = false;  ///< it is TOML, but nests deeper than `deepest_nesting`
};

/// The TOML library's tree as ours, members in the order of the file. `lines`, where given, is that of the text and
/// adds places. The caller has made sure by nesting_beyond() that the text is not too deep for the stack.
std::optional<TomlError> read_toml(std::string_view text, Lines const* lines, Table& into);

}  // namespace sss
