#include "print/html/site_html.hpp"

#include "print/html/page_html.hpp"
#include "print/page_address.hpp"

#include <string_view>

#include <fmt/format.h>

namespace sss {

namespace {

/// A page that may be asked for at any address can link nowhere by a relative way, and brings its style along.
constexpr std::string_view lost_page_style =
    "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem; "
    "color-scheme: light dark; }";

Html navigation(SiteFrame const& frame, SitePage const& page)
{
    Html list;
    for (auto const& one : frame.pages) {
        auto const& to = one.parts().front();
        auto const here = to.machine == page.section || to.machine == page.address;
        auto const current = !here                        ? Html{}
                             : to.machine == page.address ? Html::made(" aria-current=\"page\"")
                                                          : Html::made(" aria-current=\"true\"");
        list += html("<li><a href=\"{}\"{}>{}</a></li>\n", way_between(page.address, to.machine), current, to.text);
    }
    return html("<nav aria-label=\"Pages\">\n<ul>\n{}</ul>\n</nav>\n", list);
}

Html way_here(SitePage const& page, HtmlNeighbours& among)
{
    if (page.above.empty()) return {};
    Html way;
    for (auto const& one : page.above) way = joined(std::move(way), Html{" › "}, said_html(one, &among));
    return html("<p class=\"above\">{}</p>\n", way);
}

Html footer(SiteFrame const& frame, SitePage const& page, Html const& foot, Said const& changed, HtmlNeighbours& among)
{
    auto made = foot;
    if (!changed.empty()) made += html("<p>The record itself last changed on {}.</p>\n", said_html(changed, &among));
    Html data;
    for (auto const& one : page.as_data) data = joined(std::move(data), Html{", "}, said_html(one, &among));
    if (!data.empty()) made += html("<p>For other programs: {}.</p>\n", data);
    if (auto edit = frame.edit; !edit.empty() && !page.correct_at.empty()) {
        constexpr std::string_view mark = "{path}";
        edit.replace(edit.find(mark), mark.size(), encoded_address(page.correct_at));
        made += html("<p><a href=\"{}\" rel=\"noopener noreferrer\">Correct this record</a></p>\n", edit);
    }
    made += html("<p>{}</p>\n", said_html(as_page("Abbreviations", "glossary.html"), &among));
    if (frame.leaves_out) made += html("<p>What is not for the public is left out.</p>\n");
    return html("<footer>\n{}</footer>\n", made);
}

/// Such pages are looked at, and not published.
Html warning(SiteFrame const& frame)
{
    return frame.uncommitted
               ? html("<p class=\"uncommitted\">These pages hold changes that are not committed yet.</p>\n")
               : Html{};
}

/// The name stands beside it: who hears the page needs no second one.
Html logo(SiteFrame const& frame, SitePage const& page)
{
    return frame.logo.empty() ? Html{}
                              : html("<img src=\"{}\" alt=\"\" height=\"32\">", way_between(page.address, frame.logo));
}

Html head(SiteFrame const& frame, SitePage const& page)
{
    auto const whole = frame.url.empty()
                           ? std::string{}
                           : encoded_address(frame.url + (page.leads_on.empty() ? page.address : page.leads_on));
    auto made = html(
        "<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src "
        "'self'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>{}</title>\n"
        "<link rel=\"stylesheet\" href=\"{}\">\n",
        page.page.title, way_between(page.address, frame.stylesheet));
    if (!frame.logo.empty()) made += html("<link rel=\"icon\" href=\"{}\">\n", way_between(page.address, frame.logo));
    if (!whole.empty()) made += html("<link rel=\"canonical\" href=\"{}\">\n", whole);
    if (!page.leads_on.empty())
        made += html("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", way_between(page.address, page.leads_on));
    made += html("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">\n", frame.name,
                 way_between(page.address, "programme.atom"));
    return made;
}

std::string lost_page(SiteFrame const& frame, SitePage const& page)
{
    auto const home = frame.url.empty() ? Html{}
                                        : html("<p><a href=\"{}\">{}</a></p>\n",
                                               encoded_address(frame.url + "index.html"), frame.name);
    return html(
               "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
               "'unsafe-inline'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
               "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n{}</main>\n</body>\n</html>\n",
               page.page.title, Html::made(std::string{lost_page_style}), said_html(page.page.name),
               said_html(page.page.lead), home)
        .markup();
}

}  // namespace

std::string site_html(SiteFrame const& frame, SitePage const& page, Said const& changed,
                      std::span<Figure const> figures)
{
    if (page.address == "404.html") return lost_page(frame, page);
    HtmlNeighbours among{page.address, &frame.glossary};
    // The page of all abbreviations explains each once, itself.
    if (page.address == "glossary.html") among.glossary = nullptr;
    auto const above = way_here(page, among);
    auto const parts = made_page(page.page, figures, PageUse::site, &among);
    return html(
               "<!DOCTYPE html>\n"
               "<html lang=\"en\">\n"
               "<head>\n{}</head>\n"
               "<body>\n"
               "<a class=\"skip\" href=\"#content\">To the content</a>\n"
               "<header class=\"site\">\n"
               "<p class=\"programme\"><a href=\"{}\">{}{}</a></p>\n"
               "{}</header>\n"
               "{}<main id=\"content\">\n"
               "{}<div class=\"head\">\n<h1>{}</h1>\n{}</div>\n"
               "{}{}</main>\n"
               "{}</body>\n"
               "</html>\n",
               head(frame, page), way_between(page.address, "index.html"), logo(frame, page), frame.name,
               navigation(frame, page), warning(frame), above, parts.heading, parts.intro, contents_html(parts),
               sections_html(parts), footer(frame, page, parts.foot, changed, among))
        .markup();
}

}  // namespace sss
