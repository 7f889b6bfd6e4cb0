#include "git/opening.hpp"

#include "git/git_files.hpp"
#include "git/loose_objects.hpp"
#include "git/settings.hpp"
#include "support/shell_word.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace sss::git {
namespace {

namespace fs = std::filesystem;

bool same_setting(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// The folder that git asks to be trusted: the working tree, or the bare repository itself.
fs::path to_be_trusted(git_repository* repository)
{
    auto const* folder = git_repository_workdir(repository);
    fs::path path{folder != nullptr ? folder : git_repository_path(repository)};
    return path.has_filename() ? path : path.parent_path();  // it ends in a slash
}

bool is_ours(fs::path const& path, Environment const& environment)
{
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) return false;
    auto const user = ::geteuid();
    if (info.st_uid == user) return true;
    return user == 0 && environment.sudo_user && info.st_uid == *environment.sudo_user;
}

bool named_safe(fs::path const& folder, Environment const& environment)
{
    std::error_code failed;
    auto const real = fs::weakly_canonical(folder, failed);
    auto safe = false;
    for (auto const& value : settings_beside(environment, "safe.directory")) {
        if (value.empty()) {
            safe = false;  // takes back what was said before
        } else if (value == "*") {
            safe = true;
        } else if (value.ends_with("/*")) {
            auto const above = fs::weakly_canonical(value.substr(0, value.size() - 2), failed).string();
            if (real.string().starts_with(above == "/" ? above : above + '/')) safe = true;
        } else if (fs::weakly_canonical(value, failed) == real || fs::path{value} == folder) {
            safe = true;
        }
    }
    return safe;
}

/// git reads no repository of another user: its settings could name commands.
void require_trust(git_repository* repository, fs::path const& start, Environment const& environment)
{
    auto const folder = to_be_trusted(repository);
    auto const* tree = git_repository_workdir(repository);
    std::error_code failed;
    auto ours = is_ours(git_repository_path(repository), environment);
    if (tree != nullptr) {
        ours = ours && is_ours(folder, environment);
        if (fs::is_regular_file(fs::path{tree} / ".git", failed))
            ours = ours && is_ours(fs::path{tree} / ".git", environment);
    }
    if (ours || named_safe(folder, environment)) return;
    auto word = shell_word(folder.string());
    if (!word.starts_with('\'')) word = '\'' + word + '\'';
    throw Error{fmt::format("open the git repository at {}", start.string()), "it belongs to another user",
                fmt::format("If you trust it: git config --global --add safe.directory {}\n"
                            "In a container, run that line as the user that runs sss.",
                            word)};
}

constexpr std::string_view copy_remedy = "Work in a copy that does without it: git clone --no-local . ../plain-copy";

/// Throws what explains why a repository cannot be opened.
[[noreturn]] void cannot_open(fs::path const& start, std::string const& reason)
{
    auto const attempt = fmt::format("open the git repository at {}", start.string());
    constexpr std::string_view extension = "extensions.";
    if (auto const at = reason.find(extension); at != std::string::npos) {
        auto const name = std::string_view{reason}.substr(at + extension.size());
        throw Error{attempt, fmt::format("it uses git's extension '{}', which sss does not know", visible(name)),
                    std::string{copy_remedy}};
    }
    if (reason.find("repository version") != std::string::npos)
        throw Error{attempt, "its format is newer than sss knows (core.repositoryformatversion)",
                    std::string{copy_remedy}};
    auto const* cause = git_error_last();
    if (cause != nullptr && cause->klass == GIT_ERROR_CONFIG)
        throw Damaged{
            attempt, visible(reason),
            "git itself stops there: `git fsck` says \"bad config line\". Mend that line; `git config --edit` "
            "opens the file."};
    throw Damaged{attempt, visible(reason), sound_copy};
}

bool stands_as_named(fs::path const& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

/// The nearest folder from `start` upwards that has a `.git`; nothing where none has.
std::optional<fs::path> nearest_with_git(fs::path const& start)
{
    std::error_code failed;
    for (auto folder = fs::canonical(start, failed); !failed; folder = folder.parent_path()) {
        if (stands_as_named(folder / ".git")) return folder;
        if (folder == folder.parent_path()) break;
    }
    return std::nullopt;
}

/// git takes what has no HEAD, no objects or no refs for no repository, and looks further up. Whoever has a `.git`
/// there means that one.
void require_no_broken_repository(fs::path const& start, git_repository* found)
{
    auto const folder = nearest_with_git(start);
    if (!folder) return;
    std::error_code failed;
    auto const* tree = found != nullptr ? git_repository_workdir(found) : nullptr;
    if (found != nullptr && tree == nullptr) return;  // a bare one, which is the nearer
    if (tree != nullptr && fs::equivalent(tree, *folder, failed)) return;
    git_repository* there = nullptr;
    auto const code = git_repository_open_ext(&there, folder->c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
    RepositoryHandle const owner{there};
    if (code == 0) return;  // a sound one that git does not look for: behind a ceiling, or on another file system
    auto const git = *folder / ".git";
    if (found != nullptr && fs::equivalent(git_repository_path(found), git, failed)) return;  // core.worktree
    auto const lacks = [&](char const* name) { return !stands_as_named(git / name); };
    auto const reason = fs::is_regular_file(git, failed) ? "it leads to no repository"
                        : !fs::is_directory(git, failed) ? "it is no folder"
                        : lacks("HEAD")                  ? "it has no HEAD"
                        : lacks("objects")               ? "it has no objects"
                        : lacks("refs")                  ? "it has no refs"
                                                         : "git does not take it for a repository";
    throw Damaged{fmt::format("open the git repository {}", visible(git.string())), reason,
                  "git says: not a git repository. Take a sound copy: clone the repository afresh, or bring its .git "
                  "back from a backup; where no repository is meant to be, remove it."};
}

/// Extensions whose name the library is told to let pass: what they say is heeded here, or does not touch reading.
void require_known_extensions(git_repository* repository, fs::path const& start)
{
    git_config* config = nullptr;
    ensure_sound(git_repository_config_snapshot(&config, repository), "read the repository's settings");
    ConfigHandle const owner{config};
    char const* format = nullptr;
    if (git_config_get_string(&format, config, "extensions.objectformat") == 0 && std::string_view{format} != "sha1")
        throw Error{fmt::format("open the git repository at {}", start.string()),
                    "it uses SHA-256 object names, which sss cannot read yet",
                    "Make a SHA-1 copy: git init --object-format=sha1 there, then import the history with "
                    "git fast-export and git fast-import."};
    char const* storage = nullptr;
    if (git_config_get_string(&storage, config, "extensions.refstorage") < 0) return;
    if (std::string_view{storage} == "files") return;
    throw Error{
        fmt::format("open the git repository at {}", start.string()),
        fmt::format("it keeps its branches and tags in the format '{}', which sss cannot read yet", visible(storage)),
        "Keep them in files: git refs migrate --ref-format=files (git 2.46 and newer)\n"
        "Or work in a copy: git clone --ref-format=files . ../plain-copy"};
}

/// The library takes settings that it may not read for settings that are not there.
void require_readable_settings(git_repository* repository)
{
    auto const path = fs::path{git_repository_commondir(repository)} / "config";
    auto const handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    auto const problem = handle < 0 ? errno : 0;
    struct stat info {};
    auto const plain = handle >= 0 && ::fstat(handle, &info) == 0 && S_ISREG(info.st_mode);
    if (handle >= 0) ::close(handle);
    if (plain || problem == ENOENT) return;
    throw Damaged{fmt::format("read git's settings in {}", visible(path.string())),
                  problem != 0 ? std::generic_category().message(problem) : "it is no file",
                  "git itself stops there. Give this account the right to read it, or bring it back from a backup."};
}

fs::path path_from(fs::path const& start, std::string const& path)
{
    std::error_code failed;
    return fs::weakly_canonical(start / path, failed);
}

RepositoryHandle opened_at(fs::path const& at, unsigned flags, fs::path const& start, char const* ceilings)
{
    git_repository* repository = nullptr;
    auto const code = git_repository_open_ext(&repository, at.c_str(), flags, ceilings);
    if (code == GIT_ENOTFOUND) return nullptr;
    if (code < 0) cannot_open(start, last_reason());
    return RepositoryHandle{repository};
}

/// Takes this folder as the working tree. Where it is already, nothing is left to do: libgit2 1.5 would leave behind
/// the memory of its name.
void work_in(git_repository* repository, fs::path const& folder, std::string const& attempt)
{
    std::error_code failed;
    auto const* now = git_repository_workdir(repository);
    if (now != nullptr && fs::equivalent(now, folder, failed)) return;
    ensure(git_repository_set_workdir(repository, folder.c_str(), 0), attempt);
}

/// The repository that GIT_DIR names.
RepositoryHandle named_by_git_dir(fs::path const& start, Environment const& environment)
{
    auto const path = path_from(start, environment.git_dir);
    auto repository = opened_at(path, GIT_REPOSITORY_OPEN_NO_SEARCH, start, nullptr);
    if (!repository)
        throw Error{fmt::format("open the git repository at {}", path.string()),
                    "GIT_DIR names it, and it is no git repository", "To look for one from here: unset GIT_DIR"};
    if (!environment.work_tree.empty() || git_repository_is_bare(repository.get()) != 0) return repository;
    // To git, the folder it runs in is the working tree then. Where that lies within the very repository's own, as in
    // the hooks of a linked working tree, the whole of it is meant.
    std::error_code failed;
    if (auto around = opened_at(start, 0, start, nullptr);
        around && fs::equivalent(git_repository_path(around.get()), git_repository_path(repository.get()), failed))
        return around;
    git_config* config = nullptr;
    ensure(git_repository_config_snapshot(&config, repository.get()), "read the repository's settings");
    ConfigHandle const owner{config};
    char const* ignored = nullptr;
    if (git_config_get_string(&ignored, config, "core.worktree") < 0)
        work_in(repository.get(), start, "work in the folder at hand, with the repository of GIT_DIR");
    return repository;
}

void add_objects(git_odb* odb, fs::path const& folder)
{
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return;
    ensure_sound(git_odb_add_disk_alternate(odb, folder.c_str()), fmt::format("read objects in {}", folder.string()));
    add_loose_objects(odb, folder);
}

/// Paths separated by colons; one that begins with a quotation mark is written as in C.
std::vector<std::string> path_list(std::string_view text)
{
    std::vector<std::string> paths;
    while (!text.empty()) {
        std::string path;
        std::size_t at = 0;
        if (text.front() == '"') {
            for (at = 1; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size()) ++at;
                path += text[at];
            }
            at = std::min(text.find(':', at), text.size());
        } else {
            at = std::min(text.find(':'), text.size());
            path = text.substr(0, at);
        }
        if (!path.empty()) paths.push_back(std::move(path));
        text.remove_prefix(std::min(text.size(), at + 1));
    }
    return paths;
}

/// With git's settings, and all objects that git would find.
Opened made_ready(RepositoryHandle repository, fs::path const& start, Environment const& environment)
{
    give_settings(repository.get(), environment);
    git_odb* odb = nullptr;
    ensure_sound(git_repository_odb(&odb, repository.get()),
                 fmt::format("open the objects of the repository at {}", start.string()));
    OdbHandle objects{odb};
    add_loose_objects(odb, fs::path{git_repository_commondir(repository.get())} / "objects");
    if (!environment.object_directory.empty()) add_objects(odb, path_from(start, environment.object_directory));
    for (auto const& path : path_list(environment.alternates)) add_objects(odb, path_from(start, path));
    return {std::move(repository), std::move(objects)};
}

}  // namespace

std::vector<std::string> settings_beside(Environment const& environment, std::string const& name)
{
    std::vector<std::string> values;
    std::error_code failed;
    for (auto const& file : environment.settings_files) {
        if (!fs::is_regular_file(file, failed)) continue;
        git_config* config = nullptr;
        ensure(git_config_open_ondisk(&config, file.c_str()), fmt::format("read git's settings in {}", file));
        ConfigHandle const owner{config};
        git_config_iterator* iterator = nullptr;
        if (git_config_multivar_iterator_new(&iterator, config, name.c_str(), nullptr) < 0) continue;
        ConfigIteratorHandle const iterator_owner{iterator};
        git_config_entry* entry = nullptr;
        while (git_config_next(&entry, iterator) == 0) {
            std::string value{entry->value != nullptr ? entry->value : ""};
            git_buf path = GIT_BUF_INIT;
            if (value.starts_with("~/") && git_config_get_path(&path, config, name.c_str()) == 0 && path.ptr != nullptr)
                value = path.ptr;
            git_buf_dispose(&path);
            values.push_back(std::move(value));
        }
    }
    for (auto const& [key, value] : environment.settings)
        if (same_setting(key, name)) values.push_back(value);
    return values;
}

bool is_on(git_repository* repository, std::string const& name, bool otherwise)
{
    git_config* config = nullptr;
    ensure_sound(git_repository_config_snapshot(&config, repository), "read the repository's settings");
    ConfigHandle const owner{config};
    int value = 0;
    return git_config_get_bool(&value, config, name.c_str()) == 0 ? value != 0 : otherwise;
}

std::optional<Opened> open_as_git_does(fs::path const& start, Environment const& environment)
{
    initialise_library();
    if (!environment.problem.empty())
        throw Error{fmt::format("open the git repository at {}", start.string()), environment.problem,
                    "Mend or unset the variable; git runs with it no more than sss does."};
    auto const explicitly = !environment.git_dir.empty();
    auto const* ceilings = environment.ceilings.empty() ? nullptr : environment.ceilings.c_str();
    require_sound_git_files(explicitly ? path_from(start, environment.git_dir) : start);
    auto repository = explicitly ? named_by_git_dir(start, environment) : opened_at(start, 0, start, ceilings);
    if (!explicitly) require_no_broken_repository(start, repository.get());
    if (!repository) return std::nullopt;
    require_readable_settings(repository.get());
    // Who names a repository outright vouches for it, to git too.
    if (!explicitly) {
        require_trust(repository.get(), start, environment);
        auto const bare = settings_beside(environment, "safe.barerepository");
        if (git_repository_is_bare(repository.get()) != 0 && !bare.empty() && bare.back() == "explicit")
            throw Error{fmt::format("open the git repository at {}", start.string()),
                        "it is bare, and git's setting safe.bareRepository lets such be named alone",
                        "Name it: GIT_DIR=" + shell_word(to_be_trusted(repository.get()).string()) + " sss …"};
    }
    require_known_extensions(repository.get(), start);
    if (!environment.work_tree.empty())
        work_in(repository.get(), path_from(start, environment.work_tree),
                "work in the folder that GIT_WORK_TREE names");
    return made_ready(std::move(repository), start, environment);
}

Opened open_again(git_repository* first, fs::path const& start, Environment const& environment)
{
    auto repository = opened_at(git_repository_path(first), GIT_REPOSITORY_OPEN_NO_SEARCH, start, nullptr);
    if (!repository) cannot_open(start, "it was there a moment ago, and is gone");
    if (auto const* folder = git_repository_workdir(first))
        work_in(repository.get(), folder, "work in the same folder through another handle");
    return made_ready(std::move(repository), start, environment);
}

}  // namespace sss::git
