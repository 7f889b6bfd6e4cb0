#include "history/former_tree_files.hpp"

#include "git/tree.hpp"
#include "schema/configuration.hpp"

#include <algorithm>
#include <string_view>

namespace sss {

namespace {

bool stands(git::Repository const& repository, git::Oid const& tree, std::string const& folder)
{
    if (folder.empty()) return true;
    auto const entry = git::entry_at_path(repository, tree, folder);
    return entry && entry->type == git::TreeEntry::Type::folder;
}

bool stands_below(std::string_view path, std::string_view folder)
{
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

std::vector<std::pair<Kind const*, std::string>> former_folders(git::Repository const& repository, Layout const& layout,
                                                                git::Oid const& tree)
{
    std::vector<std::pair<Kind const*, std::string>> found;
    if (!tree) return found;
    std::vector<Kind const*> missing;
    for (auto const* kind : layout.kinds())
        if (!stands(repository, tree, layout.folder_of(*kind))) missing.push_back(kind);
    if (missing.empty()) return found;
    std::unique_ptr<Configuration const> then;
    try {
        then = read_configuration(TreeFiles{repository, tree}, std::nullopt, {});
    } catch (NotReadable const&)
    {  // what stood there then names no folder; it must not stop who reads the past for ever
        return found;
    }
    for (auto const* kind : missing) {
        auto const& kinds = then->layout.kinds();
        auto const named = std::ranges::find(kinds, kind->name, [](Kind const* one) { return one->name; });
        if (named == kinds.end()) continue;
        auto const& folder = then->layout.folder_of(**named);
        if (folder.empty() || folder == layout.folder_of(*kind)) continue;
        if (stands(repository, tree, folder)) found.emplace_back(kind, folder);
    }
    return found;
}

std::vector<FileEntry> FormerTreeFiles::list(Layout const& layout) const
{
    auto files = TreeFiles::list(layout);
    auto const former = former_folders(repository_, layout, tree_);
    if (former.empty()) return files;
    // Where the former folder is today that of another kind, it was not then.
    std::erase_if(files, [&](FileEntry const& file) {
        return std::ranges::any_of(former, [&](auto const& one) { return stands_below(file.path, one.second); });
    });
    for (auto const& [kind, folder] : former) {
        git::for_each_file(
            repository_, tree_,
            [&, &folder = folder](std::string_view one) {
                return !layout.ignored_wholly(one) &&
                       (one == folder || stands_below(folder, one) || stands_below(one, folder));
            },
            [&, kind = kind, &folder = folder](std::string const& path, git::TreeEntry const& entry) {
                if (entry.type != git::TreeEntry::Type::file || !stands_below(path, folder)) return;
                auto const today = layout.folder_of(*kind) + path.substr(folder.size());
                if (layout.slot(today)) files.push_back({today, FileEntry::Type::file, entry.id});
            });
    }
    std::ranges::sort(files, {}, &FileEntry::path);
    return files;
}

}  // namespace sss
