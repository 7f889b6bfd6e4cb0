#pragma once

#include "history/history.hpp"
#include "records/records.hpp"
#include "reports/changelog.hpp"
#include "support/zone.hpp"

#include <string>

namespace sss {

/// What `sss changelog` prints.
struct ChangelogFacts {
    std::string programme;  ///< its name, for the heading
    Changelog const& changelog;
    History const& history;
    Records const& records;  ///< as they stand at the end
    Zone const& zone;
};

std::string changelog_markdown(ChangelogFacts const& facts);
std::string changelog_text(ChangelogFacts const& facts, bool color);
/// `"format": 1`, described by schemas/output/changelog.schema.json.
std::string changelog_json(ChangelogFacts const& facts);

}  // namespace sss
