#pragma once

#include "facts/change/change_facts.hpp"
#include "facts/query/back_references.hpp"
#include "history/history.hpp"
#include "programme/finding.hpp"
#include "support/zone.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace sss {

/// All that `sss show` tells of a record.
struct RecordPage {
    Record const& record;
    Records const& records;
    Zone const& zone;
    Day today;
    std::vector<BackReference> named_by;
    History const* history = nullptr;       ///< nullptr: there is none to tell
    std::vector<ChangeFacts> changes = {};  ///< of the record, oldest first
    std::string history_untold = {};        ///< why the history cannot be told; empty otherwise
    bool uncommitted = false;               ///< the file is not as HEAD has it
    std::vector<Finding> findings = {};     ///< of the record's file
    std::string in_log = {};                ///< how `sss log` is asked for all of it; empty: by its id
};

inline constexpr std::size_t told_changes = 5;  ///< so many stand on the page, the newest

std::string record_text(RecordPage const& page, std::size_t width, bool colour);
std::string record_markdown(RecordPage const& page);
/// `"format": 1`, described by schemas/output/show.schema.json.
std::string record_json(RecordPage const& page);
/// Several of the latter as one document; of one alone itself.
std::string pages_json(std::vector<std::string> const& pages);

}  // namespace sss
