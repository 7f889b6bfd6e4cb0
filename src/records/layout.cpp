#include "records/layout.hpp"

#include "git/own_folder.hpp"

#include <algorithm>
#include <cstddef>

#include <re2/re2.h>

namespace sss {

namespace {

constexpr std::string_view extension = ".toml";
constexpr std::string_view any_depth = ".*";  ///< what `**` at a glob's end becomes; a dot of the glob is escaped

std::string join(std::string_view folder, std::string_view name)
{
    if (folder.empty()) return std::string{name};
    return std::string{folder} + '/' + std::string{name};
}

/// Whether `path` lies below `folder` (or is it); "" holds everything.
bool below(std::string_view path, std::string_view folder)
{
    return folder.empty() || (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

bool has_hidden_name(std::string_view path)
{
    return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

/// What stands behind the folder in a path below it.
std::string_view behind(std::string_view path, std::string_view folder)
{
    return path.substr(folder.empty() ? 0 : std::min(path.size(), folder.size() + 1));
}

/// `*` and `?` stay within one name; `**` crosses slashes, and `**/` may stand for no folder at all.
std::string regex_of(std::string_view glob)
{
    std::string regex;
    while (!glob.empty()) {
        if (glob.starts_with("**/")) {
            regex += "(?:.*/)?";
            glob.remove_prefix(3);
        } else if (glob.starts_with("**")) {
            regex += any_depth;
            glob.remove_prefix(2);
        } else {
            if (glob.front() == '*')
                regex += "[^/]*";
            else if (glob.front() == '?')
                regex += "[^/]";
            else
                regex += RE2::QuoteMeta(std::string{glob.substr(0, 1)});
            glob.remove_prefix(1);
        }
    }
    return regex;
}

}  // namespace

Layout::Layout(std::string_view data_folder, std::vector<Kind const*> kinds, std::vector<std::string> const& ignore,
               Zone zone)
    : data_folder_(data_folder == "." ? "" : data_folder), kinds_(std::move(kinds)), zone_(std::move(zone))
{
    while (data_folder_.ends_with('/')) data_folder_.pop_back();
    for (auto const* kind : kinds_) folders_.push_back(join(data_folder_, kind->folder));
    // Latin-1: globs and paths are compared as bytes, for a path need not be UTF-8.
    for (auto const& glob : ignore) ignore_.push_back(std::make_shared<RE2>(regex_of(glob), RE2::Latin1));
}

Layout Layout::only(std::vector<Kind const*> kinds) const
{
    Layout few{data_folder_, std::move(kinds), {}, zone_};
    few.ignore_ = ignore_;
    return few;
}

Kind const* Layout::kind_at(std::string_view path) const
{
    Kind const* found = nullptr;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (below(path, folders_[i]) && (found == nullptr || folders_[i].size() > longest)) {
            found = kinds_[i];
            longest = folders_[i].size();
        }
    }
    return found;
}

bool Layout::ignored(std::string_view path) const
{
    if (ignore_.empty() || !below(path, data_folder_)) return false;
    auto const inside = data_folder_.empty() ? path : path.substr(std::min(path.size(), data_folder_.size() + 1));
    return std::ranges::any_of(ignore_, [inside](auto const& glob) { return RE2::FullMatch(inside, *glob); });
}

bool Layout::ignored_wholly(std::string_view folder) const
{
    // A glob that ends in ** and fits "folder/" fits whatever follows the slash.
    if (ignore_.empty() || folder.empty() || !below(folder, data_folder_) || folder == data_folder_) return false;
    auto const inside = std::string{folder.substr(data_folder_.empty() ? 0 : data_folder_.size() + 1)} + '/';
    return std::ranges::any_of(ignore_, [&inside](auto const& glob) {
        return glob->pattern().ends_with(any_depth) && RE2::FullMatch(inside, *glob);
    });
}

std::optional<Layout::Slot> Layout::slot(std::string_view path) const
{
    if (!path.ends_with(extension)) return std::nullopt;
    auto const* kind = kind_at(path);
    if (kind == nullptr || ignored(path)) return std::nullopt;
    auto const inside = behind(path, folder_of(*kind));
    auto id = inside;
    if (!kind->nested_ids) id.remove_prefix(id.rfind('/') == std::string_view::npos ? 0 : id.rfind('/') + 1);
    auto const folders_hidden = has_hidden_name(inside.substr(0, inside.size() - id.size()));
    id.remove_suffix(std::min(id.size(), extension.size()));
    if (folders_hidden || (has_hidden_name(id) && !admits(*kind, id))) return std::nullopt;
    return Slot{kind, std::string{id}};
}

bool Layout::hidden(std::string_view path) const
{
    if (!has_hidden_name(path)) return false;
    auto const* kind = kind_at(path);
    if (kind != nullptr) return has_hidden_name(behind(path, folder_of(*kind)));
    return has_hidden_name(below(path, data_folder_) ? behind(path, data_folder_) : path);
}

/// What git keeps for itself is never a record. Few ids begin with a dot, so that the pattern is read when one does.
bool Layout::admits(Kind const& kind, std::string_view id) const
{
    if (leads_into_git(id)) return false;
    RE2 const pattern{"^(?:" + kind.id_pattern + ")$", RE2::Quiet};
    return pattern.ok() && RE2::PartialMatch(id, pattern);
}

bool Layout::leads_to_records(std::string_view folder) const
{
    if (ignored_wholly(folder)) return false;
    return std::ranges::any_of(
        folders_, [folder](std::string const& root) { return below(root, folder) || below(folder, root); });
}

std::string Layout::path_of(Kind const& kind, std::string_view id) const
{
    return join(folder_of(kind), std::string{id} + std::string{extension});
}

std::string const& Layout::folder_of(Kind const& kind) const
{
    auto const found = std::ranges::find(kinds_, &kind);
    return folders_[static_cast<std::size_t>(found - kinds_.begin())];
}

}  // namespace sss
