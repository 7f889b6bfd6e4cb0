#pragma once

// Private to git/: how a repository is found, and whether it may be read.

#include "git/environment.hpp"
#include "git/handles.hpp"

#include <filesystem>
#include <optional>

namespace sss::git {

struct Opened {
    RepositoryHandle repository;
    OdbHandle odb;
};

/// Opens the repository that git would work with in the folder `start`; nothing where there is none. What git would
/// refuse, and what the library cannot read, is an Error with its remedy.
std::optional<Opened> open_as_git_does(std::filesystem::path const& start, Environment const& environment);

/// Another handle of a repository that was opened so: it is not looked for, judged or trusted a second time.
Opened open_again(git_repository* first, std::filesystem::path const& start, Environment const& environment);

/// The values of a setting outside the repository's own settings, the strongest last: a repository must not vouch for
/// itself.
std::vector<std::string> settings_beside(Environment const& environment, std::string const& name);

/// A yes or no of all of git's settings, for a repository that was opened here.
bool is_on(git_repository* repository, std::string const& name, bool otherwise);

}  // namespace sss::git
