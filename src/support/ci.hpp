#pragma once

#include "support/error.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace sss {

/// The system that runs us, as far as it changes what a reader does to mend something.
enum class CiSystem : std::uint8_t { none, github_actions, gitlab, jenkins };

/// What to do, on each of them. Sentences, or lines to be put into a file; several lines are allowed.
struct CiRemedies {
    std::string github_actions;
    std::string gitlab;
    std::string jenkins;
    std::string elsewhere;

    std::string const& on(CiSystem system) const
    {
        switch (system) {
            case CiSystem::github_actions: return github_actions;
            case CiSystem::gitlab: return gitlab;
            case CiSystem::jenkins: return jenkins;
            case CiSystem::none: break;
        }
        return elsewhere;
    }
};

/// A failure that is mended in another place on each system. Its remedy() is that for a machine of one's own.
class CiError : public Error {
public:
    CiError(std::string const& attempt, std::string const& reason, CiRemedies remedies)
        : Error(attempt, reason, remedies.elsewhere), remedies_(std::move(remedies))
    {}

    std::string const& remedy_on(CiSystem system) const { return remedies_.on(system); }

private:
    CiRemedies remedies_;
};

}  // namespace sss
