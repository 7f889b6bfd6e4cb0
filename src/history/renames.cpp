#include "history/renames.hpp"

#include "history/member_changes.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// Likeness is sought among this many pairs at the most: beyond it a commit replaced a data set, it renamed nothing.
constexpr std::size_t most_pairs = 250'000;
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

/// The share of fields that two records have in common that say the same, from 0 to 1.
double likeness(Kind const& kind, Table const& a, Table const& b)
{
    if (a.empty() || b.empty()) return 0;
    auto const shared = std::ranges::count_if(a, [&](Member const& member) {
        auto const* other = find(b, member.key);
        return other != nullptr && same_meaning(kind, member.key, *other, member.value);
    });
    return static_cast<double>(shared) / static_cast<double>(std::max(a.size(), b.size()));
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
    auto const sought = removed.size() * added.size() <= most_pairs;

    // What the records say of themselves is looked up by name, so that it costs no more than there are names.
    std::map<std::pair<Kind const*, std::string_view>, std::vector<std::size_t>> left;
    for (auto const r : removed) left[{changes[r].record.kind, changes[r].record.id}].push_back(r);
    std::vector<Pair> pairs;
    std::set<std::pair<std::size_t, std::size_t>> named;
    auto const name = [&](double score, std::string_view id, std::size_t a) {
        auto const known = left.find({changes[a].record.kind, id});
        if (known == left.end()) return;
        for (auto const r : known->second)
            if (named.emplace(r, a).second) pairs.push_back({score, r, a});
    };
    for (auto const a : added) {
        name(3, changes[a].record.id, a);
        for_each_alias(*changes[a].content, [&](std::string const& alias) { name(2, alias, a); });
    }
    for (auto const r : removed) {
        if (!sought) break;
        for (auto const a : added) {
            auto const& old = changes[r];
            auto const& now = changes[a];
            if (old.record.kind != now.record.kind || named.contains({r, a})) continue;
            auto const score = likeness(*now.record.kind, *old.content, *now.content);
            if (score >= near_enough || (score >= near_enough_by_name && same_last_part(old.record.id, now.record.id)))
                pairs.push_back({score, r, a});
        }
    }
    std::ranges::stable_sort(pairs, [](Pair const& x, Pair const& y) {
        return std::tuple{-x.score, x.removed, x.added} < std::tuple{-y.score, y.removed, y.added};
    });
    for (auto const& pair : pairs)
        if (changes[pair.removed].content && changes[pair.added].content)
            join(changes[pair.removed], changes[pair.added]);

    std::erase_if(changes, [](Change const& change) {
        if (change.type == ChangeType::changed) return change.members.empty() && change.former_id.empty();
        return change.content == nullptr;
    });
    return sought;
}

}  // namespace sss
