#include "git/commit_text.hpp"
#include "git/index_file.hpp"
#include "git/opening.hpp"
#include "git/repository_impl.hpp"
#include "git/tree.hpp"
#include "git/working_files.hpp"
#include "support/atomic_file.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss::git {

// The index, the working tree, and how they differ from what is committed.

Index Repository::index(std::filesystem::path const& file) const
{
    auto* repository = impl_->repository.get();
    std::filesystem::path const git_folder{git_repository_path(repository)};
    auto const* top = git_repository_workdir(repository);
    // git goes to the working tree's top before it looks at such a path.
    auto const named = file.is_relative() && top != nullptr ? top / file : file;
    auto const read = read_index_file(file.empty() ? git_folder / "index" : named, git_folder);
    // In a sparse checkout, what stands there all the same is looked at.
    auto const sparse = top != nullptr && is_on(repository, "core.sparsecheckout", false);
    auto const prefix = impl_->narrowed.empty() ? std::string{} : impl_->narrowed + '/';
    Index index;
    auto const add = [&](std::string_view path, Oid const& id, bool link, bool unchanged) {
        if (path.starts_with(prefix))
            index.entries.push_back({std::string{path.substr(prefix.size())}, id, link, unchanged});
    };
    for (auto const& entry : read) {
        if (entry.stage != 0) {
            if (std::string_view{entry.path}.starts_with(prefix) &&
                (index.conflicts.empty() || index.conflicts.back() != entry.path.substr(prefix.size())))
                index.conflicts.push_back(entry.path.substr(prefix.size()));
            continue;
        }
        if (entry.is_submodule() && std::string_view{entry.path}.starts_with(prefix))
            index.submodules.push_back(entry.path.substr(prefix.size()));
        if (entry.is_submodule() || entry.announced) continue;
        if (entry.is_folder()) {  // of a sparse index: none of it is in the working tree
            for_each_file(
                *this, entry.id, [](std::string_view) { return true; },
                [&](std::string const& path, TreeEntry const& inner) {
                    if (inner.type != TreeEntry::Type::submodule)
                        add(entry.path + path, inner.id, inner.type == TreeEntry::Type::link, true);
                });
            continue;
        }
        std::error_code failed;
        auto const there =
            sparse && entry.skip_worktree && std::filesystem::exists(top / std::filesystem::path{entry.path}, failed);
        add(entry.path, entry.id, entry.is_link(), entry.assume_unchanged || (entry.skip_worktree && !there));
    }
    std::ranges::sort(index.entries, {}, &IndexEntry::path);
    std::ranges::sort(index.conflicts);
    return index;
}

namespace {

constexpr std::array<char const*, 3> changing_attributes{"filter", "working-tree-encoding", "ident"};

bool names_a_filter(std::string_view attributes)
{
    return std::ranges::any_of(changing_attributes,
                               [&](char const* name) { return attributes.find(name) != std::string_view::npos; });
}

/// What a file of attributes says; nothing where it is no plain file, or holds more than the 100 MB that git takes.
std::string text_of_attributes(std::filesystem::path const& path)
{
    return read_file(path, 100'000'000).bytes;
}

/// The folders themselves and all above them, "" among them.
std::set<std::string> with_those_above(std::vector<std::string> const& folders)
{
    std::set<std::string> all{""};
    for (auto folder : folders) {
        while (!folder.empty() && all.insert(folder).second) {
            auto const slash = folder.rfind('/');
            folder.resize(slash == std::string::npos ? 0 : slash);
        }
    }
    return all;
}

/// What the files of attributes in these folders of a tree say. Those above a folder are among them, so that each is
/// read once, from the one above it.
std::vector<std::string> attributes_in_tree(Repository const& repository, Oid const& tree,
                                            std::set<std::string> const& folders)
{
    std::vector<std::string> texts;
    std::map<std::string, Oid, std::less<>> trees;
    for (auto const& path : folders) {  // sorted: a folder comes after the one that holds it
        auto id = tree;
        if (!path.empty()) {
            auto const slash = path.rfind('/');
            auto const above = trees.find(slash == std::string::npos ? "" : std::string_view{path}.substr(0, slash));
            if (above == trees.end()) continue;
            auto const entry = Tree{repository, above->second}.find(path.substr(slash + 1));  // npos + 1 is 0
            if (!entry || entry->type != TreeEntry::Type::folder) continue;
            id = entry->id;
        }
        trees.emplace(path, id);
        auto const file = Tree{repository, id}.find(".gitattributes");
        if (file && file->type == TreeEntry::Type::file)
            texts.emplace_back(repository.read(file->id, ObjectType::blob).bytes());
    }
    return texts;
}

/// Some file of attributes names a filter, so that the library is to be asked: it would wait for one that is a pipe.
void require_no_waiting(char const* top, std::string const& path)
{
    for (std::size_t end = 0; top != nullptr && end != std::string::npos; end = path.find('/', end + 1)) {
        auto const file = path.substr(0, end) + (end == 0 ? "" : "/") + ".gitattributes";
        if (unsound_file(top + file))
            throw Error{fmt::format("read {}", visible(file)), "it is no plain file",
                        "Put the file itself in its place."};
    }
}

}  // namespace

