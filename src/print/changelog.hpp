#pragma once

#include "facts/change/changelog_facts.hpp"
#include "print/template/template.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace sss {

/// `"format": 1`, described by schemas/output/changelog.schema.json.
std::string changelog_json(ChangelogFacts const& facts);

/// What a template may say: docs/commands/changelog.md describes it, section by section.
TemplateNames const& changelog_names();
/// The user's own template, filled.
std::variant<std::string, TemplateProblem> changelog_by_template(ChangelogFacts const& facts, std::string_view source,
                                                                 TemplateFormat format);

}  // namespace sss
