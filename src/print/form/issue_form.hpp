#pragma once

#include "facts/record_form.hpp"

#include <string>

namespace sss {

/// The form as GitHub asks for it in `.github/ISSUE_TEMPLATE/KIND.yml`.
std::string github_form(RecordForm const& form);

/// The form as a template in Markdown, as GitLab offers it from `.gitlab/issue_templates/KIND.md`: each question a
/// heading, what may be answered below it in a comment that nobody sees once it is sent.
std::string markdown_form(RecordForm const& form);

}  // namespace sss
