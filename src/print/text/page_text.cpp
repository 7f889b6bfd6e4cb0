#include "print/text/page_text.hpp"

#include "print/made_line.hpp"
#include "print/record_text.hpp"
#include "print/text/columns.hpp"
#include "print/text/shortened.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sss {

namespace {

/// Of the titles at the left. Of all languages English alone is known to need no more.
constexpr std::size_t title_width = 14;
constexpr std::size_t widest_prose = 120;  // longer lines are hard to read
/// So many satellites are read, a line each; beyond them a programme of hundreds wants another format.
constexpr std::size_t most_named_rows = 30;
/// Names that stand for all where they are many.
constexpr std::size_t most_names = 6;

std::string both_said(std::string a, std::string_view between, std::string_view b)
{
    if (!a.empty() && !b.empty()) a += between;
    return a += b;
}

/// By weight. Full only where all is reached, empty only where nothing is.
std::string drawn_bar(double share, std::size_t width)
{
    auto filled =
        share >= 1 ? width : std::min(static_cast<std::size_t>(share * static_cast<double>(width)), width - 1);
    if (filled == 0 && share > 0) filled = 1;
    std::string text;
    for (std::size_t i = 0; i < width; ++i) text += i < filled ? "█" : "░";
    return text;
}

/// "passed with actions", "weather (Ada, 11 April, 0200000)": what is told of a row below it.
std::string line_below(CellLine const& line)
{
    auto const aside = said_text(line.aside);
    auto const text = said_text(line.text);
    return text.empty() || aside.empty() ? text + aside : text + " (" + aside + ')';
}

std::string cell_said(PageCell const& cell)
{
    if (!cell.unheaded.empty()) return said_text(cell.unheaded);
    std::string text;
    for (auto const& line : cell.lines) text = both_said(std::move(text), "; ", said_text(line.text));
    return text;
}

/// A date alone, or a way from one to another.
bool is_time(PageCell const& cell)
{
    return cell.lines.size() == 1 && cell.unheaded.empty() &&
           std::ranges::all_of(cell.lines.front().text.parts(),
                               [](SaidPart const& part) { return part.is == SaidPart::Is::time; });
}

std::string asides_of(PageCell const& cell)
{
    std::string text;
    for (auto const& line : cell.lines) text = both_said(std::move(text), "; ", said_text(line.aside));
    return text;
}

/// What stands below a row: what its cells say aside, then the cells that are too long for a column.
std::string below_row(PageTable const& table, std::vector<PageCell> const& cells)
{
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto const narrow = table.columns[i].narrow;
        if (narrow == PageColumn::Narrow::column) {
            text = both_said(std::move(text), "; ", asides_of(cells[i]));
        } else if (narrow == PageColumn::Narrow::below || cells[i].always) {
            for (auto const& line : cells[i].lines) text = both_said(std::move(text), "; ", line_below(line));
        }
    }
    return text;
}

/// A text that is long stands over the row's other cells.
void add_prose_row(std::vector<Row>& rows, std::vector<PageCell> const& cells)
{
    rows.push_back({"", {}, cell_said(cells.front())});
    std::string rest;
    for (std::size_t i = 1; i < cells.size(); ++i) rest = both_said(std::move(rest), "; ", cell_said(cells[i]));
    if (!rest.empty()) rows.push_back({"", {}, std::move(rest), true});
}

void add_row(std::vector<Row>& rows, PageTable const& table, std::vector<PageCell> const& cells)
{
    Row row{"", {}, below_row(table, cells)};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (table.columns[i].narrow != PageColumn::Narrow::column) continue;
        row.cells.push_back({cell_said(cells[i]), style_of(cells[i].tone()), is_time(cells[i])});
    }
    while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
    rows.push_back(std::move(row));
}

/// Sections share three columns, so that one table's many do not narrow those of all: what stands further right follows
/// in the third, lining up with its own table.
void share_columns(std::vector<Row>& rows)
{
    constexpr std::size_t shared = 3, apart = 3;
    std::size_t width = 0;
    for (auto const& row : rows)
        if (row.cells.size() > shared) width = std::max(width, display_width(row.cells[shared - 1].text));
    for (auto& row : rows) {
        if (row.cells.size() <= shared) continue;
        auto& last = row.cells[shared - 1].text;
        for (auto i = shared; i < row.cells.size(); ++i)
            last = padded(last, width + (i - shared) * apart) + std::string(apart, ' ') + row.cells[i].text;
        row.cells.resize(shared);
    }
}

