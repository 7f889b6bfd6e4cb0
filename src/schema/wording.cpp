#include "schema/wording.hpp"

#include "schema/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace sss::schema {
namespace {

/// A text that is a number as a whole, as that number.
std::optional<Value> as_number(std::string_view text, TypeSet types)
{
    auto const* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (auto const read = std::from_chars(text.data(), end, whole); read.ec == std::errc{} && read.ptr == end)
        return Value{whole};
    double number = 0;
    auto const read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) return std::nullopt;
    if ((types & types_of(Value{number})) == 0) return std::nullopt;
    return Value{number};
}

std::optional<Value> as_truth(std::string_view text)
{
    for (auto const* yes : {"true", "True", "TRUE", "yes", "Yes"})
        if (text == yes) return Value{true};
    for (auto const* no : {"false", "False", "FALSE", "no", "No"})
        if (text == no) return Value{false};
    return std::nullopt;
}

bool is_plain(Value const& value)
{
    return value.table() == nullptr && value.array() == nullptr && !value.unreadable();
}

}  // namespace

std::string field_of(Spot const& spot)
{
    if (spot.up == nullptr) return {};
    auto above = field_of(*spot.up);
    if (spot.is_item) return above;
    return above.empty() ? key_text(spot.key) : above + "." + key_text(spot.key);
}

std::string name_of(Spot const& spot, std::string_view kind)
{
    if (spot.up == nullptr) return with_article(kind);
    if (spot.is_item) return fmt::format("item {} of {}", spot.index + 1, name_of(*spot.up, kind));
    return fmt::format("'{}'", shortened(field_of(spot), 120));
}

std::string holder_of(Spot const& spot, std::string_view kind)
{
    return spot.is_item ? "an item of " + name_of(*spot.up, kind) : name_of(spot, kind);
}

std::string what_it_is(Value const& value)
{
    if (value.string() != nullptr) return "a text";
    if (value.integer() != nullptr) return "a number";
    if (value.floating() != nullptr) return shown(value);
    if (value.boolean() != nullptr) return shown(value);
    if (value.array() != nullptr) return "a list";
    if (value.table() != nullptr) return "a table";
    auto const* temporal = value.temporal();
    if (temporal == nullptr) return "nothing";
    switch (temporal->type) {
        case Temporal::Type::date: return "a date";
        case Temporal::Type::time: return "a time";
        default: return "a date with a time";
    }
}

std::string what_it_should_be(TypeSet types)
{
    static constexpr std::array words{
        std::pair{type::string, "a text"},          std::pair{type::number, "a number"},
        std::pair{type::integer, "a whole number"}, std::pair{type::boolean, "true or false"},
        std::pair{type::array, "a list"},           std::pair{type::object, "a table"}};
    std::vector<std::string> parts;
    for (auto const& [bit, word] : words) {
        if (bit == type::integer && (types & type::number) != 0) continue;
        if ((types & bit) != 0) parts.emplace_back(word);
    }
    return parts.empty() ? "left out" : joined(parts, "or");
}

std::optional<Value> in_type(Value const& value, TypeSet types)
{
    if (auto const* text = value.string()) {
        auto trimmed = std::string_view{*text};
        while (trimmed.ends_with(' ')) trimmed.remove_suffix(1);
        while (trimmed.starts_with(' ')) trimmed.remove_prefix(1);
        if ((types & (type::number | type::integer)) != 0)
            if (auto number = as_number(trimmed, types)) return number;
        if ((types & type::boolean) != 0)
            if (auto truth = as_truth(trimmed)) return truth;
    }
    auto const* items = value.array();
    if (items != nullptr && items->size() == 1 && is_plain(items->front()) && (types & types_of(items->front())) != 0)
        return items->front();
    if (!is_plain(value) || (value.text() != nullptr && value.text()->size() > 60)) return std::nullopt;
    if ((types & type::string) != 0 && value.text() == nullptr) return Value{shown(value)};
    if ((types & type::array) != 0) return Value{Array{value}};
    return std::nullopt;
}

std::string_view description_of(Node const& node)
{
    for (auto const* part : node.together)
        if (!part->description.empty()) return part->description;
    return {};
}

Sentence example_help(Spot const& spot, Value const& wrong)
{
    Value const* example = nullptr;
    for (auto const* part : spot.node->together) {
        auto const* examples = part->examples != nullptr ? part->examples->array() : nullptr;
        if (examples == nullptr || examples->empty()) continue;
        auto const alike =
            std::ranges::find_if(*examples, [&](Value const& each) { return (types_of(each) & types_of(wrong)) != 0; });
        example = alike != examples->end() ? &*alike : &examples->front();
        break;
    }
    auto description = description_of(*spot.node);
    // An item is told by what is said of its list.
    if (description.empty() && spot.is_item && spot.up->node != nullptr) description = description_of(*spot.up->node);
    auto const said = shortened(description, 300);
    if (example == nullptr) return Sentence::quoting(said);
    auto const one = example->string() != nullptr ? shortened(*example->string()) : shown(*example);
    return said.empty()
               ? Sentence{"for example {example}", "example"_arg = one}
               : Sentence{"for example {example}. {description}", "example"_arg = one, "description"_arg = said};
}

std::string condition_text(Node const& condition)
{
    std::vector<std::string> parts;
    std::vector<Property const*> in_order;
    for (auto const& property : condition.properties)
        if (property.node != nullptr) in_order.push_back(&property);
    std::ranges::sort(in_order, {}, [](Property const* property) { return property->order; });
    for (auto const* property : in_order) {
        std::vector<std::string> values;
        for (auto const* value : only_choices(*property->node)) values.push_back(shown(*value));
        if (!values.empty()) parts.push_back(fmt::format("'{}' is {}", property->key, joined(values, "or")));
    }
    return joined(parts, "and");
}

namespace {

/// Adds what the node allows; false where it allows more than can be listed.
/// @param steps  left, so that schemas that refer to each other in many ways end too
bool add_choices(Node const& node, std::vector<Value const*>& choices, std::size_t& steps)
{
    if (steps == 0) return false;
    --steps;
    if (node.constant != nullptr) {
        choices.push_back(node.constant);
        return true;
    }
    if (!node.choices.empty()) {
        choices.insert(choices.end(), node.choices.begin(), node.choices.end());
        return true;
    }
    for (auto const* child : node.all_of)
        if (add_choices(*child, choices, steps)) return true;
    for (auto const* branches : {&node.any_of, &node.one_of})
        if (!branches->empty())
            return std::ranges::all_of(*branches,
                                       [&](Node const* branch) { return add_choices(*branch, choices, steps); });
    return false;
}

}  // namespace

std::vector<Value const*> only_choices(Node const& node)
{
    std::vector<Value const*> choices;
    std::size_t steps = 10'000;
    if (!add_choices(node, choices, steps)) choices.clear();
    return choices;
}

}  // namespace sss::schema
