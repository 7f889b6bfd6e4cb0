#pragma once

// Private to git/: reads objects that stand in files of their own.

#include <filesystem>

#include <git2.h>

namespace sss::git {

/// Adds a reader of the objects that stand in files of their own below `objects` and the folders that it borrows from.
/// It is asked after the packs and before the library's own reader, which up to libgit2 1.5 never comes back from a
/// file that ends too early, and takes one that may not be read for one that is not there.
void add_loose_objects(git_odb* odb, std::filesystem::path const& objects);

}  // namespace sss::git
