#pragma once

#include "git/oid.hpp"
#include "git/repository.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sss::git {

/// Two states of a whole tree that are to be compared; a zero id stands for "nothing there".
struct TreePair {
    Oid before;
    Oid after;
};

/// How one file differs in one of the pairs; a zero id stands for "no such file".
struct BlobChange {
    std::uint32_t pair;  ///< index of the TreePair
    Oid before;
    Oid after;
};

/// All that happened to one path, in the order of the pairs.
struct PathChanges {
    std::string path;
    std::vector<BlobChange> changes;
};

/// Compares many pairs of trees, folder by folder: first all versions of the root, then all versions of each folder,
/// so that one chain of deltas is read at a time (the largest single gain on a long history, see docs/performance.md).
/// @param wanted_folder  whether to look into a folder (a path without a trailing slash)
/// @param wanted_file    whether a file is of interest
/// @return sorted by path. Symbolic links and submodules are no files and are left out. Trees that are no folders of
///         anybody end it with an Error (tree_bounds.hpp).
std::vector<PathChanges> path_changes(Repository const& repository, std::vector<TreePair> const& pairs,
                                      std::function<bool(std::string_view)> const& wanted_folder,
                                      std::function<bool(std::string_view)> const& wanted_file);

}  // namespace sss::git
