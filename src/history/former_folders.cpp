#include "history/former_folders.hpp"

#include "git/tree.hpp"
#include "history/former_tree_files.hpp"
#include "records/files.hpp"
#include "schema/configuration.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sss {

namespace {

constexpr std::string_view extension = ".toml";

/// A kind's folder is followed through so many names at the most.
constexpr int most_names = 20;

bool below(std::string_view path, std::string_view folder)
{
    return folder.empty() || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

std::string_view inside(std::string_view path, std::string_view folder)
{
    return folder.empty() ? path : path.substr(folder.size() + 1);
}

std::string_view file_name(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string join(std::string_view folder, std::string_view name)
{
    return folder.empty() ? std::string{name} : std::string{folder} + '/' + std::string{name};
}

/// The commit of the line with which a kind's records begin, though there were commits before.
struct Beginning {
    Kind const* kind;
    std::uint32_t step;
    std::uint32_t pair;  ///< the trees before and after it
};

class Follower {
public:
    Follower(git::Repository const& repository, Layout const& layout, std::vector<Edge> const& edges,
             std::vector<git::TreePair> const& pairs, bool whole, std::vector<git::PathChanges>& files)
        : repository_(repository), layout_(layout), edges_(edges), pairs_(pairs), whole_(whole), files_(files)
    {}

    bool follow(std::function<bool(Layout::Slot const&)> const& wanted)
    {
        auto followed = false;
        // The stretch may end before the folder got its name of today.
        for (auto const& [kind, former] : former_folders(repository_, layout_, last_tree())) {
            carry_on({kind, std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max()},
                     former, wanted);
            chain(*kind).push_back(former);
            followed = true;
        }
        for (int i = 0; i < most_names; ++i) {
            auto again = false;
            for (auto const& beginning : beginnings()) {
                if (!looked_at_.insert({beginning.kind->name, beginning.step}).second) continue;
                auto const former = former_folder(beginning);
                if (!former) continue;
                carry_on(beginning, *former, wanted);
                chain(*beginning.kind).push_back(*former);
                again = true;
            }
            if (!again) break;
            followed = true;
        }
        return followed;
    }

private:
    /// The folders of a kind, today's first.
    std::vector<std::string>& chain(Kind const& kind)
    {
        auto const [entry, fresh] = chains_.try_emplace(kind.name);
        if (fresh) entry->second.push_back(layout_.folder_of(kind));
        return entry->second;
    }

    bool stands(git::Oid const& tree, std::string const& folder) const
    {
        if (!tree) return false;
        if (folder.empty()) return true;
        auto const entry = git::entry_at_path(repository_, tree, folder);
        return entry && entry->type == git::TreeEntry::Type::folder;
    }

    bool any_stands(git::Oid const& tree, Kind const& kind)
    {
        return std::ranges::any_of(chain(kind), [&](std::string const& folder) { return stands(tree, folder); });
    }

    /// Where a kind comes to have records while it had none.
    std::vector<Beginning> beginnings()
    {
        std::map<Kind const*, std::map<std::uint32_t, int>> balance;  // by pair, in the order of landing
        for (auto const& file : files_) {
            auto const* kind = layout_.kind_at(file.path);
            for (auto const& change : file.changes) {
                if (!edges_[change.pair].whole_line || (change.before && change.after)) continue;
                balance[kind][change.pair] += change.after ? 1 : -1;
            }
        }
        std::vector<Beginning> found;
        for (auto const* kind : layout_.kinds()) {
            auto const known = balance.find(kind);
            if (known == balance.end() || any_stands(first_tree(), *kind)) continue;
            int standing = 0;
            for (auto const& [pair, more] : known->second) {
                if (standing == 0 && more > 0 && pairs_[pair].before) found.push_back({kind, edges_[pair].step, pair});
                standing += more;
            }
        }
        return found;
    }

    /// What stood before the stretch.
    git::Oid first_tree() const
    {
        auto const first = std::ranges::find_if(edges_, &Edge::whole_line);
        return first == edges_.end() ? git::Oid{} : pairs_[static_cast<std::size_t>(first - edges_.begin())].before;
    }

    git::Oid last_tree() const
    {
        for (auto i = edges_.size(); i-- > 0;)
            if (edges_[i].whole_line) return pairs_[i].after;
        return {};
    }

    std::vector<git::PathChanges> const& all_changes(std::uint32_t pair)
    {
        auto const [entry, fresh] = whole_pairs_.try_emplace(pair);
        if (fresh) {
            entry->second = git::path_changes(
                repository_, {pairs_[pair]}, [&](std::string_view folder) { return !layout_.ignored_wholly(folder); },
                [](std::string_view file) { return file.ends_with(extension); });
        }
        return entry->second;
    }

    std::optional<std::string> former_folder(Beginning const& beginning)
    {
        if (!whole_ && any_stands(pairs_[beginning.pair].before, *beginning.kind)) return std::nullopt;
        auto const now = chain(*beginning.kind).back();
        std::vector<git::PathChanges const*> gone;
        std::map<std::string_view, git::Oid> came;  // by what stands behind the folder
        for (auto const& file : all_changes(beginning.pair)) {
            auto const& change = file.changes.front();
            if (!change.after && !below(file.path, now)) gone.push_back(&file);
            if (!change.before && below(file.path, now)) came.emplace(inside(file.path, now), change.after);
        }
        if (gone.empty() || came.empty()) return std::nullopt;
        if (auto const named = named_before(beginning);
            named && *named != now &&
            std::ranges::any_of(gone, [&](auto const* file) { return below(file->path, *named); }))
            return named;
        return left_for(gone, came, beginning, now);
    }

    /// The kind's folder by the settings and schemas that stood before.
    std::optional<std::string> named_before(Beginning const& beginning) const
    {
        try {
            auto const configuration =
                read_configuration(TreeFiles{repository_, pairs_[beginning.pair].before}, std::nullopt, {});
            for (auto const* kind : configuration->layout.kinds())
                if (kind->name == beginning.kind->name) return configuration->layout.folder_of(*kind);
        } catch (NotReadable const&) {  // a link in their place then must not stop who reads the past for ever
        }
        return std::nullopt;
    }

    /// The folder whose records came to stand in the new one.
    std::optional<std::string> left_for(std::vector<git::PathChanges const*> const& gone,
                                        std::map<std::string_view, git::Oid> const& came, Beginning const& beginning,
                                        std::string const& now) const
    {
        struct Votes {
            std::size_t same_name = 0, same_content = 0;
        };
        std::multimap<std::string_view, std::string_view> by_file_name;
        for (auto const& [name, blob] : came) by_file_name.emplace(file_name(name), name);
        std::map<std::string, Votes> folders;
        for (auto const* file : gone) {
            std::string_view const path = file->path;
            auto const [from, to] = by_file_name.equal_range(file_name(path));
            for (auto const& [_, name] : std::ranges::subrange{from, to}) {
                if (path != name && !(path.ends_with(name) && path[path.size() - name.size() - 1] == '/')) continue;
                auto const folder = path.size() == name.size() ? "" : path.substr(0, path.size() - name.size() - 1);
                auto& votes = folders[std::string{folder}];
                ++votes.same_name;
                if (file->changes.front().before == came.at(name)) ++votes.same_content;
            }
        }
        std::optional<std::string> best;
        std::size_t most = 0;
        for (auto const& [folder, votes] : folders) {
            if (votes.same_content <= most) continue;
            auto const left = std::ranges::count_if(
                gone, [&folder = folder](auto const* file) { return is_record_of(file->path, folder); });
            if (votes.same_name * 2 < static_cast<std::size_t>(left)) continue;
            if (holds_records(pairs_[beginning.pair].after, folder, now)) continue;
            best = folder;
            most = votes.same_content;
        }
        return best;
    }

    /// At the root, only what stands directly there: everything else has a folder of its own.
    static bool is_record_of(std::string_view path, std::string_view folder)
    {
        if (!below(path, folder) || !path.ends_with(extension)) return false;
        return !folder.empty() || (path.find('/') == std::string_view::npos && path != "sss.toml");
    }

    bool holds_records(git::Oid const& tree, std::string const& folder, std::string const& now) const
    {
        return git::any_file(
            repository_, tree,
            [&](std::string_view one) {
                return one != now && !layout_.ignored_wholly(one) &&
                       (below(folder, one) || one == folder || (below(one, folder) && !folder.empty()));
            },
            [&](std::string const& path, git::TreeEntry const&) { return is_record_of(path, folder); });
    }

    /// Adds what happened below the former folder, under the paths of today.
    void carry_on(Beginning const& beginning, std::string const& former,
                  std::function<bool(Layout::Slot const&)> const& wanted)
    {
        auto const& today = layout_.folder_of(*beginning.kind);
        auto const target = [&](std::string_view path) -> std::optional<std::string> {
            if (!is_record_of(path, former) || (below(path, today) && below(today, former))) return std::nullopt;
            auto name = join(today, inside(path, former));
            auto const slot = layout_.slot(name);
            return slot && slot->kind == beginning.kind && wanted(*slot) ? std::optional{name} : std::nullopt;
        };
        auto const earlier = git::path_changes(
            repository_, pairs_,
            [&](std::string_view folder) {
                return !layout_.ignored_wholly(folder) &&
                       (folder == former || below(former, folder) || (!former.empty() && below(folder, former)));
            },
            [&](std::string_view file) { return target(file).has_value(); });
        std::vector<git::PathChanges> fresh;
        for (auto const& file : earlier) {
            auto changes = file.changes;
            // Where the folder is today that of another kind, it is that from the same commit on.
            if (layout_.slot(file.path)) {
                std::erase_if(changes, [&](auto const& change) { return edges_[change.pair].step > beginning.step; });
                for (auto& change : changes)
                    if (change.pair == beginning.pair) change.after = {};
                take_away(file.path, beginning);
            }
            merge(*target(file.path), std::move(changes), fresh);
        }
        std::ranges::move(fresh, std::back_inserter(files_));
        std::ranges::sort(files_, {}, &git::PathChanges::path);
        std::erase_if(files_, [](git::PathChanges const& file) { return file.changes.empty(); });
    }

    void take_away(std::string const& path, Beginning const& until)
    {
        auto const found = std::ranges::lower_bound(files_, path, {}, &git::PathChanges::path);
        if (found == files_.end() || found->path != path) return;
        std::erase_if(found->changes, [&](auto const& change) { return edges_[change.pair].step < until.step; });
        for (auto& change : found->changes)
            if (change.pair == until.pair) change.before = {};
        std::erase_if(found->changes, [](auto const& change) { return change.before == change.after; });
    }

    /// A record that left one path and took the other in one commit was changed, or nothing happened to it.
    /// @param fresh  gets the path that was not known
    void merge(std::string path, std::vector<git::BlobChange> changes, std::vector<git::PathChanges>& fresh)
    {
        auto found = std::ranges::lower_bound(files_, path, {}, &git::PathChanges::path);
        if (found == files_.end() || found->path != path) {
            std::erase_if(changes, [](auto const& change) { return change.before == change.after; });
            if (!changes.empty()) fresh.push_back({std::move(path), std::move(changes)});
            return;
        }
        std::map<std::uint32_t, git::BlobChange> by_pair;
        for (auto const& change : found->changes) by_pair.emplace(change.pair, change);
        for (auto const& change : changes) {
            auto const [entry, is_new] = by_pair.emplace(change.pair, change);
            if (is_new) continue;
            if (!entry->second.before) entry->second.before = change.before;
            if (!entry->second.after) entry->second.after = change.after;
        }
        found->changes.clear();
        for (auto const& [pair, change] : by_pair)
            if (change.before != change.after) found->changes.push_back(change);
    }

    git::Repository const& repository_;
    Layout const& layout_;
    std::vector<Edge> const& edges_;
    std::vector<git::TreePair> const& pairs_;
    bool whole_;
    std::vector<git::PathChanges>& files_;
    std::map<std::string, std::vector<std::string>> chains_;
    std::map<std::uint32_t, std::vector<git::PathChanges>> whole_pairs_;
    std::set<std::pair<std::string, std::uint32_t>> looked_at_;
};

}  // namespace

bool follow_former_folders(git::Repository const& repository, Layout const& layout, std::vector<Edge> const& edges,
                           std::vector<git::TreePair> const& pairs, bool whole,
                           std::function<bool(Layout::Slot const&)> const& wanted, std::vector<git::PathChanges>& files)
{
    return Follower{repository, layout, edges, pairs, whole, files}.follow(wanted);
}

}  // namespace sss
