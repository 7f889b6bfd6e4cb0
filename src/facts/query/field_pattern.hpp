#pragma once

#include "history/member_changes.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Which part of what changed is meant: `planned`, `orbit` (all of a table), `orbit.altitude_km`, `action[a2]` (an
/// item by its key), `action[a2].closed`, `action.closed` (of any item).
class FieldPattern {
public:
    explicit FieldPattern(std::string_view text);

    std::string const& text() const { return text_; }

    /// What the pattern means of a difference: the difference itself, the field within it of an item that came or
    /// went, or nothing.
    std::optional<FieldChange> part_of(Kind const& kind, FieldChange const& change) const;

    /// Whether the schema of a kind knows such a field.
    bool known_to(Kind const& kind) const;

    /// One name of a path, and the key of the item that is meant: "action", "a2".
    struct Part {
        std::string name;
        std::optional<std::string> item;  ///< empty: any item
    };

private:
    std::string text_;
    std::vector<Part> steps_;
};

/// The fields that kinds have, as one may type them: "planned", "action.closed".
std::vector<std::string> typed_fields(std::span<Kind const* const> kinds);

}  // namespace sss
