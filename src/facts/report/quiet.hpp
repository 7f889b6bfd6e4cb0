#pragma once

#include "facts/report/progress.hpp"

#include <vector>

namespace sss {

/// What fell due in the period and is still open: its day has passed in it without a word.
struct FellDue {
    std::vector<Late const*> planned;  ///< milestones, and dated kinds of the programme's own; the longest first
    std::vector<ActionStanding const*> actions;
};

FellDue fell_due(ProgressReport const& report);

/// Whether a report need not be sent: nothing happened in the period and nothing was written down in it, not even
/// something that cannot be read, and nothing fell due in it unnoticed, no milestone and no action.
bool nothing_new(ProgressReport const& report);

}  // namespace sss
