#include "history/net.hpp"

#include "history/member_changes.hpp"
#include "programme/key_index.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace sss {

namespace {

std::shared_ptr<Table const> applied(Table const& content, std::vector<MemberChange> const& members, Side side)
{
    return std::make_shared<Table const>(with_changes(content, members, side));
}

void fold_members(Kind const& kind, std::vector<MemberChange>& members, std::vector<MemberChange> const& later)
{
    std::vector<MemberChange> added;
    std::unordered_set<std::string_view> back;
    {
        KeyIndex const earlier{members};
        for (auto const& member : later) {
            auto const* found = earlier.find(member.key);
            if (found == nullptr) {
                added.push_back(member);
                continue;
            }
            auto& known = members[static_cast<std::size_t>(found - members.data())];
            known.to = member.to;
            known.commit = member.commit;
            if (known.from.has_value() == known.to.has_value() &&
                (!known.from || same_meaning(kind, known.key, *known.from, *known.to)))
                back.insert(member.key);
        }
    }
    std::erase_if(members, [&](MemberChange const& member) { return back.contains(member.key); });
    std::ranges::move(added, std::back_inserter(members));
}

/// A net change while it is folded.
struct Folding {
    Change net;
    std::vector<MemberChange> before_removal;  ///< of a record that is gone: what had changed in it until then
};

/// What stood already when the record was removed keeps the commit that brought it.
void keep_commits(Kind const& kind, std::vector<MemberChange>& members, std::vector<MemberChange> const& earlier)
{
    KeyIndex const known_before{earlier};
    for (auto& member : members) {
        auto const* known = known_before.find(member.key);
        if (known == nullptr || known->to.has_value() != member.to.has_value()) continue;
        if (!member.to || same_meaning(kind, member.key, *known->to, *member.to)) member.commit = known->commit;
    }
}

/// Takes the next change of a record into its net change; false where nothing is left to tell.
bool fold(Folding& folding, Change const& next)
{
    auto& net = folding.net;
    auto const& kind = *net.record.kind;
    auto const before = net.type;
    net.commit = next.commit;
    net.title = next.title;
    if (before == ChangeType::added) {
        if (next.type == ChangeType::removed) return false;
        net.content = applied(*net.content, next.members, Side::after);
        net.record = next.record;
        return true;
    }
    if (next.type == ChangeType::removed) {  // said as it stood before the stretch
        net.content = applied(*next.content, net.members, Side::before);
        net.type = ChangeType::removed;
        if (!net.former_id.empty()) net.record.id = std::exchange(net.former_id, {});
        folding.before_removal = std::exchange(net.members, {});
        return true;
    }
    if (before == ChangeType::removed) {
        if (net.record.id != next.record.id) net.former_id = net.record.id;  // it came back under its last name
        net.record = next.record;
        net.members = member_changes(kind, *net.content, *next.content);
        for (auto& member : net.members) member.commit = next.commit;
        keep_commits(kind, net.members, folding.before_removal);
        net.content.reset();
        net.type = ChangeType::changed;
    } else {
        fold_members(kind, net.members, next.members);
        if (!next.former_id.empty() && net.former_id.empty()) net.former_id = net.record.id;
        net.record = next.record;
        if (net.former_id == net.record.id) net.former_id.clear();
    }
    return !net.members.empty() || !net.former_id.empty();
}

/// A record that went and one that came under its id are one record, as they are to whoever compares the two ends:
/// where another record bore the id in between, the steps could not join them.
void join_who_came_back(std::vector<Change>& net)
{
    std::map<RecordKey, Change*, RecordKeyLess> gone;
    for (auto& change : net)
        if (change.type == ChangeType::removed) gone.emplace(change.record, &change);
    if (gone.empty()) return;
    for (auto& change : net) {
        if (change.type != ChangeType::added) continue;
        auto const found = gone.find(change.record);
        if (found == gone.end()) continue;
        change.members = member_changes(*change.record.kind, *found->second->content, *change.content);
        for (auto& member : change.members) member.commit = change.commit;
        change.type = ChangeType::changed;
        change.content.reset();
        found->second->content.reset();
    }
    std::erase_if(net, [](Change const& change) {
        if (change.type == ChangeType::changed) return change.members.empty() && change.former_id.empty();
        return change.content == nullptr;
    });
}

}  // namespace

std::vector<Change> net_changes(std::span<Change const> changes)
{
    std::vector<Change const*> all;
    all.reserve(changes.size());
    for (auto const& change : changes) all.push_back(&change);
    return net_changes(all);
}

std::vector<Change> net_changes(std::span<Change const* const> changes)
{
    std::map<RecordKey, Folding, RecordKeyLess> open;
    std::vector<Change> all;
    // A key may be taken over: what its last bearer came to is then told as it stands.
    auto const keep = [&](RecordKey const& key, Folding folding) {
        if (auto last = open.extract(key)) all.push_back(std::move(last.mapped().net));
        open.emplace(key, std::move(folding));
    };
    for (auto const* change : changes) {
        auto const known =
            open.extract({change->record.kind, change->former_id.empty() ? change->record.id : change->former_id});
        if (known.empty()) {
            keep(change->record, {*change, {}});
        } else if (auto& folding = known.mapped(); fold(folding, *change)) {
            keep(change->record, std::move(folding));
        }
    }
    for (auto& [key, folding] : open) all.push_back(std::move(folding.net));
    join_who_came_back(all);
    std::ranges::stable_sort(all, {}, &Change::commit);
    return all;
}

}  // namespace sss
