#pragma once

#include "git/repository.hpp"
#include "history/removal.hpp"
#include "records/files.hpp"
#include "schema/configuration.hpp"
#include "work/request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sss {

/// The folders below the root, and not far from it, that hold an sss.toml, by path.
std::vector<std::string> settings_near(Files const& files);

/// Throws where HEAD names a branch without a commit and the repository has others: what stands there is not nothing.
void require_branch(git::Repository const& repository);

/// Throws where records cannot be seen in a state for another reason than that there are none: it is no data
/// repository, or its data folder or that of a kind is a link, a submodule or a file.
/// @param state  "commit 1a2b3c4", "the index", "the working tree at /srv/programme"
void require_sight(Files const& files, Layout const& layout, ProgrammeRequest const& programme,
                   std::string const& state);

/// The latter alone: whoever writes may begin where there is nothing yet.
void require_plain_folders(Files const& files, Layout const& layout, std::string const& state);

/// Throws where a state holds no record in the data folder and some elsewhere: then its name is most likely mistyped.
void require_records_not_elsewhere(Files const& files, Layout const& layout, std::string const& state);

/// Throws where git hands records of a state to a filter: what stands in the working tree and what is committed are not
/// the same bytes then, and no filter is run here.
/// @param commit  that is looked at; nothing: the working tree
void require_no_filter(git::Repository const& repository, Files const& files, Layout const& layout,
                       std::optional<git::Oid> const& commit);

/// Throws where a commit is looked at and settings, schemas or all records stand in the working tree alone.
/// @param tip  nothing: there is no commit yet
void require_committed(git::Repository const& repository, std::optional<git::Commit> const& tip,
                       Configuration const& configuration, ProgrammeRequest const& programme);

/// The settings and schemas that the working tree holds otherwise than the commit does, by path.
std::vector<std::string> changed_settings(git::Repository const& repository, git::Commit const& tip,
                                          Configuration const& configuration);

}  // namespace sss
