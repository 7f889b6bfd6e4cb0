#pragma once

#include "programme/kind.hpp"
#include "programme/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// One step of the way to a value: a key, and where its value is a list, which item (from 0).
struct PathStep {
    std::string key;
    std::optional<std::size_t> item = std::nullopt;
    auto operator<=>(PathStep const&) const = default;
};

/// From the record to a value in it.
using EditPath = std::vector<PathStep>;

/// One change to a record.
struct FieldEdit {
    enum class Act : std::uint8_t {
        put,     ///< the value, in the place of the one that stands there, or as a new field
        append,  ///< the value to the list that stands there, or to a new one
        remove,  ///< what stands there; a table that is left empty by it goes with it
    };
    Act act = Act::put;
    EditPath path;
    Value value = {};
};

/// What the record says after the change.
Table applied(Table record, FieldEdit const& edit);

/// The record's text after the change: only the bytes of the field change, a new field goes to its canonical place.
/// Comments, order, spacing, line ends and a byte order mark stay as they are; with a field goes the comment behind it.
///
/// Not for a whole table that stands below a header: put its members. Throws Error where the text is not sound TOML, or
/// where the result would not say what `applied` says, so that a text that this cannot handle is never damaged.
std::string edited(std::string_view text, Kind const& kind, FieldEdit const& edit);

/// The path in the schema's words, with a dot behind it: "action[].", "orbit."; empty for the record itself.
std::string prefix_of(EditPath const& path);

}  // namespace sss
