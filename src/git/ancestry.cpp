#include "git/repository_impl.hpp"
#include "support/utf8.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss::git {

// Which commits lead to which, and how much of it a clone holds.

CiRemedies whole_history_remedies()
{
    return {
        "Give the step that uses actions/checkout these lines:\n"
        "  with:\n"
        "    fetch-depth: 0",
        "Give this job these lines in .gitlab-ci.yml:\n"
        "  variables:\n"
        "    GIT_DEPTH: \"0\"",
        "In the job's Git settings, take 'Shallow clone' out of 'Advanced clone behaviours'; in a Jenkinsfile:\n"
        "  extensions: [cloneOption(shallow: false, noTags: false)]",
        "Fetch the rest: git fetch --unshallow"};
}

namespace {

/// All commits that one of them leads to, itself among them; found without libgit2.
std::unordered_set<Oid> history_behind(Repository const& repository, Oid const& tip,
                                       std::unordered_set<Oid> const& without)
{
    std::unordered_set<Oid> found;
    std::vector<Oid> waiting{tip};
    while (!waiting.empty()) {
        auto const id = waiting.back();
        waiting.pop_back();
        if (without.contains(id) || !found.insert(id).second) continue;
        for (auto const& parent : repository.commit(id).parents) waiting.push_back(parent);
    }
    return found;
}

/// The best common ancestor, found without libgit2: none of the others leads to it; the newest of such.
std::optional<Oid> best_common(Repository const& repository, Oid const& a, Oid const& b)
{
    auto const one = history_behind(repository, a, {});
    auto const other = history_behind(repository, b, {});
    std::unordered_set<Oid> led_to;  // another common one
    std::vector<Commit> common;
    for (auto const& id : one) {
        if (!other.contains(id)) continue;
        common.push_back(repository.commit(id));
        led_to.insert(common.back().parents.begin(), common.back().parents.end());
    }
    std::optional<Commit> best;
    for (auto const& commit : common)
        if (!led_to.contains(commit.id) &&
            (!best || std::pair{best->committer.when, best->id} < std::pair{commit.committer.when, commit.id}))
            best = commit;
    return best ? std::optional{best->id} : std::nullopt;
}

}  // namespace

void Repository::require_readable_history(Oid const& from) const
{
    if (is_shallow()) return;
    std::unordered_set<Oid> met{from};
    std::vector<Oid> waiting{from};
    while (!waiting.empty()) {
        auto const at = waiting.back();
        waiting.pop_back();
        if (auto const type = type_of(impl_->odb.get(), at); type == GIT_OBJECT_TREE || type == GIT_OBJECT_BLOB)
            return;  // a tag of one
        auto const next =
            type_of(impl_->odb.get(), at) == GIT_OBJECT_TAG ? std::vector{peeled(at, at.hex())} : commit(at).parents;
        for (auto const& one : next)
            if (met.insert(one).second) waiting.push_back(one);
    }
}

std::vector<Oid> Repository::reachable(Oid const& tip, Oid const& hidden) const
{
    if (impl_->rewriting->none())
        if (auto walked = walked_by_library(tip, hidden)) return std::move(*walked);
    auto const without = hidden ? history_behind(*this, hidden, {}) : std::unordered_set<Oid>{};
    auto const found = history_behind(*this, tip, without);
    return {found.begin(), found.end()};
}

/// Nothing where the library gives up: at a commit whose clock shows more than 64 bits hold, and at damage, which
/// reading by ourselves tells.
std::optional<std::vector<Oid>> Repository::walked_by_library(Oid const& tip, Oid const& hidden) const
{
    git_revwalk* walk = nullptr;
    ensure_sound(git_revwalk_new(&walk, impl_->repository.get()), "walk the history");
    RevwalkHandle const owner{walk};
    git_revwalk_sorting(walk, GIT_SORT_NONE);
    auto const from = to_git(tip);
    auto const until = to_git(hidden);
    if (git_revwalk_push(walk, &from) < 0 || (hidden && git_revwalk_hide(walk, &until) < 0)) return std::nullopt;
    std::vector<Oid> found;
    git_oid id;
    int code = 0;
    while ((code = git_revwalk_next(&id, walk)) == 0) found.push_back(from_git(id));
    return code == GIT_ITEROVER ? std::optional{std::move(found)} : std::nullopt;
}

std::optional<Oid> Repository::merge_base(Oid const& a, Oid const& b) const
{
    if (!impl_->rewriting->none()) {
        auto const found = best_common(*this, a, b);
        if (!found) require_whole_history(fmt::format("find where {} and {} parted", a.brief(), b.brief()));
        return found;
    }
    git_oid base;
    auto const one = to_git(a);
    auto const other = to_git(b);
    auto const code = git_merge_base(&base, impl_->repository.get(), &one, &other);
    if (code == 0) return from_git(base);
    require_whole_history(fmt::format("find where {} and {} parted", a.brief(), b.brief()));
    for (auto const& side : {a, b}) require_readable_history(side);  // a missing commit hides a base as well
    if (code == GIT_ENOTFOUND) return std::nullopt;
    return best_common(*this, a, b);  // libgit2 cannot read a clock that shows more than 64 bits hold
}

bool Repository::is_shallow() const
{
    if (git_repository_is_shallow(impl_->repository.get()) == 0) return false;
    // As git reads it: a list of commits. Of one that names none that is here, nothing was cut off.
    auto const path = std::filesystem::path{git_repository_commondir(impl_->repository.get())} / "shallow";
    std::ifstream file{path};
    auto cut_off = false;
    for (std::string line; std::getline(file, line);) {
        git_oid id;
        if (line.size() != GIT_OID_HEXSZ || git_oid_fromstrn(&id, line.data(), line.size()) < 0)
            throw Damaged{fmt::format("read {}", visible(path.string())), "it is no list of commits",
                          fmt::format("git says: bad shallow line\n{}", sound_copy)};
        cut_off = cut_off || type_of(impl_->odb.get(), from_git(id)) == GIT_OBJECT_COMMIT;
    }
    return cut_off || file.bad();
}

void Repository::require_whole_history(std::string const& attempt) const
{
    if (!is_shallow()) return;
    throw CiError{attempt, "this clone is shallow: it was made with a depth limit, and older history is missing",
                  whole_history_remedies()};
}

}  // namespace sss::git
