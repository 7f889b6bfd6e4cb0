#include "work/opening.hpp"

#include "rules/rules.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"
#include "work/absence.hpp"
#include "work/named_file.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

bool stands_as_itself(fs::path const& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

/// The nearest folder upwards from `start` that holds sss.toml, within the working tree `top`; else that.
fs::path data_repository_within(fs::path const& top, fs::path const& start)
{
    std::error_code failed;
    auto const inside = fs::relative(start, top, failed).generic_string();
    if (failed || inside.starts_with("..")) return top;
    for (auto folder = start; folder != top && folder != folder.parent_path(); folder = folder.parent_path())
        if (stands_as_itself(folder / settings_name)) return folder;
    return top;
}

Error bare_repository_error(std::string const& directory)
{
    return Error{fmt::format("work in {}", directory),
                 "it is a bare repository: it has history, and no files that could be changed",
                 "Work in a clone of it: git clone " + shell_word(directory)};
}

void narrow_to_root(git::Repository& repository, fs::path const& root)
{
    std::error_code failed;
    auto const top = fs::canonical(repository.work_tree(), failed);
    if (failed) return;
    auto const inner = fs::relative(fs::canonical(root, failed), top, failed).generic_string();
    if (!failed && inner != "." && !inner.starts_with("..")) repository.narrow_to(inner, std::string{settings_name});
}

}  // namespace

std::optional<SettingsFile> named_settings(ProgrammeRequest const& programme)
{
    if (programme.config.empty()) return std::nullopt;
    return SettingsFile{programme.config,
                        read_named_file(fmt::format("read the settings file {}", visible(programme.config)),
                                        programme.config, largest_document, "It was named by --config.")};
}

std::unique_ptr<Configuration const> sound_configuration(Files const& files, ProgrammeRequest const& programme)
{
    auto configuration = read_configuration(files, named_settings(programme), rule_names());
    auto const wrong = std::ranges::find(configuration->findings, Severity::error, &Finding::severity);
    if (wrong == configuration->findings.end()) return configuration;
    auto const place =
        wrong->place ? fmt::format("{}:{}:{}", wrong->file, wrong->place.line, wrong->place.column) : wrong->file;
    throw Error{fmt::format("rely on the settings: {}", place), wrong->message.text(),
                (wrong->help.empty() ? "" : wrong->help.text() + "\n") + "`sss validate` shows all that is wrong."};
}

std::filesystem::path find_root(ProgrammeRequest const& programme)
{
    std::error_code failed;
    auto const start = fs::canonical(programme.directory, failed);
    if (failed || !fs::is_directory(start))
        throw Error{fmt::format("work in {}", programme.directory), failed ? failed.message() : "it is not a folder"};
    if (!programme.git.git_dir.empty() || !programme.git.work_tree.empty()) {
        auto const repository = git::Repository::open(start, programme.git);
        if (repository.work_tree().empty()) throw bare_repository_error(programme.directory);
        return data_repository_within(fs::canonical(repository.work_tree()), start);
    }
    auto const bare_like = fs::exists(start / "HEAD", failed) && fs::is_directory(start / "objects", failed);
    if (auto const repository = bare_like ? git::Repository::find(start, programme.git) : std::nullopt;
        repository && repository->work_tree().empty())
        throw bare_repository_error(programme.directory);
    for (auto folder = start;; folder = folder.parent_path()) {
        // A link that leads nowhere stands there too, and whoever reads it says what is wrong with it.
        if (stands_as_itself(folder / settings_name) || stands_as_itself(folder / ".git")) return folder;
        if (folder == folder.parent_path()) break;
    }
    throw Error{fmt::format("find a data repository at {}", programme.directory),
                "neither that folder nor one above it holds sss.toml or .git",
                "Name one with -C DIR, or make one with `sss init`."};
}

namespace {

/// Where -C leads: a folder that is there, and behind it a path that is not, which a bare repository may know.
struct NamedPlace {
    fs::path folder;
    std::string inner;
};

NamedPlace whereabouts(ProgrammeRequest const& programme)
{
    std::error_code failed;
    NamedPlace found{programme.directory, {}};
    auto const plain = fs::path{programme.directory}.lexically_normal();
    for (auto at = plain; !at.empty() && !fs::exists(at, failed); at = at.parent_path()) {
        auto const name = at.filename().string();
        if (!name.empty()) found.inner = name + (found.inner.empty() ? "" : '/' + found.inner);
        found.folder = at.parent_path().empty() ? fs::path{"."} : at.parent_path();
    }
    if (found.inner.empty() || fs::is_directory(found.folder / ".git", failed)) return {programme.directory, {}};
    return found;
}

/// The folder of a bare repository that is the data repository; empty: the whole.
std::string folder_within_bare(git::Repository const& repository)
{
    auto const head = repository.head();
    if (!head) return {};
    TreeFiles const files{repository, repository.commit(*head).tree};
    if (files.presence(std::string{settings_name}) != Presence::nothing) return {};
    auto const inner = settings_near(files);
    return inner.size() == 1 && files.presence("data") == Presence::nothing ? inner.front() : std::string{};
}

}  // namespace

std::optional<git::Repository> find_repository(ProgrammeRequest const& programme)
{
    return git::Repository::find(whereabouts(programme).folder, programme.git);
}

bool is_bare(std::optional<git::Repository> const& found)
{
    return found && found->work_tree().empty();
}

git::Repository open_repository(ProgrammeRequest const& programme)
{
    return open_repository(programme, find_repository(programme));
}

git::Repository open_repository(ProgrammeRequest const& programme, std::optional<git::Repository> found)
{
    auto const where = whereabouts(programme);
    if (!where.inner.empty() && is_bare(found)) {
        found->narrow_to(where.inner, std::string{settings_name});
        return std::move(*found);
    }
    // Where none is, opening says so.
    if (!found || !where.inner.empty()) return git::Repository::open(programme.directory, programme.git);
    auto& repository = *found;
    if (repository.work_tree().empty())
        if (auto const inner = folder_within_bare(repository); !inner.empty())
            repository.narrow_to(inner, std::string{settings_name});
    std::error_code failed;
    auto const top = fs::canonical(repository.work_tree(), failed);
    if (repository.work_tree().empty() || failed) return std::move(repository);
    auto const start = fs::canonical(programme.directory, failed);
    if (!failed) narrow_to_root(repository, data_repository_within(top, start));
    return std::move(repository);
}

std::optional<git::Repository> repository_of(std::filesystem::path const& root, std::optional<git::Repository> found)
{
    if (!found || found->work_tree().empty()) return std::nullopt;
    narrow_to_root(*found, root);
    return found;
}

std::optional<git::Repository> repository_of(std::filesystem::path const& root, git::Environment const& environment)
{
    return repository_of(root, git::Repository::find(root, environment));
}

}  // namespace sss
