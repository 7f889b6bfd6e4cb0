#include "facts/change/record_thread.hpp"

#include <cstddef>
#include <map>
#include <set>

namespace sss {

namespace {

/// Whether `typed` means this key.
bool names(RecordKey const& key, std::string_view typed)
{
    auto const slash = typed.find('/');
    return key.id == typed || (slash != std::string_view::npos && key.kind->name == typed.substr(0, slash) &&
                               key.id == typed.substr(slash + 1));
}

}  // namespace

RecordThread thread_of(History const& history, std::string_view typed)
{
    // Which life each change belongs to: a rename carries it on under another key, and who then takes the key that
    // became free begins another. A record that is deleted and made again lives on.
    std::map<RecordKey, std::size_t, RecordKeyLess> life_of;
    std::vector<std::size_t> lives;
    std::set<std::size_t> bore_it;
    std::size_t count = 0;
    for (auto const& change : history.changes) {
        RecordKey const former{change.record.kind, change.former_id.empty() ? change.record.id : change.former_id};
        auto const known = life_of.extract(former);
        auto const life = known.empty() ? count++ : known.mapped();
        life_of.insert_or_assign(change.record, life);
        lives.push_back(life);
        if (names(change.record, typed) || names(former, typed)) bore_it.insert(life);
    }
    std::set<std::size_t> told;
    for (auto const& [key, life] : life_of)
        if (names(key, typed)) told.insert(life);
    if (told.empty()) told = bore_it;

    RecordThread thread;
    for (auto const& [key, life] : life_of)
        if (told.contains(life)) thread.records.push_back(key);
    for (std::size_t i = 0; i < lives.size(); ++i)
        if (told.contains(lives[i])) thread.changes.push_back(history.changes[i]);
    return thread;
}

}  // namespace sss
