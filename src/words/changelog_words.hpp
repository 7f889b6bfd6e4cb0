#pragma once

#include "facts/change/changelog_facts.hpp"
#include "words/change_words.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the formats of a changelog share: the same words.
namespace sss {

/// A reason, as a line tells it.
struct ChangelogReason {
    std::string text;
    std::string by;  ///< "KSBY, a1b2c3d"; empty where the line's end says whose it is
};

/// One line below a heading.
struct ChangelogLine {
    std::string title;
    std::string said;                  ///< all sentences; empty where names are told
    std::vector<std::string> names;    ///< of many new records of one kind, told in one line
    std::vector<ChangelogReason> why;  ///< the reasons that the commits give
    std::string by;                    ///< "KSBY, a1b2c3d", "then KSBY, …"; empty where names are told
};

/// What stands over a period or a release.
struct ChangelogHeading {
    std::string name;                ///< "April 2018", "v1.2, approved", "Not yet released"
    std::string day = {};            ///< of a release: "25 April 2018"
    std::vector<std::string> notes;  ///< the first lines of what its tags say
};

/// "What changed in the SSS programme".
std::string changelog_title(ChangelogFacts const& facts);
ChangelogHeading heading_of(ChangelogGroup const& group);
/// "Slipped", "SSS-1", "Milestones", "The whole programme".
std::string heading_of(Belonging const& belonging);

/// Whether the subject of a change's commit is told beside its author, where it says more than the change does.
enum class Subjects : bool { left_out, told };

ChangelogLine line_of(ChangelogEntry const& entry, ChangeWords const& words, History const& history,
                      Subjects subjects = Subjects::left_out);
/// A line for each change, or one for many new records of a kind: they are an import.
std::vector<ChangelogLine> lines_of(ChangelogSection const& section, ChangeWords const& words, History const& history,
                                    Subjects subjects = Subjects::left_out);

}  // namespace sss
