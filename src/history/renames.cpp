#include "history/renames.hpp"

#include "history/member_changes.hpp"
#include "programme/key_index.hpp"
#include "records/write.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// Likeness is sought among this many pairs at the most: beyond it a commit replaced a data set, it renamed nothing.
constexpr std::size_t most_pairs = 250'000;
/// The same of what is compared for it, in units of `size_of`: a few hundred records that are large cost as much.
constexpr std::size_t most_compared = 32'000'000;
constexpr double near_enough = 0.75;
/// The same for records whose ids differ in their folders alone.
constexpr double near_enough_by_name = 0.5;

template <typename Visit>
void for_each_alias(Table const& content, Visit const& visit)
{
    auto const* aliases = find(content, keys::aliases);
    auto const* names = aliases != nullptr ? aliases->array() : nullptr;
    if (names == nullptr) return;
    for (auto const& name : *names)
        if (name.string() != nullptr) visit(*name.string());
}

/// How much there is to compare: what a table holds at its finest, and its texts by their length.
std::size_t size_of(Table const& table)
{
    std::size_t size = 0;
    std::vector<Value const*> left;
    for (auto const& member : table) left.push_back(&member.value);
    while (!left.empty()) {
        auto const& value = *left.back();
        left.pop_back();
        ++size;
        if (auto const* text = value.text()) size += text->size() / 32;
        if (auto const* items = value.array())
            for (auto const& item : *items) left.push_back(&item);
        if (auto const* inner = value.table())
            for (auto const& member : *inner) left.push_back(&member.value);
    }
    return size;
}

/// The share of fields that two records have in common that say the same, from 0 to 1; 0 too where it cannot be enough.
double likeness(Kind const& kind, Table const& a, KeyIndex<Table> const& keys_of_b, std::size_t size_of_b)
{
    auto const most = static_cast<double>(std::max(a.size(), size_of_b));
    auto const fewest = static_cast<double>(std::min(a.size(), size_of_b));
    if (fewest == 0 || fewest / most < near_enough_by_name) return 0;
    auto const shared = std::ranges::count_if(a, [&](Member const& member) {
        auto const* other = keys_of_b.find(member.key);
        return other != nullptr && same_meaning(kind, member.key, other->value, member.value);
    });
    return static_cast<double>(shared) / most;
}

/// What a record says, written in one way, so that those that say the same are found by it.
std::string written(Table const& content)
{
    std::vector<std::string> members;
    for (auto const& member : content) members.push_back(member.key + '\0' + write_value(member.value) + '\n');
    std::ranges::sort(members);
    std::string text;
    for (auto const& member : members) text += member;
    return text;
}

/// "rocket/nozzle" and "archive/rocket/nozzle".
bool same_last_part(std::string_view a, std::string_view b)
{
    return a.substr(a.rfind('/') + 1) == b.substr(b.rfind('/') + 1);
}

struct Pair {
    double score;  ///< above 1: the record says so itself
    std::size_t removed;
    std::size_t added;
};

bool best_first(Pair const& x, Pair const& y)
{
    return std::tuple{-x.score, x.removed, x.added} < std::tuple{-y.score, y.removed, y.added};
}

void join(Change& removed, Change& added)
{
    added.type = ChangeType::changed;
    if (removed.record.id != added.record.id) added.former_id = removed.record.id;
    added.members = member_changes(*added.record.kind, *removed.content, *added.content);
    for (auto& member : added.members) member.commit = added.commit;
    added.content.reset();
    removed.content.reset();
}

}  // namespace

bool join_renames(std::vector<Change>& changes)
{
    std::vector<std::size_t> removed, added;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].type == ChangeType::removed) removed.push_back(i);
        if (changes[i].type == ChangeType::added) added.push_back(i);
    }
    if (removed.empty() || added.empty()) return true;
    auto const join_pair = [&](std::size_t r, std::size_t a) {
        if (changes[r].content && changes[a].content) join(changes[r], changes[a]);
    };
    auto const leave_joined = [&] {
        auto const is_joined = [&](std::size_t i) { return changes[i].content == nullptr; };
        std::erase_if(removed, is_joined);
        std::erase_if(added, is_joined);
    };

    // What the records say of themselves is looked up by name, so that it costs no more than there are names.
    std::map<std::pair<Kind const*, std::string_view>, std::vector<std::size_t>> left;
    for (auto const r : removed) left[{changes[r].record.kind, changes[r].record.id}].push_back(r);
    std::vector<Pair> named;
    auto const name = [&](double score, std::string_view id, std::size_t a) {
        auto const known = left.find({changes[a].record.kind, id});
        if (known == left.end()) return;
        for (auto const r : known->second) named.push_back({score, r, a});
    };
    for (auto const a : added) {
        name(3, changes[a].record.id, a);
        for_each_alias(*changes[a].content, [&](std::string const& alias) { name(2, alias, a); });
    }
    std::ranges::stable_sort(named, best_first);
    for (auto const& pair : named) join_pair(pair.removed, pair.added);
    leave_joined();

    // The same content is looked up likewise. Of several that say the same, the first goes with the first.
    if (!removed.empty() && !added.empty()) {
        std::map<std::pair<Kind const*, std::string>, std::vector<std::size_t>> same;
        for (auto const a : added | std::views::reverse)
            if (!changes[a].content->empty()) same[{changes[a].record.kind, written(*changes[a].content)}].push_back(a);
        for (auto const r : removed) {
            auto const found = same.find({changes[r].record.kind, written(*changes[r].content)});
            if (found == same.end() || found->second.empty()) continue;
            join_pair(r, found->second.back());
            found->second.pop_back();
        }
        leave_joined();
    }

    std::size_t of_removed = 0, of_added = 0;
    for (auto const r : removed) of_removed += size_of(*changes[r].content);
    for (auto const a : added) of_added += size_of(*changes[a].content);
    auto const compared = std::min(of_removed * added.size(), of_added * removed.size());
    auto const sought = removed.size() * added.size() <= most_pairs && compared <= most_compared;
    std::vector<Pair> pairs;
    for (auto const a : added) {
        if (!sought) break;
        auto const& now = changes[a];
        KeyIndex const keys{*now.content};
        for (auto const r : removed) {
            auto const& old = changes[r];
            if (old.record.kind != now.record.kind) continue;
            auto const score = likeness(*now.record.kind, *old.content, keys, now.content->size());
            if (score >= near_enough || (score >= near_enough_by_name && same_last_part(old.record.id, now.record.id)))
                pairs.push_back({score, r, a});
        }
    }
    std::ranges::stable_sort(pairs, best_first);
    for (auto const& pair : pairs) join_pair(pair.removed, pair.added);

    std::erase_if(changes, [](Change const& change) {
        if (change.type == ChangeType::changed) return change.members.empty() && change.former_id.empty();
        return change.content == nullptr;
    });
    return sought;
}

}  // namespace sss
