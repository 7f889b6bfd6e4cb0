#pragma once

#include "history/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// The top-level fields in which two versions of a record differ in meaning, in the order of the newer version, what
/// was dropped last.
std::vector<MemberChange> member_changes(Kind const& kind, Table const& before, Table const& after);

enum class Side : std::uint8_t { before, after };

/// A record with some of its fields as they were before the changes, or as they are after them. What comes anew stands
/// at the end.
Table with_changes(Table const& content, std::vector<MemberChange> const& members, Side side);

/// One difference at its finest: a scalar, an array as a whole, or an item of an array of tables by its key.
struct FieldChange {
    std::string path;  ///< "planned", "orbit.altitude_km", "action[a2].closed", "action[a3]" for a whole item
    Field const* field = nullptr;  ///< what the schema says of it; nullptr for a field it does not know
    SharedValue from;              ///< a part of the member's
    SharedValue to;
    std::uint32_t commit = 0;  ///< index into History::commits
};

/// A member's change taken apart: tables by their fields, arrays of tables by their items where the schema names a key
/// (`x-sss-key`) and every item has it once, or where it names none and an `id`, `name` or `title` does as well;
/// everything else stays whole.
std::vector<FieldChange> field_changes(Kind const& kind, MemberChange const& change);

/// The same for all members of a change.
std::vector<FieldChange> field_changes(Change const& change);

/// One value of a record at its finest.
struct FieldValue {
    std::string path;  ///< as in FieldChange
    Field const* field = nullptr;
    Value const* value = nullptr;  ///< of the table that was taken apart
};

/// A record taken apart likewise, the items of lists with keys too: "planned", "action[a2].closed".
std::vector<FieldValue> finest_values(Kind const& kind, Table const& record);

}  // namespace sss
