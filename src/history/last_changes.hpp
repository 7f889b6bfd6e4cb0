#pragma once

#include "git/repository.hpp"
#include "history/history.hpp"
#include "records/layout.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <span>

namespace sss {

/// When each of some records was last changed, by the clock of landings.
struct LastChanges {
    std::map<RecordKey, std::chrono::sys_seconds, RecordKeyLess> at;
    /// How far the past was looked through: what is not in `at` has not changed since then. Nothing: to its beginning.
    std::optional<std::chrono::sys_seconds> looked_back_to;
};

/// Walks the first-parent line back from `tip` until each of these records was met. What a merge changed in its first
/// parent landed with it. A record whose file moved counts as changed then; what the first commit brought, as changed
/// by it.
/// @param until    landings up to this moment are looked through in any case
/// @param at_most  beyond that moment no more than so many landings are
LastChanges last_changes(git::Repository const& repository, Layout const& layout, git::Oid const& tip,
                         std::span<RecordKey const> records, std::chrono::sys_seconds until, std::size_t at_most);

/// The same of all records, out of a history that was read from its beginning.
LastChanges last_changes(History const& history);

}  // namespace sss
