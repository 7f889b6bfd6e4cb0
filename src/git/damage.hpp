#pragma once

#include "support/error.hpp"

#include <string>

namespace sss::git {

/// git's own files are damaged or missing. What is left must not be told as if it were all, so nobody passes over this.
class Damaged : public Error {
public:
    Damaged(std::string const& attempt, std::string const& reason, std::string const& remedy)
        : Error(attempt, reason, remedy)
    {}
};

/// What helps.
inline constexpr auto sound_copy =
    "`git fsck` names all that is damaged. Take a sound copy: clone the repository afresh, or bring its .git back from "
    "a backup.";

}  // namespace sss::git
