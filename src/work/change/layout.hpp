#pragma once

#include "work/change/working_tree.hpp"

#include <string>
#include <vector>

namespace sss {

/// A record that is not in the canonical layout, and its text as it would be.
struct LaidOut {
    Record const* record;
    std::string text;
};

/// What became of the records that were looked at.
struct Layouts {
    std::vector<LaidOut> changed;      ///< by path
    std::vector<Finding> unreadable;   ///< what keeps records from being laid out: they stay as they are
    std::vector<std::string> refused;  ///< likewise, in a sentence each: "data/x.toml: why"
    std::size_t left = 0;              ///< so many records stay for that
};

/// Lays out the records in the files and folders that are named; all where none is. A UsageError where one of them
/// holds no record.
/// @param directory  where relative paths begin
Layouts lay_out(WorkingTree const& tree, std::vector<std::string> const& paths, std::string const& directory);

}  // namespace sss
