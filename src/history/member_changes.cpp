#include "history/member_changes.hpp"

#include "programme/date.hpp"
#include "programme/key_index.hpp"
#include "support/zone.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

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

/// The array's items by their keys; nothing where one has none, or two share one.
std::optional<std::map<std::string, Value const*>> by_key(Array const& items, std::string const& key)
{
    std::map<std::string, Value const*> found;
    for (auto const& item : items) {
        auto name = key_of(item, key);
        if (!name || !found.emplace(*std::move(name), &item).second) return std::nullopt;
    }
    return found;
}

/// Whether every item is a table with a key of its own, so that items can be told apart across versions.
bool keyed(Array const& items, std::string const& key)
{
    return by_key(items, key).has_value();
}

/// Whether values say the same, however deep in a record they stand.
class Meaning {
public:
    /// @param kind  nullptr: of what stands within tables nothing is known
    explicit Meaning(Kind const* kind) : kind_(kind) {}

    bool same(std::string const& schema_path, Field const* field, Value const& a, Value const& b) const
    {
        if (a == b) return true;
        if (a.text() != nullptr && b.text() != nullptr) return same_texts(field, a, b);
        // 550 and 550.0 are one number; beyond what a double holds two integers are not.
        if ((a.integer() == nullptr) != (b.integer() == nullptr)) {
            auto const number = a.number();
            return number && number == b.number();
        }
        if (a.table() != nullptr && b.table() != nullptr) return same_tables(schema_path, *a.table(), *b.table());
        if (a.array() != nullptr && b.array() != nullptr)
            return same_arrays(schema_path, field, *a.array(), *b.array());
        return false;
    }

private:
    Field const* field_of(std::string const& schema_path) const
    {
        return kind_ != nullptr ? kind_->field(schema_path) : nullptr;
    }

    static bool is_date(Field const* field) { return field != nullptr && field->role != DateRole::none; }

    static bool same_texts(Field const* field, Value const& a, Value const& b)
    {
        if (!is_date(field)) return false;
        if (*a.text() == *b.text()) return true;
        auto const date = a.date(Zone::utc());
        return date && date == b.date(Zone::utc());
    }

    bool same_tables(std::string const& schema_path, Table const& a, Table const& b) const
    {
        if (a.size() != b.size()) return false;
        KeyIndex const others{b};
        return std::ranges::all_of(a, [&](Member const& member) {
            auto const* other = others.find(member.key);
            if (other == nullptr) return false;
            auto const path = schema_path + '.' + member.key;
            return same(path, field_of(path), member.value, other->value);
        });
    }

    bool same_arrays(std::string const& schema_path, Field const* field, Array const& a, Array const& b) const
    {
        if (a.size() != b.size()) return false;
        auto const path = schema_path + "[]";
        if (field != nullptr && field->set) return spellings(path, field, a) == spellings(path, field, b);
        if (field != nullptr && !field->key.empty()) {
            auto const items = by_key(a, field->key);
            auto const others = by_key(b, field->key);
            if (items && others)
                return std::ranges::equal(*items, *others, [&](auto const& item, auto const& other) {
                    return item.first == other.first && same(path, field, *item.second, *other.second);
                });
        }
        return std::ranges::equal(a, b, [&](Value const& x, Value const& y) { return same(path, field, x, y); });
    }

    std::vector<std::string> spellings(std::string const& schema_path, Field const* field, Array const& items) const
    {
        std::vector<std::string> all;
        for (auto const& item : items) all.push_back(spelled(schema_path, field, item));
        std::ranges::sort(all);
        return all;
    }

    /// A spelling that values share which say the same, so that sets can be compared by sorting.
    std::string spelled(std::string const& schema_path, Field const* field, Value const& value) const
    {
        if (value.text() != nullptr && is_date(field))
            if (auto const date = value.date(Zone::utc())) return 'd' + date->text();
        auto const type = std::to_string(value.data.index());
        if (auto const* text = value.text()) return type + *text;
        if (auto const* number = value.integer()) return fmt::format("n{}", *number);
        if (auto const* number = value.floating()) return fmt::format("n{}", *number);
        if (auto const* flag = value.boolean()) return type + (*flag ? "1" : "0");
        std::vector<std::string> parts;
        if (auto const* array = value.array())
            for (auto const& item : *array) parts.push_back(spelled(schema_path + "[]", field, item));
        if (auto const* table = value.table()) {
            for (auto const& member : *table) {
                auto const path = schema_path + '.' + member.key;
                parts.push_back(
                    fmt::format("{}:{}{}", member.key.size(), member.key, spelled(path, field_of(path), member.value)));
            }
            std::ranges::sort(parts);
        }
        std::string whole = type;
        for (auto const& part : parts) whole += fmt::format("{}:{}", part.size(), part);
        return whole;
    }

    Kind const* kind_;
};

class Differences {
public:
    /// What is found refers to parts of the change's values.
    Differences(Kind const& kind, MemberChange const& change) : kind_(kind), change_(change)
    {
        values(change.key, change.key, change.from.get(), change.to.get());
    }

