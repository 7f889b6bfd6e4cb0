#pragma once

#include "history/history.hpp"
#include "records/records.hpp"
#include "reports/change_facts.hpp"
#include "support/zone.hpp"

#include <span>
#include <string>

namespace sss {

/// What `sss log` prints.
struct LogFacts {
    History const& history;
    Records const& records;  ///< as they stand at the end
    Zone const& zone;
    std::span<ChangeFacts const> changes;  ///< in the order of landing
    Record const* only = nullptr;          ///< the one record that was asked for, where it still stands
};

/// Newest first; a commit's changes stand together, and who signed it stands below them.
std::string log_text(LogFacts const& facts, bool color);
std::string log_markdown(LogFacts const& facts);
/// `"format": 1`, described by schemas/output/log.schema.json.
std::string log_json(LogFacts const& facts);

/// What a result leaves out, as sentences for standard error: unreadable versions, renames not sought. Empty where
/// nothing was left out.
std::string left_out(History const& history);

}  // namespace sss
