#pragma once

#include "git/repository.hpp"
#include "history/former_record.hpp"
#include "records/files.hpp"
#include "work/request.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Which state is checked.
struct StateRequest {
    bool staged = false;
    MomentRequest moment;  ///< a commit; else the working tree or the index
    std::string since;     ///< empty: all findings count
    bool past = false;     ///< the whole past is judged
};

/// One state of a data repository that is checked, and the one that it is compared with.
struct CheckedState {
    std::unique_ptr<git::Repository> repository;  ///< nullptr where the working tree alone is looked at
    std::unique_ptr<git::Repository> around;      ///< then: the one whose working tree it is; nullptr where none is
    std::filesystem::path root;                   ///< of the working tree; empty: the repository is bare
    bool of_git = false;                          ///< a commit or the index, not the working tree
    bool of_commit = false;                       ///< a commit
    std::unique_ptr<Files const> files;
    std::optional<git::Oid> tip;  ///< whose history tells what became of records
    std::chrono::sys_seconds now;
    std::string name;  ///< "commit 1a2b3c4", "what is staged", "the working tree at /srv/programme"

    /// Where findings that stood before are told apart.
    struct Base {
        std::optional<git::Oid> commit;  ///< where the two parted; nothing while there is no commit yet
        std::unique_ptr<Files const> files;
    };
    std::optional<Base> base;
};

/// Finds it. A shallow clone cannot tell what is new, which is an Error
/// with its remedy.
CheckedState find_state(StateRequest const& request, ProgrammeRequest const& programme, Outside const& outside);

/// History as the reference rule asks it. Where it cannot answer (no repository, no commit, a clone that is not whole,
/// folders without end) nothing is known, and that is no failure: it is asked for better words alone. A damaged
/// repository is an Error.
FormerRecords former_records_of(CheckedState const& state);

/// What was typed as PATH, relative to the repository's root.
std::vector<std::string> paths_of(CheckedState const& state, ProgrammeRequest const& programme,
                                  std::vector<std::string> const& typed, std::vector<std::string> const& known);

}  // namespace sss
