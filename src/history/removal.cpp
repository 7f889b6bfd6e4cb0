#include "history/removal.hpp"

#include "git/tree.hpp"
#include "history/former_tree_files.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sss {
namespace {

bool holds_record_in(git::Repository const& repository, git::Oid const& tree, std::string const& folder,
                     Layout const& layout)
{
    git::Tree const read{repository, tree};
    auto const entries = read.entries();
    auto const path = [&](git::TreeEntry const& entry) {
        return folder.empty() ? std::string{entry.name} : folder + '/' + std::string{entry.name};
    };
    using Type = git::TreeEntry::Type;
    return std::ranges::any_of(
               entries,
               [&](auto const& entry) { return entry.type == Type::file && layout.slot(path(entry)).has_value(); }) ||
           std::ranges::any_of(entries, [&](auto const& entry) {
               if (entry.type != Type::folder) return false;
               auto const inner = path(entry);
               return (!layout.hidden(inner) || layout.leads_to_records(inner)) &&
                      holds_record_in(repository, entry.id, inner, layout);
           });
}

std::size_t count_of_records_in(git::Repository const& repository, git::Oid const& tree, Layout const& layout)
{
    auto const files = FormerTreeFiles{repository, tree}.list(layout);
    return static_cast<std::size_t>(std::ranges::count_if(files, [&](FileEntry const& file) {
        return file.state == FileEntry::State::file && layout.slot(file.path).has_value();
    }));
}

}  // namespace

bool holds_records(git::Repository const& repository, git::Oid const& tree, Layout const& layout)
{
    return std::ranges::any_of(layout.kinds(), [&](Kind const* kind) {
        auto const& folder = layout.folder_of(*kind);
        auto const entry = git::entry_at_path(repository, tree, folder);
        return entry && entry->type == git::TreeEntry::Type::folder &&
               holds_record_in(repository, entry->id, folder, layout);
    });
}

std::optional<Removal> last_removal(git::Repository const& repository, Layout const& layout, git::Oid const& tip)
{
    auto later = repository.commit(tip);
    while (!later.parents.empty()) {
        auto earlier = repository.commit(later.parents.front());
        if (earlier.tree != later.tree)
            if (auto const records = count_of_records_in(repository, earlier.tree, layout); records > 0)
                return Removal{std::move(later), records};
        later = std::move(earlier);
    }
    return std::nullopt;
}

}  // namespace sss
