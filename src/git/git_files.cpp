#include "git/git_files.hpp"

#include "git/damage.hpp"
#include "support/atomic_file.hpp"
#include "support/text_parts.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss::git {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_of_a_name = 64 << 10;   ///< bytes of HEAD, of a `.git` file, of a list of object folders
constexpr std::size_t most_of_settings = 4 << 20;  ///< bytes of a file of settings
constexpr std::size_t most_includes = 1000;
constexpr int deepest_include = 10;  ///< as in git and its library, which tell what lies deeper

[[noreturn]] void refuse(fs::path const& file, std::string const& reason)
{
    throw Damaged{
        fmt::format("read git's own file {}", visible(file.string())), reason,
        "git itself stops or waits there. Bring the file back from a backup, or clone the repository afresh."};
}

/// Whether it stands there; whatever is no plain file, or larger, is refused.
bool stands(fs::path const& file, std::uintmax_t most)
{
    std::error_code failed;
    auto const type = fs::status(file, failed).type();
    if (type == fs::file_type::not_found || type == fs::file_type::none || type == fs::file_type::unknown) return false;
    // What a folder in its place means is told by whoever reads it.
    if (type == fs::file_type::directory) return false;
    if (fs::canonical(file, failed) == "/dev/null") return false;
    if (type != fs::file_type::regular) refuse(file, "it is no file");
    if (fs::file_size(file, failed) > most && !failed) refuse(file, fmt::format("it has more than {} bytes", most));
    return true;
}

std::string text_of(fs::path const& file, std::size_t most)
{
    return stands(file, most) ? read_file(file, most).bytes : std::string{};
}

/// What a line of settings says of another file: the value of a key `path`, whatever its section.
std::optional<std::string> path_in(std::string_view line)
{
    line = trimmed(line);
    if (auto const end = line.find(']'); line.starts_with('[') && end != std::string_view::npos)
        line = trimmed(line.substr(end + 1));
    auto const equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    auto const key = trimmed(line.substr(0, equals));
    auto const is_path =
        std::ranges::equal(key, std::string_view{"path"}, [](unsigned char a, char b) { return std::tolower(a) == b; });
    if (!is_path) return std::nullopt;
    std::string value{trimmed(line.substr(equals + 1))};
    std::erase(value, '"');
    return value;
}

/// Settings, and what they include: each as often as it is included, for so often it is read.
void require_sound_settings(fs::path const& settings)
{
    std::vector<std::pair<fs::path, int>> waiting{{settings, 0}};
    std::size_t included = 0;
    while (!waiting.empty()) {
        auto const [file, depth] = std::move(waiting.back());
        waiting.pop_back();
        auto const text = text_of(file, most_of_settings);
        if (depth >= deepest_include) continue;
        for (std::string_view rest = text; !rest.empty();) {
            auto const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            auto const path = path_in(line);
            if (!path || path->empty() || path->starts_with('~')) continue;
            if (++included > most_includes)
                refuse(settings, fmt::format("it includes more than {} files", most_includes));
            waiting.emplace_back(file.parent_path() / *path, depth + 1);
        }
    }
}

/// Branches and tags in files of their own.
void require_sound_references(fs::path const& folder)
{
    std::vector<fs::path> waiting{folder};
    while (!waiting.empty()) {
        auto const next = std::move(waiting.back());
        waiting.pop_back();
        std::error_code failed;
        for (fs::directory_iterator entry{next, failed}, end; !failed && entry != end; entry.increment(failed)) {
            std::error_code gone;
            if (entry->is_symlink(gone))
                static_cast<void>(stands(entry->path(), most_of_a_name));
            else if (entry->is_directory(gone))
                waiting.push_back(entry->path());
            else if (!entry->is_regular_file(gone) && !gone)
                refuse(entry->path(), "it is no file");
        }
    }
}

/// The folder that a `.git` is, or names.
fs::path folder_of(fs::path const& git)
{
    std::error_code failed;
    if (!fs::is_regular_file(git, failed)) return git;
    auto const text = text_of(git, most_of_a_name);
    constexpr std::string_view begin = "gitdir:";
    if (!text.starts_with(begin)) return git;
    return git.parent_path() / trimmed(std::string_view{text}.substr(begin.size()));
}

std::optional<fs::path> git_folder_from(fs::path const& at)
{
    std::error_code failed;
    for (auto folder = fs::canonical(at, failed); !failed; folder = folder.parent_path()) {
        if (fs::exists(fs::symlink_status(folder / ".git", failed))) return folder_of(folder / ".git");
        if (fs::is_directory(folder / "objects", failed) && fs::is_directory(folder / "refs", failed)) return folder;
        failed.clear();
        if (folder == folder.parent_path()) break;
    }
    return std::nullopt;
}

}  // namespace

void require_sound_git_files(fs::path const& at)
{
    auto const found = git_folder_from(at);
    std::error_code failed;
    if (!found || !fs::is_directory(*found, failed)) return;
    auto const& folder = *found;
    for (auto const* name : {"HEAD", "commondir", "gitdir"}) static_cast<void>(stands(folder / name, most_of_a_name));
    auto common = folder;
    if (auto const named = text_of(folder / "commondir", most_of_a_name); !named.empty())
        common = folder / trimmed(named);
    constexpr auto any_size = std::uintmax_t{1} << 62;
    for (auto const* name : {"packed-refs", "shallow", "info/grafts"})
        static_cast<void>(stands(common / name, any_size));
    static_cast<void>(stands(common / "objects" / "info" / "alternates", most_of_a_name));
    require_sound_settings(common / "config");
    require_sound_settings(folder / "config.worktree");
    require_sound_references(common / "refs");
    if (common != folder) require_sound_references(folder / "refs");
}

}  // namespace sss::git
