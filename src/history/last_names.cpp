#include "history/last_names.hpp"

namespace sss {

LastNames::LastNames(History const& history)
{
    for (auto const& change : history.changes)
        if (!change.former_id.empty() || change.type == ChangeType::removed) turns_.push_back(&change);
}

std::optional<RecordKey> LastNames::of(RecordKey key, std::uint32_t commit) const
{
    for (auto const* turn : turns_) {
        if (turn->commit <= commit || turn->record.kind != key.kind) continue;
        if (turn->type == ChangeType::removed && turn->record == key) return std::nullopt;
        if (turn->former_id == key.id) key = turn->record;
    }
    return key;
}

}  // namespace sss
