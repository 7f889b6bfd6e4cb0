#include "records/files.hpp"

#include "git/sparse.hpp"
#include "git/tree.hpp"
#include "support/error.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

bool named_as_record(std::string_view name)
{
    return name.ends_with(".toml");
}

/// Whether a folder is looked into: everything below a data folder of its own, else only what leads to records; never
/// where git keeps its own.
bool wanted(Layout const& layout, std::string_view folder)
{
    if (folder == ".git" || folder.ends_with("/.git")) return false;
    if (layout.ignored_wholly(folder)) return false;
    auto const& data = layout.data_folder();
    if (data.empty()) return layout.leads_to_records(folder);
    return folder == data || folder.starts_with(data + '/') ||
           std::string_view{data}.starts_with(std::string{folder} + '/');
}

/// Whether a file counts as standing below the data folder. What is hidden counts where it is named as a record, so
/// that one which was moved there is not lost in silence.
bool within(Layout const& layout, std::string_view path)
{
    if (layout.hidden(path) && !named_as_record(path)) return false;
    auto const& data = layout.data_folder();
    return data.empty() ? layout.kind_at(path) != nullptr : path.starts_with(data + '/');
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

/// What a file of a commit holds. Of one that holds more than `limit` bytes nothing is read: blanks stand for it, one
/// more than it may have.
std::string text_of(git::Repository const& repository, git::Oid const& blob, std::size_t limit)
{
    auto const object = repository.read_file(blob, limit);
    return object ? std::string{object->bytes()} : std::string(limit + 1, ' ');
}

Error cannot_read(fs::path const& path, int code)
{
    auto const reason = std::generic_category().message(code);
    return Error{fmt::format("read {}", path.string()), reason,
                 code == EACCES   ? "Give this account the right to read it."
                 : code == EISDIR ? "Put the file itself in its place."
                                  : ""};
}

/// Whether a listing enters every folder on the way to a file.
bool looked_into(Layout const& layout, std::string_view path)
{
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
        if (!wanted(layout, path.substr(0, slash))) return false;
    return true;
}

/// Lists folders one after the other. A link to a folder is not entered: what it leads to is listed where it stands.
class Listing {
public:
    Listing(fs::path root, Layout const& layout) : root_(std::move(root)), layout_(layout)
    {
        std::error_code missing;
        home_ = fs::canonical(root_ / layout.data_folder(), missing);
    }

    void all_below(std::string prefix)
    {
        beginning_ = prefix;
        std::vector<std::string> waiting{std::move(prefix)};
        while (!waiting.empty()) {
            auto const next = std::move(waiting.back());
            waiting.pop_back();
            folder(next, waiting);
        }
    }

    std::vector<FileEntry> found;

private:
    void folder(std::string const& prefix, std::vector<std::string>& folders)
    {
        auto const path = root_ / prefix;
        std::unique_ptr<DIR, int (*)(DIR*)> const handle{::opendir(path.c_str()), &::closedir};
        if (!handle) {
            if (errno == ENOENT && prefix == layout_.data_folder() + '/') return;  // no records yet
            throw cannot_read(path, errno);
        }
        auto const files_before = found.size();
        auto const folders_before = folders.size();
        while (auto const* entry = ::readdir(handle.get())) {
            std::string_view const name{entry->d_name};
            if (name == "." || name == "..") continue;
            if (name == ".git" && prefix != beginning_) {
                // A commit holds nothing of what stands in a repository within the repository.
                found.resize(files_before);
                folders.resize(folders_before);
                found.push_back({prefix.substr(0, prefix.size() - 1), FileEntry::Type::submodule, {}});
                return;
            }
            one(prefix + std::string{name}, entry->d_type, folders);
        }
    }

    void one(std::string path, unsigned char type, std::vector<std::string>& folders)
    {
        if (type == DT_UNKNOWN) type = type_of(path);
        if (type == DT_DIR) {
            if (named_as_record(path) && within(layout_, path))
                found.push_back({path, FileEntry::Type::folder_named_as_file, {}});
            else if (wanted(layout_, path))
                folders.push_back(std::move(path) + '/');
            return;
        }
        if (!within(layout_, path)) return;
        auto const state = type == DT_REG   ? FileEntry::Type::file
                           : type == DT_LNK ? link_state(path)
                                            : FileEntry::Type::special;
        found.push_back({std::move(path), state, {}});
    }

    unsigned char type_of(std::string const& path) const
    {
        struct stat info {};
        if (::lstat((root_ / path).c_str(), &info) != 0) return DT_UNKNOWN;
        return S_ISDIR(info.st_mode)   ? DT_DIR
               : S_ISREG(info.st_mode) ? DT_REG
               : S_ISLNK(info.st_mode) ? DT_LNK
                                       : DT_CHR;
    }

    FileEntry::Type link_state(std::string const& path) const
    {
        if (way_to(root_ / path, home_).leads != Way::Leads::inside) return FileEntry::Type::link_outside;
        std::error_code failed;
        return fs::is_regular_file(root_ / path, failed) ? FileEntry::Type::file : FileEntry::Type::special;
    }

    fs::path root_;
    Layout const& layout_;
    fs::path home_;
    std::string beginning_;
};

/// The first part of a path that is not what it must be, and what it is; nothing where all are, or where one is
/// missing.
std::optional<std::pair<std::string, Presence>> obstacle(Files const& files, std::string const& path, Presence wanted)
{
    for (auto end = path.find('/');; end = path.find('/', end + 1)) {
        auto part = path.substr(0, end);
        auto const found = files.presence(part);
        if (found == Presence::nothing) return std::nullopt;
        if (found != (end == std::string::npos ? wanted : Presence::folder)) return std::pair{std::move(part), found};
        if (end == std::string::npos) return std::nullopt;
    }
}

FileEntry::Type state_of(git::LeftOut::Type type)
{
    switch (type) {
        case git::LeftOut::Type::link: return FileEntry::Type::link_outside;
        case git::LeftOut::Type::submodule: return FileEntry::Type::submodule;
        case git::LeftOut::Type::file: break;
    }
    return FileEntry::Type::file;
}

std::string_view what_it_is(Presence presence)
{
    switch (presence) {
        case Presence::link: return "a symbolic link, and git keeps nothing of what stands behind one";
        case Presence::submodule: return "a git repository of its own, a submodule";
        case Presence::folder: return "a folder";
        case Presence::file: return "a file";
        case Presence::special:
        case Presence::nothing: break;
    }
    return "a pipe, a device or a socket";
}

void require_no_obstacle(Files const& files, std::string const& what, std::string const& path, Presence wanted)
{
    auto const found = obstacle(files, path, wanted);
    if (!found) return;
    auto const& [part, is] = *found;
    auto const folder = part != path || wanted == Presence::folder;
    throw NotReadable{fmt::format("read {}", what), fmt::format("'{}' is {}", visible(part), what_it_is(is)),
                      fmt::format("Put {} itself in its place.", folder ? "a folder" : "the file")};
}

}  // namespace

