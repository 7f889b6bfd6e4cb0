#pragma once

// Private to git/: what an object that cannot be read is needed for.

#include "git/handles.hpp"

#include <string>

namespace sss::git {

/// "the file data/milestones/b.toml of commit 1a2b3c4", "the commit 1a2b3c4, which refs/heads/main names". Empty where
/// nothing that is found in reasonable time needs it. Searches history as `git fsck` does, so it is for failures alone.
std::string who_needs(git_repository* repository, git_odb* odb, Oid const& missing);

}  // namespace sss::git
