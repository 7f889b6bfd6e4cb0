#pragma once

#include "facts/change/difference.hpp"

#include <cstddef>
#include <string>

namespace sss {

/// What differs between two states, for a terminal: the moves first with all that they touch, then every other change.
std::string diff_text(Difference const& difference, std::size_t width, bool colour);

/// The most that GitHub takes as one comment, in UTF-16 code units.
inline constexpr std::size_t longest_comment = 65'536;

/// The same as a comment on a pull request: under one screen, the moves first, silent about what does not matter. What
/// goes beyond `limit` is cut by whole sections, and that is said.
std::string diff_markdown(Difference const& difference, std::size_t limit = longest_comment);

/// A commit message for the change: a subject and, where there is more to say, a body. Empty where nothing differs.
std::string diff_message(Difference const& difference);

/// `"format": 1`, described by schemas/output/diff.schema.json.
std::string diff_json(Difference const& difference);

}  // namespace sss
