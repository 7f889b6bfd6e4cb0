#pragma once

#include "programme/standard_kinds.hpp"
#include "programme/value.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The role of a date on the record-time clock (`x-sss-date`).
enum class DateRole : std::uint8_t { none, baseline, planned, actual, start, end, due, closed, other };

enum class FieldType : std::uint8_t { any, string, integer, number, boolean, date, array, table };

/// What the schema says of one field, for everything that is not validation: history, prompts, tables, completion.
struct Field {
    std::string path;  ///< dotted, `[]` for the items of an array: "planned", "orbit.altitude_km", "action[].due"
    FieldType type = FieldType::any;
    FieldType item_type = FieldType::any;  ///< of an array's items
    DateRole role = DateRole::none;
    std::vector<std::string> references;  ///< kinds whose ids the value (or each item) names
    bool required = false;                ///< within its table
    bool set = false;                     ///< an array whose order means nothing (`uniqueItems`)
    std::string key;                      ///< `x-sss-key`: the field that identifies an item of an array of tables
    std::vector<std::string> choices;     ///< `enum` of the value, or of each item
    std::string description;
    std::optional<Value> default_value;
    std::string title = {};  ///< what people call it, where the schema says so; empty: by its path

    /// The path as users write it, without `[]`: "action.due".
    std::string plain_path() const;
};

/// A kind of record: milestone, meeting, …, or one that the data repository brings.
struct Kind {
    std::string name;           ///< "milestone"
    std::string folder;         ///< below the data folder: "milestones"
    std::string title_field;    ///< names the record to people; empty: the id does
    std::string id_pattern;     ///< RE2 syntax, matched against the whole id
    bool nested_ids = false;    ///< the id is the whole path below the folder (the pattern allows '/')
    std::vector<Field> fields;  ///< in the schema's order, each table before its members

    /// The field of this path, or nullptr where the schema does not know it. Array items are written `[]`.
    Field const* field(std::string_view path) const;
};

/// The names of the kinds that sss brings with it, in the order in which a programme thinks of them.
std::span<std::string_view const> standard_kinds();
/// Where a kind stands among them; kinds of one's own stand behind them all.
std::size_t standard_rank(std::string_view kind);

}  // namespace sss
