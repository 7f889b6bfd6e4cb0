#pragma once

#include "facts/report/progress.hpp"
#include "print/template/template.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace sss {

/// The names that a report's template may use; docs/commands/report.md describes each.
TemplateNames const& report_names();

/// The report through a template of the user's own.
std::variant<std::string, TemplateProblem> report_by_template(ProgressReport const& report, std::string_view source,
                                                              TemplateFormat format);

}  // namespace sss
