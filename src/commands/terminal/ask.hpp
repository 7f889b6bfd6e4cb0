#pragma once

#include "commands/terminal/surroundings.hpp"
#include "work/change/objection.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sss {

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

}  // namespace sss
