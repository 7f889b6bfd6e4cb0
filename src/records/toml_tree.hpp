#pragma once

#include "programme/value.hpp"
#include "records/lines.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Where and why the TOML library stopped; line and column count code points from 1.
struct TomlError {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string description;
    bool too_deep = false;  ///< it is TOML, but nests deeper than `deepest_nesting`
};

/// What is known of a text by the version before it. Lines count from 1, and a list may be shorter than the text is.
struct Neighbour {
    Table const* before = nullptr;     ///< what is equal to the letter is taken from it
    std::vector<Table::Handle> known;  ///< by line: the member that begins there, whatever the text says
    std::vector<Table::Handle> found;  ///< filled, by line: the member that was found to begin there
};

/// The TOML library's tree as ours, members in the order of the file. `lines`, where given, is that of the text and
/// adds places. The caller has made sure by nesting_beyond() that the text is not too deep for the stack.
/// @param neighbour  for a text that is read without places
std::optional<TomlError> read_toml(std::string_view text, Lines const* lines, Table& into,
                                   Neighbour* neighbour = nullptr);

}  // namespace sss