std::vector<Row> table_rows(PageTable const& table, bool apart, Words const& words)
{
    std::vector<Row> rows;
    auto const prose = table.columns.front().prose;
    for (auto const& cells : table.rows)
        if (prose)
            add_prose_row(rows, cells);
        else
            add_row(rows, table, cells);
    if (!apart) share_columns(rows);
    shorten(rows, words, table.listed_by);
    return rows;
}

std::vector<Row> list_rows(PageList const& list, Words const& words)
{
    std::vector<Row> rows;
    if (list.names) {
        std::vector<std::string> names;
        for (auto const& item : list.items) names.push_back(said_text(item.text));
        rows.push_back({"", {}, some_names(names, most_names, words)});
        return rows;
    }
    for (auto const& item : list.items) {
        auto text = said_text(item.text);
        if (!item.aside.empty()) text += " (" + said_text(item.aside) + ')';
        if (item.head.empty())
            rows.push_back({"", {}, std::move(text)});
        else
            rows.push_back({"", {{said_text(item.head)}, {std::move(text)}}, ""});
    }
    shorten(rows, words);
    return rows;
}

/// A row a satellite, its name at the left. A row without a bar has the room of the bar and of the share.
std::string named_table(PageTable const& table, std::size_t bar_width, PageTextStyle const& style, Words const& words)
{
    constexpr std::size_t widest_name = 24;
    std::vector<Row> rows;
    std::size_t names = 0;
    auto const drawn = [](std::vector<PageCell> const& cells) {
        return std::ranges::any_of(cells, [](PageCell const& cell) { return cell.share.has_value(); });
    };
    auto const any_bar = std::ranges::any_of(table.rows, drawn);
    for (auto const& cells : table.rows) {
        Row row{cell_said(cells.front()), {}, ""};
        if (any_bar && !drawn(cells)) row.cells.insert(row.cells.begin(), 2, Cell{});
        std::vector<Cell> long_ones;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if (cells[i].share) row.cells.push_back({drawn_bar(*cells[i].share, bar_width), Style::good});
            auto const runs_on = !drawn(cells) && i == 1;  // what is said in place of a share is long
            (runs_on ? long_ones : row.cells).push_back({cell_said(cells[i])});
        }
        if (!long_ones.empty()) {
            while (row.cells.size() > (any_bar ? 3U : 1U) && row.cells.back().text.empty()) row.cells.pop_back();
            row.cells.insert(row.cells.end(), long_ones.begin(), long_ones.end());
        }
        names = std::max(names, display_width(row.label));
        rows.push_back(std::move(row));
    }
    shorten(rows, words, table.listed_by, most_named_rows);
    for (auto& row : rows) row.label = truncated(row.label, widest_name);
    return columns(rows, std::min(names, widest_name) + 2, style.width, style.colour);
}

/// With long bars where no row has to be broken for them.
std::string named_table(PageTable const& table, PageTextStyle const& style, Words const& words)
{
    constexpr std::size_t long_bar = 16, short_bar = 8;
    auto text = named_table(table, long_bar, style, words);
    auto const in_one_line_each =
        std::ranges::count(text, '\n') <= std::min<std::ptrdiff_t>(std::ssize(table.rows), most_named_rows + 1);
    return in_one_line_each ? text : named_table(table, short_bar, style, words);
}

std::string heading_label(PageHeading const& one)
{
    return "  " + said_text(one.text);
}

std::size_t title_width_of(Page const& page)
{
    auto width = title_width;
    auto const fit = [&](std::string const& title) { width = std::max(width, display_width(title) + 1); };
    for (auto const& section : page.sections) {
        fit(said_text(section.title));
        for (auto const& block : section.blocks)
            if (auto const* heading = std::get_if<PageHeading>(&block)) fit(heading_label(*heading));
    }
    return width;
}

/// The sections, rows that stand side by side lining up.
class SectionsText {
public:
    SectionsText(PageTextStyle const& style, Page const& page)
        : style_(style), words_(page.words), title_width_(title_width_of(page))
    {}

    void add(PageSection const& section)
    {
        apart_ = section.apart;
        if (apart_) flush();
        begin(said_text(section.title));
        for (auto const& block : section.blocks) std::visit([&](auto const& one) { add(one); }, block);
        if (apart_) flush();
    }

    std::string written()
    {
        flush();
        return std::move(out_);
    }

private:
    void begin(std::string label) { label_ = std::move(label); }

