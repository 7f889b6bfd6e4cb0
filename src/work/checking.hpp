#pragma once

#include "facts/change/check.hpp"
#include "programme/finding.hpp"
#include "work/checked_state.hpp"
#include "work/request.hpp"

#include <string>
#include <vector>

namespace sss {

/// What is checked, and what of it counts.
struct CheckRequest {
    StateRequest state = {};
    std::vector<std::string> paths = {};  ///< findings there alone count, though all is read; empty: everywhere
    Severity fail_on = Severity::error;   ///< what fails the check: this level or a worse one
};

/// Checks a state of the programme: settings, schemas, records and, where it is asked for, their past. What stood at
/// the base of `since` is set aside. An Error where there is nothing that could be looked at: a check that could not
/// look is none.
Check check(CheckRequest const& request, ProgrammeRequest const& programme, Outside const& outside);

}  // namespace sss
