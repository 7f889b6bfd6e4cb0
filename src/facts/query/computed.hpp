#pragma once

#include "facts/query/items.hpp"
#include "facts/query/moment.hpp"
#include "history/history.hpp"
#include "history/moves.hpp"
#include "programme/kind.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sss {

/// What is computed of a record and stands in none of its fields, to be listed, compared and sorted by.
enum class Computed : std::uint8_t {
    slip,          ///< days from its baseline to the day on which it was reached, or else to its plan
    moves,         ///< how often its plan moved; from its history
    late,          ///< days since the last day of its plan, of one that is awaited
    age,           ///< days on record, from its history; of an item since its record began, until it was closed
    last_changed,  ///< the day on which its last change landed; from its history
    phase,         ///< of a satellite, by ECSS-M-ST-10C Rev.1: "A" to "F"
    progress,      ///< of a satellite: percent of the weight of its milestones that are reached
};

/// "last_changed".
std::string_view name(Computed what);
std::optional<Computed> computed_named(std::string_view text);
std::vector<Computed> all_computed();

FieldType value_type(Computed what);

/// Whether it can be told of a table of a kind; what has to do with the whole record, of that alone.
/// @param prefix  of the table's fields in the kind: "" for the record itself, "action[]." for an action
bool says(Computed what, Kind const& kind, std::string_view prefix);
/// Whether only a history tells it; of the age of an item the beginning of its record does.
bool needs_history(Computed what);

/// The value, or nothing where there is none to tell.
std::optional<Value> computed(Computed what, Table const& table, Kind const& kind, std::string_view prefix,
                              Moment const& moment);

/// Tells a moment what a history, read from its beginning, says of records of it.
/// @param moves  all that the history holds
void tell_past(Moment& moment, History const& history, std::span<Move const> moves, std::span<Record const> records);
/// The same of items.
void tell_past(Moment& moment, History const& history, ItemSort const& sort, std::span<Record const> items);

/// Tells a moment since when there are these items: since the beginning of the record that holds them, where it has
/// one.
void tell_beginnings(Moment& moment, ItemSort const& sort, std::span<Record const> items);

/// Tells a moment how far its satellites have come.
void tell_satellites(Moment& moment);

}  // namespace sss
