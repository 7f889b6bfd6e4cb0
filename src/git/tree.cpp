#include "git/tree.hpp"

#include "git/tree_bounds.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <fmt/format.h>

namespace sss::git {

namespace {

constexpr std::size_t id_size = 20;

/// The entry that begins at `offset`, and where the next one begins. An entry is "mode name\0" and 20 bytes of id.
std::pair<TreeEntry, std::size_t> entry_at(std::string_view bytes, std::size_t offset)
{
    auto const space = bytes.find(' ', offset);
    auto const end = bytes.find('\0', space == std::string_view::npos ? bytes.size() : space);
    if (end == std::string_view::npos || end + 1 + id_size > bytes.size())
        throw Damaged{"read a folder of the history", "its tree object is damaged",
                      fmt::format("`git fsck` says: error in tree, badTree\n{}", sound_copy)};
    TreeEntry entry;
    entry.name = bytes.substr(space + 1, end - space - 1);
    auto const mode = bytes.substr(offset, space - offset);
    entry.type = mode.starts_with('4')     ? TreeEntry::Type::folder
                 : mode.starts_with("120") ? TreeEntry::Type::link
                 : mode.starts_with("160") ? TreeEntry::Type::submodule
                                           : TreeEntry::Type::file;
    std::memcpy(entry.id.bytes.data(), bytes.data() + end + 1, id_size);
    return {entry, end + 1 + id_size};
}

/// git sorts a folder as if its name ended in a slash.
int compare_names(TreeEntry const& a, TreeEntry const& b)
{
    auto const shared = std::min(a.name.size(), b.name.size());
    if (auto const order = std::memcmp(a.name.data(), b.name.data(), shared); order != 0) return order;
    auto const next = [shared](TreeEntry const& entry) -> unsigned char {
        if (entry.name.size() > shared) return static_cast<unsigned char>(entry.name[shared]);
        return entry.type == TreeEntry::Type::folder ? '/' : '\0';
    };
    if (auto const order = int{next(a)} - int{next(b)}; order != 0) return order;
    // A name with a slash in it, which git never writes, is not the folder that it begins with.
    return a.name.size() == b.name.size() ? 0 : a.name.size() < b.name.size() ? -1 : 1;
}

std::size_t shared_prefix(std::string_view a, std::string_view b)
{
    auto const size = std::min(a.size(), b.size());
    constexpr std::size_t block = 512;
    std::size_t at = 0;
    while (at + block <= size && std::memcmp(a.data() + at, b.data() + at, block) == 0) at += block;
    while (at < size && a[at] == b[at]) ++at;
    return at;
}

std::size_t shared_suffix(std::string_view a, std::string_view b, std::size_t most)
{
    constexpr std::size_t block = 512;
    std::size_t length = 0;
    while (length + block <= most &&
           std::memcmp(a.data() + a.size() - length - block, b.data() + b.size() - length - block, block) == 0)
        length += block;
    while (length < most && a[a.size() - length - 1] == b[b.size() - length - 1]) ++length;
    return length;
}

}  // namespace

Tree::Tree(Repository const& repository, Oid const& id)
    : object_(id ? repository.read(id, ObjectType::tree) : RawObject{})
{}

std::vector<std::uint32_t> const& Tree::offsets() const
{
    if (offsets_) return *offsets_;
    auto const bytes = object_.bytes();
    std::vector<std::uint32_t> offsets;
    offsets.reserve(bytes.size() / 32 + 1);
    std::size_t at = 0;
    while (at < bytes.size()) {
        offsets.push_back(static_cast<std::uint32_t>(at));
        at = entry_at(bytes, at).second;
    }
    offsets.push_back(static_cast<std::uint32_t>(at));
    offsets_ = std::make_shared<std::vector<std::uint32_t> const>(std::move(offsets));
    return *offsets_;
}

std::optional<TreeEntry> Tree::find(std::string_view name) const
{
    auto const bytes = object_.bytes();
    for (std::size_t at = 0; at < bytes.size();) {
        auto const [entry, next] = entry_at(bytes, at);
        if (entry.name == name) return entry;
        at = next;
    }
    return std::nullopt;
}

std::vector<TreeEntry> Tree::entries() const
{
    std::vector<TreeEntry> entries;
    auto const bytes = object_.bytes();
    for (std::size_t at = 0; at < bytes.size();) {
        auto [entry, next] = entry_at(bytes, at);
        entries.push_back(entry);
        at = next;
    }
    return entries;
}

std::vector<Tree::Difference> Tree::differences(Tree const& before, Tree& after)
{
    auto const old_bytes = before.object_.bytes();
    auto const new_bytes = after.object_.bytes();
    auto const prefix = shared_prefix(old_bytes, new_bytes);
    auto const suffix = shared_suffix(old_bytes, new_bytes, std::min(old_bytes.size(), new_bytes.size()) - prefix);

    // The bytes of an id can look like anything, so the start of the entry around the first difference is looked up
    // among the known starts of the older tree, which holds the same bytes up to there.
    auto const& known = before.offsets();
    auto const first = std::prev(std::ranges::upper_bound(known, static_cast<std::uint32_t>(prefix)));
    std::size_t old_at = *first;
    std::size_t new_at = *first;
    std::vector<std::uint32_t> learned;  // between the shared beginning and the shared end
    auto same_places = true;

    std::vector<Difference> found;
    auto const in_step = [&] {
        auto const rest = old_bytes.size() - old_at;
        return rest == new_bytes.size() - new_at && rest <= suffix;
    };
    while (!in_step()) {
        std::optional<std::pair<TreeEntry, std::size_t>> older, newer;
        if (old_at < old_bytes.size()) older = entry_at(old_bytes, old_at);
        if (new_at < new_bytes.size()) newer = entry_at(new_bytes, new_at);
        auto const order = !older ? 1 : !newer ? -1 : compare_names(older->first, newer->first);
        if (order >= 0) {
            learned.push_back(static_cast<std::uint32_t>(new_at));
            new_at = newer->second;
        }
        if (order <= 0) old_at = older->second;
        same_places = same_places && order == 0 && old_at == new_at;
        if (order < 0)
            found.push_back({older->first, std::nullopt});
        else if (order > 0)
            found.push_back({std::nullopt, newer->first});
        else if (older->first.id != newer->first.id || older->first.type != newer->first.type)
            found.push_back({older->first, newer->first});
    }
    // Most changes are of what an entry holds: then its places are those of the tree before, and are shared.
    after.offsets_ = before.offsets_;
    if (same_places) return found;
    auto const shift = new_at - old_at;  // wraps below zero and back again: both are offsets into small trees
    std::vector<std::uint32_t> offsets;
    offsets.reserve(known.size() + learned.size());
    offsets.assign(known.begin(), first);
    offsets.insert(offsets.end(), learned.begin(), learned.end());
    std::transform(std::ranges::lower_bound(known, static_cast<std::uint32_t>(old_at)), known.end(),
                   std::back_inserter(offsets), [&](auto at) { return static_cast<std::uint32_t>(at + shift); });
    after.offsets_ = std::make_shared<std::vector<std::uint32_t> const>(std::move(offsets));
    return found;
}

std::optional<TreeEntry> entry_at_path(Repository const& repository, Oid const& tree, std::string_view path)
{
    TreeEntry here{{}, TreeEntry::Type::folder, tree};
    while (!path.empty()) {
        auto const name = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), name.size() + 1));
        if (here.type != TreeEntry::Type::folder) return std::nullopt;
        Tree const folder{repository, here.id};
        auto const entry = folder.find(name);
        if (!entry) return std::nullopt;
        here = {{}, entry->type, entry->id};
    }
    return here;
}

