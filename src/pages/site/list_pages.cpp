#include "pages/site/site_page.hpp"
#include "support/plain_letters.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// "2018-04", "s", "other": the beginning of a key as a part of an address.
std::string beginning(std::string const& key, std::size_t length)
{
    std::string part;
    for (auto const c : key) {
        if (part.size() == length) break;
        auto const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        part += plain ? c : '-';
    }
    while (part.ends_with('-')) part.pop_back();
    return part.empty() ? "other" : part;
}

PageTable with_rows(PageTable table, std::vector<ListRow>& rows)
{
    for (auto& row : rows) table.rows.push_back(std::move(row.cells));
    return table;
}

}  // namespace

std::vector<SitePage> list_pages(SitePage const& whole, PageTable const& table, std::vector<ListRow> rows,
                                 std::string const& part_folder, std::span<std::size_t const> lengths)
{
    std::vector<SitePage> pages{whole};
    pages.front().page.whole = true;
    auto& blocks = pages.front().page.sections.emplace_back().blocks;
    if (rows.size() <= most_list_rows || lengths.empty()) {
        add_table(blocks, with_rows(table, rows));
        cut_long(blocks, most_list_rows, "in " + as_page("the data", "data/index.html"));
        return pages;
    }
    auto const alike = std::ranges::all_of(rows, [&](ListRow const& row) {
        return beginning(row.key, lengths.front()) == beginning(rows.front().key, lengths.front());
    });
    if (alike && lengths.size() > 1) {  // a page with one link would lead nowhere
        pages.front().page.sections.pop_back();
        return list_pages(pages.front(), table, std::move(rows), part_folder, lengths.subspan(1));
    }
    std::map<std::string, std::vector<ListRow>> parts;
    for (auto& row : rows) parts[beginning(row.key, lengths.front())].push_back(std::move(row));
    PageList list;
    std::vector<SitePage> below;
    for (auto& [name, of_part] : parts) {
        SitePage part;
        part.address = fmt::format("{}/{}.html", part_folder, name);
        part.section = whole.section;
        part.above = whole.above;
        part.above.push_back(as_page(in_plain(whole.page.name), whole.address));
        part.page.name = whole.page.name;
        part.page.subtitle = name;
        part.page.title = fmt::format("{}: {}", whole.page.title, name);
        list.items.push_back({as_page(name, part.address), {}, count(std::ssize(of_part), "entry", "entries")});
        auto made = list_pages(part, table, std::move(of_part), part_folder, lengths.subspan(1));
        std::ranges::move(made, std::back_inserter(below));
    }
    blocks.emplace_back(PageParagraph{"By their beginnings:"});
    blocks.emplace_back(std::move(list));
    std::ranges::move(below, std::back_inserter(pages));
    return pages;
}

}  // namespace sss