std::optional<Filtered> Repository::first_filtered(std::vector<std::string> const& folders,
                                                   std::function<std::vector<std::string>()> const& paths,
                                                   std::optional<Oid> const& commit) const
{
    auto* repository = impl_->repository.get();
    auto const prefix = impl_->narrowed.empty() ? std::string{} : impl_->narrowed + '/';
    auto inner = std::vector{impl_->narrowed};
    for (auto const& folder : folders) inner.push_back(prefix + folder);
    auto const* top = git_repository_workdir(repository);
    auto const tree = commit ? parse_commit(*commit, read(*commit, ObjectType::commit).bytes()).tree : Oid{};
    auto const text_of = [&](std::string const& path) {
        // In the working tree git follows a link to no attributes.
        if (std::error_code failed; !commit)
            return top == nullptr || std::filesystem::is_symlink(top + path, failed) ? std::string{}
                                                                                     : text_of_attributes(top + path);
        auto const entry = entry_at_path(*this, tree, path);
        return entry && entry->type == TreeEntry::Type::file ? std::string{read(entry->id, ObjectType::blob).bytes()}
                                                             : std::string{};
    };
    auto const places = with_those_above(inner);
    auto possible = commit
                        ? std::ranges::any_of(attributes_in_tree(*this, tree, places), names_a_filter)
                        : std::ranges::any_of(places, [&](std::string const& folder) {
                              return names_a_filter(text_of(folder + (folder.empty() ? "" : "/") + ".gitattributes"));
                          });
    if (!possible && !commit)
        possible = names_a_filter(
            text_of_attributes(std::filesystem::path{git_repository_commondir(repository)} / "info" / "attributes"));
    if (!possible) return std::nullopt;

    // Of a commit alone: through a handle whose index holds nothing, for the library asks that first.
    auto const other = another_handle();
    repository = other.impl_->repository.get();
    git_attr_options options = GIT_ATTR_OPTIONS_INIT;
    if (commit) {
        git_index* nothing = nullptr;
        ensure(git_index_new(&nothing), "read the attributes of a commit");
        IndexHandle const owner{nothing};
        ensure(git_repository_set_index(repository, nothing), "read the attributes of a commit");
        options.flags = GIT_ATTR_CHECK_INDEX_ONLY | GIT_ATTR_CHECK_NO_SYSTEM | GIT_ATTR_CHECK_INCLUDE_COMMIT;
        options.attr_commit_id = to_git(*commit);
    }
    for (auto const& path : paths()) {
        if (!commit) require_no_waiting(top, prefix + path);
        for (auto const* name : changing_attributes) {
            char const* value = nullptr;
            ensure(git_attr_get_ext(&value, repository, &options, (prefix + path).c_str(), name),
                   fmt::format("read git's attributes of {}", visible(path)));
            // git writes into a file's "$Id$" which version it is; a file without one stays as it is.
            if (std::string_view{name} == "ident" && text_of(prefix + path).find("$Id") == std::string::npos) continue;
            switch (git_attr_value(value)) {
                case GIT_ATTR_VALUE_TRUE: return Filtered{path, name};
                case GIT_ATTR_VALUE_STRING: return Filtered{path, fmt::format("{}={}", name, value)};
                case GIT_ATTR_VALUE_UNSPECIFIED:
                case GIT_ATTR_VALUE_FALSE: break;
            }
        }
    }
    return std::nullopt;
}

