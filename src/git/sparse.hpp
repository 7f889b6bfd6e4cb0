#pragma once

#include "git/environment.hpp"
#include "git/oid.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace sss::git {

/// What stands in the repository and not in the working tree, and has not gone all the same: the checkout is sparse,
/// git was told to take the file as unchanged, or a submodule was not fetched.
struct LeftOut {
    enum class Type : std::uint8_t { file, link, submodule };
    std::string path;  ///< relative to the folder that was asked for
    Oid id;
    Type type = Type::file;
};

/// What a checkout leaves out below `folder`, by path, submodules last. Costs reading the index where the checkout is
/// whole, so that what reads a working tree alone need not open git.
std::vector<LeftOut> left_out_by_checkout(std::filesystem::path const& folder, Environment const& environment = {});

}  // namespace sss::git