    std::vector<FieldChange> found;

private:
    /// @param path    as people read it; @param schema_path  the same with `[]` for every item
    void values(std::string const& path, std::string const& schema_path, Value const* from, Value const* to)
    {
        auto const* field = kind_.field(schema_path);
        if (from != nullptr && to != nullptr && Meaning{&kind_}.same(schema_path, field, *from, *to)) return;
        if (both_tables(from, to) && !comes_to_nothing(from, to)) return tables(path, schema_path, from, to);
        auto const already = found.size();
        if (auto const key = key_for(field, from, to); !key.empty()) items(path, schema_path, key, from, to);
        // What a key of ours does not tell apart, an order for one, is told whole.
        if (found.size() > already || (field != nullptr && !field->key.empty() && both_keyed(from, to, field->key)))
            return;
        tell(path, field, from, to);
    }

    void tell(std::string const& path, Field const* field, Value const* from, Value const* to)
    {
        auto const part = [](SharedValue const& whole, Value const* value) {
            return value != nullptr ? SharedValue{whole, *value} : SharedValue{};
        };
        found.push_back({path, field, part(change_.from, from), part(change_.to, to), change_.commit});
    }

    /// A table that comes or goes is taken apart too: its fields are what people know.
    static bool both_tables(Value const* from, Value const* to)
    {
        return (from == nullptr || from->table() != nullptr) && (to == nullptr || to->table() != nullptr);
    }

    /// A table without fields has none by which it could be told: as it comes or goes, or as what one becomes.
    static bool comes_to_nothing(Value const* from, Value const* to)
    {
        if (to != nullptr) return to->table()->empty();
        return from->table()->empty();
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
        KeyIndex const old{before}, now{after};
        for (auto const& member : after) {
            auto const* was = old.find(member.key);
            if (was == &member) continue;
            values(path + '.' + member.key, schema_path + '.' + member.key, was != nullptr ? &was->value : nullptr,
                   &member.value);
        }
        for (auto const& member : before)
            if (now.find(member.key) == nullptr)
                values(path + '.' + member.key, schema_path + '.' + member.key, &member.value, nullptr);
    }

    void items(std::string const& path, std::string const& schema_path, std::string const& key, Value const* from,
               Value const* to)
    {
        static Array const nothing;
        auto const& before = from != nullptr ? *from->array() : nothing;
        auto const& after = to != nullptr ? *to->array() : nothing;
        // Meetings may hold thousands of actions, so they are not looked for one by one.
        auto const old = by_key(before, key).value();
        auto const now = by_key(after, key).value();
        for (auto const& item : after) {
            auto const name = key_of(item, key).value();
            auto const was = old.find(name);
            if (was != old.end() && was->second == &item) continue;
            item_change(path + '[' + name + ']', schema_path + "[]", was != old.end() ? was->second : nullptr, &item);
        }
        for (auto const& item : before) {
            auto const name = key_of(item, key).value();
            if (!now.contains(name)) item_change(path + '[' + name + ']', schema_path + "[]", &item, nullptr);
        }
    }

    /// An item that comes or goes is told whole, one that stays by its fields.
    void item_change(std::string const& path, std::string const& schema_path, Value const* from, Value const* to)
    {
        if (from != nullptr && to != nullptr) return values(path, schema_path, from, to);
        auto const* field = kind_.field(schema_path.substr(0, schema_path.size() - 2));
        tell(path, field, from, to);
    }

    Kind const& kind_;
    MemberChange const& change_;
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
    return Meaning{nullptr}.same({}, field, a, b);
}

bool same_meaning(Kind const& kind, std::string const& path, Value const& a, Value const& b)
{
    return Meaning{&kind}.same(path, kind.field(path), a, b);
}

std::vector<MemberChange> member_changes(Kind const& kind, Table const& before, Table const& after)
{
    std::vector<MemberChange> changes;
    KeyIndex const was{before}, is{after};
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto const& member = after[i];
        auto const old = was.place(member.key);
        if (old && (after.shares(i, before, *old) || same_meaning(kind, member.key, before[*old].value, member.value)))
            continue;
        changes.push_back({member.key, old ? SharedValue{before, *old} : SharedValue{}, SharedValue{after, i}});
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!is.place(before[i].key)) changes.push_back({before[i].key, SharedValue{before, i}, SharedValue{}});
    return changes;
}

Table with_changes(Table const& content, std::vector<MemberChange> const& members, Side side)
{
    std::unordered_map<std::string_view, SharedValue const*> changed;
    for (auto const& member : members) changed[member.key] = side == Side::after ? &member.to : &member.from;
    Table made;
    made.reserve(content.size());
    for (std::size_t i = 0; i < content.size(); ++i) {
        auto const found = changed.extract(content[i].key);
        if (found.empty())
            made.share(content.handle(i));
        else if (*found.mapped())
            made.push_back({content[i].key, content[i].key_place, **found.mapped()});
    }
    for (auto const& member : members) {
        auto const added = changed.extract(member.key);
        if (!added.empty() && *added.mapped()) made.push_back({member.key, {}, **added.mapped()});
    }
    return made;
}

std::vector<FieldChange> field_changes(Kind const& kind, MemberChange const& change)
{
    return Differences{kind, change}.found;
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
