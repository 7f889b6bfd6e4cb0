#pragma once

#include "print/template/template.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace sss {

/// Fills a template's text with what there is to tell.
using FillTemplate =
    std::function<std::variant<std::string, TemplateProblem>(std::string_view source, TemplateFormat format)>;

/// The user's template, filled. A UsageError that shows the place where the template is wrong; an Error where the file
/// cannot be read.
std::string filled_template(std::string const& path, FillTemplate const& fill);

}  // namespace sss
