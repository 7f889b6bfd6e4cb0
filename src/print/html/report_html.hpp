#pragma once

#include "facts/report/progress.hpp"
#include "print/html/figure.hpp"

#include <span>
#include <string>

namespace sss {

/// The report as one page that stands alone (`html_page`): the answer, then a section for each part that has something
/// to tell, its tables legible on a telephone too, and the charts.
std::string report_html(ProgressReport const& report, std::span<Figure const> figures = {});

/// The same for a mail program: no charts and no bars, and tables that hold together without the stylesheet, because
/// many programs leave it out.
std::string report_html_for_mail(ProgressReport const& report);

}  // namespace sss
