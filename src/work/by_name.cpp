#include "work/by_name.hpp"

#include "records/references.hpp"
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
    std::vector<std::string> ids;
    for (auto const& record : records.all()) {
        ids.push_back(record.id);
        auto const of_kind = slash == std::string::npos || record.kind->name == typed.substr(0, slash);
        if (of_kind && has_alias(record, former))
            throw UsageError{fmt::format("no record is called '{}'", typed),
                             fmt::format("It is called '{}' now.", record.id)};
    }
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

std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind, Records const& records)
{
    std::vector<std::string> ids;
    for (auto const& record : records.of(kind)) ids.push_back(record.id);
    require_known(typed, fmt::format("no {} is called", kind), ids);
    return typed;
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
