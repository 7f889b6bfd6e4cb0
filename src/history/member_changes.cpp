#include "history/member_changes.hpp"

#include "programme/date.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// A spelling that equal values share, so that sets can be compared by sorting.
std::string spelled(Value const& value)
{
    auto const type = std::to_string(value.data.index());
    if (auto const* text = value.text()) return type + *text;
    if (auto const* number = value.integer()) return type + std::to_string(*number);
    if (auto const* number = value.floating()) return type + fmt::format("{}", *number);
    if (auto const* flag = value.boolean()) return type + (*flag ? "1" : "0");
    std::vector<std::string> parts;
    if (auto const* array = value.array())
        for (auto const& item : *array) parts.push_back(spelled(item));
    if (auto const* table = value.table()) {
        for (auto const& member : *table)
            parts.push_back(fmt::format("{}:{}{}", member.key.size(), member.key, spelled(member.value)));
        std::ranges::sort(parts);
    }
    std::string whole = type;
    for (auto const& part : parts) whole += fmt::format("{}:{}", part.size(), part);
    return whole;
}

bool same_set(Array const& a, Array const& b)
{
    auto const members = [](Array const& array) {
        std::vector<std::string> all;
        for (auto const& value : array) all.push_back(spelled(value));
        std::ranges::sort(all);
        return all;
    };
    return a.size() == b.size() && members(a) == members(b);
}

/// An item's key as it is spelled, numbers included (a radio is known by its frequency); nothing where it has none.
std::optional<std::string> key_of(Value const& item, std::string const& key)
{
    auto const* table = item.table();
    auto const* value = table != nullptr ? find(*table, key) : nullptr;
    if (value == nullptr) return std::nullopt;
    if (auto const* text = value->text()) return *text;
    if (auto const* number = value->integer()) return fmt::format("{}", *number);
    if (auto const* number = value->floating()) return fmt::format("{}", *number);
    return std::nullopt;
}

/// Whether every item is a table with a key of its own, so that items can be told apart across versions.
bool keyed(Array const& items, std::string const& key)
{
    std::set<std::string> seen;
    return std::ranges::all_of(items, [&](Value const& item) {
        auto const name = key_of(item, key);
        return name && seen.insert(*name).second;
    });
}

Value const* item_named(Array const& items, std::string const& key, std::string_view name)
{
    auto const found = std::ranges::find_if(items, [&](Value const& item) { return key_of(item, key) == name; });
    return found == items.end() ? nullptr : &*found;
}

class Differences {
public:
    Differences(Kind const& kind, std::uint32_t commit) : kind_(kind), commit_(commit) {}

    /// @param path    as people read it; @param schema_path  the same with `[]` for every item
    void values(std::string const& path, std::string const& schema_path, Value const* from, Value const* to)
    {
        auto const* field = kind_.field(schema_path);
        if (from != nullptr && to != nullptr && same_meaning(field, *from, *to)) return;
        if (both_tables(from, to)) return tables(path, schema_path, from, to);
        auto const already = found.size();
        if (auto const key = key_for(field, from, to); !key.empty()) items(path, schema_path, key, from, to);
        // What a key of ours does not tell apart, an order for one, is told whole.
        if (found.size() > already || (field != nullptr && !field->key.empty() && both_keyed(from, to, field->key)))
            return;
        found.push_back({path, field, from != nullptr ? std::optional{*from} : std::nullopt,
                         to != nullptr ? std::optional{*to} : std::nullopt, commit_});
    }

    std::vector<FieldChange> found;

private:
    /// A table that comes or goes is taken apart too: its fields are what people know.
    static bool both_tables(Value const* from, Value const* to)
    {
        return (from == nullptr || from->table() != nullptr) && (to == nullptr || to->table() != nullptr);
    }

    static bool both_keyed(Value const* from, Value const* to, std::string const& key)
    {
        auto const fits = [&key](Value const* value) {
            return value == nullptr || (value->array() != nullptr && keyed(*value->array(), key));
        };
        return fits(from) && fits(to);
    }

    /// What tells the items apart: the key that the schema names, else the first of the usual names under which all
    /// items of both versions are tables with a text of their own. Empty where there is none.
    static std::string key_for(Field const* field, Value const* from, Value const* to)
    {
        if (field != nullptr && !field->key.empty()) return both_keyed(from, to, field->key) ? field->key : "";
        if (from == nullptr || to == nullptr) return {};
        for (auto const* usual : {"id", "name", "title"})
            if (both_keyed(from, to, usual)) return usual;
        return {};
    }

