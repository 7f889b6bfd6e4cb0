#pragma once

#include "programme/value.hpp"

#include <string>
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

    bool operator==(Finding const&) const = default;
};

/// By file, place, rule: the order in which findings are told.
void sort(std::vector<Finding>& findings);

}  // namespace sss
