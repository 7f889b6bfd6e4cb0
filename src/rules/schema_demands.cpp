#include "rules/schema_demands.hpp"

#include "programme/key_index.hpp"
#include "schema/compare.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sss {
namespace {

class Demands {
public:
    /// What `before` demands of a value and `after` does not.
    void compare(Table const& before, Table const& after, std::string const& where)
    {
        for (auto const& [key, place, value] : before) {
            if (says_nothing_of_values(key)) continue;
            auto const here = where + '/' + key;
            auto const* now = find(after, key);
            if (key == "enum")
                choices(value, now, here);
            else if (now == nullptr)
                lost.push_back(here);
            else if (key == "required")
                all_still_named(value, *now, here);
            else if (key == "type")
                no_more_types(value, *now, here);
            else if (holds_schemas_by_name(key))
                each(value, *now, here);
            else if (value.table() != nullptr && now->table() != nullptr)
                compare(*value.table(), *now->table(), here);
            else if (!at_least_as_strict(key, value, *now))
                lost.push_back(here);
        }
    }

    std::vector<std::string> lost;

private:
    static bool says_nothing_of_values(std::string_view key)
    {
        constexpr std::array<std::string_view, 10> words{
            "$schema", "$id",      "$comment",    "title",        "description",
            "default", "examples", "x-sss-title", "x-sss-folder", "markdownDescription"};
        return std::ranges::find(words, key) != words.end();
    }

    static bool holds_schemas_by_name(std::string_view key)
    {
        return key == "properties" || key == "patternProperties" || key == "definitions" || key == "dependencies";
    }

    void each(Value const& before, Value const& after, std::string const& where)
    {
        if (before.table() == nullptr || after.table() == nullptr) return;
        KeyIndex const there{*after.table()};
        for (auto const& [name, place, value] : *before.table()) {
            auto const* found = there.find(name);
            auto const* now = found != nullptr ? &found->value : nullptr;
            if (now != nullptr && value.table() != nullptr && now->table() != nullptr)
                compare(*value.table(), *now->table(), where + '/' + name);
            else if (now == nullptr || !schema::same_value(value, *now))
                lost.push_back(where + '/' + name);
        }
    }

    static bool contains(Value const& list, Value const& value)
    {
        if (list.array() == nullptr) return schema::same_value(list, value);
        return std::ranges::any_of(*list.array(), [&](Value const& one) { return schema::same_value(one, value); });
    }

    void choices(Value const& before, Value const* after, std::string const& where)
    {
        if (after == nullptr || after->array() == nullptr)
            lost.push_back(where);
        else
            for (auto const& choice : *after->array())
                if (!contains(before, choice)) return lost.push_back(where);
    }

    void all_still_named(Value const& before, Value const& after, std::string const& where)
    {
        if (before.array() == nullptr) return;
        for (auto const& name : *before.array())
            if (!contains(after, name)) lost.push_back(where + '/' + (name.string() != nullptr ? *name.string() : ""));
    }

    void no_more_types(Value const& before, Value const& after, std::string const& where)
    {
        auto const more =
            after.array() == nullptr
                ? !contains(before, after)
                : std::ranges::any_of(*after.array(), [&](Value const& one) { return !contains(before, one); });
        if (more) lost.push_back(where);
    }

    static bool at_least_as_strict(std::string_view key, Value const& before, Value const& after)
    {
        if (schema::same_value(before, after)) return true;
        auto const number = [](Value const& value) {
            return value.integer() != nullptr || value.floating() != nullptr;
        };
        if (number(before) && number(after)) {
            if (key.starts_with("max") || key == "exclusiveMaximum") return schema::compare_numbers(after, before) < 0;
            if (key.starts_with("min") || key == "exclusiveMinimum") return schema::compare_numbers(after, before) > 0;
        }
        // `additionalProperties: false` in place of whatever was allowed, `uniqueItems: true` in place of false.
        if (auto const* allowed = after.boolean()) return key == "uniqueItems" ? *allowed : !*allowed;
        return false;
    }
};

}  // namespace

std::vector<std::string> lost_demands(Table const& before, Table const& after)
{
    Demands demands;
    demands.compare(before, after, "");
    return std::move(demands.lost);
}

}  // namespace sss
