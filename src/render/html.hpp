#pragma once

#include "programme/date.hpp"

#include <string>
#include <string_view>
#include <vector>

/// HTML pages that stand alone: one file, no script, no request to anywhere. Functions that take `text` escape it;
/// what they return, and what is called `html`, is markup and goes into the page as it is.
namespace sss {

/// Text for an element's content or a quoted attribute's value. Control characters and what reorders or hides text are
/// made visible; line ends and tabs become blanks.
std::string escape_html(std::string_view text);

/// Text that may be written in either direction, kept from reordering what stands around it: names and titles out of
/// records.
std::string isolated_html(std::string_view text);

/// Sentences of sss that hold such text: read from left to right, and isolated likewise.
std::string sentence_html(std::string_view text);

/// A day for people and for machines: `words` within a time element.
std::string day_html(Day day, std::string_view words);

/// A date for people and for machines: `words` within a time element where HTML has a form for such a date (an instant,
/// a day, a month, a year), else the words alone.
std::string date_html(Date const& date, std::string_view words);

/// A link where the address is an absolute http, https or mailto one without blanks; else the text alone.
std::string link_html(std::string_view address, std::string_view text);

/// A part of a page, under a heading of the second level.
struct PageSection {
    std::string heading_html;
    std::string body_html;    ///< its headings begin at the third level
    std::string anchor = {};  ///< what a link to it says: made plain (`v1.2-rc1`) and unique by the page; may be empty
};

/// What a page is read with.
enum class PageUse {
    browser,
    message,  ///< a mail program: no contents to jump to, and no policy, which it would not understand
};

/// A page under one heading of the first level. It holds no time of its making: the same facts give the same bytes.
struct Page {
    std::string title;      ///< text: of the window, and the first heading
    std::string lead_html;  ///< what a reader should see first, below the title; may be empty
    std::vector<PageSection> sections;
    std::string language = "en";
    std::string heading_html = {};  ///< the first heading, where it is not the window's title
    std::string intro_html = {};    ///< blocks below the lead
    std::string foot_html = {};     ///< blocks at the page's end, such as where it comes from; may be empty
    std::string style = {};         ///< rules of this sort of page, behind those of all
    PageUse use = PageUse::browser;
};

/// The whole page: frame, stylesheet, landmarks, and a list of its contents where it has more than three sections. It
/// is legible without the stylesheet, follows the reader's choice of dark or light, fits a narrow screen, and prints
/// without what only a screen needs. Its content security policy allows the stylesheet within and pictures given as
/// data, nothing else.
std::string html_page(Page const& page);

}  // namespace sss
