#pragma once

#include "programme/sentence.hpp"
#include "schema/node.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The sentences of findings: what a value is, what it should be, and how to mend it.
namespace sss::schema {

/// Where the explanation of a record stands: a chain from a value up to the root. Lives on the stack.
struct Spot {
    Spot const* up = nullptr;  ///< nullptr at the root
    std::string_view key = {};
    bool is_item = false;  ///< an item of an array; else a member of a table
    std::size_t index = 0;
    Node const* node = nullptr;  ///< the schema of the value
};

/// "'orbit.altitude_km'", "item 2 of 'hosts'"; at the root "a milestone".
std::string name_of(Spot const& spot, std::string_view kind);

/// The field by its path, without the numbers of items, which change: "action.due"; empty at the root.
std::string field_of(Spot const& spot);

/// The same for a table that holds what is spoken of: "an item of 'action'" where the number would not help.
std::string holder_of(Spot const& spot, std::string_view kind);

/// "a text", "a number", "a list", "true".
std::string what_it_is(Value const& value);

/// "a text or a whole number".
std::string what_it_should_be(TypeSet types);

/// The value as it should have been written, where that is plain to see: 2 for "2", ["x"] for "x".
std::optional<Value> in_type(Value const& value, TypeSet types);

/// What the schema's author says about the value: `description`, or nothing.
std::string_view description_of(Node const& node);

/// "for example 2021-091H. Its COSPAR designator.": as much of it as the schema gives; may be empty.
/// @param wrong  an example of its type is preferred
Sentence example_help(Spot const& spot, Value const& wrong);

/// "'type' is "launch"", where the condition of an `if` can be said so; else empty.
std::string condition_text(Node const& condition);

/// Every value that the node allows by `enum` or `const`, seeing through allOf, anyOf and oneOf, where it allows no
/// others; else nothing.
std::vector<Value const*> only_choices(Node const& node);

}  // namespace sss::schema
