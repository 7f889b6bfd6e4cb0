#include "history/walk.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sss {

namespace {

/// Every commit of the stretch, read once.
class Commits {
public:
    Commits(git::Repository const& repository, git::Oid const& tip, std::optional<git::Oid> const& hidden)
    {
        if (hidden) {
            for (auto const& id : repository.reachable(tip, *hidden)) add(repository.commit(id));
            return;
        }
        std::vector<git::Oid> waiting{tip};
        while (!waiting.empty()) {
            auto const id = waiting.back();
            waiting.pop_back();
            if (index_.contains(id)) continue;
            auto const& commit = add(repository.commit(id));
            for (auto const& parent : commit.parents)
                if (!index_.contains(parent)) waiting.push_back(parent);
        }
    }

    bool contains(git::Oid const& id) const { return index_.contains(id); }
    git::Commit& operator[](git::Oid const& id) { return commits_[index_.at(id)]; }
    std::size_t size() const { return commits_.size(); }

private:
    git::Commit& add(git::Commit commit)
    {
        index_.emplace(commit.id, commits_.size());
        return commits_.emplace_back(std::move(commit));
    }

    std::vector<git::Commit> commits_;
    std::unordered_map<git::Oid, std::size_t> index_;
};

}  // namespace

Walk walk_history(git::Repository const& repository, git::Oid const& tip, std::optional<git::Oid> const& hidden)
{
    Walk walk;
    if (hidden && *hidden == tip) return walk;
    Commits commits{repository, tip, hidden};
    if (!commits.contains(tip)) return walk;  // the tip is an ancestor of what is hidden

    std::vector<git::Oid> line;
    for (auto at = tip; commits.contains(at);) {
        line.push_back(at);
        auto const& parents = commits[at].parents;
        if (parents.empty()) break;
        at = parents.front();
    }
    std::unordered_set<git::Oid> told{line.begin(), line.end()};

    // A side commit comes after its parents; those that no earlier landing brought come with this one.
    auto const tell_side = [&](git::Oid const& from) {
        struct Visit {
            git::Oid id;
            std::size_t next_parent = 0;
        };
        if (!commits.contains(from) || !told.insert(from).second) return;
        std::vector<Visit> path{{from}};
        while (!path.empty()) {
            auto& [id, next_parent] = path.back();
            auto const& parents = commits[id].parents;
            if (next_parent < parents.size()) {
                auto const parent = parents[next_parent++];
                if (commits.contains(parent) && told.insert(parent).second) path.push_back({parent});
                continue;
            }
            walk.steps.push_back({std::move(commits[id]), 0, {}});
            path.pop_back();
        }
    };

    walk.steps.reserve(commits.size());
    for (auto landing = line.rbegin(); landing != line.rend(); ++landing) {
        auto const first = walk.steps.size();
        auto const parents = commits[*landing].parents;
        for (std::size_t i = 1; i < parents.size(); ++i) tell_side(parents[i]);
        walk.steps.push_back({std::move(commits[*landing]), 0, {}});
        auto const index = static_cast<std::uint32_t>(walk.steps.size() - 1);
        for (auto i = first; i <= index; ++i) walk.steps[i].landing = index;
    }
    return walk;
}

Walk as_one_landing(Walk walk, git::Oid const& base)
{
    auto const last = static_cast<std::uint32_t>(walk.steps.size() - 1);
    for (auto& step : walk.steps) step.landing = last;
    walk.steps.back().commit.parents = {base};
    return walk;
}

}  // namespace sss
