#include "print/svg/trend_plot.hpp"

#include "print/chart.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

constexpr std::size_t heavy = 5;      // lines that are drawn with more weight, of more than these
constexpr double baseline_apart = 3;  // of a line, before its baseline can be seen beside it
constexpr double end_gap = 9;         // between a line's end and its name
constexpr double tail = 16;           // from the frame to a name in the margin
constexpr double name_gap = 4;        // from the tail to it
constexpr double dearest_place = 40;  // to cross two other lines, and no more

}  // namespace

void AxisDays::take(Day day)
{
    first = std::min(first, day);
    last = std::max(last, day);
}

void AxisDays::widen(int least)
{
    auto const more = std::max(0, (least - static_cast<int>((last - first).count()) + 1) / 2);
    first -= days{more};
    last += days{more};
}

AxisDays trend_across(Trend const& trend)
{
    auto const begin = trend.lines.front().forecasts.front().told;
    AxisDays domain{begin, begin};
    auto until = domain.first;
    for (auto const& line : trend.lines) {
        domain.take(line.forecasts.front().told);
        until = std::max(until, line.ends(trend.today));
    }
    if (trend.period) domain.first = std::max(domain.first, trend.period->first);
    domain.take(trend.period ? std::min({until, trend.period->last, trend.today}) : until);
    domain.first = std::min(domain.first, domain.last - days{2});
    return domain;
}

TrendPlot::TrendPlot(Trend const& trend, std::vector<TrendLine const*> lines, std::vector<TrendLine const*> named)
    : trend_(trend), lines_(std::move(lines)), named_(std::move(named)), across_(trend_across(trend)), up_(heights())
{}

void TrendPlot::set_frame(double left, double right, double top, double bottom)
{
    x_ = {across_.first, across_.last, left + 8, right};
    y_ = {up_.first, up_.last, bottom - 14, top + 8};
}

Day TrendPlot::until(TrendLine const& line) const
{
    return std::min(line.ends(trend_.today), across_.last);
}

bool TrendPlot::goes_on(TrendLine const& line) const
{
    return line.end == TrendLine::End::open || line.ends(trend_.today) > across_.last;
}

/// The forecast dates of the picture, the corner of the diagonal included.
AxisDays TrendPlot::heights() const
{
    std::optional<AxisDays> domain;
    auto const take = [&](Day day) {
        if (!domain) domain = AxisDays{day, day};
        domain->take(day);
    };
    for (auto const* line : lines_) {
        for (auto const& forecast : told(*line))
            if (forecast.date) take(forecast.date->last());
        if (line->held() && !goes_on(*line)) take(line->ends(trend_.today));
    }
    for (auto const* line : named_)
        if (line->baseline && named_.size() <= trend_baselines_at_most) take(line->baseline->last());
    if (!domain) domain = across_;
    // The ends of the diagonal too, where they do not push the lines into a corner.
    auto const span = std::max(domain->last - domain->first, days{30});
    if (domain->last < across_.last && across_.last - domain->last < span) domain->take(across_.last);
    if (across_.last < domain->first && domain->first - across_.last < span) domain->take(across_.last);
    if (across_.first < domain->first && (domain->first - across_.first) * 2 < domain->last - domain->first)
        domain->take(across_.first);
    domain->widen(4);
    return *domain;
}

std::vector<Forecast> TrendPlot::told(TrendLine const& line) const
{
    std::vector<Forecast> kept;
    for (auto const& forecast : line.forecasts)
        if (forecast.told <= until(line)) kept.push_back(forecast);
    return kept;
}

std::string TrendPlot::date_of(TrendLine const& line) const
{
    if (line.held()) return short_words(*line.actual);
    auto const stood = told(line);
    for (auto i = stood.size(); i-- > 0;)
        if (stood[i].date) return short_words(*stood[i].date);
    return {};
}

Point TrendPlot::end_of(TrendLine const& line) const
{
    auto const end = until(line);
    if (line.held() && !goes_on(line)) return {x_.at(end), y_.at(end)};
    auto const stood = told(line);
    for (auto i = stood.size(); i-- > 0;)
        if (stood[i].date) return {x_.at(end), y_.at(stood[i].date->last())};
    return {x_.at(end), y_.from};
}

std::vector<Point> TrendPlot::marks_of(TrendLine const& line) const
{
    std::vector<Point> marks;
    for (auto const& forecast : told(line))
        if (forecast.date) marks.push_back({x_.at(forecast.told), y_.at(forecast.date->last())});
    marks.push_back(end_of(line));
    return marks;
}

