#include "git/path_changes.hpp"

#include "git/tree.hpp"
#include "git/tree_bounds.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace sss::git {

namespace {

/// The last few trees read: the parent's tree is the next commit's tree, and a merge looks back a little further.
class RecentTrees {
public:
    explicit RecentTrees(Repository const& repository) : repository_(repository) {}

    Tree& operator()(Oid const& id)
    {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (slots_[i].tree && slots_[i].id == id) {
                std::rotate(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(i),
                            slots_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                return *slots_.front().tree;
            }
        }
        std::rotate(slots_.begin(), slots_.end() - 1, slots_.end());
        slots_.front() = {id, id ? std::make_unique<Tree>(repository_, id) : std::make_unique<Tree>()};
        return *slots_.front().tree;
    }

private:
    struct Slot {
        Oid id;
        std::unique_ptr<Tree> tree;
    };
    Repository const& repository_;
    std::array<Slot, 6> slots_;
};

using ByName = std::map<std::string, std::vector<BlobChange>, std::less<>>;

/// What differs between the versions of one folder.
struct Differences {
    ByName folders;
    ByName files;

    void add(Tree::Difference const& difference, std::uint32_t pair)
    {
        auto const id_of = [](std::optional<TreeEntry> const& entry, TreeEntry::Type type) {
            return entry && entry->type == type ? entry->id : Oid{};
        };
        for (auto const type : {TreeEntry::Type::file, TreeEntry::Type::folder}) {
            auto const before = id_of(difference.before, type);
            auto const after = id_of(difference.after, type);
            if (before == after) continue;
            auto& into = type == TreeEntry::Type::file ? files : folders;
            auto found = into.find(difference.name());
            if (found == into.end()) found = into.emplace(difference.name(), std::vector<BlobChange>{}).first;
            found->second.push_back({pair, before, after});
        }
    }

    /// Takes in those of later pairs.
    void append(Differences later)
    {
        for (auto const& [from, into] : {std::pair{&later.folders, &folders}, std::pair{&later.files, &files}})
            for (auto& [name, changes] : *from) {
                auto& known = (*into)[name];
                known.insert(known.end(), changes.begin(), changes.end());
            }
    }
};

Differences differences_of(Repository const& repository, std::span<BlobChange const> pairs)
{
    Differences found;
    RecentTrees trees{repository};
    for (auto const& pair : pairs) {
        auto const& before = trees(pair.before);
        for (auto const& difference : Tree::differences(before, trees(pair.after))) found.add(difference, pair.pair);
    }
    return found;
}

/// Fewer pairs are compared before a second thread has begun.
constexpr std::size_t worth_two_threads = 2000;

class Comparison {
public:
    Comparison(Repository const& repository, std::function<bool(std::string_view)> const& wanted_folder,
               std::function<bool(std::string_view)> const& wanted_file)
        : repository_(repository), wanted_folder_(wanted_folder), wanted_file_(wanted_file)
    {}

    /// All pairs of the root, and of all that is wanted below. No recursion: how deep the folders stand in each other
    /// is for whoever wrote the trees to say.
    void compare(std::vector<BlobChange> roots)
    {
        struct Waiting {
            std::string folder;  ///< ends in a slash or is empty
            std::vector<BlobChange> pairs;
        };
        std::vector<Waiting> waiting;
        waiting.push_back({"", std::move(roots)});
        while (!waiting.empty()) {
            auto const [folder, pairs] = std::move(waiting.back());
            waiting.pop_back();
            auto differences = compared(pairs);
            for (auto& [name, changes] : differences.files) {
                auto path = folder + name;
                if (!wanted_file_(path)) continue;
                meet(path, changes);
                found.push_back({std::move(path), std::move(changes)});
            }
            for (auto& [name, changes] : differences.folders) {
                auto path = folder + name;
                if (!wanted_folder_(path)) continue;
                meet(path, changes);
                waiting.push_back({std::move(path) + '/', std::move(changes)});
            }
        }
    }

    std::vector<PathChanges> found;

private:
    void meet(std::string const& path, std::vector<BlobChange> const& changes)
    {
        for (auto const& [pair, before, after] : changes) bounds_.meet(path, pair, before, after);
    }

    /// Very many versions of a folder are compared by two threads, the later half through a handle of its own. They
    /// share libgit2's locks, so it is not twice as fast (docs/performance.md).
    Differences compared(std::span<BlobChange const> pairs)
    {
        if (pairs.size() < worth_two_threads) return differences_of(repository_, pairs);
        if (!other_) other_.emplace(repository_.another_handle());
        auto const half = pairs.size() / 2;
        auto later = std::async(std::launch::async, [&] { return differences_of(*other_, pairs.subspan(half)); });
        auto all = differences_of(repository_, pairs.first(half));
        all.append(later.get());
        return all;
    }

    Repository const& repository_;
    std::optional<Repository> other_;
    TreeBounds bounds_;
    std::function<bool(std::string_view)> const& wanted_folder_;
    std::function<bool(std::string_view)> const& wanted_file_;
};

}  // namespace

std::vector<PathChanges> path_changes(Repository const& repository, std::vector<TreePair> const& pairs,
                                      std::function<bool(std::string_view)> const& wanted_folder,
                                      std::function<bool(std::string_view)> const& wanted_file)
{
    std::vector<BlobChange> roots;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i].before != pairs[i].after)
            roots.push_back({static_cast<std::uint32_t>(i), pairs[i].before, pairs[i].after});
    Comparison comparison{repository, wanted_folder, wanted_file};
    comparison.compare(std::move(roots));
    std::ranges::sort(comparison.found, {}, &PathChanges::path);
    return std::move(comparison.found);
}

}  // namespace sss::git
