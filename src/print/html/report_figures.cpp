#include "print/html/report_figures.hpp"

#include "print/html/html.hpp"

#include <functional>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

std::string as_it_is(std::string_view text)
{
    return std::string{text};
}

std::string sentences(std::vector<std::string> const& all)
{
    std::string text;
    for (auto const& sentence : all) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

Html paragraph_html(std::string_view look, std::string const& text)
{
    return text.empty() ? Html{} : html("<p class=\"{}\">{}</p>\n", look, sentence_html(text));
}

/// As wide as a telephone, less its margins.
constexpr double narrow_width = 360;

/// What a sheet of A4 holds between its margins, without being made smaller, and a caption.
constexpr double sheet_height = 840;

using Draw = std::function<std::string(ChartLook const&)>;

/// What the picture shows is said below it; how it was counted and what it lacks stands with the numbers, if there are
/// any.
Figure figure_of(ChartWords const& words, ChartLook const& look, Draw const& draw, std::string numbers, Html table)
{
    auto caption = words.subtitle + '.';
    if (!words.reading.empty()) caption += ' ' + words.reading;
    for (auto const& sentence : words.picture) caption += ' ' + sentence;
    if (table.empty())
        for (auto const& sentence : words.notes) caption += ' ' + sentence;
    // A picture within a page is printed with it: the text of one that is higher than the sheet would become too small.
    auto page = look;
    if (!look.heading) page.tallest = sheet_height;
    auto telephone = page;
    telephone.id += "-narrow";
    telephone.width = narrow_width;
    telephone.height.reset();
    return {.title = words.title,
            .caption = caption,
            .svg = Html::made(draw(page)),
            .table = std::move(table),
            .numbers = std::move(numbers),
            .method = words.method,
            .left_out = words.notes,
            .narrow = Html::made(draw(telephone))};
}

Html numbers_html(Figure const& figure)
{
    return paragraph_html("method", sentences(figure.method)) + paragraph_html("left-out", sentences(figure.left_out)) +
           html("<div class=\"numbers\">\n{}</div>\n", figure.table);
}

/// What may be wider than the page scrolls by itself, also by the keyboard.
Html scrolling(Html const& picture, std::string const& name)
{
    return html("<section class=\"chart\" tabindex=\"0\" aria-label=\"{}\">\n{}</section>\n", name, picture);
}

}  // namespace

Figure trend_figure(Trend const& trend, std::string const& programme, ChartLook const& look)
{
    auto const words = trend_words(trend, programme, as_it_is);
    auto const draw = [&](ChartLook const& as) { return trend_svg(trend, words, as); };
    return figure_of(words, look, draw, "The numbers of the trend",
                     trend.lines.empty() ? Html{} : table_html(trend_table(trend), "Milestones and their forecasts"));
}

Figure burnup_figure(Burnup const& burnup, Measure measure, std::string const& programme, ChartLook const& look)
{
    auto const words = burnup_words(burnup, measure, programme, as_it_is);
    auto const draw = [&](ChartLook const& as) { return burnup_svg(burnup, measure, words, as); };
    return figure_of(words, look, draw, "The numbers of the burn-up",
                     burnup.points.empty()
                         ? Html{}
                         : table_html(burnup_table(burnup, measure, look.week_start),
                                      measure == Measure::count ? "Milestones reached, planned and in all"
                                                                : "Weights reached, planned and in all"));
}

Figure timeline_figure(TimelineChart const& lanes, std::string const& programme, ChartLook const& look)
{
    auto const words = timeline_chart_words(lanes, programme, as_it_is);
    auto const draw = [&](ChartLook const& as) { return timeline_chart_svg(lanes, words, as); };
    return figure_of(
        words, look, draw, "The dates of the timeline",
        lanes.lanes.empty() ? Html{} : table_html(timeline_chart_table(lanes), "Milestones by satellite and date"));
}

