#pragma once

#include "facts/change/changelog.hpp"
#include "history/history.hpp"
#include "programme/terms.hpp"
#include "records/records.hpp"
#include "support/zone.hpp"

#include <string>

namespace sss {

/// What `sss changelog` tells.
struct ChangelogFacts {
    std::string programme;  ///< its name, for the heading
    Changelog const& changelog;
    History const& history;
    Records const& records;  ///< as they stand at the end
    Zone const& zone;
    std::string by = "month";         ///< "day" … "year", "tag"
    std::string within = "category";  ///< "category", "satellite", "kind", "owner"
    Glossary glossary = Glossary{};   ///< of abbreviations, for pages that explain them
};

}  // namespace sss
