#pragma once

#include "pages/report/report_page.hpp"
#include "print/html/page_html.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/text/page_text.hpp"

#include <span>
#include <string>
#include <vector>

/// A report in the formats for people, for tests that read what a reader would.
namespace sss {

inline std::string report_text(ProgressReport const& report, PageTextStyle const& style = {})
{
    return page_text(report_page(report, Words{}), style);
}

inline std::string report_markdown(ProgressReport const& report)
{
    return page_markdown(report_page(report, Words{}));
}

inline std::string report_html(ProgressReport const& report, std::span<Figure const> figures = {})
{
    return page_html(report_page(report, Words{}), figures);
}

/// What sentences say, without a mark of what is what.
inline std::vector<std::string> in_plain(std::vector<Said> const& sentences)
{
    std::vector<std::string> plain;
    for (auto const& sentence : sentences) plain.push_back(in_plain(sentence));
    return plain;
}

}  // namespace sss
