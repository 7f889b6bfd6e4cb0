#include "print/html/html.hpp"

#include "support/plain_letters.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// Colours have a contrast of at least 7:1 for text and 4.5:1 for what stands aside (WCAG 2.2, AAA and AA).
constexpr std::string_view stylesheet = R"(:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --aside: #59636e; --line: #d1d9e0; --link: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181d; --ink: #e8ecf0; --aside: #a3adb8; --line: #3a434d; --link: #8cc2ff; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
p { margin: .5rem 0; }
ul { margin: .35rem 0; padding-inline-start: 1.25rem; }
li { margin: .3rem 0; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
.aside, time.aside { color: var(--aside); font-size: .875rem; font-weight: normal; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1rem; }
nav li { margin: 0; }
nav .heaps { display: block; }
nav .heaps > li { display: flex; gap: 1rem; align-items: baseline; }
nav .heaps ul { margin: 0; }
@media print {
  @page {
    size: A4; margin: 18mm 16mm;
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #333; }
  }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --aside: #333; --line: #999; --link: #000; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  h1, h2, h3, thead, caption { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  li, tr { break-inside: avoid; }
  ul:not(:has(> li:nth-child(7))) { break-inside: avoid; }
}
)";

/// What a link to a section says: letters, digits, dots and hyphens.
std::string anchor_of(HtmlSection const& section, std::set<std::string>& taken)
{
    std::string plain;
    for (auto const c : search_form(section.anchor)) {
        auto const kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (kept)
            plain += c;
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    while (plain.ends_with('-')) plain.pop_back();
    if (plain.empty()) plain = "section";
    auto anchor = plain;
    for (auto next = 2; !taken.insert(anchor).second; ++next) anchor = fmt::format("{}-{}", plain, next);
    return anchor;
}

std::vector<std::string> anchors_of(std::vector<HtmlSection> const& sections)
{
    std::set<std::string> taken;
    std::vector<std::string> anchors;
    for (auto const& section : sections) anchors.push_back(anchor_of(section, taken));
    return anchors;
}

/// Headings stand in a link of the contents as they are, but a time needs no second machine form there. What shares a
/// heap stands in one line behind its name.
Html contents(HtmlPage const& page, std::vector<std::string> const& anchors)
{
    auto const& sections = page.sections;
    Html list;
    auto heaps = false;
    for (std::size_t i = 0; i < sections.size();) {
        auto const& heap = sections[i].heap;
        if (heap.empty()) {
            if (!sections[i].heading.empty())
                list += html("<li><a href=\"#{}\">{}</a></li>\n", anchors[i], sections[i].heading);
            ++i;
            continue;
        }
        Html inner;
        for (; i < sections.size() && sections[i].heap == heap; ++i)
            inner += html("<li><a href=\"#{}\">{}</a></li>\n", anchors[i], sections[i].brief);
        list += html("<li><span>{}</span>\n<ul>\n{}</ul></li>\n", heap, inner);
        heaps = true;
    }
    return html("<nav aria-label=\"{}\">\n<ul{}>\n{}</ul>\n</nav>\n", page.contents,
                heaps ? html(" class=\"heaps\"") : Html{}, list);
}

}  // namespace

