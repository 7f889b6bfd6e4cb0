#pragma once

#include "git/repository.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace sss {

/// A stretch of history in the order in which its commits reached the branch, oldest first: a commit of a side branch
/// stands just before the merge that landed it on the first-parent line.
struct Walk {
    struct Step {
        git::Commit commit;
        std::uint32_t landing = 0;  ///< index of the step on the first-parent line by which it landed; itself if on it
        std::chrono::sys_seconds landed_at = {};  ///< of a step on the line, once FirstParentLine::judge has judged it
    };
    std::vector<Step> steps;

    bool on_line(std::size_t step) const { return steps[step].landing == step; }
};

/// The same stretch, told as if all of it landed with its last commit on top of `base`.
Walk as_one_landing(Walk walk, git::Oid const& base);

/// The commits reachable from `tip` and, where `hidden` is given, not from it.
Walk walk_history(git::Repository const& repository, git::Oid const& tip, std::optional<git::Oid> const& hidden);

}  // namespace sss
