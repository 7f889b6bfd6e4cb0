#pragma once

// Private to git/.

#include <filesystem>

namespace sss::git {

/// Throws Damaged where a file of git's own, in the repository that is found from here upwards, is none: the library
/// opens whatever has the name of its settings, of HEAD, of a branch or of a list of object folders, and waits for a
/// pipe for ever, or reads a device without end. So are settings that include others without end, and a HEAD or a list
/// that is larger than anybody's. Opens none of what it refuses.
/// @param at  a folder of a repository, one within it, or a repository itself
void require_sound_git_files(std::filesystem::path const& at);

}  // namespace sss::git