std::vector<std::vector<Point>> TrendPlot::steps(TrendLine const& line) const
{
    std::vector<std::vector<Point>> pieces(1);
    auto const stood = told(line);
    for (std::size_t i = 0; i < stood.size(); ++i) {
        if (!stood[i].date) {
            if (!pieces.back().empty()) pieces.emplace_back();
            continue;
        }
        auto const y = y_.at(stood[i].date->last());
        pieces.back().push_back({x_.at(stood[i].told), y});
        pieces.back().push_back({x_.at(i + 1 < stood.size() ? stood[i + 1].told : until(line)), y});
    }
    if (line.held() && !goes_on(line) && !pieces.back().empty()) pieces.back().push_back(end_of(line));
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

std::vector<std::pair<Point, Point>> TrendPlot::baseline_parts(TrendLine const& line) const
{
    std::vector<std::pair<Point, Point>> parts;
    if (!line.baseline) return parts;
    auto const y = y_.at(line.baseline->last());
    for (auto const& piece : steps(line))
        for (std::size_t i = 1; i < piece.size(); ++i) {
            auto const& from = piece[i - 1];
            auto const& to = piece[i];
            if (from.y != to.y || std::abs(from.y - y) <= baseline_apart || to.x - from.x < 1) continue;
            if (!parts.empty() && std::abs(parts.back().second.x - from.x) < 0.05)
                parts.back().second.x = to.x;
            else
                parts.push_back({{from.x, y}, {to.x, y}});
        }
    return parts;
}

std::vector<std::pair<Point, Point>> TrendPlot::diagonal() const
{
    auto const from = std::max(across_.first, up_.first);
    auto const to = std::min(across_.last, up_.last);
    if (to <= from) return {};
    return {{{x_.at(from), y_.at(from)}, {x_.at(to), y_.at(to)}}};
}

std::string TrendPlot::classes(std::size_t k) const
{
    auto const weight = named_.size() <= heavy ? "" : k < heavy ? " w0" : k < 2 * heavy ? "" : " w2";
    return line_classes(k) + weight;
}

void TrendPlot::draw_ground(Svg& svg, TrendLine const& line) const
{
    svg.begin("", line.title + ", " + date_of(line));
    for (auto const& piece : steps(line)) svg.polyline(piece, "ground");
    if (!goes_on(line)) svg.mark(Mark::circle, end_of(line), 1.75, "groundf");
    svg.end();
}

void TrendPlot::draw_ground_but(Svg& svg, std::vector<bool> const& named) const
{
    for (auto const* line : lines_) {
        auto const k = static_cast<std::size_t>(std::ranges::find(named_, line) - named_.begin());
        if (k == named_.size() || !named[k]) draw_ground(svg, *line);
    }
}

void TrendPlot::draw_named(Svg& svg, std::size_t k, std::string const& group, bool baseline) const
{
    auto const& line = *named_[k];
    auto const stroke = stroke_class(k);
    auto const fill = fill_class(k);
    svg.begin(group, fmt::format("{}: {}", line.title, date_of(line)));
    if (baseline)
        for (auto const& [from, to] : baseline_parts(line)) svg.line(from, to, "base " + stroke);
    for (auto const& piece : steps(line)) svg.polyline(piece, classes(k));
    for (auto const& forecast : told(line)) {
        if (!forecast.date) continue;
        Point const at{x_.at(forecast.told), y_.at(forecast.date->last())};
        draw_vague(svg, forecast, at.x, stroke);
        svg.mark(line_mark(k), at, 3, forecast.correction ? "m hollow " + stroke : fill);
    }
    if (!goes_on(line)) {
        if (line.end == TrendLine::End::reached)
            svg.mark(Mark::circle, end_of(line), 4.5, fill);
        else
            svg.mark(Mark::cross, end_of(line), 5, "m " + stroke);
    }
    svg.end();
}

/// All the days that a vague forecast may mean.
void TrendPlot::draw_vague(Svg& svg, Forecast const& forecast, double x, std::string const& stroke) const
{
    auto const from = y_.at(std::max(forecast.date->first(), up_.first));
    auto const to = y_.at(forecast.date->last());
    if (from - to < 6) return;
    svg.line({x, from}, {x, to}, "vague " + stroke);
    svg.line({x - 3, from}, {x + 3, from}, "vague " + stroke);
}

double trend_label_width(std::string const& name, std::string const& date, double letter)
{
    return text_width(name, letter) + (date.empty() ? 0 : 5 + text_width(date, 11));
}

namespace {

/// Of the lines that go on, those whose names fit into the margin without leaving their heights.
void put_in_margin(TrendPlot const& plot, std::vector<std::string> const& names, TrendLabelRules const& rules,
                   std::vector<TrendLabel>& labels)
{
    std::vector<double> wishes;
    std::vector<double> spots;
    for (std::size_t k = 0; k < plot.count(); ++k) {
        auto const& line = plot.named(k);
        if (!plot.goes_on(line)) continue;
        TrendLabel label{k, names[k], rules.dates ? plot.date_of(line) : std::string{}, {}, 0, true};
        label.at.x = rules.right + tail + name_gap;
        label.width = trend_label_width(label.name, label.date, rules.letter);
        if (label.at.x + label.width > rules.edge) continue;
        wishes.push_back(plot.end_of(line).y);
        auto const tried = spread(wishes, rules.row, rules.top - rules.row / 2, rules.bottom);
        auto const near = std::ranges::all_of(wishes, [&](double const& wish) {
            return std::abs(wish - tried[static_cast<std::size_t>(&wish - wishes.data())]) <= rules.furthest;
        });
        if (!near) {
            wishes.pop_back();
            continue;
        }
        spots = tried;
        labels.push_back(std::move(label));
    }
    for (std::size_t i = 0; i < labels.size(); ++i) labels[i].at.y = spots[i];
}

}  // namespace

std::vector<TrendLabel> trend_labels(TrendPlot const& plot, std::vector<std::string> const& names,
                                     TrendLabelRules const& rules)
{
    std::vector<TrendLabel> labels;
    put_in_margin(plot, names, rules, labels);
    LabelPlaces places{rules.left + 1, rules.top - 10, rules.edge - 2, rules.bottom - 1};
    for (auto const& label : labels)
        places.forbid(rules.right + 1, label.at.y - rules.row / 2, rules.edge, label.at.y + rules.row / 2);
    if (plot.shows_today()) places.avoid({rules.right, rules.top}, {rules.right, rules.bottom}, 12);
    for (std::size_t k = 0; k < plot.count(); ++k)
        for (auto const& piece : plot.steps(plot.named(k)))
            for (std::size_t i = 1; i < piece.size(); ++i) places.avoid(piece[i - 1], piece[i]);
    for (auto const& [from, to] : plot.diagonal()) places.avoid(from, to, 6);
    for (std::size_t k = 0; k < plot.count(); ++k) {
        auto const& line = plot.named(k);
        if (plot.goes_on(line)) continue;
        auto const end = plot.end_of(line);
        TrendLabel label{k, names[k], rules.dates ? plot.date_of(line) : std::string{}, {}, 0, false};
        label.width = trend_label_width(label.name, label.date, rules.letter);
        // What others mark stands further from a name than what it names.
        auto among = places;
        for (std::size_t other = 0; other < plot.count(); ++other) {
            if (other == k) continue;
            for (auto const& mark : plot.marks_of(plot.named(other)))
                among.forbid(mark.x - end_gap - 1, mark.y - end_gap - 1, mark.x + end_gap + 1, mark.y + end_gap + 1);
        }
        auto const place = among.place(end, label.width, rules.row, end_gap, 8, dearest_place);
        if (!place.found) continue;
        label.at = {place.anchor == Anchor::start ? place.at.x : place.at.x - label.width, place.at.y};
        places.forbid(label.at.x - 4, label.at.y - rules.row / 2, label.at.x + label.width + 4,
                      label.at.y + rules.row / 2);
        labels.push_back(std::move(label));
    }
    return labels;
}

void draw_trend_label(Svg& svg, TrendPlot const& plot, TrendLabel const& label, TrendLabelRules const& rules,
                      std::string const& group)
{
    svg.begin(group);
    if (label.margin) {
        auto const y = plot.end_of(plot.named(label.k)).y;
        svg.polyline({{rules.right + 2, y},
                      {rules.right + 5, y},
                      {rules.right + tail - 3, label.at.y},
                      {rules.right + tail, label.at.y}},
                     "tail " + stroke_class(label.k));
    }
    svg.name({label.at.x, label.at.y + 4}, label.name, label.date, "halo");
    svg.end();
}

}  // namespace sss
