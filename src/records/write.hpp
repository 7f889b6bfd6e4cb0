#pragma once

#include "programme/kind.hpp"
#include "programme/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The columns that a list may take before it is spread over lines, one item each.
inline constexpr std::size_t widest_line = 100;

/// A part of a record as it is laid out: a value with its spelling and with the comments that belong to it.
struct Laid {
    enum class Form : std::uint8_t { token, array, table };

    Form form = Form::token;
    std::string key = {};                 ///< of a table's member; empty for an array's item and for the record itself
    std::string token = {};               ///< a text, number, date …, as TOML spells it
    std::vector<Laid> parts = {};         ///< an array's items, a table's members
    std::vector<std::string> above = {};  ///< comments on lines of their own before it, "# …"; empty: a blank line
    std::string beside = {};              ///< the comment behind it
    std::vector<std::string> below = {};  ///< comments after the last part of an array or a table
};

/// The value as a tree of spellings, without comments, members in the table's own order.
Laid laid(Value const& value);
Laid laid(Table const& record);

/// The record's text in the canonical layout: keys in the schema's order, those that it does not know after them;
/// tables last, one blank line before each; short lists on one line; lines end with a line feed.
std::string write_record(Laid record, Kind const& kind);
std::string write_record(Table const& record, Kind const& kind);

/// A table below its header, or the tables of a list, each below its own: what a record holds at this path.
/// @param prefix  of the table that holds it, as `rank_of` wants it
std::string write_section(std::vector<std::string> const& path, Value const& tables, Kind const& kind,
                          std::string const& prefix);

/// The value on one line (a text of several lines apart), as it stands behind `key =`.
std::string write_value(Value const& value);

/// As `write_value`, but a list that is too wide beside its key is spread over lines, and a text that holds line ends
/// stands between triple quotes.
/// @param taken  columns that `key = ` takes
std::string write_value_of_key(Value const& value, std::size_t taken);

/// The text as a TOML string on one line.
std::string write_string(std::string_view text);

/// The text between triple quotes, its first line on a line of its own.
std::string write_long_string(std::string_view text);

/// A key, in quotes where it needs them.
std::string write_key(std::string_view key);

/// Where a member of this key stands among those of its table in the canonical order: the schema's order, unknown keys
/// last.
/// @param prefix  the table's path with a dot behind it ("orbit.", "action[]."); empty for the record itself
std::size_t rank_of(Kind const& kind, std::string_view prefix, std::string_view key);

/// True for what the canonical layout writes below a header of its own: tables, and lists of nothing but tables.
bool is_section(Laid const& part);

}  // namespace sss
