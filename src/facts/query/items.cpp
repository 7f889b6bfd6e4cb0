#include "facts/query/items.hpp"

#include "facts/query/field_path.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t longest_key = 200;

bool is_sort_of_items(Field const& field)
{
    return field.type == FieldType::array && field.item_type == FieldType::table && !field.key.empty() &&
           field.path.find("[]") == std::string::npos;
}

/// How people call them: the first text among the names of fields that say it, or else the key.
std::string title_of(Kind const& kind, std::string const& key)
{
    for (auto const name : {keys::title, keys::name, keys::text})
        if (auto const* field = kind.field(name); field != nullptr && field->type == FieldType::string)
            return std::string{name};
    return kind.field(key) != nullptr ? key : std::string{};
}

Kind kind_of_items(Kind const& owner, Field const& list)
{
    Kind kind;
    auto const prefix = list.path + "[].";
    for (auto const& field : owner.fields) {
        if (!field.path.starts_with(prefix)) continue;
        auto own = field;
        own.path.erase(0, prefix.size());
        if (own.path == keys::id && list.key == keys::id) continue;  // the id says it
        kind.fields.push_back(std::move(own));
    }
    kind.title_field = title_of(kind, list.key);
    if (kind.field(owner.name) == nullptr) {
        Field holder;
        holder.path = owner.name;
        holder.type = FieldType::string;
        holder.references = {owner.name};
        holder.required = true;
        holder.description = "The record that holds it.";
        kind.fields.push_back(std::move(holder));
    }
    return kind;
}

/// A key on one line, without what divides the parts of an id.
std::string key_text(Value const& value)
{
    if (auto const* text = value.text()) return text->size() > longest_key ? std::string{} : *text;
    if (auto const* whole = value.integer()) return fmt::format("{}", *whole);
    if (auto const* number = value.floating()) return fmt::format("{}", *number);
    return {};
}

/// The value of a field that stands within no list.
Value const* find_field(Table const& fields, std::string_view path)
{
    auto const* table = &fields;
    while (true) {
        auto const dot = path.find('.');
        auto const* value = find(*table, path.substr(0, dot));
        if (dot == std::string_view::npos || value == nullptr) return value;
        if (value->table() == nullptr) return nullptr;
        table = value->table();
        path.remove_prefix(dot + 1);
    }
}

void take_in(ItemLines& lines, Place const& place)
{
    if (!place) return;
    if (lines.first == 0 || place.line < lines.first) lines.first = place.line;
    lines.last = std::max(lines.last, place.line);
}

void take_in(ItemLines& lines, Value const& value)
{
    take_in(lines, value.place);
    if (auto const* array = value.array())
        for (auto const& one : *array) take_in(lines, one);
    if (auto const* table = value.table())
        for (auto const& member : *table) take_in(lines, member.value);
}

bool has_role(Kind const& kind, DateRole role)
{
    return std::ranges::any_of(kind.fields, [role](Field const& field) {
        return field.role == role && field.path.find_first_of(".[") == std::string::npos;
    });
}

}  // namespace

ItemSorts::ItemSorts(std::span<Kind const* const> kinds)
{
    for (auto const* owner : kinds)
        for (auto const& field : owner->fields)
            if (is_sort_of_items(field))
                sorts_.push_back({owner, &field, owner->name + '.' + field.path, kind_of_items(*owner, field)});
    std::multiset<std::string_view> names;
    for (auto const* kind : kinds) names.insert(kind->name);
    for (auto const& sort : sorts_) names.insert(sort.list->path);
    for (auto& sort : sorts_) {
        auto const alone = names.count(sort.list->path) == 1;
        sort.kind.name = alone ? sort.list->path : sort.whole_name;
        sort.kind.folder = sort.kind.name.ends_with('s') ? sort.kind.name : sort.kind.name + 's';
    }
}

std::vector<ItemSort const*> ItemSorts::named(std::string_view typed) const
{
    std::vector<ItemSort const*> found, alike;
    for (auto const& sort : sorts_) {
        if (sort.kind.name == typed || sort.kind.folder == typed || sort.whole_name == typed) found.push_back(&sort);
        if (sort.list->path == typed || sort.list->path + 's' == typed) alike.push_back(&sort);
    }
    return found.empty() ? alike : found;
}

ItemSort const* ItemSorts::of(Kind const& kind) const
{
    auto const found = std::ranges::find_if(sorts_, [&](ItemSort const& sort) { return &sort.kind == &kind; });
    return found == sorts_.end() ? nullptr : &*found;
}

std::vector<Record> items_of(ItemSort const& sort, Record const& record)
{
    std::vector<Record> found;
    auto const* list = record.kind == sort.owner ? find_field(record.fields(), sort.list->path) : nullptr;
    if (list == nullptr) return found;
    if (list->array() == nullptr) return found;
    for (auto const& value : *list->array()) {
        auto const* fields = value.table();
        if (fields == nullptr) continue;
        auto const* key = find(*fields, sort.list->key);
        auto const text = key != nullptr ? key_text(*key) : std::string{};
        if (text.empty()) continue;
        Record item;
        item.kind = &sort.kind;
        item.id = record.id + '#' + text;
        item.document.path = record.path();
        item.document.whole = record.document.whole;
        for (auto const& member : *fields)
            if (member.key != keys::id || sort.list->key != keys::id) item.document.root.push_back(member);
        if (auto const* holder = sort.kind.field(sort.owner->name);
            holder != nullptr && find(*fields, sort.owner->name) == nullptr)
            item.document.root.push_back({sort.owner->name, value.place, Value{record.id}});  // its header stands there
        found.push_back(std::move(item));
    }
    return found;
}

std::vector<Record> items_of(ItemSort const& sort, Records const& records)
{
    std::vector<Record> all;
    for (auto const& record : records.of(*sort.owner))
        for (auto& item : items_of(sort, record)) all.push_back(std::move(item));
    return all;
}

std::string_view key_of_item(std::string_view id)
{
    return id.substr(id.find('#') + 1);
}

ItemLines lines_of(Record const& item)
{
    ItemLines lines;
    for (auto const& member : item.fields()) {
        take_in(lines, member.key_place);
        take_in(lines, member.value);
    }
    return lines;
}

std::vector<std::string> usual_columns(ItemSort const& sort)
{
    auto const& kind = sort.kind;
    std::vector<std::string> columns{"id"};
    auto const add = [&](std::string_view name) {
        if (!name.empty() && std::ranges::find(columns, name) == columns.end()) columns.emplace_back(name);
    };
    auto const awaited = has_role(kind, DateRole::due) || has_role(kind, DateRole::planned);
    if (awaited || has_role(kind, DateRole::closed) || has_role(kind, DateRole::actual)) {
        if (kind.field(keys::owner) != nullptr) add(keys::owner);
        for (auto const& field : kind.fields)
            if (field.role == DateRole::due || field.role == DateRole::planned) add(field.path);
        add("state");
        if (has_role(*sort.owner, DateRole::start)) add("age");
        add(kind.title_field);
        return columns;
    }
    for (auto const& field : sort.owner->fields)
        if (field.role == DateRole::start && field.path.find_first_of(".[") == std::string::npos &&
            kind.field(sort.owner->name) != nullptr)
        {
            add(sort.owner->name + '.' + field.path);
            break;
        }
    if (kind.title_field != sort.list->key) add(kind.title_field);
    for (auto const& field : kind.fields)
        if (field.path.find_first_of(".[") == std::string::npos && field.type != FieldType::table &&
            field.item_type != FieldType::table && field.path != sort.list->key && field.path != sort.owner->name)
            add(field.path);
    return columns;
}

}  // namespace sss
