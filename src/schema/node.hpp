#pragma once

#include "programme/kind.hpp"
#include "programme/value.hpp"
#include "schema/format.hpp"
#include "schema/pattern.hpp"

#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A schema in the form in which it is applied: every keyword decoded, every $ref followed, every pattern compiled.
/// Shared by the files of this floor; the public face is schema.hpp.
namespace sss::schema {

/// A set of draft-07 types. A TOML date or time is a `string`; an integer is also a `number`, and so is a float that
/// has no fraction also an `integer`, as draft-07 has it.
using TypeSet = std::uint8_t;
namespace type {
inline constexpr TypeSet null = 1, boolean = 2, integer = 4, number = 8, string = 16, array = 32, object = 64;
}

/// Every type that the value has.
TypeSet types_of(Value const& value);

struct Node;

inline constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

/// A name that `properties` or `required` speak of.
struct Property {
    std::string_view key;
    Node const* node = nullptr;  ///< nullptr: only required
    bool required = false;
    std::size_t order = unlimited;  ///< in `properties`, as the schema's author wrote them
};

struct PatternProperty {
    Pattern const* pattern;
    Node const* node;
};

struct Dependency {
    std::string_view key;
    std::vector<std::string_view> needs;  ///< of the form with names
    Node const* node = nullptr;           ///< of the form with a schema
};

/// One subschema. Pointers are nullptr where the keyword is absent.
struct Node {
    Value const* source = nullptr;  ///< the JSON it was made from

    // What decides at once.
    bool never = false;    ///< the schema `false`
    bool anything = true;  ///< no keyword that could refuse a value
    bool is_date = false;  ///< `x-sss-date`: the programme's own date check stands for all other keywords
    DateRole role = DateRole::none;
    TypeSet types = 0;  ///< 0: any

    // Any value.
    std::vector<Value const*> choices;         ///< `enum`, in the schema's order
    std::vector<Value const*> sorted_choices;  ///< the same by compare_values
    Value const* constant = nullptr;

    // Numbers.
    Value const* minimum = nullptr;
    Value const* exclusive_minimum = nullptr;
    Value const* maximum = nullptr;
    Value const* exclusive_maximum = nullptr;
    Value const* multiple_of = nullptr;

    // Strings.
    std::size_t min_length = 0;
    std::size_t max_length = unlimited;
    Pattern const* pattern = nullptr;
    Format format = Format::none;

    // Arrays.
    Node const* items = nullptr;             ///< of the form with one schema
    std::vector<Node const*> leading_items;  ///< of the form with a schema an item
    Node const* additional_items = nullptr;
    Node const* contains = nullptr;
    std::size_t min_items = 0;
    std::size_t max_items = unlimited;
    bool unique_items = false;

    // Tables.
    std::vector<Property> properties;  ///< sorted by `shorter_first`
    std::size_t required = 0;          ///< how many of them are required
    std::vector<PatternProperty> pattern_properties;
    Node const* additional_properties = nullptr;
    Node const* property_names = nullptr;
    std::vector<Dependency> dependencies;
    std::size_t min_properties = 0;
    std::size_t max_properties = unlimited;

    // The same value again.
    std::vector<Node const*> all_of;
    std::vector<Node const*> any_of;
    std::vector<Node const*> one_of;
    Node const* negated = nullptr;
    Node const* condition = nullptr;
    Node const* consequence = nullptr;
    Node const* alternative = nullptr;

    // What is said, not checked.
    std::string_view title;
    std::string_view description;
    Value const* examples = nullptr;
    std::string_view key;                 ///< `x-sss-key`
    std::vector<std::string> references;  ///< `x-sss-reference`

    // Made when all nodes stand: what the walks over references and dates need.
    std::vector<Node const*> together;          ///< this node and all that speak of the same value, but `not` and `if`
    std::vector<std::string> value_references;  ///< of all of those
    DateRole value_role = DateRole::none;
    bool leads_to_reference = false;  ///< here or anywhere below
    bool leads_to_date = false;

    Property const* property(std::string_view name) const;
};

/// The order of Node::properties: by length, then by bytes, for most names are told apart by their length.
inline bool shorter_first(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() < b.size() : a.compare(b) < 0;
}

/// One schema file, compiled.
struct Compiled {
    Value json;              ///< nodes point into it
    std::deque<Node> nodes;  ///< at addresses that stay
    Patterns patterns;
    Node const* root = nullptr;  ///< never null
    Kind kind;
};

/// Calls `visit` for each child node that speaks of the same value as `node`. `not` and `if` only judge; they are
/// visited where `judges` is set.
template <typename Visit>
void for_each_in_place(Node const& node, bool judges, Visit&& visit)
{
    for (auto const* list : {&node.all_of, &node.any_of, &node.one_of})
        for (auto const* child : *list) visit(*child);
    for (auto const* child : {node.consequence, node.alternative})
        if (child != nullptr) visit(*child);
    for (auto const& dependency : node.dependencies)
        if (dependency.node != nullptr) visit(*dependency.node);
    if (!judges) return;
    for (auto const* child : {node.negated, node.condition})
        if (child != nullptr) visit(*child);
}

/// Calls `visit` for each child node that speaks of a member or an item.
template <typename Visit>
void for_each_below(Node const& node, Visit&& visit)
{
    for (auto const& property : node.properties)
        if (property.node != nullptr) visit(*property.node);
    for (auto const& property : node.pattern_properties) visit(*property.node);
    for (auto const* child : node.leading_items) visit(*child);
    for (auto const* child : {node.additional_properties, node.items, node.additional_items, node.contains})
        if (child != nullptr) visit(*child);
}

}  // namespace sss::schema
