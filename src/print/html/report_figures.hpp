#pragma once

#include "print/chart.hpp"
#include "print/html/figure.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// The facts of all charts of a report, as of the report's day and narrowed as the report is. A chart that is not
/// wanted is left empty.
struct ReportCharts {
    std::optional<Trend> trend;
    std::optional<Burnup> burnup;
    std::optional<TimelineChart> timeline;
    std::optional<ActionFlow> actions;
    std::optional<Period> period = {};  ///< of the report: actions are drawn where any is open, or came or went then
    Measure measure = Measure::count;
    std::chrono::weekday week_start = std::chrono::Monday;
};

/// All four.
ReportCharts report_charts(ChartInput const& input);

/// The charts that have something to show, in this order: trend, burn-up, timeline, actions. Ids within their pictures
/// differ, so that all may stand on one page. The pictures are 720 wide and shrink with the column that holds them; on
/// a narrow screen a page should let them be scrolled, as `figure_html` does.
/// @param styled  with their rules of style; false where the page has them
std::vector<Figure> report_figures(ReportCharts const& charts, bool styled = true);

/// One of them. @param programme  its name, for the title; empty where a page says it above
Figure trend_figure(Trend const& trend, std::string const& programme, ChartLook const& look);
Figure burnup_figure(Burnup const& burnup, Measure measure, std::string const& programme, ChartLook const& look);
Figure timeline_figure(TimelineChart const& lanes, std::string const& programme, ChartLook const& look);
Figure actions_figure(ActionFlow const& flow, std::string const& programme, ChartLook const& look);

/// The same where a page has its numbers elsewhere: what the picture leaves out is said below it.
Figure without_numbers(Figure figure);

/// A page of one chart: the picture with its caption, then the numbers. Stands alone (`html_page`).
std::string figure_page(Figure const& figure);

/// A figure as it stands in a page of more: picture, caption, and the table behind a disclosure (`details`), which
/// opens in print. No script. Needs `figure_style` once on the page.
Html figure_html(Figure const& figure);

/// What figure_html needs of a stylesheet; without it all is legible all the same.
std::string_view figure_style();

}  // namespace sss
