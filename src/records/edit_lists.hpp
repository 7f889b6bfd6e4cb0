#pragma once

#include "records/edit_syntax.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Bytes of a text and what is to stand there instead.
struct Splice {
    Span where;
    std::string with;
};

/// The text with all of them done; they do not overlap, and may come in any order.
std::string spliced(std::string_view text, std::vector<Splice> splices);

/// Adds an item at the end of a list as its items stand: on the line of the last, or on a line of its own.
/// @param taken  columns before the list, where a list that grows too wide for its line may be spread over lines
void append_item(std::string_view text, WrittenValue const& list, std::string const& item,
                 std::optional<std::size_t> taken, std::string_view line_end, std::vector<Splice>& splices);

/// Takes an item out of a list, or an entry out of an inline table, with its comma; with its line where it has one of
/// its own.
void remove_part(std::string_view text, WrittenValue const& holder, std::size_t index, std::vector<Splice>& splices);

}  // namespace sss
