#pragma once

#include "programme/value.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

enum class Severity { error, warning, note };

/// One problem in what the user wrote. Readers, schemas and rules return these; only render/ makes text of them.
struct Finding {
    std::string rule;  ///< stable name: heading of its page in docs/rules/, key in sss.toml's [rules]
    Severity severity = Severity::error;
    std::string file;  ///< relative to the repository's root, with forward slashes
    Place place;
    std::string message;  ///< what is wrong, in the user's words, with the offending value in it
    std::string help;     ///< how to mend it; may be empty
    std::string excerpt;  ///< the source line that `place` names, without its line end; empty where there is none
    /// The column at which `excerpt` begins: 1, unless the line is so long that only the part around the place is kept.
    std::uint32_t excerpt_column = 1;
    bool excerpt_cut = false;  ///< whether the line goes on behind what is kept

    bool operator==(Finding const&) const = default;
};

/// A line of more bytes than this is not kept whole: a record of 1 MiB in one line may hold thousands of mistakes.
inline constexpr std::size_t longest_excerpt = 1024;

/// Keeps the line that the finding's place names as its excerpt, or of a long one the part around the place.
void keep_excerpt(Finding& finding, std::string_view line);

/// By file, place, rule: the order in which findings are told.
void sort(std::vector<Finding>& findings);

}  // namespace sss
