#include "work/site/site_publishing.hpp"

#include "git/own_folder.hpp"
#include "support/atomic_file.hpp"
#include "support/error.hpp"
#include "support/leftovers.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_manifest = std::size_t{64} << 20;

[[noreturn]] void fail(fs::path const& folder, std::string const& why)
{
    throw Error{fmt::format("write the site into {}", visible(folder.string())), why,
                "Mend that, and run the command again: it writes what is missing."};
}

std::set<std::string> made_before(fs::path const& folder)
{
    auto const manifest = read_file(folder / site_manifest_name, largest_manifest);
    if (manifest) return read_site_manifest(manifest.bytes);
    if (manifest.outcome == FileContents::Outcome::missing) return {};
    fail(folder, fmt::format("{} cannot be read", site_manifest_name));
}

bool is_stylesheet(std::string_view path)
{
    return path.starts_with("style-") && path.ends_with(".css") && path.find('/') == std::string_view::npos;
}

/// @param within  the folder whose links are judged; empty: those of a repository alone
void require_plain_way(fs::path const& folder, fs::path const& path, fs::path const& within = {})
{
    if (auto const way = way_to(path, within); way.leads != Way::Leads::plainly)
        fail(folder, fmt::format("{} is a symbolic link, which may lead anywhere", visible(way.link.string())));
}

