#pragma once

#include "facts/change/difference.hpp"
#include "work/narrowing_request.hpp"
#include "work/request.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sss {

/// Which two states are compared.
struct DiffRequest {
    std::string range = {};  ///< "A..B", "A...B" (what B brings), "A" (against the working tree); empty: HEAD
    bool staged = false;     ///< what is staged, in place of the working tree
    bool worktree = false;   ///< the working tree, also where a message is wanted
    std::optional<AskedDay> as_of = {};  ///< what is late is told as of this day; nothing: today
    NarrowingRequest narrowing = {};     ///< to which part of the programme; findings are told of all
    bool for_message = false;  ///< for a commit message: of what is staged where no state is named, without findings
};

/// Compares them and hands what differs to `tell`, which must not keep it. A UsageError where the two have no way to
/// each other that was asked for; an Error where one of them cannot be seen.
/// @return  whether a record differs, or one cannot be read
bool compare_states(DiffRequest const& request, ProgrammeRequest const& programme, Outside const& outside,
                    std::function<void(Difference const&)> const& tell);

}  // namespace sss
