#include "work/overlay.hpp"

#include <algorithm>

namespace sss {

std::vector<FileEntry> ChangedFiles::list(Layout const& layout) const
{
    auto entries = base_.list(layout);
    for (auto const& [path, text] : changed_) {
        auto const found = std::ranges::find(entries, path, &FileEntry::path);
        if (text && found == entries.end()) entries.push_back({path, FileEntry::Type::file, {}});
        if (!text && found != entries.end()) entries.erase(found);
    }
    std::ranges::sort(entries, {}, &FileEntry::path);
    return entries;
}

std::string ChangedFiles::read(FileEntry const& entry, std::size_t limit) const
{
    auto const found = changed_.find(entry.path);
    return found == changed_.end() ? base_.read(entry, limit) : found->second.value_or("").substr(0, limit + 1);
}

std::optional<std::string> ChangedFiles::read_path(std::string const& path, std::size_t limit) const
{
    auto const found = changed_.find(path);
    return found == changed_.end() ? base_.read_path(path, limit) : found->second;
}

}  // namespace sss
