#include "print/chart.hpp"
#include "print/svg/trend_plot.hpp"
#include "support/natural_order.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr double panel_height = 138;
constexpr double panels_top = 26;       // the words above all of them
constexpr std::size_t panel_named = 6;  // lines
constexpr double two_columns_from = 600;

}  // namespace

TrendPanels::TrendPanels(Trend const& trend, double width)
    : trend_(trend), width_(width), columns_(width < two_columns_from ? 1 : 2)
{
    if (trend.lines.size() <= trend_named_at_most) return;
    std::map<std::string, Group> by_satellite;
    for (auto const& line : trend.lines) {
        auto& group = by_satellite[line.satellite];
        group.title = line.satellite.empty() ? "Programme" : line.satellite_title;
        group.lines.push_back(&line);
        group.days_moved += line.days_moved;
    }
    if (by_satellite.size() < 2) return;
    for (auto& [id, group] : by_satellite) groups_.push_back(std::move(group));
    std::ranges::stable_sort(groups_, std::ranges::greater{}, &Group::days_moved);
    groups_.resize(std::min(groups_.size(), trend_panels_at_most));
    std::ranges::stable_sort(groups_,
                             [](Group const& a, Group const& b) { return natural_order(a.title, b.title) < 0; });
}

double TrendPanels::height() const
{
    auto const rows = (groups_.size() + columns_ - 1) / columns_;
    return groups_.empty() ? 0 : panels_top + panel_height * static_cast<double>(rows);
}

std::string TrendPanels::described() const
{
    std::string text;
    for (auto const& group : groups_)
        text += (text.empty() ? "" : " ") + fmt::format("{}: {} days of moves.", group.title, group.days_moved);
    return text;
}

void TrendPanels::draw(Svg& svg, double top) const
{
    if (groups_.empty()) return;
    svg.text({16, top + 14}, "The same, by satellite", "b");
    auto const wide = width_ / static_cast<double>(columns_);
    for (std::size_t i = 0; i < groups_.size(); ++i)
        draw_panel(svg, groups_[i],
                   {wide * static_cast<double>(i % columns_),
                    top + panels_top + panel_height * static_cast<double>(i / columns_)},
                   i);
}

void TrendPanels::draw_panel(Svg& svg, Group const& group, Point corner, std::size_t number) const
{
    auto const wide = width_ / static_cast<double>(columns_);
    std::vector<TrendLine const*> chosen = group.lines;
    std::ranges::stable_sort(chosen, [&](TrendLine const* a, TrendLine const* b) {
        auto const ended = [](TrendLine const* line) { return line->end != TrendLine::End::open; };
        if (ended(a) != ended(b) && trend_.scope != TrendScope::all) return ended(b);
        return a->days_moved > b->days_moved;
    });
    chosen.resize(std::min(chosen.size(), panel_named));
    TrendPlot plot{trend_, group.lines, chosen};
    std::vector<std::string> names;
    double margin = 30;
    for (auto const* line : chosen) {
        names.push_back(line->satellite.empty() ? line->title
                                                : title_without_owner(line->title, line->satellite_title));
        auto const needed = 24 + text_width(names.back(), trend_letter);
        if (plot.goes_on(*line) && needed <= wide * .45) margin = std::max(margin, needed);
    }
    TrendLabelRules rules;
    rules.row = 14;
    rules.left = corner.x + 66;
    rules.right = corner.x + wide - margin;
    rules.top = corner.y + 24;
    rules.bottom = corner.y + panel_height - 24;
    rules.edge = corner.x + wide - 2;
    rules.furthest = rules.row;
    rules.dates = false;
    plot.set_frame(rules.left, rules.right, rules.top, rules.bottom);
    svg.name({corner.x + 16, corner.y + 13}, fitted(group.title, 13, wide - 32), {}, "b");
    for (auto const& tick : time_ticks(plot.up().first, plot.up().last, 4)) {
        auto const y = plot.y().at(tick.day);
        svg.line({rules.left, y}, {rules.right, y}, "grid");
        svg.text({rules.left - 6, y + 4}, tick.whole, "t", Anchor::end);
    }
    auto const room = static_cast<std::size_t>((rules.right - rules.left) / 62);
    constexpr double apart = 10;
    auto free_from = rules.left - apart;
    for (auto const& tick : time_ticks(plot.across().first, plot.across().last, room)) {
        auto const x = plot.x().at(tick.day);
        svg.line({x, rules.bottom}, {x, rules.bottom + 4}, "axis");
        auto const half = text_width(tick.whole, 11) / 2;
        if (x - half < free_from) continue;  // the one before tells enough
        svg.text({x, rules.bottom + 16}, tick.whole, "t", Anchor::middle);
        free_from = x + half + apart;
    }
    svg.line({rules.left, rules.bottom}, {rules.right, rules.bottom}, "axis");
    for (auto const& [from, to] : plot.diagonal()) svg.line(from, to, "diag");
    auto const labels = trend_labels(plot, names, rules);
    std::vector<bool> named(chosen.size(), false);
    for (auto const& label : labels) named[label.k] = true;
    plot.draw_ground_but(svg, named);
    if (plot.shows_today()) svg.line({rules.right, rules.top - 4}, {rules.right, rules.bottom}, "now");
    auto const group_of = [&](std::size_t k) { return fmt::format("of n{}-{}", number, k); };
    for (auto k = chosen.size(); k-- > 0;)
        if (named[k]) plot.draw_named(svg, k, group_of(k), false);
    for (auto const& label : labels) draw_trend_label(svg, plot, label, rules, group_of(label.k));
}

}  // namespace sss
