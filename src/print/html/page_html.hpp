#pragma once

#include "pages/page.hpp"
#include "print/html/figure.hpp"
#include "print/html/html.hpp"

#include <span>
#include <string>

namespace sss {

/// A page that stands alone: one file, no script, no request to anywhere. The pictures stand where the page has a place
/// for them; without any that section is left out.
std::string page_html(Page const& page, std::span<Figure const> figures = {});

/// The same for a mail program, which shows no pictures and has no contents to jump to.
std::string page_html_for_mail(Page const& page);

/// The parts of a page, for whoever puts a frame around them.
/// @param address  where it stands among others, "milestones/sss-1-cdr.html", so that what it says of them leads to
///                 them; empty: it stands alone
HtmlPage made_page(Page const& page, std::span<Figure const> figures, PageUse use, std::string_view address = {});

/// What is said, as markup: names are isolated, what machines can read is marked, a percent sign stays with its number.
/// @param address  of the page on which it is said; empty: it stands alone
Html said_html(Said const& said, std::string_view address = {});

/// How one page of a folder links to another file of it: "../satellites/sss-1.html".
std::string way_between(std::string_view from, std::string_view to);

}  // namespace sss
