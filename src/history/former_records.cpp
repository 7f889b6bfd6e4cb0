#include "history/former_records.hpp"

#include "git/path_changes.hpp"
#include "history/compare.hpp"
#include "history/walk.hpp"
#include "programme/date.hpp"
#include "records/records.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace sss {
namespace {

/// Renames are looked for in so many commits; of what others took away it is said that it was removed.
constexpr std::size_t most_commits_compared = 20;

/// Where a record stood, and who took it away last.
struct Trace {
    std::set<std::string> standing;      ///< the paths at which it stands in the tip
    std::optional<std::size_t> removed;  ///< the step that took it away
};

Kind const* kind_named(Layout const& layout, std::string_view name)
{
    auto const found = std::ranges::find(layout.kinds(), name, &Kind::name);
    return found == layout.kinds().end() ? nullptr : *found;
}

/// The fate of each missing record, over all commits against their first parents.
std::map<NamedId, Trace> traces(git::Repository const& repository, Walk const& walk, Layout const& layout,
                                std::vector<NamedId> const& missing)
{
    std::vector<git::TreePair> pairs;
    for (auto const& step : walk.steps) {
        auto const& parents = step.commit.parents;
        pairs.push_back({parents.empty() ? git::Oid{} : repository.commit(parents.front()).tree, step.commit.tree});
    }
    auto const id_at = [&](std::string_view path) -> std::optional<NamedId> {
        auto slot = layout.slot(path);
        if (!slot) return std::nullopt;
        return NamedId{slot->kind->name, std::move(slot->id)};
    };
    auto const files = git::path_changes(
        repository, pairs, [&](std::string_view folder) { return layout.leads_to_records(folder); },
        [&](std::string_view file) {
            auto const id = id_at(file);
            return id && std::ranges::binary_search(missing, *id);
        });
    std::map<NamedId, Trace> found;
    for (auto const& file : files) {
        auto& trace = found[*id_at(file.path)];
        for (auto const& change : file.changes) {
            if (change.after) {
                trace.standing.insert(file.path);
                continue;
            }
            trace.standing.erase(file.path);
            // A merge repeats what its side branch did; the commit that did it is the better answer.
            auto const merge = walk.steps[change.pair].commit.parents.size() > 1;
            if (!trace.removed || (!merge && *trace.removed <= change.pair)) trace.removed = change.pair;
        }
    }
    return found;
}

/// The new names that a commit gave to records of one kind, by their old ones.
std::map<NamedId, std::string> renamed_by(git::Repository const& repository, Layout const& layout,
                                          git::Commit const& commit)
{
    if (commit.parents.empty()) return {};
    auto const read = [&](git::Oid const& tree) {
        return read_records(TreeFiles{repository, tree}, layout, Detail::values);
    };
    auto const before = read(repository.commit(commit.parents.front()).tree);
    auto const after = read(commit.tree);
    std::map<NamedId, std::string> renamed;
    for (auto const& change : compare(layout, before, after).changes)
        if (!change.former_id.empty()) renamed[{change.record.kind->name, change.former_id}] = change.record.id;
    return renamed;
}

std::string name_in(std::map<NamedId, std::string> const& renamed, NamedId const& id)
{
    auto const found = renamed.find(id);
    return found == renamed.end() ? std::string{} : found->second;
}

std::string said_of(git::Commit const& commit, Zone const& zone)
{
    return fmt::format("commit {} of {}", commit.id.brief(), iso(zone.day_of(commit.author.when)));
}

}  // namespace

std::map<NamedId, FormerRecord> former_records(git::Repository const& repository, git::Oid const& tip,
                                               Layout const& layout, std::vector<NamedId> const& missing)
{
    repository.require_whole_history("tell what became of a record");
    std::vector<Kind const*> kinds;
    for (auto const& [kind, id] : missing)
        if (auto const* known = kind_named(layout, kind);
            known != nullptr && std::ranges::find(kinds, known) == kinds.end())
            kinds.push_back(known);
    auto const few = layout.only(kinds);
    auto const walk = walk_history(repository, tip, std::nullopt);

    std::map<NamedId, FormerRecord> found;
    std::map<std::size_t, std::map<NamedId, std::string>> renames;
    for (auto const& [id, trace] : traces(repository, walk, few, missing)) {
        if (!trace.standing.empty()) {
            found[id] = {{}, "a change that is not committed yet"};
            continue;
        }
        if (!trace.removed) continue;
        auto const& commit = walk.steps[*trace.removed].commit;
        if (!renames.contains(*trace.removed) && renames.size() < most_commits_compared)
            renames[*trace.removed] = renamed_by(repository, few, commit);
        auto const now = renames.find(*trace.removed);
        auto const name = now == renames.end() ? std::string{} : name_in(now->second, id);
        found[id] = {name, said_of(commit, layout.zone())};
    }
    return found;
}

}  // namespace sss
