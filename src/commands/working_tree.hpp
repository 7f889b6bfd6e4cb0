#pragma once

#include "commands/command_line.hpp"
#include "support/atomic_file.hpp"
#include "work/history_view.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// The working tree of a data repository, as the commands see it that write in it.
struct WorkingTree {
    std::filesystem::path root;
    FolderFiles files;
    std::unique_ptr<Configuration const> configuration;
    Records records;

    Layout const& layout() const { return configuration->layout; }
    /// The schema of a kind in force.
    Schema const& schema(Kind const& kind) const { return *configuration->schemas.find(kind.name); }
};

/// Reads it. An Error where its settings or schemas are wrong.
WorkingTree open_working_tree(CommonOptions const& common);

/// Reads the records again: after a lock was taken, or a file written.
void read_again(WorkingTree& tree);

/// The lock on the data folder, and that folder where it was missing: it goes again where nothing is put into it.
struct DataLock {
    explicit DataLock(std::filesystem::path const& folder) : made(folder), lock(folder) {}
    MadeFolders made;
    Lock lock;
};

/// Keeps other writers out while it lives. Settles what a writer that was killed has left half done, and says so;
/// sweeps out its temporary files. An Error where what it left cannot be settled. The records are to be read again.
std::unique_ptr<DataLock> lock_data(WorkingTree const& tree, Surroundings const& surroundings);

/// Says where a change of several files stands half done. Writes nothing.
void tell_of_unfinished(CommonOptions const& common, Surroundings const& surroundings);

/// Changes several records, all of them or none; under the lock.
void write_records(WorkingTree const& tree, std::span<FileChange const> changes);

/// Files that are to stand otherwise than they do, by path relative to the root; nothing: the file is gone.
using ChangedTexts = std::map<std::string, std::optional<std::string>>;

/// A state of the files in which some stand otherwise. Both must outlive it.
class ChangedFiles : public Files {
public:
    ChangedFiles(Files const& base, ChangedTexts const& changed) : base_(base), changed_(changed) {}
    std::vector<FileEntry> list(Layout const& layout) const override;
    std::string read(FileEntry const& entry, std::size_t limit) const override;
    std::optional<std::string> read_path(std::string const& path, std::size_t limit) const override;
    std::vector<std::string> names(std::string const& folder) const override { return base_.names(folder); }
    Presence presence(std::string const& path) const override { return base_.presence(path); }
    std::vector<std::string> folders(std::string const& folder) const override { return base_.folders(folder); }

private:
    Files const& base_;
    ChangedTexts const& changed_;
};

/// What `sss validate` would find if these files stood in the tree as given: everything in those files, and errors
/// elsewhere that do not stand there now.
std::vector<Finding> findings_with(WorkingTree const& tree, ChangedTexts const& changed, CommonOptions const& common,
                                   Surroundings const& surroundings);

/// Shows the findings on standard error; with --quiet the errors alone.
void tell(std::vector<Finding> const& findings, CommonOptions const& common, Surroundings const& surroundings);

/// Shows the findings on standard error as `sss validate` does. True where none of them is an error; else it is said
/// that nothing is written.
bool told_and_sound(std::vector<Finding> const& findings, CommonOptions const& common,
                    Surroundings const& surroundings);

/// Errors among the findings that are not among those of before, wherever they stand in their files: what a change has
/// brought. Mistakes that were there before do not keep anybody from mending another.
bool brings_errors(std::vector<Finding> const& findings, std::vector<Finding> const& before);

/// Shows what is found where these files stand as given. False, and it is said that nothing is written, where that
/// brings errors; those that stood there before are only counted.
bool brings_no_errors(WorkingTree const& tree, ChangedTexts const& texts, CommonOptions const& common,
                      Surroundings const& surroundings);

/// The file of a path relative to the root. An Error where a symbolic link leads it out of the data folder.
std::filesystem::path place_for(WorkingTree const& tree, std::string const& path);

}  // namespace sss
