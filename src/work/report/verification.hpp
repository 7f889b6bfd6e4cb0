#pragma once

#include "print/made_line.hpp"
#include "work/report/published.hpp"
#include "work/request.hpp"

#include <string>
#include <string_view>

namespace sss {

/// A published report beside what its commit gives.
struct Verification {
    enum class Outcome {
        same,  ///< byte for byte
        same_but_line_ends,
        another,
    };

    Outcome outcome = Outcome::another;
    PublishedMade made;  ///< what the report says of its making
    bool by_another_version = false;
    std::string stands, again;  ///< the lines of both, without what a journey by mail or git may change
};

/// Makes the report again by what it says of its making. Throws UsageError where it says nothing, or what is not
/// followed; Error where the repository does not hold what it was made from.
/// @param name   as messages call it
/// @param files  that whoever asks names; the report's word is not enough to read them
Verification verify(std::string const& name, std::string_view bytes, NamedFiles const& files,
                    ProgrammeRequest const& programme, Outside const& outside);

}  // namespace sss
