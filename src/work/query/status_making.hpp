#pragma once

#include "print/status.hpp"
#include "work/request.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// What is asked of how things stand.
struct StatusRequest {
    bool mine = false;                            ///< of the organisation that git's settings name
    std::vector<std::string> organisations = {};  ///< ids; empty: all
    std::vector<std::string> satellites = {};     ///< likewise
    int days = 7;                                 ///< so far ahead is looked
};

/// What waits for somebody in the working tree as it stands, and what to type next. A UsageError where `mine` is asked
/// for and git's settings name no organisation, or one that is not on record.
StatusFacts status_of(StatusRequest const& request, ProgrammeRequest const& programme, Outside const& outside);

}  // namespace sss
