#pragma once

#include "support/embedded.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

struct ScaffoldFile {
    std::string path;  ///< relative to the new repository's root
    std::string bytes;
};

/// The files of a new data repository: settings, a folder for each standard kind, copies of the standard schemas for
/// editors with the files that tell Taplo and Tombi of them, and a GitHub workflow that validates pull requests.
/// @param schemas  the embedded standard schemas
std::vector<ScaffoldFile> scaffold(std::span<embedded::File const> schemas);

}  // namespace sss
