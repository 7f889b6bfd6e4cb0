#include "work/change/commit_command.hpp"

#include "support/shell_word.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_folders = 3;  ///< named in place of all that stands in them

/// Whether nothing else in the folder differs from what is committed.
bool holds_alone(std::string const& folder, std::set<std::string> const& paths, git::Repository const& repository)
{
    auto const others = repository.uncommitted(folder == "." ? "" : folder);
    return std::ranges::all_of(others, [&](std::string const& path) { return paths.contains(path); });
}

std::vector<std::string> short_paths(std::vector<std::string> const& paths, git::Repository const& repository,
                                     std::string const& whole, std::size_t most)
{
    if (paths.size() <= most) return paths;
    std::set<std::string> const these{paths.begin(), paths.end()};
    std::set<std::string> folders;
    for (auto const& path : paths) folders.insert(fs::path{path}.parent_path().generic_string());
    if (folders.size() > most_folders && holds_alone(whole, these, repository)) return {whole};
    std::vector<std::string> named;
    for (auto const& folder : folders) {
        if (!folder.empty() && holds_alone(folder, these, repository))
            named.push_back(folder);
        else
            std::ranges::copy_if(paths, std::back_inserter(named), [&](std::string const& path) {
                return fs::path{path}.parent_path().generic_string() == folder;
            });
    }
    return named;
}

}  // namespace

std::string git_at(fs::path const& root, ProgrammeRequest const& programme)
{
    std::error_code failed;
    if (fs::equivalent(root, fs::current_path(failed), failed)) return "git";
    auto const named_whole = fs::path{programme.directory}.is_absolute();
    auto const there =
        named_whole ? root.generic_string() : fs::relative(root, fs::current_path(failed), failed).generic_string();
    return "git -C " + shell_word(there.empty() ? root.generic_string() : there);
}

std::string commit_command(CommitProposal const& proposal, git::Repository const& repository, std::string const& whole,
                           std::size_t most)
{
    if (proposal.paths.empty()) return "There is nothing to commit: all of it stands as it is committed.\n";
    auto const touched = short_paths(proposal.paths, repository, whole, most);
    auto const by_folder = touched.size() < proposal.paths.size();
    std::string command;
    if (!proposal.unknown.empty())
        command = fmt::format("{} add --{} && ", proposal.git, shell_arguments(by_folder ? touched : proposal.unknown));
    command += proposal.git + " commit";
    for (auto const& paragraph : proposal.message) command += " -m " + shell_word(paragraph);
    if (!proposal.reason.empty()) command += " --trailer " + shell_word("Reason: " + proposal.reason);
    return fmt::format("Commit it with\n  {} --{}\n", command, shell_arguments(touched));
}

}  // namespace sss
