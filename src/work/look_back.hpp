#pragma once

#include "rules/validation.hpp"
#include "work/checked_state.hpp"

namespace sss {

/// What the rules look back at in this state: with `past` the whole past of every record, with `since` what has
/// become of the records since the two parted, else what is not committed yet. The whole past and the stretch fail
/// where history is missing; what is not committed is passed over where there is no git to ask, and where the clone
/// does not hold its past, which is said.
AskJudgedHistory past_of(CheckedState const& state, StateRequest const& request, Outside const& outside);

}  // namespace sss
