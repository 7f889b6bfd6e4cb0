#include "support/atomic_file.hpp"

#include "support/error.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <optional>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

std::string reason_of(int error)
{
    switch (error) {
        case ENOSPC: return "the disk is full";
        case EDQUOT: return "the disk quota is used up";
        case EACCES:
        case EPERM: return "permission is denied";
        case EROFS: return "the file system is mounted read-only";
        case ENOENT: return "the folder does not exist";
        case ENOTDIR: return "a part of its path is no folder";
        case EISDIR: return "it is a folder";
        case ENAMETOOLONG: return "the name is too long";
        case EMFILE:
        case ENFILE: return "too many files are open";
        case EIO: return "the disk reports an error";
        case EFBIG: return "it is larger than a file may be here";
        default: return std::strerror(error);
    }
}

std::string remedy_for(int error, fs::path const& path)
{
    auto const folder = path.has_parent_path() ? path.parent_path().string() : std::string{"."};
    switch (error) {
        case EFBIG: return "The limit is the shell's (`ulimit -f`) or the file system's.";
        case ENOSPC:
        case EDQUOT: return "Make room and run the command again; the file is as it was.";
        case EACCES:
        case EPERM:
            return fmt::format(
                "Check who may write in {}: the file is replaced by a new one, so its folder must be writable.",
                folder);
        case EROFS: return "Write to another place, or mount the file system for writing.";
        case ENOENT: return fmt::format("Make the folder first: mkdir -p {}", folder);
        default: return {};
    }
}

[[noreturn]] void fail(std::string const& attempt, fs::path const& path, int error)
{
    throw Error(fmt::format("{} {}", attempt, path.string()), reason_of(error), remedy_for(error, path));
}

class Handle {
public:
    explicit Handle(int handle) : handle_(handle) {}
    ~Handle()
    {
        if (handle_ >= 0) ::close(handle_);
    }
    Handle(Handle const&) = delete;
    Handle& operator=(Handle const&) = delete;
    int get() const { return handle_; }
    explicit operator bool() const { return handle_ >= 0; }

private:
    int handle_;
};

