#include "git/sparse.hpp"

#include "git/handles.hpp"
#include "git/repository.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

namespace sss::git {
namespace {

namespace fs = std::filesystem;

/// Where the working tree that holds `folder` begins; nothing where none does.
std::optional<fs::path> working_tree_of(fs::path folder)
{
    std::error_code failed;
    for (folder = fs::canonical(folder, failed); !failed; folder = folder.parent_path()) {
        if (fs::exists(folder / ".git", failed)) return folder;
        if (folder == folder.parent_path()) break;
    }
    return std::nullopt;
}

/// A linked working tree keeps its patterns elsewhere: there only the index can tell.
bool may_be_sparse(fs::path const& working_tree)
{
    std::error_code failed;
    auto const git = working_tree / ".git";
    return !fs::is_directory(git, failed) || fs::exists(git / "info" / "sparse-checkout", failed);
}

}  // namespace

std::vector<LeftOut> left_out_by_sparse_checkout(fs::path const& folder)
{
    std::vector<LeftOut> found;
    auto const top = working_tree_of(folder);
    if (!top || !may_be_sparse(*top)) return found;
    initialise_library();
    git_repository* opened = nullptr;
    // Without a repository that can be read nothing is known of its index; who needs git says so itself.
    if (git_repository_open_ext(&opened, top->c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) < 0) return found;
    RepositoryHandle const repository{opened};
    git_index* read = nullptr;
    ensure(git_repository_index(&read, opened), "read the index",
           "If the checkout is sparse, `git sparse-checkout disable` brings every record into the working tree.");
    IndexHandle const index{read};
    std::error_code failed;
    auto const inner = fs::relative(fs::canonical(folder, failed), *top, failed).generic_string();
    auto const prefix = inner == "." || failed ? std::string{} : inner + '/';
    for (std::size_t i = 0; i < git_index_entrycount(read); ++i) {
        auto const* entry = git_index_get_byindex(read, i);
        std::string_view const path{entry->path};
        if ((entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) == 0 || !path.starts_with(prefix)) continue;
        if (fs::exists(*top / path, failed)) continue;  // it was put there all the same
        found.push_back(
            {std::string{path.substr(prefix.size())}, from_git(entry->id), entry->mode == GIT_FILEMODE_LINK});
    }
    std::ranges::sort(found, {}, &LeftOut::path);
    return found;
}

}  // namespace sss::git