namespace {

/// An index that the library cannot read itself, for the library.
IndexHandle index_for_library(std::vector<IndexFileEntry> const& entries, std::filesystem::path const& file)
{
    git_index* made = nullptr;
    ensure(git_index_new(&made), "compare the working tree with the index");
    IndexHandle index{made};
    struct stat info {};
    ::stat(file.c_str(), &info);
    for (auto const& from : entries) {
        git_index_entry entry{};
        auto const& stat = from.stat;
        // A file that was written after the index or with it may have changed without showing it: its bytes tell.
        auto const doubtful = std::int64_t{stat[2]} >= std::int64_t{info.st_mtime};
        entry.ctime = {static_cast<std::int32_t>(stat[0]), stat[1]};
        entry.mtime = {doubtful ? 0 : static_cast<std::int32_t>(stat[2]), doubtful ? 0 : stat[3]};
        entry.dev = stat[4];
        entry.ino = stat[5];
        entry.mode = from.mode();
        entry.uid = stat[7];
        entry.gid = stat[8];
        entry.file_size = stat[9];
        entry.id = to_git(from.id);
        entry.flags = static_cast<std::uint16_t>(from.stage << GIT_INDEX_ENTRY_STAGESHIFT |
                                                 (from.assume_unchanged ? GIT_INDEX_ENTRY_VALID : 0));
        entry.flags_extended = static_cast<std::uint16_t>((from.skip_worktree ? GIT_INDEX_ENTRY_SKIP_WORKTREE : 0) |
                                                          (from.announced ? GIT_INDEX_ENTRY_INTENT_TO_ADD : 0));
        entry.path = from.path.c_str();
        if (!from.is_folder()) ensure(git_index_add(made, &entry), "compare the working tree with the index");
    }
    return index;
}

/// In bytes; of larger files the library hashes part after part.
constexpr std::size_t largest_plainly_read = std::size_t{1} << 20;

/// Whether a file of the working tree, put away as git's settings and attributes have it (their line ends), is what is
/// staged. Of a file whose size differs the library asks no more, nor does `git status`; `git diff` does.
bool is_staged_so(git_repository* repository, Index const& staged, std::string_view path, std::string const& prefix)
{
    auto const entry = std::ranges::lower_bound(staged.entries, path, {}, &IndexEntry::path);
    if (entry == staged.entries.end() || entry->path != path || entry->link) return false;
    git_oid id;
    auto const whole = prefix + std::string{path};
    // What holds neither of the bytes that these may change is put away as it is, whatever they say: asking for the
    // attributes of each file costs more than reading it.
    auto const file = read_file(git_repository_workdir(repository) + whole, largest_plainly_read);
    if (file && file.bytes.find('\r') == std::string::npos && file.bytes.find("$Id") == std::string::npos)
        return git_odb_hash(&id, file.bytes.data(), file.bytes.size(), GIT_OBJECT_BLOB) == 0 &&
               from_git(id) == entry->id;
    return git_repository_hashfile(&id, repository, whole.c_str(), GIT_OBJECT_BLOB, nullptr) == 0 &&
           from_git(id) == entry->id;
}

}  // namespace

