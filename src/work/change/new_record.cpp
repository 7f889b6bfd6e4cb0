#include "work/change/new_record.hpp"

#include "records/propose_id.hpp"
#include "records/write.hpp"
#include "schema/pattern.hpp"
#include "schema/text.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"
#include "work/change/field_values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

/// The schema names the field first, and so does the option.
std::string about(Field const& field, Objection const& objection)
{
    auto const text = visible(objection.text());
    auto const name = fmt::format("'{}' ", field.path);
    if (text.starts_with(name)) return fmt::format("--{} {}", field.path, text.substr(name.size()));
    return fmt::format("--{}: {}", field.path, text);
}

}  // namespace

std::vector<std::string> names_of_kinds(Schemas const& schemas)
{
    std::vector<std::string> names;
    for (auto const& schema : schemas.all()) names.push_back(schema.kind().name);
    return names;
}

Schema const& schema_of(Schemas const& schemas, std::string const& kind)
{
    if (auto const* schema = schemas.find(kind)) return *schema;
    auto const names = names_of_kinds(schemas);
    auto const near = nearest(kind, names);
    throw UsageError{fmt::format("there is no kind '{}'{}", visible(kind),
                                 near ? fmt::format("; did you mean '{}'?", *near) : std::string{}),
                     fmt::format("The kinds are {}.", schema::joined(names, "and"))};
}

Table record_of(AddRequest const& request, Schema const& schema, Records const& records, Day today,
                std::vector<std::string>& problems)
{
    auto const& kind = schema.kind();
    std::vector<std::pair<Field const*, std::vector<std::string>>> given;
    for (auto const& [name, text] : request.fields) {
        auto const* field = field_typed(kind, name);
        if (field == nullptr) {
            std::vector<std::string> names;
            for (auto const& known : kind.fields)
                if (is_settable(known)) names.push_back(known.path);
            auto const near = nearest(name, names);
            auto const hint = near ? fmt::format("; did you mean '--{}'?", *near) : std::string{};
            problems.push_back(
                fmt::format("{} has no field '{}'{}", schema::with_article(kind.name), visible(name), hint));
            continue;
        }
        auto const same = std::ranges::find(given, field, &decltype(given)::value_type::first);
        auto const said = day_in_field(*field, text, today);
        if (same == given.end())
            given.push_back({field, {said}});
        else
            same->second.push_back(said);
    }
    Table record;
    for (auto const& [field, texts] : given) {
        if (texts.size() > 1 && field->type != FieldType::array && field->type != FieldType::any) {
            problems.push_back(
                fmt::format("--{} is given {} times, but it holds one value", field->path, texts.size()));
            continue;
        }
        auto value = value_of(schema, *field, texts);
        take_present_ids(*field, value, records);
        if (auto const objection = objection_to(schema, *field, value, records))
            problems.push_back(about(*field, *objection));
        put(record, field->path, std::move(value));
    }
    return record;
}

bool has_members(Kind const& kind, Field const& field)
{
    return std::ranges::any_of(kind.fields,
                               [&](Field const& other) { return other.path.starts_with(field.path + "."); });
}

/// Required in every record, not only where its table stands.
bool always_required(Kind const& kind, Field const& field)
{
    if (!field.required) return false;
    auto const dot = field.path.rfind('.');
    if (dot == std::string::npos) return true;
    auto const* table = kind.field(field.path.substr(0, dot));
    return table != nullptr && always_required(kind, *table);
}

std::vector<Field const*> missing_fields(Kind const& kind, Table const& record)
{
    std::vector<Field const*> missing;
    for (auto const& field : kind.fields) {
        if (!field.required || !is_settable(field) || find_path(record, field.path) != nullptr) continue;
        auto const dot = field.path.rfind('.');
        auto const table = field.path.substr(0, dot == std::string::npos ? 0 : dot);
        // A table that is required is asked for by its members, where it has any.
        if (field.type == FieldType::table && has_members(kind, field)) continue;
        if (always_required(kind, field) || (!table.empty() && find_path(record, table) != nullptr))
            missing.push_back(&field);
    }
    return missing;
}

/// What the schema says where a required field is left out.
void fill_defaults(Kind const& kind, Table& record)
{
    for (auto const* field : missing_fields(kind, record))
        if (field->default_value) put(record, field->path, *field->default_value);
}

std::string proposed_id(WorkingTree const& tree, Kind const& kind, Table const& record)
{
    return propose_id(kind, record, tree.records.zone(),
                      [&](std::string const& taken) { return tree.records.find(kind.name, taken) != nullptr; });
}

std::string ids_in_words(Kind const& kind, Records const& records)
{
    auto const plain = kind.id_pattern == schema::default_id_pattern;
    auto const others = records.of(kind);
    auto const example = !others.empty()                 ? others.front().id
                         : kind.name == kinds::milestone ? std::string{"sss-1-cdr"}
                         : kind.name == kinds::meeting   ? std::string{"2018-04-ankara-review"}
                                                         : slug(kind.name) + "-1";
    if (plain) return fmt::format("small Latin letters, digits and hyphens, as in {}", visible(example));
    return others.empty() ? fmt::format("it as the schema of {} has it", schema::with_article(kind.name))
                          : fmt::format("it as the others are written, as in {}", visible(example));
}

std::optional<Objection> objection_to_id(WorkingTree const& tree, Kind const& kind, std::string const& id)
{
    if (auto const* other = tree.records.find(kind.name, id))
        return Objection{fmt::format("the {} '{}' stands already in {}", kind.name, id, other->path()),
                         fmt::format("`sss set {} …` changes it, and a file with --update", id)};
    auto const slot = tree.layout().slot(tree.layout().path_of(kind, id));
    auto const found_again = slot && slot->kind == &kind && slot->id == id;
    auto const climbs =
        ("/" + id + "/").find("/../") != std::string::npos || ("/" + id + "/").find("/./") != std::string::npos;
    if (is_id_of(kind, id) && found_again && !climbs && !id.empty()) return std::nullopt;
    auto const better = slug(id);
    return Objection{fmt::format("'{}' cannot be the id of {}", visible(id), schema::with_article(kind.name)),
                     !better.empty() && is_id_of(kind, better) ? fmt::format("'{}' can", better)
                                                               : "write " + ids_in_words(kind, tree.records)};
}

std::string text_of(Table const& record, Kind const& kind)
{
    std::vector<Member> members{record.begin(), record.end()};
    std::ranges::stable_sort(members, {}, [&](Member const& member) { return rank_of(kind, "", member.key); });
    return write_record({members.begin(), members.end()}, kind);
}

}  // namespace sss
