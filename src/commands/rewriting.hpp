#pragma once

#include "commands/command_line.hpp"
#include "commands/set_request.hpp"
#include "commands/working_tree.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

/// What one of the daily verbs (done, move, close, …) is about to do to the data folder, and what it says beside the
/// changes themselves.
struct Rewriting {
    RecordKey lead;      ///< the record that was asked for: told first
    ChangedTexts texts;  ///< files as they are to stand; one that is new or goes belongs to a record that is renamed
    std::vector<std::string> along = {};  ///< files of the same matter: what is not committed of them goes along
    bool lead_only = false;               ///< the others change only because the lead did: `aside` tells of them
    std::string reason = {};              ///< why, for the commit; may be empty
    std::string aside = {};               ///< lines below the changes; safe for a terminal
    std::string question = {};            ///< asked on a terminal before anything is written; empty: none
    bool dry_run = false;
};

/// Checks what is to be written as `sss validate` would, writes all of it or nothing, and prints what changed in the
/// words of `sss log`, the aside, and the command that commits it. With a dry run prints the diff in place of writing.
/// Where nothing would change, says so.
ExitStatus rewrite(WorkingTree const& tree, Rewriting const& what, CommonOptions const& common,
                   Surroundings const& surroundings);

/// The record that the user named, as it stands under the lock; an Error where it cannot be read.
Record const& sound_record(WorkingTree const& tree, std::string const& typed);

/// The record's text after these changes, each of which sees what the one before it has made. A UsageError that tells
/// all that cannot be changed.
/// @param problems  what is known to be wrong beside; told with the rest
std::string changed_text(WorkingTree const& tree, Record const& record, std::span<Assignment const> changes,
                         std::vector<std::string> problems = {});

/// A change of one field directly in the record.
Assignment put_field(std::string_view key, std::string value);

/// A day by its name (today, yesterday, tomorrow) as its date, everything else as it is.
std::string day_named(std::string const& typed, Day today);

/// A record's title as a sentence holds it.
std::string name_of(Record const& record);

}  // namespace sss
