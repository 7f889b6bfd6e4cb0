#include "commands/known_ids.hpp"

#include "support/edit_distance.hpp"
#include "support/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

void require_known(std::vector<std::string> const& typed, std::string_view noun, std::vector<std::string> const& known)
{
    for (auto const& name : typed) {
        if (std::ranges::find(known, name) != known.end()) continue;
        auto const near = nearest(name, known);
        throw UsageError{fmt::format("no {} is called '{}'", noun, name),
                         near ? fmt::format("Did you mean '{}'?", *near) : ""};
    }
}

std::vector<std::string> known_ids(std::vector<std::string> const& typed, std::string_view kind, Records const& records)
{
    std::vector<std::string> ids;
    for (auto const& record : records.of(kind)) ids.push_back(record.id);
    require_known(typed, kind, ids);
    return typed;
}

}  // namespace sss
