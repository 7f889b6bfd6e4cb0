#pragma once

#include "git/repository.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sss {

/// The first-parent line of a commit, read once: landed_by() for many moments.
class FirstParentLine {
public:
    FirstParentLine(git::Repository const& repository, git::Oid const& tip);

    /// Positions on the line count from the tip, which is 0.
    std::size_t size() const { return ids_.size(); }
    git::Oid const& id(std::size_t position) const { return ids_[position]; }
    git::Oid const& tree(std::size_t position) const { return trees_[position]; }
    std::chrono::sys_seconds when(std::size_t position) const { return when_[position]; }
    /// The earliest moment that a clock on the line has shown: not always the first commit's.
    std::chrono::sys_seconds begin() const { return earliest_.back(); }
    std::size_t position(git::Oid const& id) const { return positions_.at(id); }
    /// Nothing where the commit does not stand on the line.
    std::optional<std::size_t> find(git::Oid const& id) const
    {
        auto const found = positions_.find(id);
        return found == positions_.end() ? std::nullopt : std::optional{found->second};
    }

    /// The newest position whose committer's clock stands at or before the moment, as landed_by() has it.
    std::optional<std::size_t> landed_by(std::chrono::sys_seconds moment) const;

private:
    std::vector<git::Oid> ids_;
    std::vector<git::Oid> trees_;
    std::vector<std::chrono::sys_seconds> when_;
    std::vector<std::chrono::sys_seconds> earliest_;  ///< among the commits from the tip to here: never rises
    std::unordered_map<git::Oid, std::size_t> positions_;
};

}  // namespace sss
