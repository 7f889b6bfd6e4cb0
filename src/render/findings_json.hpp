#pragma once

#include "programme/finding.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace sss {

/// Findings for programs: the form that schemas/output/findings.schema.json describes.
std::string to_json(std::span<Finding const> findings, std::size_t records);

}  // namespace sss
