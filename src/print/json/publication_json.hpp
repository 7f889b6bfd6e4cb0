#pragma once

#include "history/promise_kept.hpp"

#include <vector>

#include <nlohmann/json.hpp>

namespace sss {

/// Whether reports were published as promised: a list, the oldest first.
nlohmann::ordered_json promised_json(std::vector<PromisedReport> const& reports);

}  // namespace sss
