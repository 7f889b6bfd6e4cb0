#pragma once

#include "git/repository.hpp"
#include "records/layout.hpp"
#include "support/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss {

/// What stands at one path below the data folder.
struct FileEntry {
    enum class Type : std::uint8_t {
        file,
        folder_named_as_file,  ///< a folder whose name ends in `.toml`
        link_outside,          ///< a symbolic link that leaves the data folder, or leads nowhere
        special,               ///< a device, a pipe, a socket
        submodule,             ///< a folder that is a git repository of its own, fetched or not
    };
    std::string path;  ///< relative to the repository's root, with forward slashes
    Type type = Type::file;
    git::Oid blob{};  ///< in a commit's tree; zero in a working tree
};

/// Something stands where settings, schemas or records are to be read, and it is not what could be read there: a link,
/// a pipe, a file in place of a folder. It is never taken for "nothing there".
class NotReadable : public Error {
public:
    NotReadable(std::string const& attempt, std::string const& reason, std::string const& remedy)
        : Error(attempt, reason, remedy)
    {}
};

/// What stands at a path, whatever it leads to.
enum class Presence : std::uint8_t { nothing, folder, file, link, submodule, special };

/// The files of one state of a data repository: its working tree, or a commit. Reading may be called from several
/// threads at once.
class Files {
public:
    virtual ~Files() = default;

    /// All that stands below the data folder (below the kinds' folders, where the data folder is the root itself),
    /// sorted by path; of what is hidden (`.name`) only what is named as a record.
    virtual std::vector<FileEntry> list(Layout const& layout) const = 0;

    /// The bytes of a file that was listed. What cannot be read is an Error; more than `limit` bytes are cut one byte
    /// behind it, so that the reader sees that there are more.
    virtual std::string read(FileEntry const& entry, std::size_t limit) const = 0;

    /// The bytes of a file by its path, cut likewise; nothing where there is no such file.
    virtual std::optional<std::string> read_path(std::string const& path, std::size_t limit) const = 0;

    /// The names of all that stands directly in a folder, whatever it is, sorted; none where there is no such folder.
    virtual std::vector<std::string> names(std::string const& folder) const = 0;

    /// What stands at a path; what lies below a link or a submodule does not.
    virtual Presence presence(std::string const& path) const = 0;

    /// The names of the folders directly in a folder ("" is the root), sorted; hidden ones left out.
    virtual std::vector<std::string> folders(std::string const& folder) const = 0;
};

/// The bytes of a file that git must hold itself: settings, or a schema. Nothing where nothing stands there;
/// NotReadable where it is a link (whatever it leads to, for a commit holds the link alone), a folder, a submodule, a
/// pipe or a device, or where one of these stands on the way to it.
/// @param what  "the settings", "the schema"
std::optional<std::string> read_own_file(Files const& files, std::string const& what, std::string const& path,
                                         std::size_t limit);

/// The names of all that stands in a folder that git must hold itself ("." is the root); NotReadable likewise.
std::vector<std::string> names_in_own_folder(Files const& files, std::string const& what, std::string const& folder);

/// The working tree below `root`.
class FolderFiles : public Files {
public:
    /// @param environment  what git goes by, where it knows of files that are not put into the working tree
    explicit FolderFiles(std::filesystem::path root, git::Environment environment = {});
    std::vector<FileEntry> list(Layout const& layout) const override;
    std::string read(FileEntry const& entry, std::size_t limit) const override;
    std::optional<std::string> read_path(std::string const& path, std::size_t limit) const override;
    std::vector<std::string> names(std::string const& folder) const override;
    Presence presence(std::string const& path) const override;
    std::vector<std::string> folders(std::string const& folder) const override;

private:
    bool is_unfetched(std::filesystem::path const& folder) const;

    std::filesystem::path root_;
    git::Environment environment_;
};

/// The tree of a commit; the repository must outlive it.
class TreeFiles : public Files {
public:
    TreeFiles(git::Repository const& repository, git::Oid const& tree) : repository_(repository), tree_(tree) {}
    std::vector<FileEntry> list(Layout const& layout) const override;
    std::string read(FileEntry const& entry, std::size_t limit) const override;
    std::optional<std::string> read_path(std::string const& path, std::size_t limit) const override;
    std::vector<std::string> names(std::string const& folder) const override;
    Presence presence(std::string const& path) const override;
    std::vector<std::string> folders(std::string const& folder) const override;

private:
    git::Repository const& repository_;
    git::Oid tree_;
};

/// What is staged for the next commit; the repository must outlive it.
class IndexFiles : public Files {
public:
    IndexFiles(git::Repository const& repository, git::Index index)
        : repository_(repository), entries_(std::move(index.entries)), submodules_(std::move(index.submodules))
    {}
    std::vector<FileEntry> list(Layout const& layout) const override;
    std::string read(FileEntry const& entry, std::size_t limit) const override;
    std::optional<std::string> read_path(std::string const& path, std::size_t limit) const override;
    std::vector<std::string> names(std::string const& folder) const override;
    Presence presence(std::string const& path) const override;
    std::vector<std::string> folders(std::string const& folder) const override;

private:
    git::Repository const& repository_;
    std::vector<git::IndexEntry> entries_;  // by path
    std::vector<std::string> submodules_;
};

}  // namespace sss
