#include "print/text/outline_text.hpp"

#include "print/record_text.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sss {

namespace {

std::string first_line_of(PageCell const& cell)
{
    return cell.lines.empty() ? std::string{} : said_text(cell.lines.front().text);
}

std::string said_aside(std::vector<PageCell> const& cells)
{
    std::string text;
    for (auto const& cell : cells)
        for (auto const& line : cell.lines)
            if (!line.aside.empty()) text += (text.empty() ? "" : "; ") + said_text(line.aside);
    return text;
}

/// Whether a table needs no wrapping but in its titles. The last cell of a row that is cut short may run on.
bool fits(std::vector<Row> const& rows, std::size_t width)
{
    std::vector<std::size_t> widths(rows.front().cells.size());
    for (auto const& row : rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.cells.size() == widths.size() || i + 1 < row.cells.size())
                widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    constexpr std::size_t shortest_title = 24;
    widths.front() = std::min(widths.front(), std::max(shortest_title, width / 3));
    std::size_t sum = 2 * (widths.size() - 1);
    for (auto const one : widths) sum += one;
    return sum <= width;
}

/// Writes the blocks of one page.
class Outline {
public:
    Outline(std::size_t width, bool colour) : width_(width), colour_(colour) {}

    void section(PageSection const& section)
    {
        indent_ = section.title.empty() ? "" : "  ";
        if (!section.title.empty()) {
            if (!out_.empty()) out_ += '\n';
            out_ += styled(said_text(section.title), Style::bold, colour_);
            if (!section.aside.empty()) out_ += " – " + said_text(section.aside);
            out_ += '\n';
        }
        for (auto const& block : section.blocks) std::visit([&](auto const& one) { add(one); }, block);
    }

    void paragraph(Said const& said)
    {
        if (indent_.empty() && !out_.empty()) out_ += '\n';
        for (auto const& line : lines_of(said_text(said), width_)) out_ += std::string{indent_} + line + '\n';
    }

    std::string written() { return std::move(out_); }

private:
    static std::vector<std::string> lines_of(std::string const& text, std::size_t width)
    {
        return width == unbroken_lines ? std::vector{text} : wrapped(text, width);
    }

    void add(PageParagraph const& one) { paragraph(one.text); }
    void add(PageHeading const& one)
    {
        if (indent_.empty() && !out_.empty()) out_ += '\n';
        out_ += std::string{indent_} + said_text(one.text) + '\n';
        below_heading_ = true;
    }
    void add(PageList const& one)
    {
        for (auto const& item : one.items) {
            auto text = said_text(item.head) + (item.head.empty() ? "" : ": ") + said_text(item.text);
            if (!item.aside.empty()) text += " (" + said_text(item.aside) + ')';
            out_ += std::string{indent_} + "  " + text + '\n';
        }
    }
    void add(PageTable const& one)
    {
        std::vector<Row> rows{titles(one)};
        for (auto const& cells : one.rows) {
            Row row{"", {}, said_aside(cells)};
            for (auto const& cell : cells) row.cells.push_back({first_line_of(cell), style_of(cell.tone())});
            while (row.cells.size() > 1 && row.cells.back().text.empty()) row.cells.pop_back();
            for (auto& cell : row.cells)
                if (cell.text.empty()) cell.text = "–";
            rows.push_back(std::move(row));
        }
        if (!out_.empty() && !std::exchange(below_heading_, false)) out_ += '\n';
        if (fits(rows, width_))
            out_ += columns(rows, 0, width_, colour_);
        else
            for (auto const& cells : one.rows) row_by_itself(one, cells);
    }
    void add(PageEntry const& one)
    {
        paragraph(joined(one.title, ", ", one.text));
        for (auto const& point : one.points) out_ += std::string{indent_} + "  " + said_text(point) + '\n';
    }
    void add(PageQuote const& one)
    {
        paragraph(one.by);
        for (auto const& said : one.paragraphs) paragraph(said);
    }
    void add(PageFacts const& one)
    {
        for (auto const& fact : one.facts)
            for (auto const& line : fact.lines) paragraph(fact.label + ": " + line);
    }
    void add(PageMarkdown const& one)
    {
        for (auto const& text : plain_markdown(one.pieces)) paragraph(as_prose(text));
    }
    void add(FiguresHere const& /*none*/) {}

    /// Without those of the columns at the end in which nothing stands.
    static Row titles(PageTable const& table)
    {
        std::size_t used = 1;
        for (auto const& cells : table.rows)
            for (std::size_t i = used; i < cells.size(); ++i)
                if (!cells[i].empty()) used = i + 1;
        Row row{"", {}, ""};
        for (std::size_t i = 0; i < used; ++i) row.cells.push_back({said_text(table.columns[i].title), Style::bold});
        return row;
    }

    /// "SSS-1 CDR", and below it "planned 15 June; range 10 June – 2 September; …".
    void row_by_itself(PageTable const& table, std::vector<PageCell> const& cells)
    {
        for (auto const& line : lines_of(first_line_of(cells.front()), width_))
            out_ += styled(line, Style::bold, colour_) + '\n';
        std::string text;
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (auto const said = first_line_of(cells[i]); !said.empty())
                text += (text.empty() ? "" : "; ") + uncapitalised(said_text(table.columns[i].title)) + ' ' + said;
        if (auto const aside = said_aside(cells); !aside.empty()) text += (text.empty() ? "" : ". ") + aside;
        for (auto const& line : lines_of(text, width_ - 2)) out_ += "  " + line + '\n';
    }

    std::size_t width_;
    bool colour_;
    std::string_view indent_;
    bool below_heading_ = false;
    std::string out_;
};

}  // namespace

std::string outline_text(Page const& page, std::size_t width, bool colour)
{
    Outline outline{width, colour};
    if (page.sections.empty() && !page.lead.empty()) outline.paragraph(page.lead);
    for (auto const& said : page.intro) outline.paragraph(said);
    for (auto const& section : page.sections) outline.section(section);
    return outline.written();
}

}  // namespace sss
