#pragma once

#include "git/oid.hpp"
#include "git/repository.hpp"
#include "programme/kind.hpp"
#include "records/files.hpp"
#include "records/layout.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sss {

/// The kinds whose folder does not stand in a tree, though another one does that the settings and schemas in the tree
/// name for the kind; and that folder.
std::vector<std::pair<Kind const*, std::string>> former_folders(git::Repository const& repository, Layout const& layout,
                                                                git::Oid const& tree);

/// The tree of a commit that is read by the layout of another one: what stands in a kind's former folder is listed
/// under the folder of the layout. The repository must outlive it.
class FormerTreeFiles : public TreeFiles {
public:
    FormerTreeFiles(git::Repository const& repository, git::Oid const& tree)
        : TreeFiles(repository, tree), repository_(repository), tree_(tree)
    {}
    std::vector<FileEntry> list(Layout const& layout) const override;

private:
    git::Repository const& repository_;
    git::Oid tree_;
};

}  // namespace sss
