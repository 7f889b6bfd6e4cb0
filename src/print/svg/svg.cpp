#include "print/svg/svg.hpp"

#include "print/html/html.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

/// Lines and marks keep a contrast of 3:1 to the paper, in light and in dark, as WCAG 2.2 asks. The six colours were
/// chosen so that they stay apart for readers who are blind to red or green, and neighbours by how dark they are, so
/// that they do in grey too. What is only ground needs no contrast: nothing is read from one line of it.
constexpr std::string_view picture_stylesheet = R"(
.sss-chart { background: #fff; color: #1b1f24; font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
.sss-chart text { fill: #1b1f24; font-size: 12px; }
.sss-chart .n { unicode-bidi: plaintext; }
.sss-chart .h { font-size: 16px; font-weight: 600; }
.sss-chart .b { font-weight: 600; }
.sss-chart .a, .sss-chart .a tspan { fill: #59636e; }
.sss-chart .t { font-size: 11px; fill: #59636e; }
.sss-chart .halo { stroke: #fff; stroke-width: 3px; paint-order: stroke; stroke-linejoin: round; }
.sss-chart .grid { stroke: #e3e8ed; }
.sss-chart .axis { stroke: #8b949e; }
.sss-chart .tail { stroke-width: 1.25; fill: none; }
.sss-chart .diag { stroke: #6e7781; stroke-width: 1; stroke-dasharray: 5 4; }
.sss-chart .now { stroke: #b3261e; stroke-width: 1.25; }
.sss-chart .band { fill: #f2f5f8; }
.sss-chart .l { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
.sss-chart .w0 { stroke-width: 2.75; } .sss-chart .w2 { stroke-width: 1.25; }
.sss-chart .base { fill: none; stroke-width: 1.5; stroke-dasharray: .1 3.5; stroke-linecap: round; }
.sss-chart .vague { stroke-width: 1; opacity: .6; }
.sss-chart .d1 { stroke-dasharray: 7 3; }
.sss-chart .d2 { stroke-dasharray: 2 3; }
.sss-chart .d3 { stroke-dasharray: 9 3 2 3; }
.sss-chart .d4 { stroke-dasharray: 14 4; }
.sss-chart .m { stroke-width: 1.5; }
.sss-chart .hollow { fill: #fff; }
.sss-chart .c0 { stroke: #0b62a4; } .sss-chart .f0 { fill: #0b62a4; }
.sss-chart .c1 { stroke: #d9601a; } .sss-chart .f1 { fill: #d9601a; }
.sss-chart .c2 { stroke: #004d40; } .sss-chart .f2 { fill: #004d40; }
.sss-chart .c3 { stroke: #b35fc0; } .sss-chart .f3 { fill: #b35fc0; }
.sss-chart .c4 { stroke: #6b4e00; } .sss-chart .f4 { fill: #6b4e00; }
.sss-chart .c5 { stroke: #3d4650; } .sss-chart .f5 { fill: #3d4650; }
.sss-chart .other { stroke: #8b949e; stroke-width: 1; fill: none; }
.sss-chart .ground { stroke: #ccd3da; stroke-width: .9; fill: none; }
.sss-chart .groundf { fill: #b5bec7; }
.sss-chart .late { stroke: #b3261e; } .sss-chart .late-bar { fill: #b3261e; }
.sss-chart .hatch { fill: #b3261e; fill-opacity: .35; }
.sss-chart .soft { opacity: .22; }
@media screen and (prefers-color-scheme: dark) {
.sss-chart { background: #14181d; color: #e8ecf0; }
.sss-chart text { fill: #e8ecf0; }
.sss-chart .a, .sss-chart .a tspan, .sss-chart .t { fill: #a3adb8; }
.sss-chart .halo { stroke: #14181d; }
.sss-chart .grid { stroke: #2a323b; }
.sss-chart .axis { stroke: #768390; }
.sss-chart .diag { stroke: #768390; }
.sss-chart .now, .sss-chart .late { stroke: #ff8a80; } .sss-chart .late-bar { fill: #ff8a80; }
.sss-chart .band { fill: #1b2128; }
.sss-chart .hollow { fill: #14181d; }
.sss-chart .c0 { stroke: #6cb6ff; } .sss-chart .f0 { fill: #6cb6ff; }
.sss-chart .c1 { stroke: #e07b45; } .sss-chart .f1 { fill: #e07b45; }
.sss-chart .c2 { stroke: #8fe8c8; } .sss-chart .f2 { fill: #8fe8c8; }
.sss-chart .c3 { stroke: #b878c8; } .sss-chart .f3 { fill: #b878c8; }
.sss-chart .c4 { stroke: #f3da7a; } .sss-chart .f4 { fill: #f3da7a; }
.sss-chart .c5 { stroke: #c4ced8; } .sss-chart .f5 { fill: #c4ced8; }
.sss-chart .other { stroke: #768390; }
.sss-chart .ground { stroke: #3a444e; }
.sss-chart .groundf { fill: #4b5661; }
}
)";

std::string_view anchor_attribute(Anchor anchor)
{
    return anchor == Anchor::start    ? std::string_view{}
           : anchor == Anchor::middle ? std::string_view{" text-anchor=\"middle\""}
                                      : std::string_view{" text-anchor=\"end\""};
}

std::string listed(std::vector<Point> const& points)
{
    std::string list;
    for (auto const& point : points) list += (list.empty() ? "" : " ") + px(point.x) + ',' + px(point.y);
    return list;
}

/// A regular figure, its first corner at an angle counted from the top.
std::vector<Point> figure(Point centre, double radius, int corners, double turn)
{
    std::vector<Point> points;
    for (auto i = 0; i < corners; ++i) {
        auto const angle = (turn + 360. * i / corners) * 3.14159265358979 / 180;
        points.push_back({centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)});
    }
    return points;
}

}  // namespace

std::string px(double value)
{
    auto const rounded = std::round(value * 10) / 10;
    char buffer[32];
    auto const end =
        std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0. : rounded, std::chars_format::fixed, 1);
    std::string text{buffer, end.ptr};
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

std::string line_classes(std::size_t k)
{
    return fmt::format("l c{} d{}", k % line_colours, k % line_dashes);
}

std::string stroke_class(std::size_t k)
{
    return fmt::format("c{}", k % line_colours);
}

std::string fill_class(std::size_t k)
{
    return fmt::format("f{}", k % line_colours);
}

Mark line_mark(std::size_t k)
{
    constexpr Mark marks[] = {Mark::circle, Mark::square, Mark::triangle, Mark::diamond, Mark::down, Mark::hexagon};
    return marks[k % std::size(marks)];
}

std::string_view picture_style()
{
    return picture_stylesheet;
}

Svg::Svg(std::string_view id, double width, double height, std::string_view title, std::string_view description,
         bool styled)
{
    body_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sss-chart\" role=\"img\" aria-labelledby=\"{0}-title\" "
        "aria-describedby=\"{0}-desc\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\" direction=\"ltr\">\n"
        "<title id=\"{0}-title\">{3}</title>\n"
        "<desc id=\"{0}-desc\">{4}</desc>\n",
        id, px(width), px(height), escape_html(title), escape_html(description));
    if (styled) body_ += fmt::format("<style>{}</style>\n", picture_stylesheet);
}

void Svg::line(Point from, Point to, std::string_view classes)
{
    body_ += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n", classes, px(from.x),
                         px(from.y), px(to.x), px(to.y));
}

void Svg::upright(double x, double top, double bottom, std::vector<std::pair<double, double>> gaps,
                  std::string_view classes)
{
    std::ranges::sort(gaps);
    for (auto const& [from, to] : gaps) {
        if (top < from) line({x, top}, {x, std::min(from, bottom)}, classes);
        top = std::max(top, to);
    }
    if (top < bottom) line({x, top}, {x, bottom}, classes);
}

void Svg::polyline(std::vector<Point> const& points, std::string_view classes)
{
    body_ += fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", classes, listed(points));
}

void Svg::polygon(std::vector<Point> const& points, std::string_view classes)
{
    body_ += fmt::format("<polygon class=\"{}\" points=\"{}\"/>\n", classes, listed(points));
}

void Svg::rectangle(Point corner, double width, double height, std::string_view classes, double rounding)
{
    body_ +=
        fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", classes, px(corner.x),
                    px(corner.y), px(width), px(height), rounding > 0 ? fmt::format(" rx=\"{}\"", px(rounding)) : "");
}

void Svg::mark(Mark mark, Point centre, double radius, std::string_view classes)
{
    switch (mark) {
        case Mark::circle:
            body_ += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", classes, px(centre.x),
                                 px(centre.y), px(radius));
            return;
        case Mark::square: {
            auto const half = radius * 0.9;
            return rectangle({centre.x - half, centre.y - half}, 2 * half, 2 * half, classes);
        }
        case Mark::triangle: return polygon(figure({centre.x, centre.y + radius * 0.2}, radius * 1.3, 3, 0), classes);
        case Mark::down: return polygon(figure({centre.x, centre.y - radius * 0.2}, radius * 1.3, 3, 180), classes);
        case Mark::diamond: return polygon(figure(centre, radius * 1.25, 4, 0), classes);
        case Mark::hexagon: return polygon(figure(centre, radius * 1.1, 6, 30), classes);
        case Mark::star: {
            auto points = figure(centre, radius * 1.4, 5, 0);
            auto const inner = figure(centre, radius * 0.6, 5, 36);
            std::vector<Point> all;
            for (std::size_t i = 0; i < points.size(); ++i) {
                all.push_back(points[i]);
                all.push_back(inner[i]);
            }
            return polygon(all, classes);
        }
        case Mark::cross: {
            auto const r = radius * 0.9;
            body_ += fmt::format("<path class=\"{}\" d=\"M{} {}L{} {}M{} {}L{} {}\"/>\n", classes, px(centre.x - r),
                                 px(centre.y - r), px(centre.x + r), px(centre.y + r), px(centre.x - r),
                                 px(centre.y + r), px(centre.x + r), px(centre.y - r));
            return;
        }
    }
}

void Svg::text(Point at, std::string_view words, std::string_view classes, Anchor anchor)
{
    auto const named = classes.empty() ? std::string{} : fmt::format(" class=\"{}\"", classes);
    body_ += fmt::format("<text{} x=\"{}\" y=\"{}\"{}>{}</text>\n", named, px(at.x), px(at.y), anchor_attribute(anchor),
                         escape_html(words));
}

void Svg::name(Point at, std::string_view name, std::string_view aside, std::string_view classes, Anchor anchor)
{
    auto const named = classes.empty() ? std::string{} : fmt::format(" class=\"{}\"", classes);
    auto const behind =
        aside.empty() ? std::string{} : fmt::format(" <tspan class=\"t\">{}</tspan>", escape_html(aside));
    // The isolating characters do what the class does where a reader knows no CSS.
    body_ += fmt::format("<text{} x=\"{}\" y=\"{}\"{}>\u2068{}\u2069{}</text>\n", named, px(at.x), px(at.y),
                         anchor_attribute(anchor), escape_html(name), behind);
}

void Svg::begin(std::string_view classes, std::string_view tooltip)
{
    body_ += classes.empty() ? "<g>\n" : fmt::format("<g class=\"{}\">\n", classes);
    if (!tooltip.empty()) body_ += fmt::format("<title>{}</title>\n", escape_html(tooltip));
}

void Svg::end()
{
    body_ += "</g>\n";
}

std::string Svg::finish()
{
    return body_ + "</svg>\n";
}

}  // namespace sss
