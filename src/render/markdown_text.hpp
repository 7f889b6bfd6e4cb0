#pragma once

#include <string>
#include <string_view>

namespace sss {

/// A record's text as plain Markdown text of GitHub's dialect: whatever it holds is shown, and nothing of it acts. No
/// emphasis, code, HTML, table cell, link (bare addresses neither), image, @mention or #reference comes of it; line
/// ends become spaces. Mentions and references are cut by U+2060, which shows nothing, for GitHub looks for them behind
/// all escaping.
std::string markdown_text(std::string_view text);

}  // namespace sss
