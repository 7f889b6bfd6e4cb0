#include "pages/page.hpp"

#include <utility>

namespace sss {

PageCell::PageCell(Said text, Said aside, Tone tone)
{
    if (!text.empty() || !aside.empty()) lines.push_back({std::move(text), std::move(aside), tone});
}

void add_paragraph(std::vector<PageBlock>& blocks, Said said)
{
    if (!said.empty()) blocks.push_back(PageParagraph{std::move(said)});
}

void add_table(std::vector<PageBlock>& blocks, PageTable table)
{
    if (!table.rows.empty()) blocks.push_back(std::move(table));
}

}  // namespace sss
