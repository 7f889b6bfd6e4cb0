#pragma once

#include "git/oid.hpp"
#include "git/repository.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sss::git {

/// One entry of a tree; `name` is a view into the tree's bytes.
struct TreeEntry {
    enum class Type : std::uint8_t { folder, file, link, submodule };
    std::string_view name;
    Type type = Type::file;
    Oid id;
};

/// A tree object read raw: its entries are found by their bytes, without building an object for each.
class Tree {
public:
    /// The tree without entries: what stands before the first commit.
    Tree() = default;
    explicit Tree(RawObject object) : object_(std::move(object)) {}
    /// No id: the tree without entries.
    Tree(Repository const& repository, Oid const& id);

    std::optional<TreeEntry> find(std::string_view name) const;
    /// All entries, in git's order.
    std::vector<TreeEntry> entries() const;

    /// One name that two trees do not hold in common: where either side is absent, the other was added or removed.
    struct Difference {
        std::optional<TreeEntry> before;
        std::optional<TreeEntry> after;
        std::string_view name() const { return before ? before->name : after->name; }
    };

    /// What differs between two trees, by name; a name that changes between folder and file counts as two.
    /// `after` learns the places of its entries from `before`, so that comparing the versions of one folder one
    /// after the other costs what differs, not what is there.
    static std::vector<Difference> differences(Tree const& before, Tree& after);

private:
    std::vector<std::uint32_t> const& offsets() const;

    RawObject object_;
    /// Where each entry begins, and the end; none until needed. Shared by the versions of a folder that begin alike.
    mutable std::shared_ptr<std::vector<std::uint32_t> const> offsets_;
};

/// What stands at a path below a tree ("data/milestones/x.toml"); nothing where there is no such path. The entry's
/// name is left empty: it would not outlive the call.
std::optional<TreeEntry> entry_at_path(Repository const& repository, Oid const& tree, std::string_view path);

/// The same for many paths below one tree: each folder on the way is read once.
class TreePaths {
public:
    TreePaths(Repository const& repository, Oid const& tree) : repository_(repository), tree_(tree) {}

    std::optional<TreeEntry> find(std::string_view path);

private:
    struct Folder {
        Tree tree;
        std::vector<TreeEntry> by_name;
    };
    Folder const& folder(std::string_view path, Oid const& id);

    Repository const& repository_;
    Oid tree_;
    std::map<std::string, Folder, std::less<>> read_;
};

/// Whether among the files, links and submodules below `tree` one is looked for; they are shown in git's order until it
/// is met. Looks into the folders that `wanted_folder` admits (a path without a trailing slash). Trees that are no
/// folders of anybody end it with an Error (tree_bounds.hpp).
bool any_file(Repository const& repository, Oid const& tree, std::function<bool(std::string_view)> const& wanted_folder,
              std::function<bool(std::string const&, TreeEntry const&)> const& looked_for);

/// Calls back with the path and the entry of each of them.
void for_each_file(Repository const& repository, Oid const& tree,
                   std::function<bool(std::string_view)> const& wanted_folder,
                   std::function<void(std::string const&, TreeEntry const&)> const& callback);

}  // namespace sss::git
