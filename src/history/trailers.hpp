#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One trailer of a commit's message: `Reason: weather`.
struct Trailer {
    std::string name;
    std::string value;  ///< continuation lines joined by a space
    bool operator==(Trailer const&) const = default;
};

/// The trailers of a message as `git interpret-trailers --parse --unfold` reads them without any settings, in their
/// order: those of the last paragraph, where all of its lines are trailers, or one is of git's own making and a quarter
/// are trailers. The title is never one, and what follows a line `---` is no part of the message.
std::vector<Trailer> trailers(std::string_view message);

/// What a message says of the changes that its commit makes.
struct Grounds {
    std::string reason;       ///< of all trailers `Reason: …`, each once, joined by "; "; empty where there is none
    bool correction = false;  ///< the trailer `Correction: yes`
};

/// Reads the trailers of a message, and those of the messages within it that a squash merge gathers: GitHub and GitLab
/// list the commits under `* title`, each with its own paragraphs, put `Co-authored-by:` in a paragraph of its own,
/// maybe behind a line of dashes, or "See merge request …" at the end; `git merge --squash` quotes them behind `commit
/// …`.
///
/// What is squashed is a correction where its last message says so, or all do, and none of the others gives a reason.
Grounds grounds(std::string_view message);

}  // namespace sss
