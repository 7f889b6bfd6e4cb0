#pragma once

#include "history/moves.hpp"
#include "work/change/working_tree.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What is to be committed: files as they stand once they are written.
struct ToCommit {
    RecordKey lead;                       ///< the record that was asked for: the subject is its own
    ChangedTexts texts;                   ///< every file that is written
    std::vector<std::string> along = {};  ///< files that go along where they hold what is not committed
    bool lead_only = false;               ///< of the others only their number is told
    std::string reason = {};              ///< for the trailer; may be empty
    std::string subject = {};             ///< of the message, in the user's words; empty: made of what changes
    bool counted = false;                 ///< no record leads: the subject counts them where they are more than a few
};

/// The command that commits it, and what is known of it beside.
struct CommitProposal {
    std::string command;      ///< lines for the reader; empty where no git repository holds the files
    std::string asides;       ///< to be remarked: what else the commit holds, why moves are not counted
    bool from_head = true;    ///< before they are written the files stand as HEAD has them
    std::vector<Move> moves;  ///< from HEAD to the texts, counted where the history is whole

    // The same for whoever runs git by itself.
    std::string git;                    ///< how git is called there, from where the user stands: "git -C demo"
    std::filesystem::path root;         ///< of the data repository, from which paths are told
    std::vector<std::string> message;   ///< subject and paragraphs
    std::string reason;                 ///< of the trailer; empty: none
    std::vector<std::string> paths;     ///< what is committed; none: there is nothing to commit
    std::vector<std::string> unknown;   ///< of them those that git is to be told of first
    std::vector<std::string> staged;    ///< files whose state in the index is not HEAD's
    std::string_view thing = "record";  ///< of which the paths are files
    bool merging = false;               ///< a merge is not finished: git commits no part of it
};

/// Tells HEAD against the new texts, whatever stood in the files in between: that is what the commit will hold.
/// @param after  the records as they will stand, for the titles of what is referred to
CommitProposal propose_commit(WorkingTree const& tree, ToCommit const& what, Records const& after,
                              ProgrammeRequest const& programme, Outside const& outside);
/// The same in a repository that is open already.
CommitProposal propose_commit(WorkingTree const& tree, ToCommit const& what, Records const& after,
                              ProgrammeRequest const& programme, Outside const& outside,
                              git::Repository const& repository);

}  // namespace sss