    void add(std::vector<Row> rows)
    {
        if (rows.empty()) return;
        rows.front().label = std::exchange(label_, {});
        rows_.insert(rows_.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    void add(PageParagraph const& one) { add(std::vector{Row{"", {}, said_text(one.text)}}); }
    void add(PageHeading const& one)
    {
        if (apart_) flush();  // what follows has columns of its own
        begin(heading_label(one));
    }
    void add(PageList const& one) { add(list_rows(one, words_)); }
    void add(PageTable const& one)
    {
        if (!one.named_rows) return add(table_rows(one, apart_, words_));
        flush();
        out_ += '\n' + named_table(one, style_, words_);
    }
    void add(PageEntry const& one)
    {
        // No columns: titles are long, and would push the dates of the neighbouring sections far away.
        std::vector<Row> rows{{"", {}, both_said(said_text(one.title), ", ", said_text(one.text))}};
        for (auto const& point : one.points) rows.push_back({"", {}, said_text(point), true});
        shorten(rows, words_);
        add(std::move(rows));
    }
    void add(PageQuote const& one)
    {
        std::vector<Row> rows;
        if (!one.by.empty()) rows.push_back({"", {}, said_text(one.by)});
        for (auto const& said : one.paragraphs) rows.push_back({"", {}, said_text(said), true});
        add(std::move(rows));
    }
    void add(PageFacts const& one)
    {
        std::vector<Row> rows;
        for (auto const& fact : one.facts) {
            auto label = said_text(fact.label);
            for (auto const& line : fact.lines)
                rows.push_back({"", {{std::exchange(label, {})}, {said_text(line)}}, ""});
        }
        add(std::move(rows));
    }
    void add(PageMarkdown const& one)
    {
        std::vector<Row> rows;
        for (auto const& text : plain_markdown(one.pieces)) rows.push_back({"", {}, said_text(as_prose(text)), true});
        add(std::move(rows));
    }
    void add(FiguresHere const& /*none*/) {}

    void flush()
    {
        if (!rows_.empty()) out_ += '\n' + columns(rows_, title_width_, style_.width, style_.colour);
        rows_.clear();
    }

    PageTextStyle style_;
    Words words_;
    std::size_t title_width_;
    std::string out_;
    std::string label_;
    bool apart_ = false;
    std::vector<Row> rows_;
};

std::string head_text(Page const& page, PageTextStyle const& style)
{
    auto const name = said_text(page.name);
    auto const subtitle = said_text(page.subtitle);
    auto const taken = display_width(name) + display_width(subtitle);
    std::string out = styled(name, Style::bold, style.colour);
    if (taken + 2 <= style.width)
        out += std::string(style.width - taken, ' ') + subtitle + '\n';
    else
        out += '\n' + capitalised(subtitle) + '\n';
    for (std::size_t i = 0; i < style.width; ++i) out += "─";
    return out + '\n';
}

std::string prose(Said const& said, std::size_t width)
{
    std::string out;
    if (said.empty()) return out;
    for (auto const& line : wrapped(said_text(said), std::min(width, widest_prose))) out += line + '\n';
    return out;
}

/// The strongest lines of the page.
std::string lead_text(Page const& page, PageTextStyle const& style)
{
    std::string out;
    if (page.lead.empty()) return out;
    for (auto const& line : wrapped(said_text(page.lead), std::min(style.width, widest_prose)))
        out += styled(styled(line, Style::bold, style.colour), style_of(page.tone), style.colour) + '\n';
    return out;
}

std::string foot_text(Page const& page, PageTextStyle const& style)
{
    std::vector<Said> paragraphs;
    if (page.basis)
        for (auto const& said : page.basis->paragraphs) paragraphs.push_back(page.basis->title + ": " + said);
    paragraphs.insert(paragraphs.end(), page.foot.begin(), page.foot.end());
    if (page.made) paragraphs.push_back(page.made->from + ":");
    std::string out;
    for (auto const& said : paragraphs)
        for (auto const& line : wrapped(said_text(said), std::min(style.width, widest_prose)))
            out += styled(line, Style::faint, style.colour) + '\n';
    // No wider than what it stands below, and in one piece that can be pasted.
    if (page.made) out += styled(wrapped_command(page.made->arguments, style.width), Style::faint, style.colour) + '\n';
    return out;
}

}  // namespace

std::string page_text(Page const& page, PageTextStyle const& wanted)
{
    auto const style = PageTextStyle{std::max<std::size_t>(wanted.width, 60), wanted.colour};
    auto out = head_text(page, style);
    if (auto const part = prose(page.part, style.width); !part.empty()) out += part + '\n';
    out += lead_text(page, style) + prose(page.rest, style.width);
    for (auto const& said : page.intro) out += prose(said, style.width);
    for (auto const& remark : page.remarks) out += '\n' + prose(remark, style.width);
    SectionsText sections{style, page};
    for (auto const& section : page.sections) sections.add(section);
    out += sections.written();
    auto const foot = foot_text(page, style);
    return foot.empty() ? out : out + '\n' + foot;
}

}  // namespace sss
