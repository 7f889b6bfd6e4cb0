#include "work/by_name.hpp"

#include "support/edit_distance.hpp"
#include "support/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

/// @param none  what there is none of: "no milestone is of type"
void require_known(std::vector<std::string> const& typed, std::string_view none, std::vector<std::string> const& known)
{
    for (auto const& name : typed) {
        if (std::ranges::find(known, name) != known.end()) continue;
        auto const near = nearest(name, known);
        throw UsageError{fmt::format("{} '{}'", none, name), near ? fmt::format("Did you mean '{}'?", *near) : ""};
    }
}

constexpr std::size_t most_items_named = 10;

/// "rids.raised,rids.closed".
std::string columns_within(Kind const& kind, Field const& table)
{
    std::string columns;
    for (auto const& field : kind.fields) {
        if (!field.path.starts_with(table.path + '.')) continue;
        if (field.path.find_first_of(".[", table.path.size() + 1) != std::string::npos) continue;
        columns += (columns.empty() ? "" : ",") + field.path;
    }
    return columns.empty() ? table.path : columns;
}

}  // namespace

Record const& find_record(Records const& records, std::string const& typed)
{
    auto const slash = typed.find('/');
    if (slash != std::string::npos)
        if (auto const* record = records.find(typed.substr(0, slash), typed.substr(slash + 1))) return *record;
    auto const found = records.named(typed);
    if (found.size() == 1) return *found.front();
    if (found.size() > 1) {
        std::string list;
        for (auto const* record : found)
            list += fmt::format("{}{}/{}", list.empty() ? "" : " or ", record->kind->name, record->id);
        throw UsageError{fmt::format("'{}' names more than one record", typed), fmt::format("Write {}.", list)};
    }
    auto const former = typed.substr(slash == std::string::npos ? 0 : slash + 1);
    auto const once = records.once_called(slash == std::string::npos ? "" : typed.substr(0, slash), former);
    if (once.size() == 1) return *once.front();
    if (once.size() > 1)
        throw UsageError{fmt::format("'{}' names more than one record: so were both called once", typed),
                         fmt::format("Write {0}/{1} or {2}/{3}.", once[0]->kind->name, once[0]->id, once[1]->kind->name,
                                     once[1]->id)};
    std::vector<std::string> ids;
    for (auto const& record : records.all()) ids.push_back(record.id);
    auto const near = nearest(typed, ids);
    throw UsageError{fmt::format("no record is called '{}'", typed),
                     near ? fmt::format("Did you mean '{}'?", *near) : ""};
}

Kind const& find_kind(std::vector<Kind const*> const& kinds, std::string_view typed)
{
    std::vector<std::string> names;
    for (auto const* kind : kinds) {
        if (kind->name == typed || kind->folder == typed) return *kind;
        names.push_back(kind->name);
    }
    auto const near = nearest(typed, names);
    std::string list;
    for (auto const& name : names) list += (list.empty() ? "" : ", ") + name;
    throw UsageError{fmt::format("there is no kind of records called '{}'", typed),
                     near ? fmt::format("Did you mean '{}'?", *near) : fmt::format("There are {}.", list)};
}

ItemSort const* find_items(ItemSorts const& sorts, std::vector<Kind const*> const& kinds, std::string_view typed)
{
    std::vector<std::string> names;
    std::string list;
    for (auto const* kind : kinds) {
        if (kind->name == typed || kind->folder == typed) return nullptr;
        names.push_back(kind->name);
        list += (list.empty() ? "" : ", ") + kind->name;
    }
    auto const found = sorts.named(typed);
    if (found.size() == 1) return found.front();
    std::string inner;
    for (auto const& sort : sorts.all()) {
        names.push_back(sort.kind.name);
        inner += (inner.empty() ? "" : ", ") + sort.kind.name;
    }
    if (found.size() > 1) {
        std::string which;
        for (auto const* sort : found) which += (which.empty() ? "" : " or ") + sort->whole_name;
        throw UsageError{fmt::format("several kinds of records hold '{}'", typed), fmt::format("Write {}.", which)};
    }
    for (auto const* kind : kinds)
        for (auto const& field : kind->fields)
            if (field.type == FieldType::table && (field.path == typed || field.path == fmt::format("{}s", typed)))
                throw UsageError{fmt::format("there is no list called '{}': '{}' is a table of each {}", typed,
                                             field.path, kind->name),
                                 fmt::format("Write: sss list {} --where {} --columns id,{}", kind->name, field.path,
                                             columns_within(*kind, field))};
    auto const near = nearest(typed, names);
    throw UsageError{fmt::format("there is no kind of records called '{}'", typed),
                     near ? fmt::format("Did you mean '{}'?", *near)
                          : fmt::format("There are {}; and what these hold: {}.", list, inner)};
}

NamedItem find_item(Records const& records, ItemSorts const& sorts, std::string const& typed)
{
    auto const hash = typed.find('#');
    auto const& holder = find_record(records, typed.substr(0, hash));
    auto const wanted = typed.substr(hash + 1);
    std::vector<NamedItem> found;
    std::vector<std::string> keys;
    std::string list;
    for (auto const& sort : sorts.all()) {
        for (auto& item : items_of(sort, holder)) {
            auto const key = std::string{key_of_item(item.id)};
            keys.push_back(key);
            if (keys.size() <= most_items_named) list += (list.empty() ? "" : ", ") + key;
            if (key == wanted || sort.list->path + '.' + key == wanted)
                found.push_back({&sort, &holder, std::move(item)});
        }
    }
    if (found.size() == 1) return std::move(found.front());
    if (found.size() > 1) {
        std::string which;
        for (auto const& one : found)
            which += fmt::format("{}{}#{}.{}", which.empty() ? "" : " or ", holder.id, one.sort->list->path, wanted);
        throw UsageError{fmt::format("'{}' names more than one thing", typed), fmt::format("Write {}.", which)};
    }
    auto const near = nearest(wanted, keys);
    if (keys.size() > most_items_named) list += ", …";
    throw UsageError{fmt::format("{} {} has no '{}'", holder.kind->name, holder.id, wanted),
                     near           ? fmt::format("Did you mean '{}#{}'?", holder.id, *near)
                     : keys.empty() ? std::string{"It holds no list of things that have names."}
                                    : fmt::format("It has {}.", list)};
}

std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind, Records const& records)
{
    std::vector<std::string> ids;
    for (auto const& record : records.of(kind)) ids.push_back(record.id);
    auto meant = typed;
    for (auto& id : meant)
        if (records.find(kind, id) == nullptr)
            if (auto const once = records.once_called(kind, id); !once.empty()) id = once.front()->id;
    require_known(meant, fmt::format("no {} is called", kind), ids);
    return meant;
}

void require_milestone_types(std::vector<std::string> const& typed, Layout const& layout, StandardRecords const& state)
{
    std::vector<std::string> types;
    for (auto const& milestone : state.milestones) types.push_back(milestone.type);
    for (auto const* kind : layout.kinds())
        if (auto const* type = kind->name == kinds::milestone ? kind->field(keys::type) : nullptr)
            types.insert(types.end(), type->choices.begin(), type->choices.end());
    require_known(typed, "no milestone is of type", types);
}

}  // namespace sss
