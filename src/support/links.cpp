#include "support/links.hpp"

#include "support/error.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

namespace sss {
namespace {

namespace fs = std::filesystem;

/// The system's own limit is 40.
constexpr int most_links = 64;

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

/// By its name alone: a container may lack /proc, and what stands there may have been replaced.
std::optional<int> descriptor_by_name(fs::path const& path)
{
    auto const name = path.lexically_normal().string();
    if (name == "/dev/stdin") return STDIN_FILENO;
    if (name == "/dev/stdout") return STDOUT_FILENO;
    if (name == "/dev/stderr") return STDERR_FILENO;
    constexpr std::string_view folder = "/dev/fd/";
    return name.starts_with(folder) ? whole_number(std::string_view{name}.substr(folder.size())) : std::nullopt;
}

/// Of "/proc/PID/fd" or "/proc/PID/task/TID/fd", with the links on the way followed: the process; else nothing.
std::optional<int> process_of_descriptors(fs::path const& folder)
{
    auto const text = folder.string();
    constexpr std::string_view proc = "/proc/";
    if (folder.filename() != "fd" || !text.starts_with(proc)) return std::nullopt;
    auto const rest = std::string_view{text}.substr(proc.size());
    return whole_number(rest.substr(0, rest.find('/')));
}

bool stands_at(fs::path const& path)
{
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

/// The repository in which a folder stands; nothing: in none.
std::optional<fs::path> repository_of_link(fs::path const& folder)
{
    std::optional<fs::path> with_settings;
    for (auto at = folder;; at = at.parent_path()) {
        if (stands_at(at / ".git")) return at;
        if (!with_settings && stands_at(at / "sss.toml")) with_settings = at;
        if (at == at.parent_path()) return with_settings;
    }
}

/// Whether a path stands in a folder (or is it), and in none of git's own.
bool is_within(fs::path const& path, fs::path const& folder)
{
    auto const below = path.lexically_relative(folder);
    if (below.empty() || *below.begin() == "..") return false;
    return std::ranges::none_of(below, [](fs::path const& part) { return part == ".git"; });
}

}  // namespace

Way way_to(fs::path const& path, fs::path const& repository)
{
    Way way;
    if ((way.descriptor = descriptor_by_name(path))) return way;
    std::error_code failed;
    std::deque<fs::path> rest{path.begin(), path.end()};
    auto at = path.is_absolute() ? fs::path{"/"} : fs::current_path(failed);
    for (int followed = 0; !rest.empty();) {
        auto const part = rest.front();
        rest.pop_front();
        if (part.empty() || part == "." || part == "/") continue;
        if (part == "..") {
            at = at.parent_path();
            continue;
        }
        if (auto const process = process_of_descriptors(at))
            if (auto const number = whole_number(part.string())) {
                way.descriptor = *process == ::getpid() ? *number : -1;
                return way;
            }
        auto const here = at / part;
        if (!fs::is_symlink(fs::symlink_status(here, failed))) {
            at = here;  // whether it exists or not: nothing below what is missing is a link
            continue;
        }
        auto target = fs::read_symlink(here, failed);
        auto const home = !repository.empty() ? (is_within(here, repository) ? std::optional{repository} : std::nullopt)
                                              : repository_of_link(at);
        if (home) {
            auto const end = fs::canonical(here, failed);
            auto const leads = failed                  ? Way::Leads::nowhere
                               : is_within(end, *home) ? Way::Leads::inside
                                                       : Way::Leads::outside;
            auto const last = std::ranges::all_of(rest, [](fs::path const& one) { return one.empty(); });
            if (leads != Way::Leads::inside) return {leads, here, std::move(target), last, std::nullopt};
            if (way.link.empty()) way = {leads, here, std::move(target), last, std::nullopt};
            at = end;
            continue;
        }
        if (++followed > most_links) break;  // in circles: whoever opens it is told so by the system
        if (target.is_absolute()) at = "/";
        rest.insert(rest.begin(), target.begin(), target.end());
    }
    return way;
}

void make_folders(fs::path const& folder)
{
    auto const attempt = fmt::format("make the folder {}", visible(folder.string()));
    if (auto const way = way_to(folder); way.leaves())
        throw Error{attempt,
                    fmt::format("{} is a symbolic link that leads {}", visible(way.link.string()),
                                way.leads == Way::Leads::nowhere ? "nowhere" : "out of the repository"),
                    "Put a folder in its place, or name the place itself that is meant."};
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) throw Error{attempt, failed.message()};
}

}  // namespace sss
