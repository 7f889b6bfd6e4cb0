#include "history/compare.hpp"

#include "history/member_changes.hpp"
#include "history/renames.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace sss {

namespace {

using ByKey = std::map<RecordKey, Record const*, RecordKeyLess>;

ByKey by_key(Records const& records)
{
    ByKey all;
    for (auto const& record : records.all()) all.emplace(RecordKey{record.kind, record.id}, &record);
    return all;
}

bool readable(Record const* record)
{
    return record == nullptr || record->document.problems.empty();
}

/// Where one of the two cannot be read nothing is told of it: what a broken file says is not what is meant.
void compare_one(Comparison& into, RecordKey const& key, Record const* before, Record const* after)
{
    if (!readable(before) || !readable(after)) {
        auto const same = before != nullptr && after != nullptr && before->text == after->text;
        if (!same) into.unreadable.push_back(after != nullptr ? after->path() : before->path());
        return;
    }
    Change change;
    change.record = key;
    change.title = (after != nullptr ? after : before)->title();
    if (before != nullptr && after != nullptr) {
        change.members = member_changes(*key.kind, before->fields(), after->fields());
        if (change.members.empty()) return;
    } else {
        change.type = after != nullptr ? ChangeType::added : ChangeType::removed;
        change.content = std::make_shared<Table const>((after != nullptr ? after : before)->fields());
    }
    into.changes.push_back(std::move(change));
}

/// Makes one change of a record that went and one that came, where they are known to be one.
void join_known(std::vector<Change>& changes, std::vector<Renamed> const& known)
{
    auto const find = [&](RecordKey const& key, ChangeType type) {
        return std::ranges::find_if(changes, [&](Change const& one) {
            return one.type == type && one.record == key && one.content != nullptr;
        });
    };
    for (auto const& [former, now] : known) {
        auto const gone = find(former, ChangeType::removed), came = find(now, ChangeType::added);
        if (gone == changes.end() || came == changes.end()) continue;
        came->members = member_changes(*now.kind, *gone->content, *came->content);
        came->type = ChangeType::changed;
        came->former_id = former.id;
        came->content.reset();
        changes.erase(gone);
    }
}

}  // namespace

bool may_hold_renames(Comparison const& comparison)
{
    auto const& changes = comparison.changes;
    return std::ranges::any_of(changes, [&](Change const& gone) {
        return gone.type == ChangeType::removed && std::ranges::any_of(changes, [&](Change const& came) {
                   return came.type == ChangeType::added && came.record.kind == gone.record.kind;
               });
    });
}

Comparison compare(Layout const& layout, Records const& before, Records const& after, std::vector<Renamed> const& known)
{
    Comparison found;
    auto const old = by_key(before);
    auto const now = by_key(after);
    auto const bearer = [](ByKey const& all, RecordKey const& key) {
        auto const it = all.find(key);
        return it == all.end() ? nullptr : it->second;
    };
    for (auto const& [key, record] : old) compare_one(found, key, record, bearer(now, key));
    for (auto const& [key, record] : now)
        if (!old.contains(key)) compare_one(found, key, nullptr, record);
    join_known(found.changes, known);
    found.renames_sought = join_renames(found.changes);
    auto const rank = [&layout](Change const& change) {
        return std::ranges::find(layout.kinds(), change.record.kind) - layout.kinds().begin();
    };
    std::ranges::stable_sort(found.changes, [&](Change const& a, Change const& b) {
        if (a.record.kind != b.record.kind) return rank(a) < rank(b);
        return a.record.id < b.record.id;
    });
    std::ranges::sort(found.unreadable);
    return found;
}

}  // namespace sss
