#pragma once

#include "programme/date.hpp"
#include "records/records.hpp"
#include "schema/schema.hpp"
#include "work/change/objection.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What was typed for a field, as a value of the field's type: a full day as a TOML date, a rough one as a text, ids
/// and choices with commas between as a list, `{ … }` as a table. Where the words do not suit the type the value keeps
/// them as a text, to be told by objection_to(). More than one text makes a list.
Value value_of(Schema const& schema, Field const& field, std::span<std::string const> typed);

/// Ids in a field that names records, where one is the former id of a record or a name that it goes by beside: as it is
/// called now.
void take_present_ids(Field const& field, Value& value, Records const& records);

/// What was typed for the field, a day that is counted from today (yesterday, -3d, friday) as its date; in a field of
/// another type all as it is. A weekday of a plan is the next one, of what has happened the last one.
std::string day_in_field(Field const& field, std::string const& typed, Day today);

/// What the schema has against the value in this field, or that an id in it names no record; nothing where it is fine.
std::optional<Objection> objection_to(Schema const& schema, Field const& field, Value const& value,
                                      Records const& records);

/// Puts a value where its path says, making the tables on the way: "orbit.altitude_km"; of a list ("action[].due") into
/// its first item.
void put(Table& record, std::string_view path, Value value);

/// The value at a path without list items, or nullptr.
Value const* find_path(Table const& record, std::string_view path);

/// Whether an option can name the field: nothing within the items of a list can be.
bool is_settable(Field const& field);

/// The field that somebody means by "depends-on" or "depends_on"; nullptr where there is none.
Field const* field_typed(Kind const& kind, std::string_view name);

/// The ids of all records of these kinds, by kind and id.
std::vector<std::string> ids_of_kinds(std::vector<std::string> const& kinds, Records const& records);

/// JSON has no dates: a text where a date is meant becomes one. A null within goes.
void dates_in(Value& value, std::string const& path, Schema const& schema);

/// A column that `sss export csv` adds for who sums: "planned.first", "planned.last".
bool is_day_of_a_date(Kind const& kind, std::string_view column);

}  // namespace sss
