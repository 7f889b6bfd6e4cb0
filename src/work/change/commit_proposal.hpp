#pragma once

#include "history/moves.hpp"
#include "work/change/working_tree.hpp"

#include <string>
#include <vector>

namespace sss {

/// What is to be committed: files as they stand once they are written.
struct ToCommit {
    RecordKey lead;                       ///< the record that was asked for: the subject is its own
    ChangedTexts texts;                   ///< every file that is written
    std::vector<std::string> along = {};  ///< files that go along where they hold what is not committed
    bool lead_only = false;               ///< of the others only their number is told
    std::string reason = {};              ///< for the trailer; may be empty
};

/// The command that commits it, and what is known of it beside.
struct CommitProposal {
    std::string command;      ///< lines for the reader; empty where no git repository holds the files
    std::string asides;       ///< to be remarked: what else the commit holds, why moves are not counted
    bool from_head = true;    ///< before they are written the files stand as HEAD has them
    std::vector<Move> moves;  ///< from HEAD to the texts, counted where the history is whole
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
