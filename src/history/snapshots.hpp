#pragma once

#include "git/path_changes.hpp"
#include "git/repository.hpp"
#include "records/layout.hpp"
#include "records/records.hpp"

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace sss {

/// The records of one commit after another, at the cost of what differs between them: what read_records gives for each,
/// but for findings on files that hold no record.
class Snapshots {
public:
    /// Compares all of them at once, folder by folder. The repository and the layout must outlive it.
    /// @param trees  of the commits, in the order in which they are asked for
    /// @param shown  what of the records is told: each record is asked about once, when it is read
    Snapshots(git::Repository const& repository, Layout const& layout, std::vector<git::Oid> trees,
              std::function<Records(Records)> shown = {});

    /// Those of the next tree; they stand until the one after is asked for.
    Records const& next();

private:
    struct Difference {
        std::string_view path;
        git::Oid after;  ///< none: the record is gone
    };
    Records read_whole(git::Oid const& tree) const;
    std::vector<Record> changed(std::vector<Record> records, std::vector<Difference> const& differences) const;

    git::Repository const& repository_;
    Layout const& layout_;
    std::function<Records(Records)> shown_;  ///< may be none: all of them
    std::vector<git::Oid> trees_;
    std::vector<git::PathChanges> changes_;
    std::vector<std::vector<Difference>> differences_;  ///< of each tree to the one before
    std::size_t next_ = 0;
    bool folders_of_today_ = false;  ///< the state at hand stood where the layout says
    Records records_;
};

}  // namespace sss
