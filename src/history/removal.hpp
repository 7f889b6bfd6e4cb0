#pragma once

#include "git/repository.hpp"
#include "records/layout.hpp"

#include <cstddef>
#include <optional>

namespace sss {

/// How the last records went.
struct Removal {
    git::Commit commit;       ///< of the first-parent line
    std::size_t records = 0;  ///< that it removed
};

/// Whether a commit holds any record.
bool holds_records(git::Repository const& repository, git::Oid const& tree, Layout const& layout);

/// Which commit removed the last records of a history that holds none today; nothing where it never held one.
std::optional<Removal> last_removal(git::Repository const& repository, Layout const& layout, git::Oid const& tip);

}  // namespace sss
