#include "history/first_parent_line.hpp"

#include <algorithm>

namespace sss {

FirstParentLine::FirstParentLine(git::Repository const& repository, git::Oid const& tip)
{
    for (auto at = tip;;) {
        auto const commit = repository.commit(at);
        positions_.emplace(at, ids_.size());
        ids_.push_back(at);
        trees_.push_back(commit.tree);
        when_.push_back(commit.committer.when);
        earliest_.push_back(earliest_.empty() ? commit.committer.when
                                              : std::min(earliest_.back(), commit.committer.when));
        if (commit.parents.empty()) return;
        at = commit.parents.front();
    }
}

std::optional<std::size_t> FirstParentLine::landed_by(std::chrono::sys_seconds moment) const
{
    auto const found = std::ranges::partition_point(earliest_, [&](auto const& when) { return when > moment; });
    if (found == earliest_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - earliest_.begin());
}

}  // namespace sss
