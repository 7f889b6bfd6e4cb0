#pragma once

#include "git/repository.hpp"
#include "work/change/commit_proposal.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace sss {

/// How git is called to work in the data repository, from where the user stands: "git -C demo". A folder that was named
/// whole is named whole.
std::string git_at(std::filesystem::path const& root, ProgrammeRequest const& programme);

/// "Commit it with" and the line to type for what the proposal names; of many files their folders, where nothing else
/// in them would be committed with these. A remark where there is nothing to commit.
/// @param whole  a folder that may stand for more than a few of those below it
/// @param most   so many files are named one by one
std::string commit_command(CommitProposal const& proposal, git::Repository const& repository, std::string const& whole,
                           std::size_t most = 5);

}  // namespace sss