std::optional<std::string> read_own_file(Files const& files, std::string const& what, std::string const& path,
                                         std::size_t limit)
{
    require_no_obstacle(files, what, path, Presence::file);
    return files.read_path(path, limit);
}

std::vector<std::string> names_in_own_folder(Files const& files, std::string const& what, std::string const& folder)
{
    if (folder != ".") require_no_obstacle(files, what, folder, Presence::folder);
    return files.names(folder);
}

FolderFiles::FolderFiles(std::filesystem::path root, git::Environment environment)
    : root_(std::move(root)), environment_(std::move(environment))
{}

std::vector<FileEntry> FolderFiles::list(Layout const& layout) const
{
    Listing listing{root_, layout};
    listing.all_below(layout.data_folder().empty() ? "" : layout.data_folder() + '/');
    // What a checkout leaves out has not gone: a file is read as it is committed.
    for (auto const& file : git::left_out_by_checkout(root_, environment_))
        if (within(layout, file.path) && looked_into(layout, file.path))
            listing.found.push_back({file.path, state_of(file.type), file.id});
    std::ranges::sort(listing.found, {}, &FileEntry::path);
    return std::move(listing.found);
}

std::string FolderFiles::read(FileEntry const& entry, std::size_t limit) const
{
    if (entry.blob) {
        auto const repository = git::Repository::open(root_, environment_);
        return text_of(repository, entry.blob, limit);
    }
    auto const full = root_ / entry.path;
    Descriptor const file{::open(full.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number() < 0) throw cannot_read(full, errno);
    // One buffer a thread, so that a small file costs one copy of its own size and no page beyond it.
    thread_local std::vector<char> buffer(64 * 1024);
    std::string text;
    while (text.size() <= limit) {
        auto const room = std::min(buffer.size(), limit + 1 - text.size());
        auto const count = ::read(file.number(), buffer.data(), room);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw cannot_read(full, errno);
        if (count == 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

std::optional<std::string> FolderFiles::read_path(std::string const& path, std::size_t limit) const
{
    std::error_code ignored;
    auto const full = root_ / path;
    auto const home = fs::canonical(root_, ignored);
    if (!ignored && way_to(full, home).leaves())
        throw NotReadable{fmt::format("read {}", visible(path)),
                          "it is a symbolic link that leads out of the repository, or nowhere, and is not followed",
                          "Put the file itself in its place."};
    struct stat info {};
    if (::stat(full.c_str(), &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw cannot_read(full, errno);
    }
    if (S_ISDIR(info.st_mode)) throw cannot_read(full, EISDIR);
    if (!S_ISREG(info.st_mode))
        throw NotReadable{fmt::format("read {}", visible(path)), "it is no plain file",
                          "Put the file itself in its place."};
    return read({path, FileEntry::Type::file, {}}, limit);
}

std::vector<std::string> FolderFiles::names(std::string const& folder) const
{
    std::vector<std::string> names;
    std::unique_ptr<DIR, int (*)(DIR*)> const handle{::opendir((root_ / folder).c_str()), &::closedir};
    if (!handle) {
        if (errno == ENOENT || errno == ENOTDIR) return names;
        throw cannot_read(root_ / folder, errno);
    }
    while (auto const* entry = ::readdir(handle.get()))
        if (std::string_view const name{entry->d_name}; name != "." && name != "..") names.emplace_back(name);
    std::ranges::sort(names);
    return names;
}

Presence FolderFiles::presence(std::string const& path) const
{
    auto at = root_;
    auto found = Presence::folder;
    for (auto const& part : fs::path{path}) {
        if (found != Presence::folder) return Presence::nothing;
        at /= part;
        std::error_code failed;
        auto const type = fs::symlink_status(at, failed).type();
        if (type == fs::file_type::none) throw cannot_read(at, failed.value());
        found = type == fs::file_type::not_found   ? Presence::nothing
                : type == fs::file_type::symlink   ? Presence::link
                : type == fs::file_type::regular   ? Presence::file
                : type != fs::file_type::directory ? Presence::special
                : fs::exists(at / ".git", failed)  ? Presence::submodule
                                                   : Presence::folder;
        // A submodule that was not fetched is an empty folder, of which the index alone tells.
        if (found == Presence::folder && fs::is_empty(at, failed) && !failed && is_unfetched(at))
            found = Presence::submodule;
    }
    return found;
}

bool FolderFiles::is_unfetched(fs::path const& folder) const
{
    auto const path = folder.lexically_relative(root_).generic_string();
    return std::ranges::any_of(git::left_out_by_checkout(root_, environment_), [&](git::LeftOut const& one) {
        return one.type == git::LeftOut::Type::submodule && one.path == path;
    });
}

std::vector<std::string> FolderFiles::folders(std::string const& folder) const
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry{root_ / folder, failed}, end; !failed && entry != end; entry.increment(failed)) {
        auto name = entry->path().filename().string();
        if (!name.starts_with('.') && entry->symlink_status(failed).type() == fs::file_type::directory)
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

std::vector<FileEntry> TreeFiles::list(Layout const& layout) const
{
    std::vector<FileEntry> found;
    git::for_each_file(
        repository_, tree_, [&](std::string_view folder) { return wanted(layout, folder); },
        [&](std::string const& path, git::TreeEntry const& entry) {
            if (!within(layout, path)) return;
            auto const state = entry.type == git::TreeEntry::Type::file   ? FileEntry::Type::file
                               : entry.type == git::TreeEntry::Type::link ? FileEntry::Type::link_outside
                                                                          : FileEntry::Type::submodule;
            found.push_back({path, state, entry.id});
        });
    std::ranges::sort(found, {}, &FileEntry::path);
    return found;
}

std::string TreeFiles::read(FileEntry const& entry, std::size_t limit) const
{
    return text_of(repository_, entry.blob, limit);
}

std::optional<std::string> TreeFiles::read_path(std::string const& path, std::size_t limit) const
{
    auto const entry = git::entry_at_path(repository_, tree_, path);
    if (!entry || entry->type != git::TreeEntry::Type::file) return std::nullopt;
    return read({path, FileEntry::Type::file, entry->id}, limit);
}

std::vector<std::string> TreeFiles::names(std::string const& folder) const
{
    std::vector<std::string> names;
    auto const entry = git::entry_at_path(repository_, tree_, folder == "." ? "" : folder);
    if (!entry || entry->type != git::TreeEntry::Type::folder) return names;
    git::Tree const tree{repository_, entry->id};
    for (auto const& file : tree.entries()) names.emplace_back(file.name);
    std::ranges::sort(names);
    return names;
}

Presence TreeFiles::presence(std::string const& path) const
{
    auto const entry = git::entry_at_path(repository_, tree_, path);
    if (!entry) return Presence::nothing;
    switch (entry->type) {
        case git::TreeEntry::Type::folder: return Presence::folder;
        case git::TreeEntry::Type::link: return Presence::link;
        case git::TreeEntry::Type::submodule: return Presence::submodule;
        case git::TreeEntry::Type::file: break;
    }
    return Presence::file;
}

std::vector<std::string> TreeFiles::folders(std::string const& folder) const
{
    std::vector<std::string> names;
    auto const entry = git::entry_at_path(repository_, tree_, folder);
    if (!entry || entry->type != git::TreeEntry::Type::folder) return names;
    git::Tree const tree{repository_, entry->id};
    for (auto const& inner : tree.entries())
        if (inner.type == git::TreeEntry::Type::folder && !inner.name.starts_with('.')) names.emplace_back(inner.name);
    std::ranges::sort(names);
    return names;
}

std::vector<FileEntry> IndexFiles::list(Layout const& layout) const
{
    std::vector<FileEntry> found;
    for (auto const& entry : entries_)
        if (within(layout, entry.path) && looked_into(layout, entry.path))
            found.push_back({entry.path, entry.link ? FileEntry::Type::link_outside : FileEntry::Type::file, entry.id});
    for (auto const& path : submodules_)
        if (within(layout, path) && looked_into(layout, path)) found.push_back({path, FileEntry::Type::submodule, {}});
    std::ranges::sort(found, {}, &FileEntry::path);
    return found;
}

std::string IndexFiles::read(FileEntry const& entry, std::size_t limit) const
{
    return text_of(repository_, entry.blob, limit);
}

std::optional<std::string> IndexFiles::read_path(std::string const& path, std::size_t limit) const
{
    auto const found = std::ranges::lower_bound(entries_, path, {}, &git::IndexEntry::path);
    if (found == entries_.end() || found->path != path || found->link) return std::nullopt;
    return read({path, FileEntry::Type::file, found->id}, limit);
}

std::vector<std::string> IndexFiles::names(std::string const& folder) const
{
    auto const prefix = folder == "." ? std::string{} : folder + '/';
    std::vector<std::string> names;
    auto const add = [&](std::string const& path) {
        if (!path.starts_with(prefix)) return;
        auto const end = std::min(path.find('/', prefix.size()), path.size());
        names.push_back(path.substr(prefix.size(), end - prefix.size()));
    };
    for (auto const& entry : entries_) add(entry.path);
    for (auto const& path : submodules_) add(path);
    std::ranges::sort(names);
    auto const repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

Presence IndexFiles::presence(std::string const& path) const
{
    if (path.empty()) return Presence::folder;
    if (std::ranges::find(submodules_, path) != submodules_.end()) return Presence::submodule;
    auto const found = std::ranges::lower_bound(entries_, path, {}, &git::IndexEntry::path);
    if (found != entries_.end() && found->path == path) return found->link ? Presence::link : Presence::file;
    auto const below = std::ranges::lower_bound(entries_, path + '/', {}, &git::IndexEntry::path);
    return below != entries_.end() && below->path.starts_with(path + '/') ? Presence::folder : Presence::nothing;
}

std::vector<std::string> IndexFiles::folders(std::string const& folder) const
{
    auto const prefix = folder.empty() ? std::string{} : folder + '/';
    std::vector<std::string> names;
    for (auto const& entry : entries_) {
        if (!entry.path.starts_with(prefix)) continue;
        auto const slash = entry.path.find('/', prefix.size());
        if (slash == std::string::npos) continue;
        auto name = entry.path.substr(prefix.size(), slash - prefix.size());
        if (!name.starts_with('.') && (names.empty() || names.back() != name)) names.push_back(std::move(name));
    }
    return names;
}

}  // namespace sss
