#include "git/git_folder.hpp"

#include "support/atomic_file.hpp"

#include <system_error>

namespace sss::git {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_pointer = 8192;

/// What `.git` is where it is a file: "gitdir: PATH".
std::optional<fs::path> pointed_to(fs::path const& file)
{
    auto const read = read_file(file, largest_pointer);
    constexpr std::string_view lead = "gitdir: ";
    if (!read || !read.bytes.starts_with(lead)) return std::nullopt;
    auto const path = read.bytes.substr(lead.size(), read.bytes.find('\n') - lead.size());
    return (file.parent_path() / path).lexically_normal();
}

}  // namespace

std::optional<JournalPlace> journal_place(fs::path const& root)
{
    std::error_code failed;
    for (auto top = root;; top = top.parent_path()) {
        auto const git = top / ".git";
        auto const folder = fs::is_directory(git, failed) ? std::optional{git} : pointed_to(git);
        if (folder && fs::is_directory(*folder, failed))
            return JournalPlace{(*folder / "sss" / root.lexically_relative(top)).lexically_normal(), root};
        if (top == top.parent_path() || folder) return std::nullopt;
    }
}

}  // namespace sss::git
