#pragma once

// Private to git/: the working tree compared with the index without git's library.

#include "git/repository.hpp"

#include <filesystem>
#include <set>
#include <string>

namespace sss::git {

/// Whether a pipe, a device, a socket or a link stands there. The library takes a folder for no file, as git does.
bool unsound_file(std::filesystem::path const& file);

/// Whether git's library, were it to compare, would open a pipe, a device or what a link leads to: it reads whatever is
/// named as a file of attributes or of what is ignored, on the way to `folder` and below it, and waits for a pipe for
/// ever.
/// @param info  the folder of git's own that may hold such files too
bool library_would_wait(std::filesystem::path const& top, std::string const& folder, std::filesystem::path const& info);

/// The paths below `folder` whose file is not what is staged, untracked ones included. No attribute is asked, so that a
/// file which differs by its line ends alone counts as the same.
/// @param top  where paths of the index are relative to
std::set<std::string> differing_files(Repository const& repository, Index const& staged,
                                      std::filesystem::path const& top, std::string const& folder);

/// Whether a file of the working tree is what is staged but for the line ends that git puts there and takes away.
bool differs_by_line_ends(Repository const& repository, Index const& staged, std::string const& path,
                          std::filesystem::path const& file);

}  // namespace sss::git
