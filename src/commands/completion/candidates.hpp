#pragma once

#include "commands/command_line.hpp"
#include "commands/terminal/surroundings.hpp"

#include <string>
#include <vector>

namespace sss {

/// One way to go on with the word that is being typed.
struct Candidate {
    std::string value;        ///< the whole word
    std::string description;  ///< one line, for shells that show it; may be empty
    friend bool operator==(Candidate const&, Candidate const&) = default;
};

/// What a shell may offer, and what it may do besides.
struct Candidates {
    enum class Beside : std::uint8_t {
        nothing,
        files,    ///< names of files fit too
        folders,  ///< names of folders fit too
        open,     ///< the word goes on behind a candidate: no blank after it
    };
    std::vector<Candidate> list;
    Beside beside = Beside::nothing;
};

/// What may stand where the last word is being typed: commands, options, and by the name that the command tree gives a
/// value (ID, KIND, FIELD=VALUE, REV …) the repository's own ids, fields and choices. A repository that cannot be read
/// has none; nothing is ever complained of.
/// @param words  those behind the program's name; the last one is the one being typed, and may be empty
Candidates candidates(CommandLine& line, std::vector<std::string> const& words, Surroundings const& surroundings);

}  // namespace sss
