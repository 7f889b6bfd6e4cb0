#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// Paragraphs and items of a text in Markdown, each as one plain text: without the mark of a list's item or of a
/// heading.
std::vector<std::string> blocks_of(std::string_view markdown);

}  // namespace sss
