#pragma once

#include "git/repository.hpp"
#include "history/first_parent_line.hpp"
#include "history/history.hpp"
#include "records/layout.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace sss {

/// When each of some records was last changed, by the clock of landings.
struct LastChanges {
    std::map<RecordKey, std::chrono::sys_seconds, RecordKeyLess> at;
    /// How far the past was looked through: what is not in `at` has not changed since then. Nothing: to its beginning.
    std::optional<std::chrono::sys_seconds> looked_back_to;
};

/// Walks the line back from a position until each of these records was met. What a merge changed in its first
/// parent landed with it. A record whose file moved counts as changed then; what the first commit brought, as changed
/// by it.
/// @param until    landings up to this moment are looked through in any case
/// @param at_most  beyond that moment no more than so many landings are
LastChanges last_changes(git::Repository const& repository, Layout const& layout, FirstParentLine const& line,
                         std::size_t position, std::span<RecordKey const> records, std::chrono::sys_seconds until,
                         std::size_t at_most);

/// The same for many tips of one line, whose commits are compared once.
class LastChangesOnLine {
public:
    LastChangesOnLine(git::Repository const& repository, Layout const& layout, FirstParentLine const& line);

    /// @param position  of the tip on the line
    LastChanges at(std::size_t position, std::span<RecordKey const> records, std::chrono::sys_seconds until,
                   std::size_t at_most) const;

private:
    std::vector<Landing> landings_;                                         ///< of the line, from the tip on
    std::map<RecordKey, std::vector<std::size_t>, RecordKeyLess> changed_;  ///< where on the line, from the tip on
};

/// The same of all records, out of a history that was read from its beginning.
LastChanges last_changes(History const& history);

}  // namespace sss
