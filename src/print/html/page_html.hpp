#pragma once

#include "pages/page.hpp"
#include "print/html/figure.hpp"
#include "print/html/html.hpp"
#include "programme/terms.hpp"

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace sss {

/// A page that stands alone: one file, no script, no request to anywhere. The pictures stand where the page has a place
/// for them; without any that section is left out.
std::string page_html(Page const& page, std::span<Figure const> figures = {}, Glossary const& glossary = Glossary{});

/// The same for a mail program, which shows no pictures and has no contents to jump to.
std::string page_html_for_mail(Page const& page);

/// What a page among others knows of them.
struct HtmlNeighbours {
    std::string_view address;  ///< where it stands, "milestones/sss-1-cdr.html"; empty: a page alone, with no links
    Glossary const* glossary = nullptr;  ///< abbreviations that are explained where they are first used; may be none
    std::set<std::string, std::less<>> explained = {};  ///< those that were met on the page already
};

/// The parts of a page, for whoever puts a frame around them.
/// @param among  the pages beside which it stands, to which what it says of them leads; nullptr: it stands alone
HtmlPage made_page(Page const& page, std::span<Figure const> figures, PageUse use, HtmlNeighbours* among = nullptr);

/// What is said, as markup: names are isolated, what machines can read is marked, a percent sign stays with its number.
/// @param among  as above
Html said_html(Said const& said, HtmlNeighbours* among = nullptr);

/// A text that may hold abbreviations of the glossary: each is explained where the page first uses it.
Html text_html(std::string_view text, HtmlNeighbours* among);

/// How one page of a folder links to another file of it: "../satellites/sss-1.html".
std::string way_between(std::string_view from, std::string_view to);

}  // namespace sss
