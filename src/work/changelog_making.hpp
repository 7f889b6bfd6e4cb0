#pragma once

#include "facts/change/changelog_facts.hpp"
#include "programme/period.hpp"
#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sss {

/// What of the story is told, and how it is gathered.
struct StoryRequest {
    MomentRequest moment = {};
    NarrowingRequest narrowing = {};                   ///< to which part of the programme
    std::string range = {};                            ///< in words (see range.hpp); empty: all
    std::optional<PeriodUnit> by = PeriodUnit::month;  ///< nothing: by tag
    Within within = Within::category;
    bool steps = false;  ///< every step, not the net of each period
};

/// Makes the changelog and hands its facts to `tell`, which must not keep them. A UsageError where the range is none.
void tell_changelog(StoryRequest const& asked, ProgrammeRequest const& programme, Outside const& outside,
                    std::function<void(ChangelogFacts const&)> const& tell);

}  // namespace sss
