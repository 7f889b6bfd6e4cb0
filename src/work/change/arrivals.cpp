#include "work/change/arrivals.hpp"

#include "records/propose_id.hpp"
#include "work/change/new_record.hpp"

#include <utility>

#include <fmt/format.h>

namespace sss {

std::map<std::string, Arrival> arrivals(std::vector<Imported>& all, WorkingTree const& tree,
                                        std::vector<std::string>& problems)
{
    std::map<std::string, Arrival> found;
    for (auto& one : all) {
        fill_defaults(*one.kind, one.fields);
        auto const path_of = [&](std::string const& id) { return tree.layout().path_of(*one.kind, id); };
        if (one.id.empty())
            one.id = propose_id(*one.kind, one.fields, tree.records.zone(), [&](std::string const& id) {
                return tree.records.find(one.kind->name, id) != nullptr || found.contains(path_of(id));
            });
        if (one.id.empty()) {
            problems.push_back(fmt::format("{}: no id can be made of what it says; give it one as 'id': {}", one.where,
                                           ids_in_words(*one.kind, tree.records)));
            continue;
        }
        if (auto const objection = objection_to_id(tree, *one.kind, one.id)) {
            problems.push_back(fmt::format("{}: {}", one.where, objection->text()));
            continue;
        }
        auto text = text_of(std::move(one.fields), *one.kind);
        auto const [other, is_new] =
            found.try_emplace(path_of(one.id), Arrival{one.where, std::move(text), found.size()});
        if (!is_new)
            problems.push_back(
                fmt::format("{}: the id '{}' is that of {} too", one.where, one.id, other->second.where));
    }
    return found;
}

}  // namespace sss
