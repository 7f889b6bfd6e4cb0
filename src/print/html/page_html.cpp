#include "print/html/page_html.hpp"

#include "print/html/markdown_html.hpp"
#include "print/html/report_figures.hpp"
#include "print/html/unbroken.hpp"
#include "print/made_line.hpp"
#include "print/page_address.hpp"
#include "print/record_text.hpp"
#include "words/page_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace sss {

namespace {

/// Tables become cards on a narrow screen: a row is a block, and each value says by itself what it is. The elements
/// carry their roles, because some browsers forget that a table laid out otherwise is one. Colours as in the frame.
constexpr std::string_view page_stylesheet =
    R"(:root { --bad: #a40e26; --good: #0f5323; --bar: #2f6f4f; --track: #d8dee4; }
@media (prefers-color-scheme: dark) {
  :root { --bad: #ffa39b; --good: #7fd99a; --bar: #5fae86; --track: #333c46; }
}
body { max-width: 56rem; font-variant-numeric: tabular-nums; }
header { margin-bottom: 1.25rem; }
h1 { text-wrap: balance; }
abbr { text-decoration: underline dotted from-font; text-underline-offset: .2em; cursor: help; }
.period { color: var(--aside); font-size: 1.05rem; margin: 0 0 1.25rem; }
.lead { font-size: 1.3rem; line-height: 1.4; font-weight: 600; margin: 0 0 .5rem; text-wrap: pretty; }
.lead.behind, .lead.holds { border-inline-start: .3rem solid var(--bad); padding-inline-start: .85rem; }
.lead.holds { border-color: var(--good); }
details { margin: .75rem 0; color: var(--aside); font-size: .9375rem; }
summary { cursor: pointer; }
.part { font-style: italic; }
.lead strong { font-weight: inherit; }
.intro { font-size: 1.05rem; }
.remark { border-inline-start: .25rem solid var(--line); padding-inline-start: .85rem; color: var(--aside); }
blockquote { margin: .35rem 0 1rem; padding-inline-start: .85rem; border-inline-start: .25rem solid var(--line); }
.bar { height: .5rem; max-width: 14rem; margin: .3rem 0; border-radius: .25rem; background: var(--track); overflow: hidden; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar div { height: 100%; background: var(--bar); }
header .bar { margin: 1rem 0; max-width: none; }
h2 { margin-top: 1.75rem; }
table { margin: .35rem 0 .75rem; table-layout: fixed; }
table.wide-end th:first-child { width: 26%; }
table.wide-end th:last-child { width: 38%; }
table.wide-begin th:first-child { width: 40%; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--aside); font-size: .875rem; font-weight: normal; }
tbody th { font-weight: 600; }
.note { color: var(--aside); font-size: .875rem; font-weight: normal; }
td > div + div:not(.note, .bar) { margin-top: .4rem; }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h3 .aside { margin-inline-start: .35rem; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--aside); font-size: .875rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.4rem; }
  .lead { font-size: 1.15rem; }
  table, tbody, tr, th, td { display: block; }
  table.wide-end th:first-child, table.wide-begin th:first-child { width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  th, td { border: 0; padding: .1rem 0; }
  td:empty { display: none; }
  td > div:first-child:not(.note, .bar) { display: inline; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--aside); font-size: .875rem; }
}
@media print {
  :root { --bad: #000; --good: #000; --bar: #555; --track: #ddd; }
  .lead { font-size: 13pt; }
  .remark { break-inside: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { display: none; }
  p:has(+ table) { break-after: avoid; }
  .of-figure { display: none; }
  h2 { margin-top: 1.5rem; }
}
)";

/// A page's parts, for one use.
class PagePrinter {
public:
    PagePrinter(Page const& page, std::span<Figure const> figures, PageUse use, HtmlNeighbours* among)
        : words_(page.words), figures_(figures), use_(use), whole_(page.whole), among_(among)
    {}

    Html said(Said const& said) const { return said_html(said, among_); }

    Html paragraph(Said const& one) const { return one.empty() ? Html{} : html("<p>{}</p>\n", said(one)); }

    Html bar(std::optional<double> share) const
    {
        if (use_ == PageUse::message || !share) return {};
        // What is styled at the element itself is refused by the policy of pages that share a stylesheet.
        if (use_ == PageUse::site)
            return html(
                "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect width=\"{}\" height=\"4\"/></svg>\n",
                static_cast<int>(100 * *share + 1e-9));
        return html("<div class=\"bar\" aria-hidden=\"true\"><div style=\"width: {}%\"></div></div>\n",
                    static_cast<int>(100 * *share + 1e-9));
    }

    Html block(PageParagraph const& one) const { return paragraph(one.text); }
    Html block(PageHeading const& one) const { return html("<h3>{}</h3>\n", said(one.text)); }
    Html block(PageEntry const& one) const
    {
        return html("<h3>{}</h3>\n{}{}", said(one.title), paragraph(one.text), points(one.points));
    }
    Html block(PageQuote const& one) const
    {
        Html quoted;
        for (auto const& text : one.paragraphs) quoted += paragraph(text);
        auto const by = one.by.empty() ? Html{} : html("<p class=\"note\">{}</p>\n", said(one.by));
        return html("{}<blockquote>\n{}</blockquote>\n", by, quoted);
    }
    Html block(PageList const& one) const
    {
        std::span<PageItem const> const all{one.items};
        if (!one.folds || !is_folded(all.size())) return list(all);
        auto const rest = all.subspan(most_page_rows);
        return list(all.first(most_page_rows)) +
               html("<details>\n<summary>{}</summary>\n{}</details>\n", and_more(std::ssize(rest), words_), list(rest));
    }
    Html block(PageFacts const& one) const
    {
        Html facts;
        for (auto const& fact : one.facts) {
            facts += html("<dt>{}</dt>", said(fact.label));
            for (auto const& line : fact.lines) facts += html("<dd>{}</dd>", said(line));
            facts += html("\n");
        }
        return facts.empty() ? facts : html("<dl>\n{}</dl>\n", facts);
    }
    Html block(PageMarkdown const& one) const { return markdown_html(one.pieces, one.level, among_); }
    Html block(FiguresHere const& /*none*/) const
    {
        Html parts;
        for (auto const& figure : figures_) parts += html("<h3>{}</h3>\n{}", figure.title, figure_html(figure));
        return parts;
    }
    Html block(PageTable const& one) const;

    /// Mail programs do not unfold.
    Html fold(PageFold const& one) const
    {
        Html body;
        for (auto const& text : one.paragraphs) body += paragraph(text);
        if (use_ == PageUse::message) return body;
        return html("<details>\n<summary>{}</summary>\n{}</details>\n", said(one.title), body);
    }

private:
    Html note(Said const& one) const { return one.empty() ? Html{} : html("<div class=\"note\">{}</div>", said(one)); }
    Html toned(Said const& one, Tone tone) const
    {
        auto const text = said(one);
        switch (tone) {
            case Tone::bad: return html("<strong class=\"bad\">{}</strong>", text);
            case Tone::good: return html("<span class=\"good\">{}</span>", text);
            case Tone::plain: break;
        }
        return text;
    }
    Html points(std::vector<Said> const& all) const
    {
        Html lines;
        for (auto const& one : all) lines += html("<li>{}</li>\n", said(one));
        return lines.empty() ? lines : html("<ul>\n{}</ul>\n", lines);
    }
    Html list(std::span<PageItem const> items) const;
    Html cell(PageCell const& cell) const;
    bool is_folded(std::size_t rows) const;
    Html table(PageTable const& one, std::span<std::vector<PageCell> const> rows) const;

    Words words_;
    std::span<Figure const> figures_;
    PageUse use_;
    bool whole_;  ///< no row is folded away
    HtmlNeighbours* among_;
};

Html PagePrinter::list(std::span<PageItem const> items) const
{
    Html lines;
    for (auto const& item : items) {
        auto const head = item.head.empty() ? Html{} : html("<strong>{}</strong>: ", said(item.head));
        auto const aside = item.aside.empty() ? Html{} : html(" <span class=\"aside\">({})</span>", said(item.aside));
        lines += html("<li>{}{}{}</li>\n", head, said(item.text), aside);
    }
    return lines.empty() ? lines : html("<ul>\n{}</ul>\n", lines);
}

Html PagePrinter::cell(PageCell const& cell) const
{
    auto const one = [this](CellLine const& line) { return toned(line.text, line.tone) + note(line.aside); };
    if (cell.lines.size() == 1) return one(cell.lines.front()) + bar(cell.share);
    Html lines;
    for (auto const& line : cell.lines) lines += html("<div>{}</div>", one(line));
    return lines + bar(cell.share);
}

bool PagePrinter::is_folded(std::size_t rows) const
{
    return !whole_ && use_ != PageUse::message &&
           rows > most_page_rows + 1;  // one more takes as much room as to fold it
}

Html PagePrinter::block(PageTable const& one) const
{
    if (!is_folded(one.rows.size()) || one.named_rows) return table(one, one.rows);
    std::span const rows{one.rows};
    auto const rest = rows.subspan(most_page_rows);
    return table(one, rows.first(most_page_rows)) + html("<details>\n<summary>{}</summary>\n{}</details>\n",
                                                         and_more(std::ssize(rest), words_), table(one, rest));
}

Html PagePrinter::table(PageTable const& one, std::span<std::vector<PageCell> const> rows) const
{
    HtmlTable made{.caption = in_plain(one.caption),
                   .columns = {},
                   .rows = std::vector<std::vector<Html>>(rows.size()),
                   .shape = one.columns.front().prose  ? TableShape::wide_begin
                            : one.columns.back().prose ? TableShape::wide_end
                                                       : TableShape::even,
                   .caption_hidden = true,
                   .use = use_};
    for (std::size_t i = 0; i < one.columns.size(); ++i) {
        if (std::ranges::all_of(one.rows, [i](std::vector<PageCell> const& row) { return row[i].empty(); })) continue;
        made.columns.push_back({in_plain(one.columns[i].title)});
        for (std::size_t row = 0; row < rows.size(); ++row) made.rows[row].push_back(cell(rows[row][i]));
    }
    return table_html(made);
}

std::string_view lead_look(Tone tone)
{
    return tone == Tone::bad ? " behind" : tone == Tone::good ? " holds" : "";
}

}  // namespace

