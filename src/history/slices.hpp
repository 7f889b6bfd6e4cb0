#pragma once

#include "history/first_parent_line.hpp"
#include "history/history.hpp"
#include "history/moves.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sss {

/// The history up to the tip of a line, cut into stretches of that line: each as read_history tells it alone. Both must
/// outlive it.
class Slices {
public:
    Slices(History const& whole, FirstParentLine const& line, int correction_days);

    /// Whether the stretches are told by the whole: where a version cannot be read, or a kind's folder had another
    /// name, what a stretch tells depends on where it begins, and it must be read for itself.
    bool exact() const { return whole_.unreadable_versions == 0 && !whole_.former_folders; }

    /// What landed after one commit of the line and up to another. @param from  nothing: from the beginning
    History stretch(std::optional<std::size_t> from, std::size_t to) const;

    /// Makes of the history up to one commit of the line that up to a later one.
    void extend(History& so_far, std::size_t to) const;

    /// The moves within a stretch, counted over all that came before. @param stretch  as told by stretch() or alone
    std::vector<Move> moves_in(History const& stretch) const;

private:
    /// Those commits of the whole, and what they changed, behind what stands in `history`.
    void append(History& history, std::uint32_t begin, std::uint32_t end) const;

    History const& whole_;
    std::vector<std::size_t> landed_;  ///< of each commit told: where it stands on the line; never rises
    std::vector<Move> moves_;          ///< of the whole
    std::unordered_map<git::Oid, std::vector<std::size_t>> moves_by_commit_;
};

}  // namespace sss