bool is_within(fs::path const& path, fs::path const& folder)
{
    auto const [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

/// A site has a folder of its own: not git's, nor that of the records or one that holds them.
void require_own_folder(MadeSite const& site, fs::path const& folder)
{
    std::error_code failed;
    auto const place = fs::weakly_canonical(folder, failed);
    if (failed) fail(folder, failed.message());
    auto const refuse = [&](std::string const& what) {
        throw UsageError{fmt::format("{} is {}", visible(folder.string()), what),
                         "A site needs a folder of its own: sss site -o public"};
    };
    if (leads_into_git(place.string())) refuse("git's own");
    for (auto const& one : site.elsewhere) {
        auto const other = fs::weakly_canonical(one, failed);
        if (!failed && (is_within(place, other) || is_within(other, place)))
            refuse("where the records, their schemas or kept reports are, or holds them");
    }
}

/// Flushes the file system that holds the folder: one for all pages.
void flush(fs::path const& folder)
{
    auto const handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto const failed = handle < 0 || ::syncfs(handle) != 0;
    auto const reason = errno;
    if (handle >= 0) ::close(handle);
    if (failed) fail(folder, std::strerror(reason));
}

/// A file that waits for its place, and goes where it does not come there.
struct Staged {
    fs::path const& path;
    bool in_place = false;

    explicit Staged(fs::path const& file) : path(file) {}
    Staged(Staged const&) = delete;
    Staged& operator=(Staged const&) = delete;
    ~Staged()
    {
        if (!in_place) ::unlink(path.c_str());
    }
};

/// Writes a file beside its place, without a flush of its own, and puts it there.
void put(fs::path const& staged, fs::path const& folder, std::string const& path, std::string const& bytes)
{
    auto const handle = ::open(staged.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (handle < 0) fail(folder, std::strerror(errno));
    std::string_view rest{bytes};
    auto failed = ::fchmod(handle, 0644) != 0;
    while (!failed && !rest.empty()) {
        auto const written = ::write(handle, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        failed = written <= 0;
        if (!failed) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    auto const reason = errno;
    Staged waiting{staged};
    if (::close(handle) != 0 || failed) fail(folder, std::strerror(reason));
    auto const place = folder / path;
    make_folders(place.parent_path());
    std::error_code error;
    fs::rename(staged, place, error);
    if (error) fail(folder, error.message());
    waiting.in_place = true;
}

/// Takes away the folders that a removed file leaves empty.
void remove_empty_above(fs::path const& folder, fs::path place)
{
    std::error_code ignored;
    for (place = place.parent_path(); place != folder && fs::is_empty(place, ignored) && !ignored;
         place = place.parent_path())
        if (!fs::remove(place, ignored)) return;
}

}  // namespace

SiteChanges compare_site(MadeSite const& site, fs::path const& folder)
{
    SiteChanges changes;
    require_own_folder(site, folder);
    require_plain_way(folder, folder);
    // What stands in the folder comes from anybody: no link there is followed, wherever the folder itself lies.
    std::error_code ignored;
    auto const within = fs::weakly_canonical(folder, ignored);
    auto const before = made_before(folder);
    std::set<std::string_view> now;
    std::vector<std::string> strange;
    for (auto const& file : site.files) {
        now.insert(file.path);
        auto const place = folder / file.path;
        require_plain_way(folder, within / file.path, within);
        auto const standing = read_file(place, file.bytes.size());
        if (standing && standing.bytes == file.bytes) {
            ++changes.unchanged;
            continue;
        }
        if (standing.outcome != FileContents::Outcome::missing && !before.contains(file.path))
            strange.push_back(file.path);
        changes.written.push_back(file.path);
    }
    if (!strange.empty())
        throw Error{fmt::format("write the site into {}", visible(folder.string())),
                    fmt::format("{} stands there, and sss did not make it{}", visible(strange.front()),
                                strange.size() == 1 ? "" : fmt::format(" (nor {} more)", strange.size() - 1)),
                    "Move it away, or name another folder with -o."};
    // A page that somebody still reads asks for the stylesheet that it was made with.
    for (auto const& path : before)
        if (!now.contains(path) && !is_stylesheet(path)) changes.removed.push_back(path);
    std::vector<std::string> styles;
    for (auto const& path : before)
        if (!now.contains(path) && is_stylesheet(path)) styles.push_back(path);
    auto const style_changed = std::ranges::any_of(changes.written, is_stylesheet);
    if (!style_changed && !changes.any()) return changes;
    if (!style_changed) changes.removed.insert(changes.removed.end(), styles.begin(), styles.end());
    return changes;
}

SiteChanges publish_site(MadeSite const& site, fs::path const& folder)
{
    auto const changes = compare_site(site, folder);
    if (fs::is_directory(folder)) sweep(folder, true);  // what killed runs have left is nobody's page
    auto const before = made_before(folder);
    std::vector<SiteFile> listed;
    for (auto const& file : site.files) listed.push_back({file.path, {}});
    std::set<std::string> const removed{changes.removed.begin(), changes.removed.end()};
    for (auto const& path : before)
        if (is_stylesheet(path) && !removed.contains(path) &&
            std::ranges::find(site.files, path, &SiteFile::path) == site.files.end())
            listed.push_back({path, {}});
    auto const manifest = site_manifest(listed);
    auto const standing = read_file(folder / site_manifest_name, largest_manifest);
    if (!changes.any() && standing && standing.bytes == manifest) return changes;

    make_folders(folder);
    Lock const lock{folder};
    // Before anything new stands there it is named as ours: a run that is killed leaves nothing that the next one would
    // take for somebody else's.
    auto all = listed;
    for (auto const& path : before) all.push_back({path, {}});
    write_whole(folder / site_manifest_name, site_manifest(all));

    std::map<std::string_view, SiteFile const*> by_path;
    for (auto const& file : site.files) by_path[file.path] = &file;
    // One name for all: each file is written under it and then put in its place.
    auto const staged = folder / fmt::format(".sss-{}-page.tmp", ::getpid());
    Leftover const leftover{staged, Leftover::Kind::file};
    remove_file(staged);  // of a killed run that had this one's number, as runs in containers do; the lock is ours
    auto const write = [&](bool styles) {
        for (auto const& path : changes.written)
            if (is_stylesheet(path) == styles) put(staged, folder, path, by_path.at(path)->bytes);
    };
    write(true);  // first, for the pages that ask for it
    write(false);
    flush(folder);
    for (auto const& path : changes.removed) {
        remove_file(folder / path);
        remove_empty_above(folder, folder / path);
    }
    write_whole(folder / site_manifest_name, manifest);
    return changes;
}

}  // namespace sss
