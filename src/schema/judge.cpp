#include "schema/judge.hpp"

#include "programme/key_index.hpp"
#include "schema/compare.hpp"
#include "schema/date_check.hpp"
#include "schema/text.hpp"

#include <algorithm>
#include <cmath>

namespace sss::schema {
namespace {

bool has_in_place(Node const& node)
{
    return !node.all_of.empty() || !node.any_of.empty() || !node.one_of.empty() || node.negated != nullptr ||
           node.condition != nullptr;
}

}  // namespace

std::vector<Value const*> repeated_items(Array const& array)
{
    std::vector<Value const*> repeated;
    // Short lists, nearly all there are, are compared pair by pair; long ones are sorted, so that none takes long.
    if (array.size() <= 16) {
        for (std::size_t i = 1; i < array.size(); ++i) {
            auto const earlier = std::ranges::subrange{array.begin(), array.begin() + static_cast<std::ptrdiff_t>(i)};
            if (!array[i].unreadable() &&
                std::ranges::any_of(earlier, [&](Value const& other) { return same_value(other, array[i]); }))
                repeated.push_back(&array[i]);
        }
        return repeated;
    }
    std::vector<std::size_t> sorted, places;
    for (std::size_t i = 0; i < array.size(); ++i)
        if (!array[i].unreadable()) sorted.push_back(i);
    std::ranges::stable_sort(sorted,
                             [&](std::size_t a, std::size_t b) { return compare_values(array[a], array[b]) < 0; });
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (same_value(array[sorted[i - 1]], array[sorted[i]])) places.push_back(sorted[i]);
    std::ranges::sort(places);
    for (auto const place : places) repeated.push_back(&array[place]);
    return repeated;
}

bool Judge::is_choice(Node const& node, Value const& value)
{
    if (node.constant != nullptr && !same_value(*node.constant, value)) return false;
    return node.choices.empty() ||
           std::binary_search(node.sorted_choices.begin(), node.sorted_choices.end(), &value,
                              [](Value const* a, Value const* b) { return compare_values(*a, *b) < 0; });
}

bool Judge::fits(Pattern const& pattern, std::string_view text)
{
    spend(pattern.cost(text.size()));
    return exhausted() || pattern.found_in(text);
}

bool Judge::accepts(Node const& node, Value const& value)
{
    if (node.anything || value.unreadable()) return true;
    spend(1);
    Level const level{*this};
    if (exhausted()) return true;
    if (node.never) return false;
    if (node.is_date) return !date_trouble(value);
    if (node.types != 0 && (node.types & types_of(value)) == 0) return false;
    if (!is_choice(node, value)) return false;

    if (auto const* text = value.text()) {
        if (!accepts_text(node, value, *text)) return false;
    } else if (auto const* table = value.table()) {
        if (!accepts_table(node, *table) || !accepts_dependencies(node, *table, value)) return false;
    } else if (auto const* array = value.array()) {
        if (!accepts_array(node, *array)) return false;
    } else if (value.boolean() == nullptr) {
        if (!accepts_number(node, value)) return false;
    }
    return !has_in_place(node) || accepts_in_place(node, value);
}

bool Judge::accepts(Node const& node, Table const& root)
{
    if (node.anything) return true;
    spend(1);
    Level const level{*this};
    if (exhausted()) return true;
    if (node.never || node.is_date) return false;
    if (node.types != 0 && (node.types & type::object) == 0) return false;
    if ((node.constant != nullptr || !node.choices.empty()) && !is_choice(node, Value{root})) return false;
    return accepts_table(node, root) && accepts_dependencies(node, root, root) && accepts_in_place(node, root);
}

bool Judge::accepts_number(Node const& node, Value const& value)
{
    auto const bounded = node.minimum != nullptr || node.maximum != nullptr || node.exclusive_minimum != nullptr ||
                         node.exclusive_maximum != nullptr || node.multiple_of != nullptr;
    if (!bounded) return true;
    if (auto const* number = value.floating(); number != nullptr && !std::isfinite(*number)) return false;
    return (node.minimum == nullptr || compare_numbers(value, *node.minimum) >= 0) &&
           (node.maximum == nullptr || compare_numbers(value, *node.maximum) <= 0) &&
           (node.exclusive_minimum == nullptr || compare_numbers(value, *node.exclusive_minimum) > 0) &&
           (node.exclusive_maximum == nullptr || compare_numbers(value, *node.exclusive_maximum) < 0) &&
           (node.multiple_of == nullptr || is_multiple(value, *node.multiple_of));
}

bool Judge::accepts_text(Node const& node, Value const& value, std::string const& text)
{
    // A character has one to four bytes, so that most lengths need no counting.
    if (text.size() / 4 < node.min_length || text.size() > node.max_length) {
        auto const length = characters(text);
        if (length < node.min_length || length > node.max_length) return false;
    }
    return (node.format == Format::none || has_format(value, node.format)) &&
           (node.pattern == nullptr || fits(*node.pattern, text));
}

bool Judge::accepts_array(Node const& node, Array const& array)
{
    if (array.size() < node.min_items || array.size() > node.max_items) return false;
    if (node.items != nullptr && !node.items->anything)
        for (auto const& item : array)
            if (!accepts(*node.items, item)) return false;
    for (std::size_t i = 0; i < array.size() && i < node.leading_items.size(); ++i)
        if (!accepts(*node.leading_items[i], array[i])) return false;
    if (node.additional_items != nullptr)
        for (std::size_t i = node.leading_items.size(); i < array.size(); ++i)
            if (!accepts(*node.additional_items, array[i])) return false;
    if (node.contains != nullptr &&
        !std::ranges::any_of(array, [&](Value const& item) { return accepts(*node.contains, item); }))
        return !whole_;
    if (!node.unique_items || array.size() < 2) return true;
    spend(array.size());
    return exhausted() || repeated_items(array).empty();
}

bool Judge::accepts_table(Node const& node, Table const& table)
{
    if (table.size() > node.max_properties || (whole_ && table.size() < node.min_properties)) return false;
    spend(table.size() / 4);
    std::size_t required_seen = 0;
    for (auto const& member : table)
        if (!accepts_member(node, member, required_seen)) return false;
    return required_seen == node.required || !whole_;
}

bool Judge::accepts_member(Node const& node, Member const& member, std::size_t& required_seen)
{
    auto known = false;
    if (auto const* property = node.property(member.key)) {
        required_seen += property->required ? 1 : 0;
        known = property->node != nullptr;
        if (known && !accepts(*property->node, member.value)) return false;
    }
    for (auto const& [pattern, child] : node.pattern_properties) {
        if (!fits(*pattern, member.key)) continue;
        known = true;
        if (!accepts(*child, member.value)) return false;
    }
    if (!known && node.additional_properties != nullptr) {
        // A key that the schema does not know is wrong even where its value cannot be read.
        if (node.additional_properties->never || !accepts(*node.additional_properties, member.value)) return false;
    }
    return node.property_names == nullptr || accepts(*node.property_names, Value{member.key});
}

template <typename Instance>
bool Judge::accepts_dependencies(Node const& node, Table const& table, Instance const& instance)
{
    if (node.dependencies.empty()) return true;
    KeyIndex const there{table};
    for (auto const& dependency : node.dependencies) {
        if (there.find(dependency.key) == nullptr) continue;
        if (dependency.node != nullptr && !accepts(*dependency.node, instance)) return false;
        if (!whole_) continue;
        for (auto const& needed : dependency.needs)
            if (there.find(needed) == nullptr) return false;
    }
    return true;
}

template <typename Instance>
bool Judge::accepts_in_place(Node const& node, Instance const& instance)
{
    auto const accepted = [&](Node const* child) { return accepts(*child, instance); };
    if (!std::ranges::all_of(node.all_of, accepted)) return false;
    if (!node.any_of.empty() && !std::ranges::any_of(node.any_of, accepted)) return false;
    if (!node.one_of.empty()) {
        auto const count = std::ranges::count_if(node.one_of, accepted);
        // What could not be read may be just what would tell the branches apart.
        if (count == 0 || (count > 1 && whole_ && !exhausted())) return false;
    }
    if (node.negated != nullptr && whole_ && accepted(node.negated) && !exhausted()) return false;
    if (node.condition == nullptr) return true;
    auto const* then = accepted(node.condition) ? node.consequence : node.alternative;
    return then == nullptr || accepted(then);
}

}  // namespace sss::schema