TreePaths::Folder const& TreePaths::folder(std::string_view path, Oid const& id)
{
    auto const known = read_.find(path);
    if (known != read_.end()) return known->second;
    auto& folder = read_.emplace(std::string{path}, Folder{Tree{repository_, id}, {}}).first->second;
    folder.by_name = folder.tree.entries();
    std::ranges::stable_sort(folder.by_name, {}, &TreeEntry::name);  // of two that are named alike the first is meant
    return folder;
}

std::optional<TreeEntry> TreePaths::find(std::string_view path)
{
    auto id = tree_;
    for (std::size_t begin = 0;;) {
        auto const& entries = folder(path.substr(0, begin), id).by_name;
        auto const end = std::min(path.find('/', begin), path.size());
        auto const name = path.substr(begin, end - begin);
        auto const entry = std::ranges::lower_bound(entries, name, {}, &TreeEntry::name);
        if (entry == entries.end() || entry->name != name) return std::nullopt;
        if (end == path.size()) return TreeEntry{{}, entry->type, entry->id};
        if (entry->type != TreeEntry::Type::folder) return std::nullopt;
        id = entry->id;
        begin = end + 1;
    }
}

bool any_file(Repository const& repository, Oid const& tree, std::function<bool(std::string_view)> const& wanted_folder,
              std::function<bool(std::string const&, TreeEntry const&)> const& looked_for)
{
    struct Open {
        Tree folder;
        std::vector<TreeEntry> entries;
        std::string prefix;
        std::size_t next = 0;
    };
    std::vector<Open> open;
    auto const enter = [&](Oid const& id, std::string prefix) {
        Tree folder{repository, id};
        auto entries = folder.entries();
        open.push_back({std::move(folder), std::move(entries), std::move(prefix)});
    };
    // No recursion: how deep the folders stand in each other is for whoever wrote the trees to say.
    TreeBounds bounds;
    enter(tree, "");
    while (!open.empty()) {
        auto& here = open.back();
        if (here.next == here.entries.size()) {
            open.pop_back();
            continue;
        }
        auto const entry = here.entries[here.next++];
        auto path = here.prefix + std::string{entry.name};
        if (entry.type == TreeEntry::Type::folder && !wanted_folder(path)) continue;
        bounds.meet(path, 0, {}, entry.id);
        if (entry.type == TreeEntry::Type::folder)
            enter(entry.id, std::move(path) + '/');
        else if (looked_for(path, entry))
            return true;
    }
    return false;
}

void for_each_file(Repository const& repository, Oid const& tree,
                   std::function<bool(std::string_view)> const& wanted_folder,
                   std::function<void(std::string const&, TreeEntry const&)> const& callback)
{
    any_file(repository, tree, wanted_folder, [&](std::string const& path, TreeEntry const& entry) {
        callback(path, entry);
        return false;
    });
}

}  // namespace sss::git
