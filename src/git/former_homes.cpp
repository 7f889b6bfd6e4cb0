#include "git/former_homes.hpp"

#include "git/commit_text.hpp"
#include "git/tree.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace sss::git {

namespace {

/// A programme is followed through so many folders at the most.
constexpr std::size_t most_homes = 20;

/// Its files by their paths in it; none where it is no folder.
std::map<std::string, Oid> files_of(Repository const& repository, Oid const& tree, std::string const& folder)
{
    std::map<std::string, Oid> files;
    auto const entry = entry_at_path(repository, tree, folder);
    if (!entry || entry->type != TreeEntry::Type::folder) return files;
    for_each_file(
        repository, entry->id, [](std::string_view) { return true; },
        [&](std::string const& path, TreeEntry const& file) { files.emplace(path, file.id); });
    return files;
}

}  // namespace

std::vector<std::string> const& FormerHomes::of(Repository const& repository)
{
    std::call_once(found_, [&] { find(repository); });
    return homes_;
}

void FormerHomes::find(Repository const& repository)
{
    auto const tip = repository.head();
    if (!tip || folder_.empty()) return;
    auto now = folder_;
    std::optional<Oid> later;  // the tree of the line's next commit
    for (auto next = tip; next && homes_.size() < most_homes;) {
        auto const commit = repository.whole_commit(*next);
        auto const stands = entry_at_path(repository, commit.tree, now + '/' + file_).has_value();
        if (!stands) {
            if (!later) return;  // it is not committed yet
            auto home = left_for(repository, commit.tree, *later, now);
            if (home.empty()) return;
            now = home;
            homes_.push_back(std::move(home));
        }
        later = commit.tree;
        next = commit.parents.empty() ? std::nullopt : std::optional{commit.parents.front()};
    }
}

/// The folder that a commit leaves for the one of today: it loses the settings there, and the settings or a record of
/// it stand unchanged in the other.
std::string FormerHomes::left_for(Repository const& repository, Oid const& before, Oid const& after,
                                  std::string const& now) const
{
    std::vector<std::string> left;
    for_each_file(
        repository, before, [](std::string_view) { return true; },
        [&](std::string const& path, TreeEntry const&) {
            std::string_view const view{path};
            if (!view.ends_with('/' + file_) || entry_at_path(repository, after, path)) return;
            left.emplace_back(view.substr(0, view.size() - file_.size() - 1));
        });
    auto const came = files_of(repository, after, now);
    std::string best;
    std::size_t most = 0;
    for (auto const& folder : left) {
        std::size_t same = 0;
        for (auto const& [path, blob] : files_of(repository, before, folder)) {
            auto const found = came.find(path);
            if (found != came.end() && found->second == blob) ++same;
        }
        if (same > most) best = folder;
        most = std::max(most, same);
    }
    return best;
}

}  // namespace sss::git
