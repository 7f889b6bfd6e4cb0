#pragma once

#include "git/path_changes.hpp"
#include "history/record_steps.hpp"
#include "records/layout.hpp"

#include <functional>
#include <vector>

namespace sss {

/// Carries on the files of a kind whose folder had another path before: where the folder of today begins with a commit,
/// what happened below the former one until then is added to `files` under the path of today. Costs a look at that one
/// commit where nothing was renamed, and a second comparison of all trees where something was.
///
/// The former folder is the one that the settings and schemas of the commit before name for the kind, or else the one
/// whose records, or most of them, stand below the new one with the same content, and that is left without records.
///
/// @param files  what changed below the folders of today; stays sorted by path
/// @param whole  all files of every kind are among them, not only those of a few records
/// @return whether there was any
bool follow_former_folders(git::Repository const& repository, Layout const& layout, std::vector<Edge> const& edges,
                           std::vector<git::TreePair> const& pairs, bool whole,
                           std::function<bool(Layout::Slot const&)> const& wanted,
                           std::vector<git::PathChanges>& files);

}  // namespace sss
