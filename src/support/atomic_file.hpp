#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sss {

/// Writes the file whole or not at all: into a new file in the same folder, flushed to the disk, then renamed over. The
/// permissions of a file that stood there are kept; a symbolic link is followed, so that the file that it names is
/// replaced and not the link. On failure nothing is left behind. Throws Error.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

/// The same for a file that must not exist yet. Returns false, and touches nothing, where something of that name
/// exists.
bool create_new(std::filesystem::path const& path, std::string_view bytes);

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
