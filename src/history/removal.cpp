#include "history/removal.hpp"

#include "git/tree.hpp"
#include "history/former_tree_files.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sss {
namespace {

std::size_t count_of_records_in(git::Repository const& repository, git::Oid const& tree, Layout const& layout)
{
    auto const files = FormerTreeFiles{repository, tree}.list(layout);
    return static_cast<std::size_t>(std::ranges::count_if(files, [&](FileEntry const& file) {
        return file.type == FileEntry::Type::file && layout.slot(file.path).has_value();
    }));
}

}  // namespace

bool holds_records(git::Repository const& repository, git::Oid const& tree, Layout const& layout)
{
    return git::any_file(
        repository, tree, [&](std::string_view folder) { return layout.leads_to_records(folder); },
        [&](std::string const& path, git::TreeEntry const& entry) {
            return entry.type == git::TreeEntry::Type::file && layout.slot(path).has_value();
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
