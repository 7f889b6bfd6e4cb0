#pragma once

#include "programme/sentence.hpp"
#include "programme/value.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

enum class Severity { error, warning, note };

/// One problem in what the user wrote. Readers, schemas and rules return these; only print/ makes text of them.
struct Finding {
    std::string_view rule;  ///< stable name: heading of its page in docs/rules/, key in sss.toml's [rules]; a literal
    Severity severity = Severity::error;
    std::string file;  ///< relative to the repository's root, with forward slashes
    Place place;
    Sentence message;     ///< what is wrong, in the user's words, with the offending value in it
    Sentence help;        ///< how to mend it; may be empty
    std::string excerpt;  ///< the source line that `place` names, without its line end; empty where there is none
    /// The column at which `excerpt` begins: 1, unless the line is so long that only the part around the place is kept.
    std::uint32_t excerpt_column = 1;
    bool excerpt_cut = false;  ///< whether the line goes on behind what is kept
    std::string record = {};   ///< "milestone/sss-1-cdr"; empty where the file is no record of the state in question

    bool operator==(Finding const&) const = default;
};

/// A line of more bytes than this is not kept whole: a record of 1 MiB in one line may hold thousands of mistakes.
inline constexpr std::size_t longest_excerpt = 1024;

/// What stands at the place, of the line that it names; of a long text the beginning.
std::string_view text_at(std::string_view line, Place place);

/// Keeps the line that the finding's place names as its excerpt, or of a long one the part around the place.
void keep_excerpt(Finding& finding, std::string_view line);

/// What tells a finding from others, on whatever line it stands and however it is worded: its rule, its record (or its
/// file, where that is no record), and what identifies its message (the field among it, where the rule looks at
/// several).
/// @param subject  of the record or file, where that has another name now
std::string identity(Finding const& finding);
std::string identity(Finding const& finding, std::string_view subject);

/// What a finding is about: its record, or else its file.
inline std::string const& subject(Finding const& finding)
{
    return finding.record.empty() ? finding.file : finding.record;
}

/// By file, place, rule, and then by what is said: the order in which findings are told.
bool told_earlier(Finding const& a, Finding const& b);
void sort(std::vector<Finding>& findings);

}  // namespace sss
