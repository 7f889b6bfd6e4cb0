#pragma once

#include "history/history.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sss {

/// Follows records through later renames to the name that they bear when a history ends.
class LastNames {
public:
    /// @param history  must outlive this
    explicit LastNames(History const& history);

    /// @param commit  index into History::commits: when the record bore that name
    /// @return nothing where it was removed after that, and not put back
    std::optional<RecordKey> of(RecordKey key, std::uint32_t commit) const;

private:
    std::vector<Change const*> turns_;  // renames, removals, and what was put back, in their order
};

}  // namespace sss
