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

/// What is said, as markup: names are isolated, what machines can read is marked, a percent sign stays with its number.
Html said_html(Said const& said);

}  // namespace sss
