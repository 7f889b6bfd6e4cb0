#pragma once

// Private to git/: git's settings, as git itself puts them together.

#include "git/environment.hpp"
#include "git/handles.hpp"

namespace sss::git {

/// Gives a repository the settings that git would read for it, the later the stronger: the files beside it, its own,
/// those of this working tree alone, and the single ones of the environment. The library by itself looks for the files
/// where they usually are, and into no environment.
void give_settings(git_repository* repository, Environment const& environment);

}  // namespace sss::git
