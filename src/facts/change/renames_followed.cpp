#include "facts/change/renames_followed.hpp"

#include "records/references.hpp"

#include <algorithm>
#include <utility>

namespace sss {

RenamesFollowed RenamesFollowed::of_steps(std::span<Change const> steps)
{
    RenamesFollowed found;
    for (auto const& step : steps)
        if (!step.former_id.empty())
            found.remember({step.commit, step.record.kind->name, step.former_id}, step.record.id);
    return found;
}

RenamesFollowed RenamesFollowed::of_net(std::span<Change const> net)
{
    RenamesFollowed found;
    for (auto const& change : net)
        if (!change.former_id.empty())
            found.remember({std::nullopt, change.record.kind->name, change.former_id}, change.record.id);
    return found;
}

RenamesFollowed RenamesFollowed::of_aliases(Records const& records)
{
    RenamesFollowed found;
    for (auto const& record : records.all()) {
        auto const* aliases = find(record.fields(), keys::aliases);
        if (aliases == nullptr || aliases->array() == nullptr) continue;
        for (auto const& alias : *aliases->array())
            if (alias.string() != nullptr && records.find(record.kind->name, *alias.string()) == nullptr)
                found.remember({std::nullopt, record.kind->name, *alias.string()}, record.id);
    }
    return found;
}

void RenamesFollowed::remember(Name name, std::string now)
{
    former_names_.insert(std::get<2>(name));
    new_names_[std::move(name)] = std::move(now);
}

Value RenamesFollowed::renamed(Value value, Kind const& kind, std::string const& path, std::uint32_t commit) const
{
    if (auto* array = std::get_if<Array>(&value.data)) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            auto const& item = (*array)[i];
            array->replace(i, renamed(item, kind, item.table() != nullptr ? path + "[]" : path, commit));
        }
    } else if (auto* table = std::get_if<Table>(&value.data)) {
        for (std::size_t i = 0; i < table->size(); ++i) {
            auto const& [key, place, said] = (*table)[i];
            table->replace(i, {key, place, renamed(said, kind, path + '.' + key, commit)});
        }
    } else if (auto const* name = value.string()) {
        auto const* field = kind.field(path);
        if (field == nullptr) return value;
        for (auto const& named : field->references)
            for (auto const& when : {std::optional<std::uint32_t>{}, std::optional{commit}})
                if (auto const known = new_names_.find({when, named, *name}); known != new_names_.end())
                    return Value{known->second, value.place};
    }
    return value;
}

bool RenamesFollowed::mentions_former(Value const& value) const
{
    auto const mentions = [this](Value const& part) { return mentions_former(part); };
    if (auto const* array = value.array()) return std::ranges::any_of(*array, mentions);
    if (auto const* table = value.table()) return std::ranges::any_of(*table, mentions, &Member::value);
    return value.string() != nullptr && former_names_.contains(*value.string());
}

bool RenamesFollowed::follows(Kind const& kind, Field const* field, std::string const& path, SharedValue const& from,
                              SharedValue const& to, std::uint32_t commit) const
{
    if (!from || !to) return false;
    auto const& before = *from;
    return same_meaning(field, mentions_former(before) ? renamed(before, kind, path, commit) : before, *to);
}

bool RenamesFollowed::by(Kind const& kind, MemberChange const& change) const
{
    if (new_names_.empty()) return false;
    return follows(kind, kind.field(change.key), change.key, change.from, change.to, change.commit);
}

bool RenamesFollowed::by(Kind const& kind, FieldChange const& change) const
{
    if (new_names_.empty() || change.field == nullptr || !change.from) return false;
    auto const item = change.from->table() != nullptr && change.field->type == FieldType::array;
    return follows(kind, change.field, change.field->path + (item ? "[]" : ""), change.from, change.to, change.commit);
}

}  // namespace sss