std::vector<std::string> Repository::uncommitted(std::string const& folder) const
{
    auto* repository = impl_->repository.get();
    std::set<std::string> paths;
    if (git_repository_is_bare(repository) != 0) return {};
    auto const prefix = impl_->narrowed.empty() ? std::string{} : impl_->narrowed + '/';
    // HEAD against the index: as it is read here, for the library knows of no replaced objects.
    std::map<std::string, Oid> committed;
    auto const within = [&](std::string_view path) {
        return folder.empty() || path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
    };
    if (auto const tip = head())
        for_each_file(
            *this, commit(*tip).tree,
            [&](std::string_view inner) { return within(inner) || folder.starts_with(std::string{inner} + '/'); },
            [&](std::string const& path, TreeEntry const& entry) {
                if (within(path) && entry.type != TreeEntry::Type::submodule) committed.emplace(path, entry.id);
            });
    auto const staged = index();
    std::set<std::string_view> unchanged;
    for (auto const& entry : staged.entries) {
        if (!within(entry.path)) continue;
        if (entry.taken_as_unchanged) unchanged.insert(entry.path);
        auto const found = committed.find(entry.path);
        if (found == committed.end() || found->second != entry.id) paths.insert(entry.path);
        if (found != committed.end()) committed.erase(found);
    }
    for (auto const& [path, id] : committed) paths.insert(path);
    for (auto const& path : staged.conflicts)
        if (within(path)) paths.insert(path);

    // The index against the working tree.
    auto pathspec = prefix + folder;
    if (pathspec.ends_with('/')) pathspec.pop_back();
    auto const top = work_tree();
    if (auto const* whole = git_repository_workdir(repository);
        whole != nullptr &&
        library_would_wait(whole, pathspec, std::filesystem::path{git_repository_commondir(repository)} / "info"))
    {
        for (auto& path : differing_files(*this, staged, top, folder))
            if (!unchanged.contains(path)) paths.insert(path);
        return {paths.begin(), paths.end()};
    }
    git_index* index = nullptr;
    std::filesystem::path const git_folder{git_repository_path(repository)};
    IndexHandle own;
    if (git_repository_index(&index, repository) < 0) {
        own = index_for_library(read_index_file(git_folder / "index", git_folder), git_folder / "index");
        ensure(git_repository_set_index(repository, own.get()), "compare the working tree with the index");
        ensure(git_repository_index(&index, repository), "compare the working tree with the index");
    }
    IndexHandle const index_owner{index};
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.show = GIT_STATUS_SHOW_WORKDIR_ONLY;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
                    GIT_STATUS_OPT_INCLUDE_IGNORED | GIT_STATUS_OPT_RECURSE_IGNORED_DIRS |
                    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
    if (own) options.flags |= GIT_STATUS_OPT_NO_REFRESH;
    char* strings[] = {pathspec.data()};
    if (!pathspec.empty()) options.pathspec = {strings, 1};
    git_status_list* list = nullptr;
    ensure_sound(git_status_list_new(&list, repository, &options), "compare the working tree with the index");
    StatusHandle const owner{list};
    for (std::size_t i = 0; i < git_status_list_entrycount(list); ++i) {
        auto const* delta = git_status_byindex(list, i)->index_to_workdir;
        if (delta == nullptr) continue;
        std::string_view path{delta->new_file.path != nullptr ? delta->new_file.path : delta->old_file.path};
        if (!path.starts_with(prefix)) continue;
        path.remove_prefix(prefix.size());
        if (unchanged.contains(path)) continue;
        auto const same_mode = delta->status == GIT_DELTA_MODIFIED && delta->old_file.mode == delta->new_file.mode;
        if (same_mode && is_staged_so(repository, staged, path, prefix)) continue;
        paths.insert(std::string{path});
    }
    return {paths.begin(), paths.end()};
}

bool Repository::is_merging() const
{
    switch (git_repository_state(impl_->repository.get())) {
        case GIT_REPOSITORY_STATE_MERGE:
        case GIT_REPOSITORY_STATE_CHERRYPICK:
        case GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE: return true;
        default: return false;
    }
}

}  // namespace sss::git
