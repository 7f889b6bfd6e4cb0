#include "facts/change/part_of_changes.hpp"

#include <algorithm>
#include <utility>

namespace sss {

PartOfChanges::PartOfChanges(Narrowing const& narrowing, std::vector<std::string> types, Records const& now,
                             std::span<Change const> changes)
    : now_(now), whole_(read_standard_records(now)), belongs_(narrowing, whole_), types_(std::move(types))
{
    for (auto const& change : changes)
        if (change.content) last_[change.record] = change.content;
}

Table const* PartOfChanges::fields_of(RecordKey const& key) const
{
    if (auto const* record = now_.find(key.kind->name, key.id)) return &record->fields();
    auto const last = last_.find(key);
    return last == last_.end() ? nullptr : last->second.get();
}

bool PartOfChanges::takes(Change const& change, LastNames const* names) const
{
    if (!asked()) return true;
    auto const& kind = *change.record.kind;
    if (!belongs_.kind(kind.name)) return false;
    auto key = change.record;
    if (names != nullptr)
        if (auto const last = names->of(key, change.commit)) key = *last;
    auto const* fields = fields_of(key);
    if (fields == nullptr) return false;
    if (!types_.empty()) {
        auto const* type = kind.name == kinds::milestone ? string_at(*fields, keys::type) : nullptr;
        if (type == nullptr || std::ranges::find(types_, *type) == types_.end()) return false;
    }
    return belongs_.part(kind, key.id, *fields);
}

}  // namespace sss
