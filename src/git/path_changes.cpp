#include "git/path_changes.hpp"

#include "git/tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
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

class Comparison {
public:
    Comparison(Repository const& repository, std::function<bool(std::string_view)> const& wanted_folder,
               std::function<bool(std::string_view)> const& wanted_file)
        : repository_(repository), wanted_folder_(wanted_folder), wanted_file_(wanted_file)
    {}

    /// All pairs of one folder; `folder` ends in a slash or is empty.
    void compare(std::string const& folder, std::vector<BlobChange> const& pairs)
    {
        std::map<std::string, std::vector<BlobChange>, std::less<>> folders;
        std::map<std::string, std::vector<BlobChange>, std::less<>> files;
        {
            RecentTrees trees{repository_};
            for (auto const& pair : pairs) {
                auto const& before = trees(pair.before);
                for (auto const& difference : Tree::differences(before, trees(pair.after)))
                    sort_in(difference, pair.pair, folders, files);
            }
        }
        for (auto& [name, changes] : files)
            if (wanted_file_(folder + name)) found.push_back({folder + name, std::move(changes)});
        files.clear();
        for (auto const& [name, changes] : folders)
            if (wanted_folder_(folder + name)) compare(folder + name + '/', changes);
    }

    std::vector<PathChanges> found;

private:
    using ByName = std::map<std::string, std::vector<BlobChange>, std::less<>>;

    static void sort_in(Tree::Difference const& difference, std::uint32_t pair, ByName& folders, ByName& files)
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

    Repository const& repository_;
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
    comparison.compare("", roots);
    std::ranges::sort(comparison.found, {}, &PathChanges::path);
    return std::move(comparison.found);
}

}  // namespace sss::git
