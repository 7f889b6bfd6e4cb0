#include "git/working_files.hpp"

#include "git/handles.hpp"
#include "support/atomic_file.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <utility>
#include <vector>

namespace sss::git {

namespace {

namespace fs = std::filesystem;

/// Records are small; what is larger is compared by its bytes alone.
constexpr std::size_t most_for_line_ends = 16 << 20;

std::string joined(std::string const& folder, std::string const& name)
{
    return folder.empty() ? name : folder + '/' + name;
}

bool within(std::string_view path, std::string_view folder)
{
    return folder.empty() || path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

/// Calls with each entry below a folder, as its path; a folder is entered where `enter` says so. No link is followed.
template <typename Enter, typename Found>
void walk(fs::path const& top, std::string const& folder, Enter const& enter, Found const& found)
{
    std::vector<std::string> waiting{folder};
    while (!waiting.empty()) {
        auto const next = std::move(waiting.back());
        waiting.pop_back();
        std::error_code failed;
        for (fs::directory_iterator entry{top / next, failed}, end; !failed && entry != end; entry.increment(failed)) {
            auto path = joined(next, entry->path().filename().string());
            std::error_code gone;
            auto const type = entry->symlink_status(gone).type();
            if (type != fs::file_type::directory)
                found(path, type);
            else if (entry->path().filename() != ".git" && enter(path))
                waiting.push_back(std::move(path));
        }
    }
}

Oid blob_of(std::string_view bytes)
{
    git_oid id;
    ensure(git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB), "compare the working tree with the index");
    return from_git(id);
}

bool same_as_staged(Repository const& repository, Index const& staged, IndexEntry const& entry, fs::path const& file)
{
    struct stat info {};
    if (::lstat(file.c_str(), &info) != 0) return false;
    std::error_code failed;
    if (entry.link) return S_ISLNK(info.st_mode) && blob_of(fs::read_symlink(file, failed).string()) == entry.id;
    if (!S_ISREG(info.st_mode)) return false;
    git_oid id;
    if (git_odb_hashfile(&id, file.c_str(), GIT_OBJECT_BLOB) < 0) return false;
    if (from_git(id) == entry.id) return true;
    return static_cast<std::size_t>(info.st_size) <= most_for_line_ends &&
           differs_by_line_ends(repository, staged, entry.path, file);
}

}  // namespace

bool unsound_file(fs::path const& file)
{
    std::error_code failed;
    auto const type = fs::symlink_status(file, failed).type();
    return type != fs::file_type::not_found && type != fs::file_type::regular && type != fs::file_type::directory;
}

bool library_would_wait(fs::path const& top, std::string const& folder, fs::path const& info)
{
    auto waits = unsound_file(info / "attributes") || unsound_file(info / "exclude");
    auto const look = [&](std::string const& inner) {
        waits = waits || unsound_file(top / inner / ".gitattributes") || unsound_file(top / inner / ".gitignore");
        return !waits;
    };
    look("");
    for (auto slash = folder.find('/'); slash != std::string::npos; slash = folder.find('/', slash + 1))
        look(folder.substr(0, slash));
    if (look(folder)) walk(top, folder, look, [](std::string const&, fs::file_type) {});
    return waits;
}

std::set<std::string> differing_files(Repository const& repository, Index const& staged, fs::path const& top,
                                      std::string const& folder)
{
    std::set<std::string> paths;
    std::set<std::string_view> known;
    for (auto const& entry : staged.entries) {
        if (!within(entry.path, folder)) continue;
        known.insert(entry.path);
        if (!same_as_staged(repository, staged, entry, top / entry.path)) paths.insert(entry.path);
    }
    for (auto const& path : staged.conflicts) known.insert(path);
    walk(
        top, folder,
        [&](std::string const& inner) {
            // A repository of its own is one thing to git.
            std::error_code failed;
            if (!fs::exists(top / inner / ".git", failed)) return true;
            if (std::ranges::find(staged.submodules, inner) == staged.submodules.end()) paths.insert(inner + '/');
            return false;
        },
        [&](std::string const& path, fs::file_type type) {
            auto const kept_by_git = type == fs::file_type::regular || type == fs::file_type::symlink;
            if (kept_by_git && !known.contains(path)) paths.insert(path);
        });
    return paths;
}

bool differs_by_line_ends(Repository const& repository, Index const& staged, std::string const& path,
                          fs::path const& file)
{
    auto const entry = std::ranges::lower_bound(staged.entries, path, {}, &IndexEntry::path);
    if (entry == staged.entries.end() || entry->path != path) return false;
    auto const here = read_file(file, std::numeric_limits<std::ptrdiff_t>::max());
    if (!here) return false;
    auto const without_returns = [](std::string_view text) {
        std::string plain;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
        return plain;
    };
    return without_returns(here.bytes) == without_returns(repository.read(entry->id, ObjectType::blob).bytes());
}

}  // namespace sss::git
