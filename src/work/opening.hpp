#pragma once

#include "git/repository.hpp"
#include "records/files.hpp"
#include "schema/configuration.hpp"
#include "work/request.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace sss {

/// The file that makes a folder a data repository.
inline constexpr std::string_view settings_name = "sss.toml";

/// The settings file that is named in place of sss.toml, read; nothing where none is, an Error where it cannot be read.
std::optional<SettingsFile> named_settings(ProgrammeRequest const& programme);

/// The settings and kinds of a state, for work that must not rest on doubtful ones: an Error where anything of them
/// is wrong.
std::unique_ptr<Configuration const> sound_configuration(Files const& files, ProgrammeRequest const& programme);

/// The folder that holds the data repository's working tree: the nearest one upwards from where the programme is asked
/// for that holds `sss.toml` or
/// `.git`. An Error where there is none.
std::filesystem::path find_root(ProgrammeRequest const& programme);

/// The git repository where the programme is asked for, as it is; nothing where there is none. What is found once is
/// handed on: a run looks for its repository one time.
std::optional<git::Repository> find_repository(ProgrammeRequest const& programme);

/// Whether that is one without a working tree.
bool is_bare(std::optional<git::Repository> const& found);

/// The same repository, whose records are meant, narrowed to the folder of it that is the data repository: the nearest
/// one upwards from there that holds `sss.toml`, else the whole. In a bare repository nobody stands in a folder: it is
/// the one that is named behind the repository ("programme.git/sss"), or the only one that HEAD knows. An Error where
/// there is none.
git::Repository open_repository(ProgrammeRequest const& programme, std::optional<git::Repository> found);
git::Repository open_repository(ProgrammeRequest const& programme);

/// The same for the data repository that stands at `root`; nothing where no git repository with a working tree holds
/// it.
std::optional<git::Repository> repository_of(std::filesystem::path const& root, std::optional<git::Repository> found);
std::optional<git::Repository> repository_of(std::filesystem::path const& root, git::Environment const& environment);

}  // namespace sss