    void tables(std::string const& path, std::string const& schema_path, Value const* from, Value const* to)
    {
        static Table const nothing;
        auto const& before = from != nullptr ? *from->table() : nothing;
        auto const& after = to != nullptr ? *to->table() : nothing;
        for (auto const& member : after)
            values(path + '.' + member.key, schema_path + '.' + member.key, sss::find(before, member.key),
                   &member.value);
        for (auto const& member : before)
            if (sss::find(after, member.key) == nullptr)
                values(path + '.' + member.key, schema_path + '.' + member.key, &member.value, nullptr);
    }

    void items(std::string const& path, std::string const& schema_path, std::string const& key, Value const* from,
               Value const* to)
    {
        static Array const nothing;
        auto const& before = from != nullptr ? *from->array() : nothing;
        auto const& after = to != nullptr ? *to->array() : nothing;
        for (auto const& item : after) {
            auto const name = key_of(item, key).value();
            item_change(path + '[' + name + ']', schema_path + "[]", item_named(before, key, name), &item);
        }
        for (auto const& item : before) {
            auto const name = key_of(item, key).value();
            if (item_named(after, key, name) == nullptr)
                item_change(path + '[' + name + ']', schema_path + "[]", &item, nullptr);
        }
    }

    /// An item that comes or goes is told whole, one that stays by its fields.
    void item_change(std::string const& path, std::string const& schema_path, Value const* from, Value const* to)
    {
        if (from != nullptr && to != nullptr) return values(path, schema_path, from, to);
        auto const* field = kind_.field(schema_path.substr(0, schema_path.size() - 2));
        found.push_back({path, field, from != nullptr ? std::optional{*from} : std::nullopt,
                         to != nullptr ? std::optional{*to} : std::nullopt, commit_});
    }

    Kind const& kind_;
    std::uint32_t commit_;
};

void take_apart(Kind const& kind, std::string const& path, std::string const& schema_path, Value const& value,
                std::vector<FieldValue>& into)
{
    auto const* field = kind.field(schema_path);
    if (auto const* table = value.table(); table != nullptr && !table->empty()) {
        for (auto const& member : *table)
            take_apart(kind, path + '.' + member.key, schema_path + '.' + member.key, member.value, into);
        return;
    }
    auto const* array = value.array();
    if (array == nullptr || array->empty() || field == nullptr || field->key.empty() || !keyed(*array, field->key)) {
        into.push_back({path, field, &value});
        return;
    }
    for (auto const& item : *array)
        take_apart(kind, path + '[' + key_of(item, field->key).value() + ']', schema_path + "[]", item, into);
}

}  // namespace

bool same_meaning(Field const* field, Value const& a, Value const& b)
{
    if (field != nullptr && field->role != DateRole::none && a.text() != nullptr && b.text() != nullptr) {
        if (*a.text() == *b.text()) return true;
        auto const x = parse_date(*a.text());
        auto const y = parse_date(*b.text());
        auto const* from = std::get_if<Date>(&x);
        auto const* to = std::get_if<Date>(&y);
        return from != nullptr && to != nullptr && *from == *to;
    }
    if (field != nullptr && field->set && a.array() != nullptr && b.array() != nullptr)
        return a == b || same_set(*a.array(), *b.array());
    return a == b;
}

std::vector<MemberChange> member_changes(Kind const& kind, Table const& before, Table const& after)
{
    std::vector<MemberChange> changes;
    for (auto const& member : after) {
        auto const* old = find(before, member.key);
        if (old != nullptr && (*old == member.value || same_meaning(kind.field(member.key), *old, member.value)))
            continue;
        changes.push_back({member.key, old != nullptr ? std::optional{*old} : std::nullopt, member.value});
    }
    for (auto const& member : before)
        if (find(after, member.key) == nullptr) changes.push_back({member.key, member.value, std::nullopt});

    // A reordered array of keyed tables differs as a value, yet says the same: nothing is told of it.
    std::erase_if(changes, [&kind](MemberChange const& change) {
        auto const* field = kind.field(change.key);
        return change.from && change.to && field != nullptr && !field->key.empty() &&
               field_changes(kind, change).empty();
    });
    return changes;
}

std::vector<FieldChange> field_changes(Kind const& kind, MemberChange const& change)
{
    Differences differences{kind, change.commit};
    differences.values(change.key, change.key, change.from ? &*change.from : nullptr,
                       change.to ? &*change.to : nullptr);
    return std::move(differences.found);
}

std::vector<FieldChange> field_changes(Change const& change)
{
    std::vector<FieldChange> all;
    for (auto const& member : change.members)
        for (auto& field : field_changes(*change.record.kind, member)) all.push_back(std::move(field));
    return all;
}

std::vector<FieldValue> finest_values(Kind const& kind, Table const& record)
{
    std::vector<FieldValue> values;
    for (auto const& member : record) take_apart(kind, member.key, member.key, member.value, values);
    return values;
}

}  // namespace sss
