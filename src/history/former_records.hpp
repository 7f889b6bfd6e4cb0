#pragma once

#include "git/repository.hpp"
#include "history/former_record.hpp"
#include "records/layout.hpp"

#include <map>
#include <vector>

namespace sss {

/// What became of records that stood in the history of `tip` and are missing now: the last commit that took each away,
/// and the name under which that commit brought it back. Compares the folders of their kinds alone. Only for a whole
/// history: of a shallow clone it knows nothing and says so by an Error.
std::map<NamedId, FormerRecord> former_records(git::Repository const& repository, git::Oid const& tip,
                                               Layout const& layout, std::vector<NamedId> const& missing);

}  // namespace sss
