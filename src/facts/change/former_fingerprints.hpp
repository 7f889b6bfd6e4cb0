#pragma once

#include "programme/finding.hpp"

#include <span>
#include <string>
#include <vector>

namespace sss {

/// The fingerprints as they were made of a finding's wording (`sssFinding/v1`), so that whoever stored them meets them
/// once more beside the new ones. They go with the next release.
std::vector<std::string> former_fingerprints(std::span<Finding const> findings);

}  // namespace sss
