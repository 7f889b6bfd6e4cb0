#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace sss {

/// Writes the file whole or not at all: into a new file in the same folder, flushed to the disk, then renamed over. The
/// permissions of a file that stood there are kept; a symbolic link is followed, so that the file that it names is
/// replaced and not the link. A device, a pipe or a socket is written into: it has no content that could be half there.
/// On failure nothing is left behind. Throws Error.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

/// The same for a file that must not exist yet. Returns false, and touches nothing, where something of that name
/// exists.
bool create_new(std::filesystem::path const& path, std::string_view bytes);

/// One of several files that change together.
struct FileChange {
    enum class Act {
        replace,  ///< what stands there, as write_whole() does
        create,   ///< nothing may stand there yet
        remove,
    };
    Act act = Act::replace;
    std::filesystem::path path;
    std::string bytes = {};
};

/// Changes several files: all of them are first written beside their places and flushed, so that what can fail (a full
/// disk, a folder that may not be written) fails before any of them is touched. Only then they are put in place, new
/// ones first and removals last, each whole. Should even that fail half way, the Error names those that are in place.
void write_together(std::span<FileChange const> changes);

/// Removes what writers that were killed have left in a folder and those below it: temporary files of this module whose
/// process is gone. A process of another container looks gone too: its writing then fails, and says so, unless the
/// folder is locked.
void sweep(std::filesystem::path const& folder);

/// Keeps two writers apart while it lives: an exclusive lock on a folder, let go by the system even when the process is
/// killed. Throws Error where another process holds it, or where the folder cannot be opened.
class Lock {
public:
    explicit Lock(std::filesystem::path const& folder);
    ~Lock();
    Lock(Lock const&) = delete;
    Lock& operator=(Lock const&) = delete;

private:
    int handle_ = -1;
};

/// What became of reading a file.
struct FileContents {
    enum class Outcome {
        read,
        missing,
        not_a_file,  ///< a folder, a pipe, a device: never opened for reading
        too_large,
        unreadable,
    };
    Outcome outcome = Outcome::read;
    std::string bytes;   ///< only where it was read
    std::string reason;  ///< the system's words, only where it is unreadable: "Permission denied"

    explicit operator bool() const { return outcome == Outcome::read; }
};

/// Reads a regular file of at most `limit` bytes. Symbolic links are followed: whoever must not leave a folder looks at
/// them before. Never throws for what the file is.
FileContents read_file(std::filesystem::path const& path, std::size_t limit);

}  // namespace sss