std::string escape_html(std::string_view text)
{
    std::string blanks_only{text};
    std::ranges::replace_if(
        blanks_only, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    std::string escaped;
    for (auto const c : visible(blanks_only)) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

Html joined(Html a, Html const& between, Html const& b)
{
    if (!a.empty() && !b.empty()) a += between;
    return std::move(a += b);
}

Html isolated_html(std::string_view text)
{
    return html("<bdi>{}</bdi>", text);
}

Html sentence_html(std::string_view text)
{
    return html("<bdi dir=\"ltr\">{}</bdi>", text);
}

Html day_html(Day day, std::string_view words)
{
    return html("<time datetime=\"{}\">{}</time>", iso(day), words);
}

Html date_html(Date const& date, std::string_view words)
{
    if (date.is_range() || date.approximate()) return Html{words};
    switch (date.precision()) {
        case Precision::instant:
        case Precision::day:
        case Precision::month:
        case Precision::year: return html("<time datetime=\"{}\">{}</time>", date.text(), words);
        case Precision::quarter:
        case Precision::half: break;
    }
    return Html{words};
}

bool is_safe_address(std::string_view address)
{
    auto const blank = std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    auto const begins = [&](std::string_view scheme) {
        return address.size() > scheme.size() &&
               std::ranges::equal(address.substr(0, scheme.size()), scheme,
                                  [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
    };
    return !blank && (begins("https://") || begins("http://") || begins("mailto:"));
}

Html link_html(std::string_view address, std::string_view text)
{
    if (!is_safe_address(address)) return isolated_html(text);
    return html("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", address, isolated_html(text));
}

Html table_html(HtmlTable const& table)
{
    if (table.rows.empty()) return {};
    auto const in_message = table.use == PageUse::message;
    auto const in_site = table.use == PageUse::site;
    // Within the pages of a site a wide table scrolls, and stays one for who hears it.
    auto const role = [&](std::string_view name) { return in_site ? Html{} : html(" role=\"{}\"", name); };
    auto const look = table.shape == TableShape::wide_end     ? Html::made(" class=\"wide-end\"")
                      : table.shape == TableShape::wide_begin ? Html::made(" class=\"wide-begin\"")
                                                              : Html{};
    // Mail programs that leave the stylesheet out keep what stands at the element itself.
    auto const plain = in_message ? Html::made(
                                        " style=\"text-align: start; vertical-align: top; padding: 4px 14px 4px 0; "
                                        "border-bottom: 1px solid #b8c1cb\"")
                                  : Html{};
    auto const unseen = !table.caption_hidden ? Html{}
                        : in_message          ? Html::made(" class=\"hidden\" style=\"display: none\"")
                                              : Html::made(" class=\"hidden\"");
    auto const kind = [&](std::size_t column) {
        return table.columns[column].number ? Html::made(" class=\"number\"") : Html{};
    };
    Html heads;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        heads += html("<th{} scope=\"col\"{}{}>{}</th>", role("columnheader"), kind(i), plain, table.columns[i].title);
    auto const label = [&](std::size_t column) {
        return in_site ? Html{} : html(" data-label=\"{}\"", table.columns[column].title);
    };
    Html rows;
    for (auto const& row : table.rows) {
        Html cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells += i == 0 ? html("<th{} scope=\"row\"{}>{}</th>", role("rowheader"), plain, row[i])
                            : html("<td{}{}{}{}>{}</td>", role("cell"), label(i), kind(i), plain, row[i]);
        rows += html("<tr{}>{}</tr>\n", role("row"), cells);
    }
    auto const made = html(
        "<table{}{}>\n<caption{}>{}</caption>\n<thead{}>\n<tr{}>{}</tr>\n</thead>\n<tbody{}>\n{}</tbody>\n</table>\n",
        role("table"), look, unseen, table.caption, role("rowgroup"), role("row"), heads, role("rowgroup"), rows);
    if (!in_site) return made;
    return html("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                table.caption.empty() ? "Table" : table.caption.c_str(), made);
}

Html contents_html(HtmlPage const& page)
{
    if (page.use == PageUse::message || page.sections.size() <= 3) return {};
    return contents(page, anchors_of(page.sections));
}

Html sections_html(HtmlPage const& page)
{
    auto const anchors = anchors_of(page.sections);
    Html sections;
    for (std::size_t i = 0; i < page.sections.size(); ++i)
        if (page.sections[i].heading.empty())
            sections += page.sections[i].body;
        else
            sections += html("<section>\n<h2 id=\"{}\">{}</h2>\n{}</section>\n", anchors[i], page.sections[i].heading,
                             page.sections[i].body);
    return sections;
}

std::string html_page(HtmlPage const& page)
{
    auto const in_browser = page.use == PageUse::browser;
    auto whole = html(
        "<!DOCTYPE html>\n"
        "<html lang=\"{}\">\n"
        "<head>\n"
        "<meta charset=\"utf-8\">\n"
        "{}"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>{}</title>\n"
        "<style>\n{}{}</style>\n"
        "</head>\n"
        "<body>\n"
        "<header>\n<h1>{}</h1>\n",
        page.language,
        in_browser ? Html::made("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                                "'unsafe-inline'; img-src data:\">\n")
                   : Html{},
        page.title, Html::made(std::string{stylesheet}), Html::made(page.style),
        page.heading.empty() ? Html{page.title} : page.heading);
    if (!page.lead.empty()) whole += html("<p>{}</p>\n", page.lead);
    whole += html("{}</header>\n", page.intro);
    whole += contents_html(page) + html("<main>\n{}</main>\n", sections_html(page));
    if (!page.foot.empty()) whole += html("<footer>\n{}</footer>\n", page.foot);
    whole += html("</body>\n</html>\n");
    return std::move(whole).markup();
}

}  // namespace sss
