#pragma once

#include "commands/surroundings.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Why an answer or an option's value cannot be taken, and what would be right.
struct Objection {
    std::string message;
    std::string help;  ///< may be empty

    /// Both as one sentence, on one line.
    std::string text() const;
};

/// One question to somebody who sits at a terminal.
struct Question {
    std::string name = {};         ///< "planned"
    std::string description = {};  ///< what the answer means
    std::vector<std::string> choices =
        {};                     ///< the only answers there are; a part that fits one alone is enough, "?" lists them
    std::string fallback = {};  ///< what Enter alone means
    bool required = true;       ///< false: Enter alone leaves it out
    bool several = false;       ///< several answers may stand on the line, with commas between
};

using Judge = std::function<std::optional<Objection>(std::string const& answer)>;

/// The answer, asked for on standard error until `judge` has nothing against it; nothing where it was left out. Throws
/// a UsageError where the input ends.
std::optional<std::string> ask(Surroundings const& surroundings, Question const& question, Judge const& judge);

/// The text without blanks at its ends.
std::string_view trimmed(std::string_view text);

/// The parts between commas, each trimmed, empty ones left out.
std::vector<std::string> split_at_commas(std::string_view text);

}  // namespace sss
