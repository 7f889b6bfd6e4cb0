#pragma once

#include "facts/query/computed.hpp"
#include "facts/query/states.hpp"
#include "programme/date.hpp"
#include "records/records.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// What is wrong with a text that the user typed, and where.
struct TextProblem {
    std::string message;     ///< "milestone has no field 'ownr'"
    std::string help;        ///< how to mend it, as a sentence; may be empty
    std::size_t offset = 0;  ///< bytes
    std::size_t length = 0;  ///< bytes; 0: a spot between two characters

    bool operator==(TextProblem const&) const = default;
};

/// A field as people name it, understood: `planned`, `orbit.altitude_km`, through the items of arrays (`action.owner`),
/// through references to any depth (`satellite.lead.country`), or at the end one of the words above
/// (`depends_on.late`). `id`, `kind` and `file` are known of every record, `state` (the word that says most, see
/// state_of) of those that can be planned and reached, and of those that can be given up, and what is computed (see
/// Computed) of those of which it says something. A field of the kind goes before all of these.
struct FieldPath {
    std::string text;
    std::vector<std::string> parts;
    Field const* field = nullptr;      ///< the last one; nullptr for what no schema has
    std::optional<StateWord> word;     ///< what it ends in
    std::optional<Computed> computed;  ///< likewise
    bool many = false;                 ///< may hold several values for one record
};

/// Reads a path for records of `kind`.
/// @param kinds  those in force, for references
/// @param offset where `text` stands in what the user typed, for the place of the problem
std::variant<FieldPath, TextProblem> read_field_path(std::string_view text, Kind const& kind,
                                                     std::span<Kind const* const> kinds, std::size_t offset = 0);

/// The type of the values that a path ends in: of an array, its items'.
FieldType value_type(FieldPath const& path);

/// The values of a path in one record; arrays are taken apart into their items, references that lead nowhere and fields
/// that are not there give none. A word is a boolean.
/// @param moment  of the record, for references and words
std::vector<Value> values_of(FieldPath const& path, Record const& record, Moment const& moment);

/// The same for a table of which several columns tell of the items of one list: an item without the field has a place
/// all the same, an unreadable value.
std::vector<Value> places_of(FieldPath const& path, Record const& record, Moment const& moment);

}  // namespace sss