HtmlPage made_page(Page const& page, std::span<Figure const> figures, PageUse use, HtmlNeighbours* among)
{
    PagePrinter const printer{page, figures, use, among};
    auto const said = [&](Said const& one) { return said_html(one, among); };
    HtmlPage made{page.title, {}, {}};
    made.heading = said(page.name);
    made.contents = in_plain(page.words.say_in("of a page", "Contents"));
    if (!figures.empty()) made.style = figure_style();
    made.style += page_stylesheet;
    made.use = use;
    if (auto const subtitle = joined(page.sort, ", ", page.subtitle); !subtitle.empty())
        made.intro += html("<p class=\"period\">{}</p>\n", said(subtitle));
    if (!page.part.empty()) made.intro += html("<p class=\"part\">{}</p>\n", said(page.part));
    if (!page.lead.empty())
        made.intro += html("<p class=\"lead{}\"><strong>{}</strong></p>\n", lead_look(page.tone), said(page.lead));
    made.intro += printer.bar(page.share);
    auto intro = page.intro;
    intro.insert(intro.begin(), page.rest);
    for (auto const& one : intro)
        if (!one.empty()) made.intro += html("<p class=\"intro\">{}</p>\n", said(one));
    if (page.basis) (use == PageUse::message ? made.foot : made.intro) += printer.fold(*page.basis);
    for (auto const& remark : page.remarks) made.intro += html("<p class=\"remark\">{}</p>\n", said(remark));
    for (auto const& section : page.sections) {
        Html body;
        for (auto const& one : section.blocks)
            body += std::visit([&](auto const& it) { return printer.block(it); }, one);
        if (body.empty()) continue;
        auto const aside =
            section.aside.empty() ? Html{} : html(" <span class=\"aside\">{}</span>", said(section.aside));
        made.sections.push_back(
            {said(section.title) + aside, body, section.anchor, said(section.heap), said(section.brief)});
    }
    for (auto const& one : page.foot) made.foot += printer.paragraph(one);
    if (page.made)
        made.foot += html("<p class=\"made\">{}: <code>{}</code></p>\n", said(page.made->from),
                          command_line_of(page.made->arguments));
    return made;
}

