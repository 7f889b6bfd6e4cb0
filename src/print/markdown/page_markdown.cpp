#include "print/markdown/page_markdown.hpp"

#include "print/made_line.hpp"
#include "print/markdown/markdown.hpp"
#include "words/page_words.hpp"

#include <span>
#include <utility>
#include <vector>

namespace sss {

namespace {

/// Our own words mark nothing up either; what needs more care than this is a name.
std::string own_words(std::string_view words)
{
    std::string text;
    for (auto const c : words) {
        if (std::string_view{"\\`*_[]|<"}.find(c) != std::string_view::npos) text += '\\';
        text += c;
    }
    return text;
}

std::string strong(std::string const& text)
{
    return text.empty() ? text : "**" + text + "**";
}

/// Behind the marks of a heading no list can begin, and "1.2" stays as it is.
std::string in_heading(Said const& said)
{
    std::string text;
    for (auto const& part : said.parts())
        text += part.is == SaidPart::Is::name ? markdown_line("x" + part.text).substr(1) : said_markdown(Said{part});
    return text;
}

/// What stands beside the answer follows it in parentheses.
std::string line_markdown(CellLine const& line)
{
    auto text = said_markdown(line.text);
    if (line.tone == Tone::bad) text = strong(text);
    auto const aside = said_markdown(line.aside);
    return text.empty() || aside.empty() ? text + aside : text + " (" + aside + ')';
}

std::string cell_markdown(PageCell const& cell)
{
    std::string text;
    for (auto const& line : cell.lines) text += (text.empty() ? "" : "; ") + line_markdown(line);
    return text;
}

std::string table_markdown(PageTable const& one, std::span<std::vector<PageCell> const> rows)
{
    std::vector<std::string> titles;
    for (auto const& column : one.columns) titles.push_back(said_markdown(column.title));
    MarkdownTable table{std::move(titles), "–"};  // what is not told of something is a dash
    for (auto const& row : rows) {
        std::vector<std::string> cells;
        for (auto const& cell : row) cells.push_back(cell_markdown(cell));
        table.add(std::move(cells));
    }
    table.leave_out_empty_columns();
    return table.text();
}

/// The rest of a long table is folded away, as GitHub and GitLab both show it.
std::string block(PageTable const& one, Page const& page)
{
    std::span const rows{one.rows};
    if (page.whole || rows.size() <= most_page_rows + 1 || one.named_rows) return table_markdown(one, rows);
    auto const rest = rows.subspan(most_page_rows);
    return table_markdown(one, rows.first(most_page_rows)) + "\n<details>\n<summary>" +
           and_more(std::ssize(rest), page.words) + "</summary>\n\n" + table_markdown(one, rest) + "\n</details>\n";
}

std::string block(PageParagraph const& one)
{
    return said_markdown(one.text) + '\n';
}

std::string block(PageHeading const& one)
{
    return "### " + in_heading(one.text) + '\n';
}

std::string block(PageList const& one)
{
    std::string lines;
    for (auto const& item : one.items) {
        lines += "- " + strong(said_markdown(item.head)) + (item.head.empty() ? "" : ": ") + said_markdown(item.text);
        if (!item.aside.empty()) lines += " (" + said_markdown(item.aside) + ')';
        lines += '\n';
    }
    return lines;
}

std::string block(PageEntry const& one)
{
    auto lines = "- " + strong(said_markdown(one.title));
    if (!one.text.empty()) lines += ", " + said_markdown(one.text);
    lines += '\n';
    for (auto const& point : one.points) lines += "  - " + said_markdown(point) + '\n';
    return lines;
}

std::string block(PageQuote const& one)
{
    std::string lines;
    for (auto const& said : one.paragraphs) lines += (lines.empty() ? "> " : ">\n> ") + said_markdown(said) + '\n';
    return one.by.empty() ? lines : said_markdown(one.by) + "\n\n" + lines;
}

std::string block(PageFacts const& one)
{
    std::string lines;
    for (auto const& fact : one.facts)
        for (auto const& line : fact.lines)
            lines += "- " + strong(said_markdown(fact.label + ":")) + ' ' + said_markdown(line) + '\n';
    return lines;
}

std::string block(PageMarkdown const& one)
{
    std::string text;
    for (auto const& line : plain_markdown(one.pieces))
        text += (text.empty() ? "" : "\n") + escape_markdown(line) + '\n';
    return text;
}

std::string block(FiguresHere const& /*none*/)
{
    return {};
}

/// What is the same on every page.
template <typename Block>
std::string block(Block const& one, Page const& /*page*/)
{
    return block(one);
}

std::string section_markdown(PageSection const& section, Page const& page)
{
    std::string body;
    auto was_entry = false;
    for (auto const& one : section.blocks) {
        auto const text = std::visit([&page](auto const& it) { return block(it, page); }, one);
        if (text.empty()) continue;
        auto const is_entry = std::holds_alternative<PageEntry>(one);
        if (!body.empty() && !(is_entry && was_entry)) body += '\n';  // entries that follow each other are one list
        body += text;
        was_entry = is_entry;
    }
    if (body.empty() || section.title.empty()) return body.empty() ? body : '\n' + body;
    auto const title = in_heading(section.title) + (section.aside.empty() ? "" : " – ") + said_markdown(section.aside);
    return "\n## " + title + "\n\n" + body;
}

}  // namespace

std::string said_markdown(Said const& said)
{
    std::string text;
    for (auto const& part : said.parts()) {
        switch (part.is) {
            case SaidPart::Is::name:
            case SaidPart::Is::record:
            case SaidPart::Is::link: text += markdown_line(part.text); break;
            case SaidPart::Is::prose:
            case SaidPart::Is::mixed: text += escape_markdown(part.text); break;
            case SaidPart::Is::code: text += '`' + part.text + '`'; break;
            case SaidPart::Is::words:
            case SaidPart::Is::page:
            case SaidPart::Is::time: text += own_words(part.text); break;
        }
    }
    return text;
}

std::string page_markdown(Page const& page)
{
    std::string out;
    if (!page.name.empty()) out = "# " + said_markdown(joined(page.name, ": ", page.subtitle)) + "\n\n";
    if (!page.part.empty()) out += "*" + said_markdown(page.part) + "*\n\n";
    if (!page.lead.empty()) out += strong(said_markdown(page.lead)) + '\n';
    if (!page.rest.empty()) out += '\n' + said_markdown(page.rest) + '\n';
    for (auto const& said : page.intro) out += (out.empty() ? "" : "\n") + said_markdown(said) + '\n';
    for (auto const& remark : page.remarks) out += "\n> " + said_markdown(remark) + '\n';
    for (auto const& section : page.sections) out += section_markdown(section, page);
    if (!page.foot.empty() || page.basis || page.made) out += "\n---\n";
    if (page.basis) {
        out += '\n' + strong(said_markdown(page.basis->title + "."));
        for (auto const& said : page.basis->paragraphs) out += ' ' + said_markdown(said) + '\n';
    }
    for (auto const& said : page.foot) out += '\n' + said_markdown(said) + '\n';
    if (page.made) out += '\n' + said_markdown(page.made->from) + ": `" + command_line_of(page.made->arguments) + "`\n";
    return out;
}

}  // namespace sss
