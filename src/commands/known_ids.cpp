#include "commands/known_ids.hpp"

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
