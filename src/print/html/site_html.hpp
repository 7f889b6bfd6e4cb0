#pragma once

#include "pages/site/site_page.hpp"
#include "print/html/figure.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// What all pages of a site share.
struct SiteFrame {
    std::string name;                ///< of the programme, to people: short where it has a short name
    std::string stylesheet;          ///< its address
    std::string logo = {};           ///< the address of the picture that stands for it; empty: none
    std::string url;                 ///< where the site stands, with a slash at its end; empty: nowhere that is known
    std::string edit;                ///< where a record can be corrected, with {path} in it; empty: not said
    bool uncommitted = false;        ///< it holds what is not committed yet
    bool leaves_out = false;         ///< something is not for the public
    std::vector<Said> pages;         ///< of the navigation: links
    Glossary glossary = Glossary{};  ///< abbreviations that pages explain
};

/// A page as a file. It has no script, asks nothing of other hosts, and its policy allows the stylesheet alone.
std::string site_html(SiteFrame const& frame, SitePage const& page, Said const& changed,
                      std::span<Figure const> figures = {});

/// The stylesheet of all pages. @param accent  the programme's colour, made readable on light and on dark paper
std::string site_stylesheet(std::string_view accent);

}  // namespace sss