/// Of the path's own folder, so that the rename stays within one file system.
fs::path folder_of(fs::path const& path)
{
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

void write_all(int handle, std::string_view bytes, fs::path const& target)
{
    while (!bytes.empty()) {
        auto const written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", target, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A device, a pipe or a socket.
bool is_no_file_of_its_own(fs::path const& path)
{
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/// Into what stands open: a reader that has left misses the rest.
void write_open(int handle, std::string_view bytes, fs::path const& target)
{
    while (!bytes.empty()) {
        auto const written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return;
        if (written < 0) fail("write", target, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_into(fs::path const& path, std::string_view bytes)
{
    Handle const handle{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)};
    if (!handle) fail("write", path, errno);
    write_open(handle.get(), bytes, path);
}

void write_to_descriptor(int descriptor, fs::path const& path, std::string_view bytes)
{
    auto const attempt = fmt::format("write {}", visible(path.string()));
    if (descriptor < 0)
        throw Error{attempt, "it is an open file of another process", "Name the file itself, or a pipe that it reads."};
    if (::fcntl(descriptor, F_GETFL) < 0)
        throw Error{attempt, "no such descriptor is open",
                    "The shell opens one, as in: sss report -o /dev/fd/3 3> file"};
    write_open(descriptor, bytes, path);
}

/// What is written must stay where its path says: the folders on the way are no links that leave the repository.
/// Whether the path's own end is a link of a repository, which is replaced.
bool replaces_link(fs::path const& path)
{
    auto const way = way_to(path);
    if (way.last) return true;
    if (!way.leaves()) return false;
    throw Error{fmt::format("write {}", visible(path.string())),
                fmt::format("{} is a symbolic link that leads {}", visible(way.link.string()),
                            way.leads == Way::Leads::nowhere ? "nowhere" : "out of the repository"),
                "Put a folder in its place, or name the place itself that is meant."};
}

/// A file that is removed again unless it was put in its place.
class Temporary {
public:
    Temporary(fs::path const& target, mode_t mode) : target_(target)
    {
        // The process and a counter make the name; O_EXCL makes it ours even where that is taken.
        static std::atomic<unsigned> counter = 0;
        for (auto attempt = 0; attempt < 100; ++attempt) {
            path_ = folder_of(target) / fmt::format(".sss-{}-{}.tmp", ::getpid(), counter++);
            Leftover ours{path_, Leftover::Kind::file};
            auto const handle = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
            if (handle >= 0) {
                handle_ = handle;
                leftover_ = std::move(ours);
                ::flock(handle_, LOCK_EX | LOCK_NB);  // tells sweep() that somebody works on it
                return;
            }
            if (errno != EEXIST) break;
        }
        auto const error = errno;
        path_.clear();
        fail("write", target, error);
    }

    ~Temporary()
    {
        if (handle_ >= 0) ::close(handle_);
        if (!path_.empty()) ::unlink(path_.c_str());
    }

    Temporary(Temporary const&) = delete;
    Temporary& operator=(Temporary const&) = delete;

    int handle() const { return handle_; }
    char const* name() const { return path_.c_str(); }

    /// @param keep_open  the file stays open, and whatever lock is held on it
    void fill(std::string_view bytes, bool keep_open = false)
    {
        write_all(handle_, bytes, target_);
        if (::fsync(handle_) != 0) fail("write", target_, errno);
        if (keep_open) return;
        auto const closed = ::close(handle_);
        handle_ = -1;
        if (closed != 0) fail("write", target_, errno);
    }

    /// The name now belongs to somebody else: nothing is left to remove.
    void let_go()
    {
        path_.clear();
        leftover_.keep();
    }

private:
    fs::path target_;
    fs::path path_;
    Leftover leftover_;
    int handle_ = -1;
};

/// A rename is on the disk only when its folder is. Some file systems cannot flush a folder; the file itself is safe
/// then.
void flush_folder_of(fs::path const& path)
{
    Handle const folder{::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder) ::fsync(folder.get());
}

/// The path, where nothing on the way to it leaves. A link at its own end is in the way there, as any file is.
fs::path const& stays(fs::path const& path)
{
    replaces_link(path);
    return path;
}

/// A file that stands ready beside the one that it is to replace.
class Replacement {
public:
    /// @param keep_open  the new file stays open, and so nobody sweeps it, until it is in place
    Replacement(fs::path const& path, std::string_view bytes, bool keep_open = false)
        : path_(path), replaces_link_(replaces_link(path)), target_(followed(path)), temporary_(target_, 0666)
    {
        struct stat before {};
        auto const exists = !replaces_link_ && ::stat(target_.c_str(), &before) == 0;
        if (exists && S_ISDIR(before.st_mode)) fail("write", path, EISDIR);
        // A file that may not be written is not written, although its folder would allow to replace it.
        if (exists && ::access(target_.c_str(), W_OK) != 0) fail("write", path, errno);
        if (exists && ::fchmod(temporary_.handle(), before.st_mode & 07777) != 0) fail("write", path, errno);
        temporary_.fill(bytes, keep_open);
    }

    void put_in_place()
    {
        if (::rename(temporary_.name(), target_.c_str()) != 0) fail("write", path_, errno);
        temporary_.let_go();
    }

    /// The two change places, so that what stood there can be put back without writing anything. Where the file system
    /// cannot do that, as put_in_place().
    void change_places()
    {
        if (::renameat2(AT_FDCWD, temporary_.name(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0)
            holds_former_ = true;
        else if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
            put_in_place();
        else
            fail("write", path_, errno);
    }

    void put_back(std::string_view former)
    {
        if (holds_former_)
            put_in_place();
        else
            write_whole(target_, former);
    }

    fs::path const& target() const { return target_; }

private:
    fs::path followed(fs::path const& path) const
    {
        std::error_code ignored;
        return !replaces_link_ && fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
    }

    fs::path path_;
    bool replaces_link_;
    fs::path target_;
    Temporary temporary_;
    bool holds_former_ = false;
};

/// A file that stands ready beside a place that must still be free.
class Newcomer {
public:
    Newcomer(fs::path const& path, std::string_view bytes) : path_(stays(path)), temporary_(path, 0666)
    {
        temporary_.fill(bytes);
    }

    /// False where something of that name exists.
    bool put_in_place()
    {
        if (::renameat2(AT_FDCWD, temporary_.name(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) {
            temporary_.let_go();
        } else if (errno == EEXIST) {
            return false;
        } else if (errno != EINVAL && errno != ENOSYS) {
            fail("write", path_, errno);
        } else if (::link(temporary_.name(), path_.c_str()) != 0) {
            // A file system without RENAME_NOREPLACE: a second name never replaces a file either.
            if (errno == EEXIST) return false;
            fail("write", path_, errno);
        }
        return true;
    }

    void put_back() { remove_file(path_); }

private:
    fs::path path_;
    Temporary temporary_;
};

/// A file that is set aside under another name before it goes.
class Removal {
public:
    explicit Removal(fs::path const& path) : path_(stays(path)), temporary_(path, 0600) {}

    void put_in_place()
    {
        if (::rename(path_.c_str(), temporary_.name()) != 0 && errno != ENOENT) fail("remove", path_, errno);
    }

    void put_back()
    {
        if (::rename(temporary_.name(), path_.c_str()) != 0) fail("write", path_, errno);
        temporary_.let_go();
    }

private:
    fs::path path_;
    Temporary temporary_;
};

bool stands(fs::path const& path)
{
    struct stat about {};
    return ::lstat(path.c_str(), &about) == 0;
}

[[noreturn]] void taken(fs::path const& path)
{
    throw Error{fmt::format("write {}", path.string()), "something of that name stands there already"};
}

constexpr std::size_t largest_former = std::size_t{1} << 30;

/// One file on its way.
struct FileUnderChange {
    explicit FileUnderChange(FileChange const& what) : change(what) {}
    FileChange const& change;
    std::optional<std::string> former;  ///< what stood there
    std::optional<Newcomer> newcomer;
    std::optional<Replacement> replacement;
    std::optional<Removal> removal;

    void prepare()
    {
        if (change.act != FileChange::Act::create) {
            auto read = read_file(change.path, largest_former);
            if (read) former = std::move(read.bytes);
            if (read.outcome == FileContents::Outcome::unreadable)
                throw Error{fmt::format("read {}", change.path.string()), read.reason};
        }
        if (change.act == FileChange::Act::remove && former)
            removal.emplace(change.path);
        else if (former)
            replacement.emplace(change.path, change.bytes);
        else if (change.act != FileChange::Act::remove)
            newcomer.emplace(change.path, change.bytes);
    }

    void put_in_place()
    {
        if (removal) removal->put_in_place();
        if (replacement) replacement->change_places();
        if (newcomer && !newcomer->put_in_place()) taken(change.path);
    }

    void put_back()
    {
        if (removal) removal->put_back();
        if (replacement) replacement->put_back(*former);
        if (newcomer) newcomer->put_back();
    }

    fs::path folder() const { return folder_of(replacement ? replacement->target() : change.path); }
};

/// The journal of a change, held under a lock as long as this process works on it.
class Noted {
public:
    Noted(JournalPlace const& place, std::deque<FileUnderChange> const& steps) : place_(place), folders_(place.folder)
    {
        std::vector<JournalEntry> entries;
        for (auto const& step : steps) {
            auto const& change = step.change;
            auto const after = change.act == FileChange::Act::remove ? std::nullopt : std::optional{change.bytes};
            entries.push_back({change.path.lexically_relative(place.root).string(), step.former, after});
        }
        file_.emplace(place.file(), 0600);
        file_->fill(journal_text(entries), true);
        if (::rename(file_->name(), place.file().c_str()) != 0) fail("write", place.file(), errno);
        file_->let_go();
        flush_folder_of(place.file());
    }

    /// Should it stay, the next writer finds a change of which all or nothing is done, and forgets it.
    void forget() const { ::unlink(place_.file().c_str()); }

private:
    JournalPlace const& place_;
    MadeFolders folders_;
    std::optional<Temporary> file_;
};

/// Several files on their way.
class Together {
public:
    Together(std::span<FileChange const> changes, JournalPlace const* journal) : journal_(journal)
    {
        for (auto const& change : changes) {
            if (change.act == FileChange::Act::create && stands(change.path)) taken(change.path);
            if (change.act == FileChange::Act::remove) replaces_link(change.path);
            if (change.act == FileChange::Act::remove && ::access(folder_of(change.path).c_str(), W_OK) != 0)
                fail("remove", change.path, errno);
        }
        for (auto const act : {FileChange::Act::create, FileChange::Act::replace, FileChange::Act::remove})
            for (auto const& change : changes)
                if (change.act == act) steps_.emplace_back(change);
        for (auto& step : steps_) {
            if (step.change.act == FileChange::Act::create) folders_.add(folder_of(step.change.path));
            step.prepare();
        }
    }

    void put_in_place()
    {
        Undisturbed const here;
        std::optional<Noted> noted;
        if (journal_ != nullptr && steps_.size() > 1) noted.emplace(*journal_, steps_);
        std::size_t done = 0;
        try {
            for (; done < steps_.size(); ++done) steps_[done].put_in_place();
        } catch (Error const& error) {
            put_back(done, error, noted);
        }
        std::set<fs::path> folders;
        for (auto const& step : steps_) folders.insert(step.folder());
        for (auto const& folder : folders) flush_folder_of(folder / "any");
        if (noted) noted->forget();
    }

private:
    /// Puts the first `done` files back, the last one first, and tells why.
    [[noreturn]] void put_back(std::size_t done, Error const& error, std::optional<Noted> const& noted)
    {
        auto const attempt = fmt::format("write {} files", steps_.size());
        std::string kept;
        for (auto i = done; i-- > 0;) {
            try {
                steps_[i].put_back();
            } catch (Error const& again) {
                kept += fmt::format("\n  {} ({})", steps_[i].change.path.string(), again.what());
            }
        }
        if (kept.empty()) {
            if (noted) noted->forget();
            if (steps_.size() == 1) throw error;
            throw Error{attempt, error.what(),
                        "Nothing is changed: what was in place already is put back." +
                            (error.remedy().empty() ? "" : "\n" + error.remedy())};
        }
        throw Error{attempt, error.what(),
                    fmt::format("Each file is whole, but these stand changed and could not be put back:{}\n{}", kept,
                                noted ? "The next command that writes puts them back."
                                      : "`git diff` shows what stands; `git restore` takes it back.")};
    }

    JournalPlace const* journal_;
    MadeFolders folders_;  // outlives what stands in them
    std::deque<FileUnderChange> steps_;
};

/// The process that made a temporary file of this name; 0 where the name is none.
pid_t maker_of(std::string_view name)
{
    if (!is_temporary_name(name)) return 0;
    name.remove_prefix(std::string_view{".sss-"}.size());
    pid_t maker = 0;
    auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), maker);
    return error == std::errc{} && *end == '-' ? maker : 0;
}

/// Whether somebody holds a lock on the file: a process of another container, which this one cannot see.
bool is_in_hand(fs::path const& path)
{
    Handle const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)};
    return file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}  // namespace

void write_whole(fs::path const& path, std::string_view bytes)
{
    if (auto const way = way_to(path); way.descriptor) return write_to_descriptor(*way.descriptor, path, bytes);
    if (!replaces_link(path) && is_no_file_of_its_own(path)) return write_into(path, bytes);
    Replacement file{path, bytes, true};
    file.put_in_place();
    flush_folder_of(file.target());
}

bool create_new(fs::path const& path, std::string_view bytes)
{
    if (stands(path)) return false;
    MadeFolders const folders{folder_of(path)};
    if (!Newcomer{path, bytes}.put_in_place()) return false;
    flush_folder_of(path);
    return true;
}

void write_together(std::span<FileChange const> changes, JournalPlace const* journal)
{
    Together{changes, journal}.put_in_place();
}

void remove_file(fs::path const& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail("remove", path, errno);
}

void sweep(fs::path const& folder, bool flat)
{
    std::error_code failed;
    std::vector<fs::path> left;
    for (auto entry = fs::recursive_directory_iterator{folder, failed};
         !failed && entry != fs::recursive_directory_iterator{}; entry.increment(failed))
    {
        auto const name = entry->path().filename().string();
        auto const maker = maker_of(name);
        if (flat || maker > 0 || name.starts_with(".git")) entry.disable_recursion_pending();
        if (maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH && !is_in_hand(entry->path()))
            left.push_back(entry->path());
    }
    for (auto const& path : left) fs::remove_all(path, failed);
}

void MadeFolders::add(fs::path const& folder)
{
    if (way_to(folder).leaves()) make_folders(folder);  // which refuses, and says why
    std::vector<fs::path> missing;
    struct stat about {};
    for (auto at = folder; !at.empty() && ::stat(at.c_str(), &about) != 0 && errno == ENOENT; at = at.parent_path())
        missing.push_back(at);
    auto const before = made_.size();
    for (; !missing.empty(); missing.pop_back()) {
        auto const& path = missing.back();
        if (path.filename().empty()) continue;  // the path ends in a slash
        Leftover ours{path, Leftover::Kind::folder};
        if (::mkdir(path.c_str(), 0777) == 0) {
            made_.emplace_back(path, std::move(ours));
        } else if (errno != EEXIST) {
            auto const error = errno;
            take_away(before);
            fail("make the folder", path, error);
        }
    }
}

MadeFolders::~MadeFolders()
{
    take_away(0);
}

void MadeFolders::take_away(std::size_t but) noexcept
{
    for (; made_.size() > but; made_.pop_back()) ::rmdir(made_.back().first.c_str());  // what holds something stays
}

TemporaryFolder::TemporaryFolder(fs::path const& within)
{
    for (auto attempt = 0; attempt < 100; ++attempt) {
        path_ = within / fmt::format(".sss-{}-scratch{}.tmp", ::getpid(), attempt);
        if (::mkdir(path_.c_str(), 0777) == 0) return;
        if (errno != EEXIST) break;
    }
    fail("make a folder in", within, errno);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Lock::Lock(fs::path const& folder)
{
    handle_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle_ < 0) fail("lock the folder", folder, errno);
    if (::flock(handle_, LOCK_EX | LOCK_NB) == 0) return;
    auto const error = errno;
    ::close(handle_);
    if (error != EWOULDBLOCK) fail("lock the folder", folder, error);
    throw Error("write in " + folder.string(), "another sss is writing there",
                "Wait until it is done, then run the command again.");
}

Lock::~Lock()
{
    ::close(handle_);
}

FileContents read_file(fs::path const& path, std::size_t limit)
{
    using Outcome = FileContents::Outcome;
    auto const failed = [](int error) {
        if (error == ENOENT || error == ENOTDIR) return FileContents{Outcome::missing, {}, {}};
        return FileContents{Outcome::unreadable, {}, reason_of(error)};
    };
    // Without O_NONBLOCK a pipe would be waited for here, before it could be recognised.
    Handle const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (!file) return errno == ENXIO ? FileContents{Outcome::not_a_file, {}, {}} : failed(errno);
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return failed(errno);
    if (!S_ISREG(about.st_mode)) return {Outcome::not_a_file, {}, {}};
    if (about.st_size > 0 && static_cast<std::uintmax_t>(about.st_size) > limit) return {Outcome::too_large, {}, {}};

    // The size is a promise of the moment (and 0 in /proc): read until the end, and one byte beyond the limit.
    FileContents contents;
    contents.bytes.resize(std::min<std::size_t>(static_cast<std::size_t>(about.st_size) + 1, limit + 1));
    std::size_t filled = 0;
    while (true) {
        if (filled == contents.bytes.size()) {
            if (filled > limit) return {Outcome::too_large, {}, {}};
            contents.bytes.resize(std::min(limit + 1, std::max<std::size_t>(4096, filled * 2)));
        }
        auto const count = ::read(file.get(), contents.bytes.data() + filled, contents.bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(errno);
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    contents.bytes.resize(filled);
    return contents;
}

}  // namespace sss
