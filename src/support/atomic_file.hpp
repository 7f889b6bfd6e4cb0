#pragma once

#include "support/journal.hpp"
#include "support/leftovers.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

/// Writes the file whole or not at all: into a new file in the same folder, flushed to the disk, then renamed over. The
/// permissions of a file that stood there are kept. A symbolic link of a repository (way_to()) is itself replaced, and
/// none that leaves it is followed on the way; one of the user's own is followed, so that the file that it names is
/// replaced and not the link. An open descriptor (/dev/stdout, /dev/fd/3), a device, a pipe or a socket is written
/// into: what stands behind it is not ours to replace. A reader that has left a pipe is no failure. On failure nothing
/// is left behind. Throws Error.
void write_whole(std::filesystem::path const& path, std::string_view bytes);

/// The same for a file that must not exist yet; the folders that it needs are made, and gone again where it is not
/// written. Returns false, and touches nothing, where something of that name exists.
bool create_new(std::filesystem::path const& path, std::string_view bytes);

/// One of several files that change together.
struct FileChange {
    enum class Act {
        replace,  ///< what stands there, as write_whole() does
        create,   ///< nothing may stand there yet; its folders are made
        remove,
    };
    Act act = Act::replace;
    std::filesystem::path path;
    std::string bytes = {};
};

/// Changes several files, all of them or none: they are first written beside their places and flushed, so that what can
/// fail (a full disk, a folder that may not be written) fails before any of them is touched. Only then they are put in
/// place, new ones first and removals last. Should even that fail half way, what is in place already is put back, and
/// the Error says so. A killed run puts nothing back: where a `journal` is given, several files are noted in it before
/// the first one is touched, and the next writer settles what it finds there.
void write_together(std::span<FileChange const> changes, JournalPlace const* journal = nullptr);

/// Removes a file, where it stands. Throws Error.
void remove_file(std::filesystem::path const& path);

/// Removes what writers that were killed have left in a folder, and those below it unless it is to stay `flat`:
/// temporary files and folders of this module whose process is gone, unless somebody holds a lock on them: a process of
/// another container looks gone too.
void sweep(std::filesystem::path const& folder, bool flat = false);

/// Folders that may be missing, made with those above them. Those that were made and are empty when this ends are taken
/// away again, the last one first.
class MadeFolders {
public:
    MadeFolders() = default;
    explicit MadeFolders(std::filesystem::path const& folder) { add(folder); }
    ~MadeFolders();
    MadeFolders(MadeFolders const&) = delete;
    MadeFolders& operator=(MadeFolders const&) = delete;

    /// Throws Error, and has then made none of what this folder needs.
    void add(std::filesystem::path const& folder);

private:
    void take_away(std::size_t but) noexcept;

    std::vector<std::pair<std::filesystem::path, Leftover>> made_;
};

/// A folder beside the place that it is to have, for what must come into being all at once. Gone with everything in it
/// when this ends, unless it was moved.
class TemporaryFolder {
public:
    explicit TemporaryFolder(std::filesystem::path const& within);
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

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

/// Reads a regular file of at most `limit` bytes. Symbolic links are followed: whoever must not leave a folder asks
/// way_to() before. Never throws for what the file is.
FileContents read_file(std::filesystem::path const& path, std::size_t limit);

}  // namespace sss
