#pragma once

#include "commands/command_line.hpp"
#include "work/change/commit_proposal.hpp"

#include <optional>
#include <string>

namespace sss {

/// How what is written is committed.
struct CommitOptions {
    bool commit = false;                                ///< --commit: by sss, through git
    std::optional<std::string> subject = std::nullopt;  ///< -m: in place of the one that would be proposed
};

/// What a command that writes records is asked about the writing itself.
struct WritingOptions {
    bool dry_run = false;
    CommitOptions commit = {};
};

/// Adds --commit and -m.
void add_commit_options(Command const& command, CommitOptions& options);

/// Adds --dry-run, --commit and -m.
void add_writing_options(Command const& command, WritingOptions& options);

/// Before anything is written: throws where --commit cannot be obeyed, so that nothing is written either.
void require_committable(CommitOptions const& options, CommitProposal const& proposal);

/// "The record is written", and with --commit that this is all.
/// @param records  how many
std::string written_words(CommitOptions const& options, std::size_t records);

/// When it is written: says how it is committed, or with --commit commits it, exactly these files; what else is staged
/// stays so. An Error where git does not: what is written stands all the same.
void commit_or_propose(CommitOptions const& options, CommitProposal const& proposal, CommonOptions const& common,
                       Surroundings const& surroundings);

}  // namespace sss
