#pragma once

#include "facts/change/changelog.hpp"
#include "history/history.hpp"
#include "print/template/template.hpp"
#include "records/records.hpp"
#include "support/zone.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sss {

/// What `sss changelog` prints.
struct ChangelogFacts {
    std::string programme;  ///< its name, for the heading
    Changelog const& changelog;
    History const& history;
    Records const& records;  ///< as they stand at the end
    Zone const& zone;
    std::string by = "month";         ///< "day" … "year", "tag"
    std::string within = "category";  ///< "category", "satellite", "kind", "owner"
};

std::string changelog_markdown(ChangelogFacts const& facts);
std::string changelog_text(ChangelogFacts const& facts, bool color);
/// One page that stands alone.
std::string changelog_html(ChangelogFacts const& facts);
/// `"format": 1`, described by schemas/output/changelog.schema.json.
std::string changelog_json(ChangelogFacts const& facts);

/// What a template may say: docs/commands/changelog.md describes it, section by section.
TemplateNames const& changelog_names();
/// The user's own template, filled.
std::variant<std::string, TemplateProblem> changelog_by_template(ChangelogFacts const& facts, std::string_view source,
                                                                 TemplateFormat format);

}  // namespace sss
