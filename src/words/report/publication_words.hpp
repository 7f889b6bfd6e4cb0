#pragma once

#include "history/promise_kept.hpp"
#include "words/words.hpp"

#include <span>
#include <vector>

namespace sss {

/// Whether reports were published as promised: "All 12 monthly reports were published within 7 days, as promised.";
/// then which are missing, and which is due next. Empty where nothing is promised.
std::vector<Said> publication_said(std::span<PromisedReport const> reports, int within_days, Words const& words = {});

}  // namespace sss
