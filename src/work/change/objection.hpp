#pragma once

#include <string>

namespace sss {

/// Why an answer or an option's value cannot be taken, and what would be right.
struct Objection {
    std::string message;
    std::string help;  ///< may be empty

    /// Both as one sentence, on one line.
    std::string text() const;
};

}  // namespace sss
