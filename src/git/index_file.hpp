#pragma once

// Private to git/: the index, in every form that git writes it. The library reads neither a split nor a sparse one.

#include "git/oid.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sss::git {

struct IndexFileEntry {
    std::string path;  ///< of a folder that a sparse index holds whole: it ends in a slash
    Oid id;
    std::array<std::uint32_t, 10> stat{};  ///< as git writes them: times, device, inode, mode, owners, size
    int stage = 0;                         ///< not 0: a merge left it unresolved
    bool assume_unchanged = false;
    bool skip_worktree = false;
    bool announced = false;  ///< `git add -N`

    std::uint32_t mode() const { return stat[6]; }
    bool is_folder() const { return mode() == 0040000; }
    bool is_link() const { return mode() == 0120000; }
    bool is_submodule() const { return mode() == 0160000; }
};

/// Reads an index file; none where there is none. What a split index shares with others stands in `git_folder`. An
/// Error where it is damaged, or holds what a git of tomorrow must understand.
std::vector<IndexFileEntry> read_index_file(std::filesystem::path const& file, std::filesystem::path const& git_folder);

}  // namespace sss::git
