#pragma once

#include <string>
#include <string_view>

namespace sss {

/// Text out of a record as plain text in GitHub's and GitLab's Markdown: nothing in it marks up, links, mentions
/// somebody, refers to an issue, breaks a table or opens HTML. Line ends become blanks; control characters are made
/// visible.
std::string escape_markdown(std::string_view text);

}  // namespace sss
