#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss::git {

/// What git reads from its environment and we heed as it does. Handed in from outside, never looked up here; relative
/// paths are meant from where the repository is sought.
struct Environment {
    std::string git_dir;           ///< GIT_DIR: the repository itself, in place of looking for one
    std::string work_tree;         ///< GIT_WORK_TREE
    std::string object_directory;  ///< GIT_OBJECT_DIRECTORY: in receive hooks, where a push waits to be taken in
    std::string alternates;        ///< GIT_ALTERNATE_OBJECT_DIRECTORIES, separated by colons
    std::string ceilings;          ///< GIT_CEILING_DIRECTORIES: no repository is sought above these
    std::string graft_file;        ///< GIT_GRAFT_FILE, in place of the repository's info/grafts
    std::string replace_base;      ///< GIT_REPLACE_REF_BASE, in place of refs/replace/
    bool no_replacing = false;     ///< GIT_NO_REPLACE_OBJECTS
    /// Files of settings beyond the repository's own, the later the stronger: the system's and the user's.
    std::vector<std::string> settings_files;
    /// Single settings: those of GIT_CONFIG_PARAMETERS (`git -c`) and of GIT_CONFIG_COUNT.
    std::vector<std::pair<std::string, std::string>> settings;
    std::optional<unsigned> sudo_user;  ///< SUDO_UID: whose repositories root may read as its own
    std::string problem;                ///< what in all this git would refuse to run with; empty: nothing
};

}  // namespace sss::git
