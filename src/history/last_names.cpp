#include "history/last_names.hpp"

#include <set>

namespace sss {

LastNames::LastNames(History const& history)
{
    std::set<RecordKey, RecordKeyLess> gone;
    for (auto const& change : history.changes) {
        if (change.type == ChangeType::removed) gone.insert(change.record);
        auto const put_back = change.type == ChangeType::added && gone.contains(change.record);
        if (!change.former_id.empty() || change.type == ChangeType::removed || put_back) turns_.push_back(&change);
    }
}

std::optional<RecordKey> LastNames::of(RecordKey key, std::uint32_t commit) const
{
    auto gone = false;
    for (auto const* turn : turns_) {
        if (turn->commit <= commit || turn->record.kind != key.kind) continue;
        if (turn->type != ChangeType::changed) {
            if (turn->record == key) gone = turn->type == ChangeType::removed;
        } else if (!gone && turn->former_id == key.id) {
            key = turn->record;
        }
    }
    return gone ? std::nullopt : std::optional{key};
}

}  // namespace sss
