#pragma once

#include "print/html/markup.hpp"
#include "programme/date.hpp"

#include <string>
#include <string_view>
#include <vector>

/// HTML pages that stand alone: one file, no script, no request to anywhere.
namespace sss {

/// Text that may be written in either direction, kept from reordering what stands around it: names and titles out of
/// records.
Html isolated_html(std::string_view text);

/// Sentences of sss that hold such text: read from left to right, and isolated likewise.
Html sentence_html(std::string_view text);

/// A day for people and for machines: `words` within a time element.
Html day_html(Day day, std::string_view words);

/// A date for people and for machines: `words` within a time element where HTML has a form for such a date (an instant,
/// a day, a month, a year), else the words alone.
Html date_html(Date const& date, std::string_view words);

/// A link where the address is an absolute http, https or mailto one without blanks; else the text alone.
Html link_html(std::string_view address, std::string_view text);

/// Whether a link may lead to an address that somebody wrote: http, https and mailto, without a blank.
bool is_safe_address(std::string_view address);

/// A part of a page, under a heading of the second level.
struct HtmlSection {
    Html heading;
    Html body;                ///< its headings begin at the third level
    std::string anchor = {};  ///< what a link to it says: made plain (`v1.2-rc1`) and unique by the page; may be empty
    Html heap = {};           ///< what many neighbours share in the contents, "2018"; may be empty
    Html brief = {};          ///< its heading there, "May"
};

/// What a page is read with.
enum class PageUse {
    browser,
    message,  ///< a mail program: no contents to jump to, and no policy, which it would not understand
    site,     ///< a browser, one page of many that share a frame and a stylesheet
};

/// A page under one heading of the first level. It holds no time of its making: the same facts give the same bytes.
struct HtmlPage {
    std::string title;  ///< text: of the window, and the first heading
    Html lead;          ///< what a reader should see first, below the title; may be empty
    std::vector<HtmlSection> sections;
    std::string language = "en";
    std::string contents = "Contents";  ///< what the links to its sections are called where a page is heard
    Html heading = {};                  ///< the first heading, where it is not the window's title
    Html intro = {};                    ///< blocks below the lead
    Html foot = {};                     ///< blocks at the page's end, such as where it comes from; may be empty
    std::string style = {};             ///< rules of this sort of page, behind those of all
    PageUse use = PageUse::browser;
};

/// How much room a column of a table takes, and how its cells are set.
enum class TableShape { even, wide_begin, wide_end };

/// A table of a page. On a narrow screen rows become cards, in which each value says by itself what it is; the elements
/// carry their roles, because some browsers then forget that it is a table.
struct HtmlTable {
    struct Column {
        std::string title;
        bool number = false;
    };
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<Html>> rows;  ///< of as many cells as there are columns; the first is the row's heading
    TableShape shape = TableShape::even;
    bool caption_hidden = false;  ///< for those who hear the page, not for those who see its heading
    PageUse use = PageUse::browser;
};

Html table_html(HtmlTable const& table);

/// Links to the sections of a page, where it has more than three.
Html contents_html(HtmlPage const& page);

/// The sections, under headings that can be linked to.
Html sections_html(HtmlPage const& page);

/// The whole page: frame, stylesheet, landmarks, and a list of its contents where it has more than three sections. It
/// is legible without the stylesheet, follows the reader's choice of dark or light, fits a narrow screen, and prints
/// without what only a screen needs. Its content security policy allows the stylesheet within and pictures given as
/// data, nothing else.
std::string html_page(HtmlPage const& page);

}  // namespace sss
