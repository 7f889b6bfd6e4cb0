#pragma once

#include "history/history.hpp"
#include "words/change_words.hpp"

#include <string>
#include <vector>

namespace sss {

/// What a commit says of one record.
struct ProposedLine {
    RecordKey record;
    std::string title;
    std::vector<Clause> clauses;
    ChangeType type = ChangeType::changed;
};

/// How a commit's message is made of its lines.
struct MessageForm {
    std::string subject = {};  ///< the user's own; empty: it is made of the first line
    bool lead_only = false;    ///< of the records behind the first only their number is told
    bool counted = false;      ///< no record leads: where they are more than a few, the subject counts them
};

/// The subject, and the paragraphs of the body, each a line. A paragraph that reads as `word: …` would be a trailer to
/// git, so each begins as an item of a list, or with a number.
std::vector<std::string> commit_message(std::vector<ProposedLine> const& lines, MessageForm const& form);

/// "SSS-1 CDR held; outcome passed".
std::string in_one(std::vector<Clause> const& clauses);

}  // namespace sss
