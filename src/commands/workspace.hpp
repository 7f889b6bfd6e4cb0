#pragma once

#include "commands/command_line.hpp"
#include "git/repository.hpp"
#include "history/first_parent_line.hpp"
#include "history/history.hpp"
#include "history/removal.hpp"
#include "programme/date.hpp"
#include "records/files.hpp"
#include "records/layout.hpp"
#include "records/records.hpp"
#include "schema/configuration.hpp"
#include "support/zone.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// The file of --config, read; nothing where none is named, an Error where it cannot be read.
std::optional<SettingsFile> named_settings(CommonOptions const& options);

/// The settings and kinds of a state, for commands that cannot work with doubtful ones: an Error where anything of them
/// is wrong.
std::unique_ptr<Configuration const> sound_configuration(Files const& files, CommonOptions const& options);

/// The folder that holds the data repository's working tree: the nearest one upwards from -C that holds `sss.toml` or
/// `.git`. An Error where there is none.
std::filesystem::path find_root(CommonOptions const& options);

/// What a command that speaks of history looks at: what is committed.
struct HistoryView {
    git::Repository repository;
    std::optional<git::Commit> tip = {};                      ///< HEAD or --rev; nothing while there is no commit yet
    std::unique_ptr<Configuration const> configuration = {};  ///< of the tip
    std::unique_ptr<FirstParentLine const> line = {};  ///< of the tip: when commits landed; none without a commit
    Day today = {};                                    ///< the clock's, or --as-of's
    std::optional<git::Commit> now =
        {};  ///< the commit that stood at the end of `today`; the tip unless --as-of is given
    bool as_of = false;
    bool empty = false;                   ///< it holds no record
    std::optional<Removal> removal = {};  ///< because this took the last ones away
};

/// The git repository whose records the command is about, narrowed to the folder of it that is the data repository: the
/// nearest one upwards from -C that holds `sss.toml`, else the whole. In a bare repository nobody stands in a folder:
/// it is the one that is named behind the repository (`-C programme.git/sss`), or the only one that HEAD knows.
git::Repository open_repository(CommonOptions const& common);

/// Whether -C names a repository without a working tree, or a folder within one.
bool is_bare(CommonOptions const& common);

/// The same for the data repository that stands at `root`; nothing where no git repository with a working tree holds
/// it.
std::optional<git::Repository> repository_of(std::filesystem::path const& root, git::Environment const& environment);

/// Opens it, and says on standard error where the data folder holds changes that are not committed and so not shown,
/// and why there is no record where there is none. An Error where records stand there and cannot be seen.
HistoryView open_history_view(CommonOptions const& common, HistoryOptions const& history,
                              Surroundings const& surroundings);

/// What the history tells up to a commit, or since another one; nothing where there is no commit.
History read_history(HistoryView const& past, std::optional<git::Commit> const& to,
                     std::optional<git::Oid> const& from = std::nullopt);

/// The commit that stood at the end of a day; nothing where all came later.
std::optional<git::Commit> landed_by(HistoryView const& past, Day day);

/// The records of a commit; none where there is none.
Records records_of(HistoryView const& past, std::optional<git::Commit> const& commit);

/// What `history` leaves out, and which clocks are not believed, on standard error.
void complain_of_gaps(History const& history, Zone const& zone, CommonOptions const& options,
                      Surroundings const& surroundings);

/// A record by what the user typed, `ID` or `KIND/ID`; a UsageError with a suggestion where none or several fit.
Record const& find_record(Records const& records, std::string const& typed);

}  // namespace sss
