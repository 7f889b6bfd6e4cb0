#pragma once

#include "programme/date.hpp"
#include "programme/shared_list.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// A spot in a source file. Lines and columns count from 1; columns and lengths count characters (code points), as
/// editors do. Line 0 means "no particular spot".
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;

    explicit operator bool() const { return line != 0; }
    auto operator<=>(Place const&) const = default;
};

class Value;
struct Member;

using Array = SharedList<Value>;
/// Members in the order in which the file holds them; keys are unique.
using Table = SharedList<Member>;

/// A TOML date or time, kept as ISO 8601 text ("2018-04-25", "2023-04-15T06:47:00Z"); programme/date.hpp reads it.
struct Temporal {
    enum class Type : std::uint8_t { date, time, date_time, instant };
    Type type;
    std::string text;
    bool operator==(Temporal const&) const = default;
};

/// Stands where the file holds something that cannot be read; the reason was reported as a finding when it was met,
/// so nothing that looks at this value needs to speak of it again.
struct Unreadable {
    bool operator==(Unreadable const&) const = default;
};

/// One value of a record, with its place in the file. Equality compares what is said, not where.
class Value {
public:
    using Data = std::variant<std::string, std::int64_t, double, bool, Temporal, Array, Table, Unreadable>;

    Value() = default;
    Value(Data what, Place where = {}) : data(std::move(what)), place(where) {}

    std::string const* string() const { return std::get_if<std::string>(&data); }
    std::int64_t const* integer() const { return std::get_if<std::int64_t>(&data); }
    double const* floating() const { return std::get_if<double>(&data); }
    bool const* boolean() const { return std::get_if<bool>(&data); }
    Temporal const* temporal() const { return std::get_if<Temporal>(&data); }
    Array const* array() const { return std::get_if<Array>(&data); }
    Table const* table() const { return std::get_if<Table>(&data); }
    bool unreadable() const { return std::holds_alternative<Unreadable>(data); }

    /// The text of a string or of a TOML date or time, nullptr for everything else.
    std::string const* text() const;
    /// The number, whole or not; nothing for what is none.
    std::optional<double> number() const;
    /// The strings among the items of an array; none for everything else.
    std::vector<std::string> strings() const;
    /// The tables among the items of an array; none for everything else.
    std::vector<Table const*> items() const;
    /// The date that the text says, seen from the programme's zone; nothing where it says none.
    std::optional<Date> date(Zone const& zone) const;

    Data data;
    Place place;
};

struct Member {
    std::string key;
    Place key_place;
    Value value;
};

/// Compares what is said: types and contents; tables regardless of the order of their keys; NaN equals NaN.
bool operator==(Value const& a, Value const& b);
bool operator==(Array const& a, Array const& b);
bool operator==(Table const& a, Table const& b);

/// A value that stands in a version of a record, or none, read as an optional is. Copies share it; of the version it
/// keeps alive the member that it stands in.
class SharedValue {
public:
    SharedValue() = default;
    SharedValue(std::nullopt_t) {}
    SharedValue(Value own) : value_(std::make_shared<Value>(std::move(own))) {}
    /// The value of one of a table's members.
    SharedValue(Table const& table, std::size_t member) : value_(table.handle(member), &table.handle(member)->value) {}
    /// What is a part of another one.
    SharedValue(SharedValue const& whole, Value const& part) : value_(whole.value_, &part) {}

    bool has_value() const { return value_ != nullptr; }
    explicit operator bool() const { return has_value(); }
    Value const& operator*() const { return *value_; }
    Value const* operator->() const { return value_.get(); }
    /// nullptr where there is none.
    Value const* get() const { return value_.get(); }

    friend bool operator==(SharedValue const& a, Value const& b) { return a.has_value() && *a == b; }

private:
    std::shared_ptr<Value const> value_;
};

/// The value of a key, or nullptr where the table has none.
Value const* find(Table const& table, std::string_view key);

// What a key of a table holds, or else nothing: nullptr, or empty. What is of another type counts as not there, since a
// finding tells of it.
std::string const* string_at(Table const& table, std::string_view key);
std::optional<double> number_at(Table const& table, std::string_view key);
Table const* table_at(Table const& table, std::string_view key);
std::vector<std::string> strings_at(Table const& table, std::string_view key);
std::vector<Table const*> tables_at(Table const& table, std::string_view key);

/// The date of a key, seen from the programme's zone; nothing where the table has none, or none that can be read.
std::optional<Date> date_at(Table const& table, std::string_view key, Zone const& zone);
/// The same of a value that need not be there.
std::optional<Date> date_of(SharedValue const& value, Zone const& zone);

}  // namespace sss
