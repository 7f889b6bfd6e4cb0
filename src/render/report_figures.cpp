#include "render/report_figures.hpp"

#include "render/html.hpp"

#include <fmt/format.h>

namespace sss {

namespace {

std::string as_it_is(std::string_view text)
{
    return std::string{text};
}

std::string caption_of(ChartWords const& words)
{
    auto caption = words.subtitle + '.';
    for (auto const& sentence : words.reading) caption += ' ' + sentence;
    for (auto const& sentence : words.notes) caption += ' ' + sentence;
    return caption;
}

/// What may be wider than the page scrolls by itself, also by the keyboard.
std::string scrolling(std::string const& html, std::string const& name)
{
    return fmt::format("<div class=\"chart\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                       escape_html(name), html);
}

}  // namespace

Figure trend_figure(Trend const& trend, std::string const& programme, ChartLook const& look)
{
    auto const words = trend_words(trend, programme, as_it_is);
    return {words.title, caption_of(words), trend_svg(trend, words, look),
            trend.lines.empty() ? std::string{} : table_html(trend_table(trend), "Milestones and their forecasts")};
}

Figure burnup_figure(Burnup const& burnup, Measure measure, std::string const& programme, ChartLook const& look)
{
    auto const words = burnup_words(burnup, measure, programme, as_it_is);
    return {words.title, caption_of(words), burnup_svg(burnup, measure, words, look),
            burnup.points.empty() ? std::string{}
                                  : table_html(burnup_table(burnup, measure, look.week_start),
                                               measure == Measure::count ? "Milestones reached, planned and in all"
                                                                         : "Weights reached, planned and in all")};
}

Figure timeline_figure(Lanes const& lanes, std::string const& programme, ChartLook const& look)
{
    auto const words = lanes_words(lanes, programme, as_it_is);
    return {words.title, caption_of(words), lanes_svg(lanes, words, look),
            lanes.lanes.empty() ? std::string{} : table_html(lanes_table(lanes), "Milestones by satellite and date")};
}

Figure actions_figure(ActionFlow const& flow, std::string const& programme, ChartLook const& look)
{
    auto const words = action_words(flow, programme, as_it_is);
    auto tables = flow.points.empty()
                      ? std::string{}
                      : table_html(action_table(flow, look.week_start), "Actions opened, closed, open and overdue");
    if (!flow.owners.empty()) tables += table_html(owner_table(flow), "Open actions by owner");
    return {words.title, caption_of(words), action_svg(flow, words, look), tables};
}

ReportCharts report_charts(ChartInput const& input)
{
    return {.trend = trend(input), .burnup = burnup(input), .timeline = lanes(input), .actions = action_flow(input)};
}

std::vector<Figure> report_figures(ReportCharts const& charts)
{
    std::vector<Figure> figures;
    ChartLook look;
    look.heading = false;
    look.week_start = charts.week_start;
    auto const named = [&](char const* id) -> ChartLook const& {
        look.id = id;
        return look;
    };
    if (charts.trend && !charts.trend->lines.empty())
        figures.push_back(trend_figure(*charts.trend, {}, named("trend")));
    if (charts.burnup && !charts.burnup->points.empty())
        figures.push_back(burnup_figure(*charts.burnup, charts.measure, {}, named("burnup")));
    if (charts.timeline && !charts.timeline->lanes.empty())
        figures.push_back(timeline_figure(*charts.timeline, {}, named("timeline")));
    if (charts.actions && !charts.actions->points.empty())
        figures.push_back(actions_figure(*charts.actions, {}, named("actions")));
    return figures;
}

std::string figure_html(Figure const& figure)
{
    auto html = "<figure>\n" + scrolling(figure.svg, figure.title + ": picture") +
                fmt::format("<figcaption>{}</figcaption>\n", sentence_html(figure.caption));
    if (!figure.table_html.empty())
        html += fmt::format("<details>\n<summary>The numbers of this chart</summary>\n{}</details>\n",
                            scrolling(figure.table_html, figure.title + ": numbers"));
    return html + "</figure>\n";
}

std::string figure_page(Figure const& figure)
{
    Page page{figure.title, {}, {}};
    auto picture = figure;
    picture.table_html.clear();
    page.sections.push_back({"The picture", figure_html(picture), "picture"});
    if (!figure.table_html.empty())
        page.sections.push_back({"The numbers", scrolling(figure.table_html, figure.title + ": numbers"), "numbers"});
    page.style = figure_style();
    return html_page(page);
}

std::string_view figure_style()
{
    return R"(figure { margin: 1rem 0; }
.chart { overflow-x: auto; }
figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.chart table { font-size: .875rem; overflow-wrap: normal; }
.chart caption { text-align: start; color: var(--aside); padding: .35rem 0; }
figcaption { color: var(--aside); font-size: .875rem; margin: .5rem 0; }
summary { cursor: pointer; }
@media print {
  .chart { overflow: visible; }
  .chart table { overflow-wrap: anywhere; }
  figure svg { min-width: 0; break-inside: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { display: none; }
}
)";
}

}  // namespace sss
