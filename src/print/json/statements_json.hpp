#pragma once

#include "facts/report/statements.hpp"

#include <vector>

#include <nlohmann/json.hpp>

namespace sss {

/// What a report says of the office's own words: a list, its texts as they stand.
nlohmann::ordered_json statements_json(std::vector<Statement> const& statements);

}  // namespace sss