Html text_html(std::string_view text, HtmlNeighbours* among)
{
    if (among == nullptr || among->glossary == nullptr) return Html{text};
    auto const at_no_break = [text](std::size_t i) {
        return text.substr(i, 2) == "\u00a0" || (i > 0 && text.substr(i - 1, 2) == "\u00a0");
    };
    auto const in_word = [&](std::size_t i) {
        auto const c = text[i];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (static_cast<unsigned char>(c) >= 0x80 && !at_no_break(i));
    };
    Html markup;
    std::size_t told = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = begin;
        while (end < text.size() && in_word(end)) ++end;
        auto const word = text.substr(begin, end - begin);
        auto const* meaning = word.size() > 1 ? among->glossary->meaning(word) : nullptr;
        // Of several it is the same.
        auto const one =
            meaning == nullptr || among->glossary->all().contains(word) ? word : word.substr(0, word.size() - 1);
        if (meaning != nullptr && among->explained.emplace(one).second) {
            markup += Html{text.substr(told, begin - told)} + html("<abbr title=\"{}\">{}</abbr>", *meaning, word);
            told = end;
        }
        begin = end + (end == begin ? 1 : 0);
    }
    return markup + Html{text.substr(told)};
}

std::string way_between(std::string_view from, std::string_view to)
{
    std::string way;
    for (auto at = from.find('/'); at != std::string_view::npos; at = from.find('/', at + 1)) way += "../";
    return way + encoded_address(to);
}

