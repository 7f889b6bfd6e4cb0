#pragma once

#include "work/change/rewriting.hpp"

#include <optional>
#include <string>

namespace sss {

/// Minutes that somebody wrote, of one meeting.
struct MinutesRequest {
    std::string meeting = {};  ///< its id, or KIND/ID
    std::string text = {};     ///< as minutes_form() begins it
    std::string name = {};     ///< of the text, for messages: "minutes.txt"
    std::string reason = {};   ///< for the commit; may be empty
    /// The form that was filled in: an Error where the records say otherwise by now. Nothing: it was written elsewhere.
    std::optional<std::string> form = std::nullopt;
};

/// The meeting that was named; a UsageError where it is none, an Error where it cannot be read whole.
Record const& meeting_named(WorkingTree const& tree, std::string const& typed);

/// Makes of the minutes what the records say: fields of the meeting, its decisions, actions and speakers, and what of
/// the meetings before is done or has another date. Only what the text says otherwise than the records changes, and
/// nothing is taken away. A UsageError that tells all that cannot be taken, by line.
Rewriting rewriting_for(WorkingTree const& tree, MinutesRequest const& request, Outside const& outside);

}  // namespace sss
