#include "reports/record_thread.hpp"

#include <algorithm>
#include <set>

namespace sss {

namespace {

/// The key that a record has at the end, from any key that it had: follows the renames forward from `at`.
bool names(RecordKey const& key, std::string_view typed)
{
    auto const slash = typed.find('/');
    return key.id == typed || (slash != std::string_view::npos && key.kind->name == typed.substr(0, slash) &&
                               key.id == typed.substr(slash + 1));
}

}  // namespace

std::vector<Change> thread_of(History const& history, std::string_view typed)
{
    using Keys = std::set<RecordKey, RecordKeyLess>;
    // Forward: whoever bears the name at any time, and what it is renamed to.
    Keys bearers;
    for (auto const& change : history.changes) {
        RecordKey const former{change.record.kind, change.former_id.empty() ? change.record.id : change.former_id};
        if (names(change.record, typed) || names(former, typed) || bearers.contains(former))
            bearers.insert(change.record);
    }
    // Backward from its last name, so that a record that bore the name before, and lost it to another, stays apart.
    Keys now;
    for (auto const& key : bearers)
        if (std::ranges::none_of(history.changes, [&](Change const& change) {
                return change.former_id == key.id && change.record.kind == key.kind && bearers.contains(change.record);
            }))
            now.insert(key);
    std::vector<Change> thread;
    for (auto change = history.changes.rbegin(); change != history.changes.rend(); ++change) {
        if (!now.contains(change->record)) continue;
        thread.push_back(*change);
        if (!change->former_id.empty()) {
            now.erase(change->record);
            now.insert({change->record.kind, change->former_id});
        }
    }
    std::ranges::reverse(thread);
    return thread;
}

}  // namespace sss
