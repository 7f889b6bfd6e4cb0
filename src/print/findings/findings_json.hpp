#pragma once

#include "facts/change/check.hpp"
#include "programme/finding.hpp"

#include <string>

#include <nlohmann/json.hpp>

namespace sss {

/// One finding, as an item of the list below.
nlohmann::ordered_json as_json(Finding const& finding);

/// Findings for programs: the form that schemas/output/findings.schema.json describes.
std::string to_json(Check const& check);

}  // namespace sss
