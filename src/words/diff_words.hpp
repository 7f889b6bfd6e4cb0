#pragma once

#include "facts/change/difference.hpp"
#include "words/change_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// What the formats of `sss diff` share. Text out of records stands in these words as it is: the printer escapes it.
namespace sss {

/// "moves by 45 days (1 May → 15 June 2018), its third move; no reason is given": what follows the title.
struct MoveSentence {
    std::string verb;   ///< "moves by 45 days": what stands out
    std::string dates;  ///< " (1 May → 15 June 2018)"
    std::string which;  ///< ", its third move"; may be empty
    std::string why;    ///< "; no reason is given", "; reason: “weather”"; empty where that is not known
    std::string after;  ///< ". It is 12 days late now"; mostly empty

    std::string rest() const { return dates + which; }
};

MoveSentence move_sentence(Impact const& impact, Day today);

/// One line of the table below a move.
struct ImpactRow {
    std::string what;    ///< "SSS-1 QR, which needs it"
    std::string now;     ///< "1 June 2018"
    std::string margin;  ///< "−14 days: starts before it ends"; empty: there is none to tell
    bool alert = false;  ///< what the move has broken
};

/// @param most  of each sort of row; the others are counted in a row of their own
std::vector<ImpactRow> impact_rows(Impact const& impact, std::size_t most);

/// "2 milestones now come before what they need"; empty where none does.
std::string conflicts_sentence(std::size_t conflicts);

/// Milestones that became late, without those whose move tells it.
std::vector<BecameLate const*> late_beside_moves(Difference const& difference);

/// The changes without what the moves have told of them already, and without references that only follow a renamed
/// record; those with nothing left are gone.
std::vector<ChangeFacts> beside_moves(Difference const& difference);

/// Whether a change is of substance for others: a record that came, went or changed its name, a date, a dependency.
bool matters(ChangeFacts const& facts);

/// What the later state's settings switch off, to be said before all else.
std::vector<Finding const*> switched_off(Difference const& difference);

/// The new findings that no move has told of already: that a milestone comes before what it needs stands in its table.
std::vector<Finding const*> findings_left(Difference const& difference);

/// "Validation: no new findings."; with a colon where findings_left() follow; empty where it was not checked.
std::string findings_sentence(Difference const& difference);

/// "between main and HEAD".
std::string states_sentence(Difference const& difference);

/// What is not told, as sentences; empty where nothing is left out.
std::vector<std::string> not_told(Difference const& difference);

}  // namespace sss
