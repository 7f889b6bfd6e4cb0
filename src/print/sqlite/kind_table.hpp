#pragma once

#include "print/sqlite/database.hpp"
#include "programme/kind.hpp"
#include "support/zone.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sss {

/// The columns that the schema of a kind gives: one a field, of a date four (as it is written, its first and its last
/// day, and how exactly it is known), of a reference a second one with the record's number. Lists and tables without
/// fields of their own stand as JSON.
class KindTable {
public:
    /// @param shown  whether a field, by its path, is for the public
    KindTable(Kind const& kind, std::function<bool(Field const&)> const& shown);

    Kind const& kind() const { return *kind_; }
    /// "milestones"
    std::string const& name() const { return name_; }
    void name(std::string name) { name_ = std::move(name); }

    /// "\"title\" TEXT, \"planned\" TEXT, …", each with a comma before it.
    std::string columns_sql() const;
    /// The same as names alone, for views.
    std::string names_sql(std::string const& prefix) const;

    /// The number of the record that an id of one of these kinds names; nothing where it names none.
    using Resolve = std::function<SqlValue(std::vector<std::string> const& kinds, std::string const& id)>;
    void append(std::vector<SqlValue>& row, Table const& fields, Zone const& zone, Resolve const& resolve) const;

    struct Column {
        std::string name;
        Field const* field;
    };
    std::vector<Column> const& columns() const { return columns_; }

private:
    Kind const* kind_;
    std::string name_;
    std::vector<Column> columns_;
};

/// The tables of kinds, in their order, each with a name of its own.
std::vector<KindTable> kind_tables(std::span<Kind const* const> kinds,
                                   std::function<bool(Kind const&, Field const&)> const& shows);

/// "day", "quarter", "instant".
std::string precision_text(Date const& date);

/// Three cells: first day, last day (NULL where it has none), precision; NULL all where there is no date.
void append_date(std::vector<SqlValue>& row, std::optional<Date> const& date);

/// A value in one cell: scalars as they are, lists and tables as JSON.
SqlValue sql_value(Value const* value);

}  // namespace sss
