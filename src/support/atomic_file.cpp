#include "support/atomic_file.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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
        default: return std::strerror(error);
    }
}

std::string remedy_for(int error, fs::path const& path)
{
    auto const folder = path.has_parent_path() ? path.parent_path().string() : std::string{"."};
    switch (error) {
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

/// A file that is removed again unless it was put in its place.
class Temporary {
public:
    Temporary(fs::path const& target, mode_t mode) : target_(target)
    {
        // The process and a counter make the name; O_EXCL makes it ours even where that is taken.
        for (auto attempt = 0; attempt < 100; ++attempt) {
            path_ = folder_of(target) / fmt::format(".sss-{}-{}.tmp", ::getpid(), attempt);
            auto const handle = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
            if (handle >= 0) {
                handle_ = handle;
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

    void fill(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const written = ::write(handle_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("write", target_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(handle_) != 0) fail("write", target_, errno);
        auto const closed = ::close(handle_);
        handle_ = -1;
        if (closed != 0) fail("write", target_, errno);
    }

    /// The name now belongs to somebody else: nothing is left to remove.
    void let_go() { path_.clear(); }

private:
    fs::path target_;
    fs::path path_;
    int handle_ = -1;
};

/// A rename is on the disk only when its folder is. Some file systems cannot flush a folder; the file itself is safe
/// then.
void flush_folder(fs::path const& path)
{
    Handle const folder{::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder) ::fsync(folder.get());
}

}  // namespace

void write_whole(fs::path const& path, std::string_view bytes)
{
    std::error_code ignored;
    auto const target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
    struct stat before {};
    auto const exists = ::stat(target.c_str(), &before) == 0;
    if (exists && S_ISDIR(before.st_mode)) fail("write", path, EISDIR);
    // A file that may not be written is not written, although its folder would allow to replace it.
    if (exists && ::access(target.c_str(), W_OK) != 0) fail("write", path, errno);

    Temporary temporary{target, 0666};
    if (exists) {
        if (::fchmod(temporary.handle(), before.st_mode & 07777) != 0) fail("write", path, errno);
    }
    temporary.fill(bytes);
    if (::rename(temporary.name(), target.c_str()) != 0) fail("write", path, errno);
    temporary.let_go();
    flush_folder(target);
}

bool create_new(fs::path const& path, std::string_view bytes)
{
    struct stat before {};
    if (::lstat(path.c_str(), &before) == 0) return false;

    Temporary temporary{path, 0666};
    temporary.fill(bytes);
    if (::renameat2(AT_FDCWD, temporary.name(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
        temporary.let_go();
    } else if (errno == EEXIST) {
        return false;
    } else if (errno != EINVAL && errno != ENOSYS) {
        fail("write", path, errno);
    } else if (::link(temporary.name(), path.c_str()) != 0) {
        // A file system without RENAME_NOREPLACE: a second name never replaces a file either.
        if (errno == EEXIST) return false;
        fail("write", path, errno);
    }
    flush_folder(path);
    return true;
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
