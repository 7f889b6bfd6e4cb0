#pragma once

#include "print/html/page_html.hpp"
#include "support/markdown.hpp"

#include <span>

namespace sss {

/// What somebody wrote in Markdown, as markup of ours: nothing of it but text and safe links comes from the text.
/// @param level  of its first heading, 2 to 6; one below another is one deeper, never more
Html markdown_html(std::span<MarkdownPiece const> blocks, int level, HtmlNeighbours* among = nullptr);

}  // namespace sss
