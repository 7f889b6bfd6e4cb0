#pragma once

#include "programme/asked_day.hpp"
#include "work/change/assignment.hpp"
#include "work/change/commit_proposal.hpp"
#include "work/change/working_tree.hpp"

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
    std::string subject = {};             ///< of the commit, in the user's words; empty: made of what changes
    bool counted = false;                 ///< no record leads: a commit of many counts them
    std::string aside = {};               ///< lines below the changes; safe for a terminal
    std::string question = {};            ///< to be asked of a person before anything is written; empty: none
    std::string unchanged = {};           ///< where nothing is to change: why
};

/// The same, judged and put into words: what is to be written, and what is said of it.
struct PreparedRewriting {
    ChangedTexts texts;   ///< those that change anything; none: there is nothing to write
    Judgement judgement;  ///< where it is not sound nothing may be written
    std::string lines;    ///< what changes, in the words of `sss log`, and the aside
    CommitProposal proposal;
};

/// Checks what is to be written as `sss validate` would, and says what changes. Writes nothing.
PreparedRewriting prepare(WorkingTree const& tree, Rewriting const& what, ProgrammeRequest const& programme,
                          Outside const& outside);

/// Writes all of it or nothing; under the lock.
void write(WorkingTree const& tree, PreparedRewriting const& prepared);

/// What would be written, as `git apply` takes it: a file that comes or goes has no name on its other side.
std::string diff_of(WorkingTree const& tree, ChangedTexts const& texts);

/// The record that the user named, as it stands under the lock; an Error where it cannot be read.
Record const& sound_record(WorkingTree const& tree, std::string const& typed);

/// The record's text after these changes, each of which sees what the one before it has made. A UsageError that tells
/// all that cannot be changed.
/// @param problems  what is known to be wrong beside; told with the rest
/// @param help      where else to look, of who typed fields; else a day was typed
std::string changed_text(WorkingTree const& tree, Record const& record, std::span<Assignment const> changes,
                         std::vector<std::string> problems = {},
                         std::string const& help = "`sss explain date` shows how a date may be written.");

/// The text after one edit; a table that stands below a header is taken out and written anew.
std::string edited_anyhow(std::string const& text, Kind const& kind, FieldEdit const& edit);

/// A change of one field directly in the record.
Assignment put_field(std::string_view key, std::string value);

/// A day that is counted from today (yesterday, -3d, friday) as its date, everything else as it is. A
/// UsageError where such a word is mistyped.
std::string day_named(std::string const& typed, Day today, Toward toward = Toward::past);

/// Several of them as one, the first of which leads: all is written or nothing, and goes into one commit. What of them
/// changes nothing is told with the rest.
Rewriting joined(std::vector<Rewriting> all);

/// Records and a date, as `sss done A B yesterday` names them in one row of words.
struct IdsAndDate {
    std::vector<std::string> ids;
    std::string date = {};  ///< empty: none is named
};
/// The last of several words is the date where it can be read as one, or is one that was mistyped and no record's id.
IdsAndDate ids_and_date(std::vector<std::string> words, Records const& records);

/// A record's title as a sentence holds it.
std::string name_of(Record const& record);

}  // namespace sss
