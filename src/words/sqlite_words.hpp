#pragma once

#include "programme/kind.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What the tables of the exported database hold, for who looks at them in a browser (docs/sqlite.md tells more).
namespace sss {

/// Of the database as a whole.
std::string_view sqlite_words();
/// Tables and views that every programme has, with what a row of each is.
std::span<std::pair<std::string_view, std::string_view> const> sqlite_table_words();
/// "A milestone that stands.", "A milestone as one commit left it."
std::string kind_table_words(std::string_view kind, bool versions);
/// Of a column that the schema gives: the field's description, and which part of it the column holds; empty: nothing is
/// said.
/// @param column  "planned_last" of the field "planned"
std::string column_words(std::string_view path, std::string_view column, Field const& field);

}  // namespace sss
