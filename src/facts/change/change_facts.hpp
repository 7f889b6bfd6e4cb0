#pragma once

#include "facts/change/renames_followed.hpp"
#include "history/history.hpp"
#include "history/member_changes.hpp"
#include "history/moves.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What a change means for the programme; where it means several things, the first of these that fits.
enum class Category : std::uint8_t {
    achieved,         ///< an actual date was written for the first time, or what had failed is said to have been passed
    failed,           ///< a review or test was held and not passed, or a launch failed
    slipped,          ///< the planned date moved later; neither a correction nor the same said more exactly
    brought_forward,  ///< the planned date moved earlier, likewise
    cancelled,        ///< a milestone will not be reached any more
    added,            ///< a new record
    changed,          ///< anything else
    removed,          ///< a record is gone
};

/// A stable name for machines: "achieved", "brought-forward".
std::string_view name(Category category);

/// A change with what is to be said of it, ready for any printer.
struct ChangeFacts {
    Change const* change;
    Category category;
    std::vector<FieldChange> fields;  ///< of a changed record
    /// How its planned date moved, where it did: of several moves in one from the first date to the last, with the
    /// count of the last that is no correction, and with the reasons of all. A correction only where all of them are.
    std::optional<Move> move;
};

/// The steps that a net change sums up, in their order.
using StepsOf = std::function<std::vector<Change const*>(Change const&)>;

/// What only follows records to their new names is left out.
/// @param moves     all moves of the history that the changes come from
/// @param zone      the programme's
/// @param steps_of  of net changes; nothing: each change is a step
std::vector<ChangeFacts> change_facts(std::span<Change const> changes, std::span<Move const> moves, Zone const& zone,
                                      RenamesFollowed const& renames = {}, StepsOf const& steps_of = {});

}  // namespace sss