namespace {

Html name_html(std::string_view text, HtmlNeighbours* among)
{
    return html("<bdi>{}</bdi>", text_html(bounded_line(text), among));
}

/// Another page, by a name or by our words.
Html page_link(SaidPart const& part, HtmlNeighbours* among)
{
    auto const text =
        part.is == SaidPart::Is::record ? name_html(part.text, among) : text_html(unbroken(part.text), among);
    // A page that stands alone has no neighbours to lead to, and none leads to itself.
    if (among == nullptr || among->address.empty() || part.machine == among->address) return text;
    return html("<a href=\"{}\">{}</a>", way_between(among->address, part.machine), text);
}

}  // namespace

Html said_html(Said const& said, HtmlNeighbours* among)
{
    Html markup;
    for (auto const& part : said.parts()) {
        switch (part.is) {
            case SaidPart::Is::name: markup += name_html(part.text, among); break;
            case SaidPart::Is::prose: markup += html("<bdi>{}</bdi>", text_html(part.text, among)); break;
            case SaidPart::Is::mixed:
                markup += html("<bdi dir=\"ltr\">{}</bdi>", text_html(unbroken(part.text), among));
                break;
            case SaidPart::Is::code: markup += html("<code>{}</code>", part.text); break;
            case SaidPart::Is::time:
                markup += html("<time datetime=\"{}\">{}</time>", part.machine, unbroken(part.text));
                break;
            case SaidPart::Is::words: markup += text_html(unbroken(part.text), among); break;
            case SaidPart::Is::link: markup += link_html(part.machine, bounded_line(part.text)); break;
            case SaidPart::Is::record:
            case SaidPart::Is::page: markup += page_link(part, among); break;
        }
    }
    return markup;
}

std::string page_html(Page const& page, std::span<Figure const> figures, Glossary const& glossary)
{
    HtmlNeighbours alone{{}, &glossary};
    return html_page(made_page(page, figures, PageUse::browser, &alone));
}

std::string page_html_for_mail(Page const& page)
{
    return html_page(made_page(page, {}, PageUse::message));
}

}  // namespace sss
