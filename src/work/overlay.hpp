#pragma once

#include "records/files.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sss {

/// Files that are to stand otherwise than they do, by path relative to the root; nothing: the file is gone.
using ChangedTexts = std::map<std::string, std::optional<std::string>>;

/// A state of the files in which some stand otherwise. Both must outlive it.
class ChangedFiles : public Files {
public:
    ChangedFiles(Files const& base, ChangedTexts const& changed) : base_(base), changed_(changed) {}
    std::vector<FileEntry> list(Layout const& layout) const override;
    std::string read(FileEntry const& entry, std::size_t limit) const override;
    std::optional<std::string> read_path(std::string const& path, std::size_t limit) const override;
    std::vector<std::string> names(std::string const& folder) const override { return base_.names(folder); }
    Presence presence(std::string const& path) const override { return base_.presence(path); }
    std::vector<std::string> folders(std::string const& folder) const override { return base_.folders(folder); }

private:
    Files const& base_;
    ChangedTexts const& changed_;
};

}  // namespace sss
