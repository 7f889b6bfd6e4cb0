#pragma once

#include "pages/page.hpp"

#include <string>

namespace sss {

/// A page for a merge request, an issue or a wiki, as GitHub and GitLab read Markdown. Names mark nothing up.
std::string page_markdown(Page const& page);

/// What is said, within a line of Markdown.
std::string said_markdown(Said const& said);

}  // namespace sss
