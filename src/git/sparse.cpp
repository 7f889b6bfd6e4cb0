#include "git/sparse.hpp"

#include "git/index_file.hpp"
#include "git/repository.hpp"
#include "support/error.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

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

/// git's own folder of a working tree: `.git`, or what the file of that name leads to.
fs::path git_folder_of(fs::path const& working_tree)
{
    std::error_code failed;
    auto const git = working_tree / ".git";
    if (!fs::is_regular_file(git, failed)) return git;
    std::ifstream file{git};
    std::string line;
    std::getline(file, line);
    constexpr std::string_view prefix = "gitdir: ";
    if (line.ends_with('\r')) line.pop_back();
    return line.starts_with(prefix) ? working_tree / line.substr(prefix.size()) : git;
}

/// Whether git looks at no file in the place of some entry: what most indexes can be passed by for.
bool may_leave_out(fs::path const& working_tree)
{
    auto const folder = git_folder_of(working_tree);
    try {
        return std::ranges::any_of(read_index_file(folder / "index", folder), [](IndexFileEntry const& entry) {
            return entry.skip_worktree || entry.assume_unchanged || entry.is_folder() || entry.is_submodule();
        });
    } catch (Error const&) {
        // Where the checkout is whole, nothing depends on an index that cannot be read; who needs it says so itself.
        std::error_code failed;
        if (!fs::exists(folder / "info" / "sparse-checkout", failed)) return false;
        throw;
    }
}

}  // namespace

std::vector<LeftOut> left_out_by_checkout(fs::path const& folder, Environment const& environment)
{
    std::vector<LeftOut> found;
    std::error_code failed;
    if (environment.git_dir.empty() && environment.work_tree.empty()) {
        auto const top = working_tree_of(folder);
        if (!top || !may_leave_out(*top)) return found;
    }
    auto repository = Repository::find(folder, environment);
    if (!repository || repository->work_tree().empty()) return found;
    auto const top = fs::canonical(repository->work_tree(), failed);
    auto const inner = fs::relative(fs::canonical(folder, failed), top, failed).generic_string();
    if (failed || inner.starts_with("..")) return found;
    if (inner != ".") repository->narrow_to(inner);
    auto const index = repository->index();
    for (auto const& entry : index.entries)
        // What was put there all the same is read as it stands.
        if (entry.taken_as_unchanged && !fs::exists(folder / entry.path, failed))
            found.push_back({entry.path, entry.id, entry.link ? LeftOut::Type::link : LeftOut::Type::file});
    for (auto const& path : index.submodules)
        if (fs::is_directory(folder / path, failed) && fs::is_empty(folder / path, failed))
            found.push_back({path, {}, LeftOut::Type::submodule});
    return found;
}

}  // namespace sss::git
