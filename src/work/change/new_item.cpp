#include "work/change/new_item.hpp"

#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"
#include "work/by_name.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t most_digits = 9;

std::string prefix_in_owner(ItemSort const& sort)
{
    return sort.list->path + "[].";
}

/// A key that ends in a number, taken apart: "a" and 2.
std::pair<std::string, std::int64_t> numbered(std::string const& key)
{
    auto const digits = key.find_last_not_of("0123456789");
    auto const at = digits == std::string::npos ? 0 : digits + 1;
    if (at == key.size() || key.size() - at > most_digits) return {key, -1};
    std::int64_t number = 0;
    std::from_chars(key.data() + at, key.data() + key.size(), number);
    return {key.substr(0, at), number};
}

[[noreturn]] void refuse_taken(ItemSort const& sort, Record const& holder, std::string const& key)
{
    auto const next = next_key(sort, keys_of(sort, holder));
    throw UsageError{
        fmt::format("{}#{} stands already", visible(holder.id), visible(key)),
        fmt::format("To change it: sss set '{}#{}' FIELD=VALUE{}", visible(holder.id), visible(key),
                    next.empty() ? std::string{} : fmt::format("\nThe next one would be {}.", visible(next)))};
}

}  // namespace

Field const* field_of_item(ItemSort const& sort, std::string_view typed)
{
    auto const* known = field_typed(sort.kind, typed);
    return known == nullptr ? nullptr : sort.owner->field(prefix_in_owner(sort) + known->path);
}

Table item_of(AddRequest const& request, ItemSort const& sort, WorkingTree const& tree, Day today,
              std::vector<std::string>& problems)
{
    auto const& schema = tree.schema(*sort.owner);
    Table said;
    for (auto const& [name, text] : request.fields) {
        auto const* field = field_of_item(sort, name);
        if (field == nullptr) {
            std::vector<std::string> names;
            for (auto const& known : sort.kind.fields)
                if (is_settable(known) && known.path != sort.owner->name) names.push_back(known.path);
            auto const near = nearest(name, names);
            problems.push_back(fmt::format("{} has no field '{}'{}", schema::with_article(sort.kind.name),
                                           visible(name),
                                           near ? fmt::format("; did you mean '--{}'?", *near) : std::string{}));
            continue;
        }
        auto const path = field->path.substr(prefix_in_owner(sort).size());
        if (find_path(said, path) != nullptr && field->type != FieldType::array) {
            problems.push_back(fmt::format("--{} is given twice, but it holds one value", path));
            continue;
        }
        auto value = value_of(schema, *field, std::vector<std::string>{day_in_field(*field, text, today)});
        take_present_ids(*field, value, tree.records);
        if (auto const objection = objection_to(schema, *field, value, tree.records))
            problems.push_back(fmt::format("--{}: {}", path, visible(objection->text())));
        put(said, path, std::move(value));
    }
    return said;
}

std::vector<Field const*> missing_in_item(ItemSort const& sort, Table const& said)
{
    std::vector<Field const*> missing;
    auto const prefix = prefix_in_owner(sort);
    for (auto const& field : sort.owner->fields) {
        if (!field.path.starts_with(prefix) || !field.required) continue;
        auto const path = std::string_view{field.path}.substr(prefix.size());
        auto const within = path.find_first_of(".[") != std::string_view::npos;
        auto const numbered_by_us = path == sort.list->key && path == keys::id;
        if (!within && !numbered_by_us && find(said, path) == nullptr) missing.push_back(&field);
    }
    return missing;
}

std::string next_key(ItemSort const& sort, std::vector<std::string> const& taken)
{
    if (sort.list->key != keys::id) return {};
    std::string prefix = sort.list->path.substr(0, 1);
    for (auto const& key : taken)
        if (auto const [before, number] = numbered(key); number >= 0) prefix = before;
    std::int64_t last = 0;
    for (auto const& key : taken)
        if (auto const [before, number] = numbered(key); before == prefix) last = std::max(last, number);
    return fmt::format("{}{}", prefix, last + 1);
}

std::vector<std::string> keys_of(ItemSort const& sort, Record const& holder)
{
    std::vector<std::string> taken;
    for (auto const& item : items_of(sort, holder)) taken.emplace_back(key_of_item(item.id));
    return taken;
}

Value whole_item(ItemSort const& sort, std::string const& key, Table said)
{
    Table item;
    auto const take = [&](std::string_view name) {
        auto const found = std::ranges::find(said, name, &Member::key);
        if (found == said.end()) return;
        item.push_back(*found);
        said.erase(static_cast<std::size_t>(found - said.begin()));
    };
    if (std::ranges::find(said, sort.list->key, &Member::key) == said.end())
        item.push_back({sort.list->key, {}, Value{key}});
    take(sort.list->key);
    for (auto const& field : sort.kind.fields) take(field.path);
    for (auto const& rest : said) item.push_back(rest);
    return Value{std::move(item)};
}

Rewriting rewriting_for(WorkingTree const& tree, NewItemRequest const& request, Outside const&)
{
    ItemSorts const sorts{tree.layout().kinds()};
    auto const& sort = *find_items(sorts, tree.layout().kinds(), request.sort);
    auto const& holder = sound_record(tree, request.holder);
    if (holder.kind != sort.owner)
        throw UsageError{fmt::format("{} holds no {}: it is {}", visible(holder.id), visible(sort.list->path),
                                     schema::with_article(holder.kind->name)),
                         fmt::format("Name {}.", schema::with_article(sort.owner->name))};
    auto const taken = keys_of(sort, holder);
    auto const* named = string_at(request.said, sort.list->key);
    auto key = named != nullptr ? *named : request.key.empty() ? next_key(sort, taken) : request.key;
    if (std::ranges::find(taken, key) != taken.end()) refuse_taken(sort, holder, key);
    Rewriting what{.lead = {holder.kind, holder.id}, .texts = {}};
    what.texts[holder.path()] = edited_anyhow(
        holder.text, *holder.kind, {FieldEdit::Act::append, {{sort.list->path}}, whole_item(sort, key, request.said)});
    what.reason = request.reason;
    return what;
}

}  // namespace sss