Figure actions_figure(ActionFlow const& flow, std::string const& programme, ChartLook const& look)
{
    auto const words = action_words(flow, programme, as_it_is);
    auto tables = flow.points.empty()
                      ? Html{}
                      : table_html(action_table(flow, look.week_start), "Actions opened, closed, open and overdue");
    if (!flow.owners.empty()) tables += table_html(owner_table(flow), "Open actions by owner");
    auto const draw = [&](ChartLook const& as) { return action_svg(flow, words, as); };
    return figure_of(words, look, draw, "The numbers of the actions", tables);
}

namespace {

/// Whether any action is open, or was opened or closed within the period.
bool has_news(ActionFlow const& flow, std::optional<Period> const& period)
{
    if (flow.points.empty()) return false;
    if (!period || flow.open > 0) return true;
    auto before = flow.before;
    for (auto const& point : flow.points) {
        if (period->contains(point.day) && (point.opened != before.opened || point.closed != before.closed))
            return true;
        before = point;
    }
    return false;
}

}  // namespace

ReportCharts report_charts(ChartInput const& input)
{
    return {.trend = trend(input),
            .burnup = burnup(input),
            .timeline = timeline_chart(input),
            .actions = action_flow(input)};
}

std::vector<Figure> report_figures(ReportCharts const& charts, bool styled)
{
    std::vector<Figure> figures;
    ChartLook look;
    look.heading = false;
    look.styled = styled;
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
    if (charts.actions && has_news(*charts.actions, charts.period))
        figures.push_back(actions_figure(*charts.actions, {}, named("actions")));
    return figures;
}

Figure without_numbers(Figure figure)
{
    if (!figure.table.empty())
        for (auto const& sentence : figure.left_out) figure.caption += ' ' + sentence;
    figure.table = {};
    return figure;
}

Html figure_html(Figure const& figure)
{
    auto const made =
        html("<figure>\n{}<div class=\"narrow\">\n{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
             scrolling(figure.svg, figure.title + ": picture"), figure.narrow, sentence_html(figure.caption));
    if (figure.table.empty()) return made;
    return made + html("<details class=\"of-figure\">\n<summary>{}</summary>\n{}</details>\n", figure.numbers,
                       numbers_html(figure));
}

std::string figure_page(Figure const& figure)
{
    HtmlPage page{figure.title, {}, {}};
    auto picture = figure;
    picture.table = {};
    page.sections.push_back({Html{"The picture"}, figure_html(picture), "picture"});
    if (!figure.table.empty()) page.sections.push_back({Html{"The numbers"}, numbers_html(figure), "numbers"});
    page.style = figure_style();
    return html_page(page);
}

std::string_view figure_style()
{
    return R"(figure { margin: 1rem 0; }
.chart { overflow-x: auto; }
figure svg { display: block; width: 100%; height: auto; }
.chart svg { min-width: 40rem; }
.narrow { display: none; }
figcaption, .method, .left-out { color: var(--aside); font-size: .875rem; margin: .5rem 0; }
summary { cursor: pointer; }
.numbers table { font-size: .875rem; margin: .75rem 0; table-layout: auto; overflow-wrap: normal; }
.numbers th bdi { overflow-wrap: anywhere; }
.numbers caption { text-align: start; font-weight: 600; padding: .35rem 0; }
.numbers .number { text-align: end; }
@media screen and (max-width: 34rem) {
  .chart { display: none; }
  .narrow { display: block; }
}
@media screen and (max-width: 40rem) {
  .numbers table, .numbers caption, .numbers tbody, .numbers tr, .numbers th, .numbers td { display: block; }
  .numbers thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .numbers tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .numbers th, .numbers td { border: 0; padding: .1rem 0; }
  .numbers td:empty { display: none; }
  .numbers .number { text-align: start; }
  .numbers td::before { content: attr(data-label) ": "; color: var(--aside); }
}
@media print {
  .chart { overflow: visible; }
  figure, figure svg { break-inside: avoid; }
  figure:has(.chart svg + svg) { break-inside: auto; }
  .chart svg { width: auto; min-width: 0; max-width: 100%; max-height: 222mm; margin: 0 auto; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { display: none; }
}
)";
}

}  // namespace sss
