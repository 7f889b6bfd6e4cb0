#pragma once

#include "history/history.hpp"

#include <string_view>
#include <vector>

namespace sss {

/// All that happened to a record, oldest first, through its renames.
struct RecordThread {
    std::vector<Change> changes;
    /// What it is called at the end; several where the name is shared: by records of several kinds, or, where nobody
    /// bears it any more, by all that once did.
    std::vector<RecordKey> records;
};

/// @param typed  an id that it has or had, or KIND/ID. Who bears it at the end goes before who bore it once.
RecordThread thread_of(History const& history, std::string_view typed);

}  // namespace sss
