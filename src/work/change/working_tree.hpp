#pragma once

#include "programme/finding.hpp"
#include "records/files.hpp"
#include "records/records.hpp"
#include "schema/configuration.hpp"
#include "support/atomic_file.hpp"
#include "work/overlay.hpp"
#include "work/request.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// The working tree of a data repository, as those see it who write in it.
struct WorkingTree {
    std::filesystem::path root;
    FolderFiles files;
    std::unique_ptr<Configuration const> configuration;
    Records records;
    NamesOfOnePast past;

    Layout const& layout() const { return configuration->layout; }
    /// The schema of a kind in force.
    Schema const& schema(Kind const& kind) const { return *configuration->schemas.find(kind.name); }
};

/// Reads it. An Error where its settings or schemas are wrong.
WorkingTree open_working_tree(ProgrammeRequest const& programme);

/// Reads the records again: after a lock was taken, or a file written.
void read_again(WorkingTree& tree);

/// The lock on the data folder, and that folder where it was missing: it goes again where nothing is put into it.
struct DataLock {
    explicit DataLock(std::filesystem::path const& folder) : made(folder), lock(folder) {}
    MadeFolders made;
    Lock lock;
};

/// Keeps other writers out while it lives. Settles what a writer that was killed has left half done, and warns of it;
/// sweeps out its temporary files. An Error where what it left cannot be settled. The records are to be read again.
std::unique_ptr<DataLock> lock_data(WorkingTree const& tree, Outside const& outside);

/// Says where a change of several files stands half done, as lines for a terminal; empty where none does. Writes
/// nothing.
std::string unfinished_words(ProgrammeRequest const& programme);

/// Changes several records, all of them or none; under the lock.
void write_records(WorkingTree const& tree, std::span<FileChange const> changes);

/// What `sss validate` would find if these files stood in the tree as given: everything in those files, and errors
/// elsewhere that do not stand there now.
std::vector<Finding> findings_with(WorkingTree const& tree, ChangedTexts const& changed,
                                   ProgrammeRequest const& programme, Outside const& outside);

/// Whether files may be written as they are to stand.
struct Judgement {
    std::vector<Finding> findings;  ///< to be shown, errors among them only where they forbid it
    bool sound = true;              ///< it brings no error
    std::size_t stood_before = 0;   ///< errors in these files that were there already and are left as they are
};

/// Judges what is found where these files stand as given. Mistakes that were there before keep nobody from mending
/// another.
Judgement judge(WorkingTree const& tree, ChangedTexts const& texts, ProgrammeRequest const& programme,
                Outside const& outside);

/// The file of a path relative to the root. An Error where a symbolic link leads it out of the data folder.
std::filesystem::path place_for(WorkingTree const& tree, std::string const& path);

}  // namespace sss
