#pragma once

#include "git/environment.hpp"
#include "git/oid.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sss::git {

/// A file that stands in the repository and not in the working tree, and has not gone all the same: the checkout is
/// sparse, or git was told to take the file as unchanged.
struct LeftOut {
    std::string path;  ///< relative to the folder that was asked for
    Oid id;
    bool link = false;
};

/// The files below `folder` that a sparse checkout leaves out, by path. Costs reading the index where the checkout is
/// whole, so that what reads a working tree alone need not open git.
std::vector<LeftOut> left_out_by_sparse_checkout(std::filesystem::path const& folder,
                                                 Environment const& environment = {});

}  // namespace sss::git
