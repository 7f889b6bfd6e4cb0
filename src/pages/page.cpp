#include "pages/page.hpp"

#include "words/page_words.hpp"

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

std::vector<PageBlock> block_of(PageTable table)
{
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(table));
    return blocks;
}

void cut_long(std::vector<PageBlock>& blocks, std::size_t most, Said const& where)
{
    std::vector<PageBlock> cut;
    for (auto& block : blocks) {
        std::size_t more = 0;
        auto const shorten = [&](auto& rows) {
            if (rows.size() <= most + 1) return;  // one more takes as much room as to say so
            more = rows.size() - most;
            rows.resize(most);
        };
        if (auto* table = std::get_if<PageTable>(&block)) shorten(table->rows);
        if (auto* list = std::get_if<PageList>(&block)) shorten(list->items);
        cut.push_back(std::move(block));
        if (more > 0) cut.emplace_back(PageParagraph{and_more(static_cast<std::int64_t>(more)) + ": " + where});
    }
    blocks = std::move(cut);
}

void add_section(Page& page, Said title, std::string anchor, std::vector<PageBlock> blocks)
{
    if (!blocks.empty()) page.sections.push_back({std::move(title), std::move(anchor), std::move(blocks)});
}

}  // namespace sss
