#include "render/svg.hpp"

#include "render/html.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace sss {

namespace {

/// Lines and marks keep a contrast of 4.5:1 to the paper, in light and in dark (WCAG 2.2 asks for 3:1). The six colours
/// were chosen so that they stay apart for readers who are blind to red or green.
constexpr std::string_view stylesheet = R"(
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
.sss-chart .lead { stroke: #8b949e; stroke-width: .75; fill: none; }
.sss-chart .far { stroke-dasharray: 1 3; }
.sss-chart .diag { stroke: #6e7781; stroke-width: 1; stroke-dasharray: 5 4; }
.sss-chart .now { stroke: #b3261e; stroke-width: 1.25; }
.sss-chart .band { fill: #f2f5f8; }
.sss-chart .l { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
.sss-chart .base { fill: none; stroke-width: 1; stroke-dasharray: 1 4; stroke-linecap: round; }
.sss-chart .vague { stroke-width: 1; opacity: .6; }
.sss-chart .d1 { stroke-dasharray: 7 3; }
.sss-chart .d2 { stroke-dasharray: 2 3; }
.sss-chart .d3 { stroke-dasharray: 9 3 2 3; }
.sss-chart .d4 { stroke-dasharray: 14 4; }
.sss-chart .m { stroke-width: 1.5; }
.sss-chart .hollow { fill: #fff; }
.sss-chart .c0 { stroke: #0b62a4; } .sss-chart .f0 { fill: #0b62a4; }
.sss-chart .c1 { stroke: #b4430b; } .sss-chart .f1 { fill: #b4430b; }
.sss-chart .c2 { stroke: #00725a; } .sss-chart .f2 { fill: #00725a; }
.sss-chart .c3 { stroke: #8a3b8f; } .sss-chart .f3 { fill: #8a3b8f; }
.sss-chart .c4 { stroke: #7a5b00; } .sss-chart .f4 { fill: #7a5b00; }
.sss-chart .c5 { stroke: #3d4650; } .sss-chart .f5 { fill: #3d4650; }
.sss-chart .other { stroke: #8b949e; stroke-width: 1; fill: none; }
.sss-chart .otherf { fill: #8b949e; }
.sss-chart .late { stroke: #b3261e; } .sss-chart .late-bar { fill: #b3261e; }
.sss-chart .hatch { fill: #b3261e; fill-opacity: .35; }
.sss-chart .soft { opacity: .22; }
@media screen and (prefers-color-scheme: dark) {
.sss-chart { background: #14181d; color: #e8ecf0; }
.sss-chart text { fill: #e8ecf0; }
.sss-chart .a, .sss-chart .a tspan, .sss-chart .t { fill: #a3adb8; }
.sss-chart .halo { stroke: #14181d; }
.sss-chart .grid { stroke: #2a323b; }
.sss-chart .axis, .sss-chart .lead { stroke: #768390; }
.sss-chart .diag { stroke: #768390; }
.sss-chart .now, .sss-chart .late { stroke: #ff8a80; } .sss-chart .late-bar { fill: #ff8a80; }
.sss-chart .band { fill: #1b2128; }
.sss-chart .hollow { fill: #14181d; }
.sss-chart .c0 { stroke: #6cb6ff; } .sss-chart .f0 { fill: #6cb6ff; }
.sss-chart .c1 { stroke: #ff9e6b; } .sss-chart .f1 { fill: #ff9e6b; }
.sss-chart .c2 { stroke: #4cd1a5; } .sss-chart .f2 { fill: #4cd1a5; }
.sss-chart .c3 { stroke: #dea2e6; } .sss-chart .f3 { fill: #dea2e6; }
.sss-chart .c4 { stroke: #e3c14f; } .sss-chart .f4 { fill: #e3c14f; }
.sss-chart .c5 { stroke: #c4ced8; } .sss-chart .f5 { fill: #c4ced8; }
.sss-chart .other { stroke: #768390; }
.sss-chart .otherf { fill: #768390; }
}
)";

/// Hundredths of an em of the characters from the blank to '~', as Noto Sans has them, one of the wider fonts of
/// systems, and one more.
constexpr std::uint8_t ascii_widths[] = {
    // clang-format off
    27, 28, 42, 66, 59, 85, 75, 24, 31, 31, 57, 59, 28, 34, 28, 39, 59, 59, 59,
    59, 59, 59, 59, 59, 59, 59, 28, 28, 59, 59, 59, 45, 91, 65, 66, 65, 74, 57,
    53, 74, 76, 35, 29, 63, 54, 92, 77, 80, 62, 80, 64, 56, 57, 75, 61, 94, 60,
    58, 59, 34, 39, 34, 59, 46, 30, 58, 63, 49, 63, 58, 36, 63, 63, 27, 27, 55,
    27, 95, 63, 62, 63, 63, 43, 49, 38, 63, 52, 80, 54, 52, 48, 39, 57, 39, 59,
    // clang-format on
};

/// In ems, as wide as the wider of the usual fonts has it.
double letter_width(char32_t letter)
{
    if (letter < ' ' || letter == 0x7f) return 0;
    if (letter < 0x7f) return ascii_widths[letter - ' '] / 100.;
    if (letter == U'…') return 0.8;
    if (letter == U'—') return 1;
    auto const columns = display_width(encode_utf8(letter));
    // Arabic letters join: on the average of words they are narrower than each alone.
    auto const arabic = (0x600 <= letter && letter < 0x780) || (0xfb50 <= letter && letter < 0xfe00) ||
                        (0xfe70 <= letter && letter < 0xff00);
    return columns == 0 ? 0 : columns == 2 ? 1.03 : arabic ? 0.51 : 0.64;
}

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

double text_width(std::string_view text, double size)
{
    // What would hide or reorder is written out.
    auto const written = visible(text);
    double width = 0;
    for (std::string_view rest = written; !rest.empty();) {
        auto const letter = first_code_point(rest);
        width += letter_width(letter.value);
        rest.remove_prefix(std::max<std::size_t>(letter.length, 1));
    }
    return width * size;
}

std::string fitted(std::string_view text, double size, double width)
{
    if (text_width(text, size) <= width) return std::string{text};
    for (auto columns = display_width(text); columns > 1; --columns) {
        auto cut = truncated(text, columns - 1);
        if (text_width(cut, size) <= width) return cut;
    }
    return "…";
}

std::string cut_within(std::string_view text, std::function<bool(std::string const&)> const& fits)
{
    if (std::string whole{text}; fits(whole)) return whole;
    std::vector<std::string> letters;
    for (auto rest = text; !rest.empty();) {
        auto const length = std::max<std::size_t>(first_code_point(rest).length, 1);
        auto const letter = rest.substr(0, length);
        if (display_width(letter) == 0 && !letters.empty())
            letters.back() += letter;
        else
            letters.emplace_back(letter);
        rest.remove_prefix(length);
    }
    for (auto kept = letters.size(); kept-- > 2;) {
        auto const end = kept / 2;
        std::string cut;
        for (std::size_t i = 0; i < kept - end; ++i) cut += letters[i];
        cut.erase(cut.find_last_not_of(' ') + 1);
        cut += "…";
        for (auto i = letters.size() - end; i < letters.size(); ++i) cut += letters[i];
        if (fits(cut)) return cut;
    }
    return "…";
}

std::string fitted_within(std::string_view text, double size, double width)
{
    return cut_within(text, [&](std::string const& cut) { return text_width(cut, size) <= width; });
}

std::string fitted_apart(std::string_view text, std::vector<std::string> const& others, double size, double width)
{
    auto const cut = fitted(text, size, width);
    if (cut == text) return cut;
    auto const twin = [&](std::string const& other) { return other != text && fitted(other, size, width) == cut; };
    return std::ranges::any_of(others, twin) ? fitted_within(text, size, width) : cut;
}

std::vector<std::string> fitted_lines(std::string_view text, double size, double width)
{
    std::vector<std::string> lines{""};
    while (!text.empty()) {
        auto const space = std::min(text.find(' '), text.size());
        auto const word = std::string{text.substr(0, space)};
        text.remove_prefix(std::min(space + 1, text.size()));
        auto const longer = lines.back().empty() ? word : lines.back() + ' ' + word;
        if (text_width(longer, size) <= width)
            lines.back() = longer;
        else if (lines.back().empty())
            lines.back() = fitted(word, size, width);
        else
            lines.push_back(fitted(word, size, width));
    }
    return lines;
}

Svg::Svg(std::string_view id, double width, double height, std::string_view title, std::string_view description)
{
    body_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sss-chart\" role=\"img\" aria-labelledby=\"{0}-title\" "
        "aria-describedby=\"{0}-desc\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" height=\"{2}\" direction=\"ltr\">\n"
        "<title id=\"{0}-title\">{3}</title>\n"
        "<desc id=\"{0}-desc\">{4}</desc>\n"
        "<style>{5}</style>\n",
        id, px(width), px(height), escape_html(title), escape_html(description), stylesheet);
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

std::vector<double> spread(std::vector<double> const& wanted, double height, double top, double bottom)
{
    struct Block {
        double sum;  ///< of what its members want, each less its own place within the block
        std::size_t count;
        double begin() const { return sum / static_cast<double>(count); }
    };
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    std::vector<Block> blocks;
    for (std::size_t place = 0; place < order.size(); ++place) {
        blocks.push_back({wanted[order[place]] - height * static_cast<double>(place), 1});
        while (blocks.size() > 1 && blocks.back().begin() < blocks[blocks.size() - 2].begin()) {
            auto const last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    // Bounds keep the order, so what they cut off can be clamped.
    auto const lowest = top + height / 2;
    auto const highest = std::max(
        lowest, bottom - height / 2 - height * static_cast<double>(std::max<std::size_t>(order.size(), 1) - 1));
    std::vector<double> places(wanted.size());
    std::size_t place = 0;
    for (auto const& block : blocks)
        for (std::size_t i = 0; i < block.count; ++i, ++place)
            places[order[place]] = std::clamp(block.begin(), lowest, highest) + height * static_cast<double>(place);
    return places;
}

LabelPlaces::LabelPlaces(double left, double top, double right, double bottom) : bounds_{left, top, right, bottom} {}

void LabelPlaces::forbid(double left, double top, double right, double bottom)
{
    taken_.push_back({left, top, right, bottom});
}

void LabelPlaces::avoid(Point from, Point to, double dear)
{
    avoided_.push_back({from, to, dear});
}

double LabelPlaces::cost(Box const& box) const
{
    double cost = 0;
    for (auto const& [from, to, dear] : avoided_) {
        // Clips the line against the box: Liang and Barsky, 1984.
        double enter = 0, leave = 1;
        auto const clip = [&](double direction, double room) {
            if (direction == 0) {
                if (room < 0) leave = -1;
                return;
            }
            auto const at = room / direction;
            if (direction < 0)
                enter = std::max(enter, at);
            else
                leave = std::min(leave, at);
        };
        clip(from.x - to.x, from.x - box.left);
        clip(to.x - from.x, box.right - from.x);
        clip(from.y - to.y, from.y - box.top);
        clip(to.y - from.y, box.bottom - from.y);
        if (enter < leave) cost += dear;
    }
    return cost;
}

LabelPlaces::Place LabelPlaces::place(Point beside, double width, double height, double gap, double left_dear)
{
    constexpr auto rows = 16;
    Place best;
    auto least = 1e9;
    for (auto step = 0; step <= 2 * rows; ++step) {
        auto const dy = (step % 2 == 1 ? 1 : -1) * ((step + 1) / 2) * height * 0.5;
        for (auto const right : {true, false}) {
            auto const x = right ? beside.x + gap : beside.x - gap;
            Box const box{right ? x : x - width, beside.y + dy - height / 2, right ? x + width : x,
                          beside.y + dy + height / 2};
            auto const inside = bounds_.left <= box.left && box.right <= bounds_.right && bounds_.top <= box.top &&
                                box.bottom <= bounds_.bottom;
            auto const free = std::ranges::none_of(taken_, [&](Box const& other) {
                return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                       other.top < box.bottom;
            });
            if (!inside || !free) continue;
            auto const its = std::abs(dy) + (right ? 0 : left_dear) + cost(box);
            if (its >= least) continue;
            least = its;
            best = {{x, beside.y + dy}, right ? Anchor::start : Anchor::end, true, std::abs(dy) > height * 0.6};
        }
    }
    if (best.found) {
        auto const left = best.anchor == Anchor::start ? best.at.x : best.at.x - width;
        forbid(left, best.at.y - height / 2, left + width, best.at.y + height / 2);
    }
    return best;
}

}  // namespace sss
