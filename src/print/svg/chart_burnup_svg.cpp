#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

class BurnupPicture {
public:
    BurnupPicture(Burnup const& burnup, Measure measure, ChartWords const& words, ChartLook const& look)
        : burnup_(burnup), measure_(measure), words_(words), look_(look), heading_(words, look), svg_(begin())
    {}

    std::string draw()
    {
        heading_.draw(svg_, height_);
        axes();
        auto const recorded = burnup_.records_begin;
        std::vector<Point> scope, planned, baseline, reached, ahead, baseline_ahead;
        for (auto const& point : burnup_.points) {
            step(reached, point.day, amount(point.reached));
            if (recorded && point.day < *recorded) continue;
            step(scope, point.day, amount(point.scope));
            step(planned, point.day, amount(point.planned));
            if (has_baseline_) step(baseline, point.day, amount(point.baseline));
        }
        if (!planned.empty() && !burnup_.ahead.empty()) ahead.push_back(planned.back());
        if (!baseline.empty()) baseline_ahead.push_back(baseline.back());
        for (auto const& point : burnup_.ahead) {
            step(ahead, point.day, amount(point.planned));
            if (has_baseline_) step(baseline_ahead, point.day, amount(point.baseline));
        }
        area(reached);
        if (shows_today()) now();
        svg_.polyline(scope, "l c5");
        if (baseline.size() > 1) svg_.polyline(baseline, "l c3 d3");
        if (baseline_ahead.size() > 1) svg_.polyline(baseline_ahead, "l c3 d3");
        svg_.polyline(reached, "l c0");
        svg_.polyline(planned, "l c1 d1");
        if (ahead.size() > 1) svg_.polyline(ahead, "l c1 d2");
        labels(scope, planned, baseline, reached, ahead);
        return svg_.finish();
    }

private:
    double amount(Tally const& tally) const { return measure_ == Measure::count ? tally.count : tally.weight; }

    std::string text_of(double value) const
    {
        auto text = fmt::format("{:.2f}", value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
        return text;
    }

    bool shows_today() const { return first_ <= burnup_.today && burnup_.today <= last_; }

    void step(std::vector<Point>& line, Day day, double value) const
    {
        auto const x = x_.at(day);
        if (!line.empty() && line.back().y != height_of(value)) line.push_back({x, line.back().y});
        line.push_back({x, height_of(value)});
    }

    double height_of(double value) const { return bottom_ - (bottom_ - top_) * value / most_; }

    Svg begin()
    {
        first_ = burnup_.points.front().day;
        last_ = burnup_.ahead.empty() ? burnup_.points.back().day : burnup_.ahead.back().day;
        if (last_ - first_ < days{2}) {
            first_ -= days{1};
            last_ += days{1};
        }
        double highest = 1;
        for (auto const& point : burnup_.points)
            highest = std::max(
                {highest, amount(point.scope), amount(point.planned), amount(point.baseline), amount(point.reached)});
        for (auto const& point : burnup_.ahead)
            highest = std::max({highest, amount(point.planned), amount(point.baseline)});
        has_baseline_ =
            std::ranges::any_of(burnup_.points, [](BurnupPoint const& one) { return one.baseline.count > 0; }) ||
            std::ranges::any_of(burnup_.ahead, [](PlannedAhead const& one) { return one.baseline.count > 0; });
        height_ = look_.height.value_or(heading_.top() + 340 + heading_.bottom());
        top_ = heading_.top() + 22;
        bottom_ = height_ - heading_.bottom() - 44;
        auto const ticks = static_cast<std::size_t>(std::max(2., (bottom_ - top_) / 44));
        ticks_ = number_ticks(highest, ticks, 1);
        while (ticks_.back() > highest) ticks_.pop_back();
        most_ = highest;
        left_ = 24 + text_width(text_of(most_), 11);
        right_ = look_.width - label_room();
        x_ = {first_, last_, left_, right_};
        auto const& end = burnup_.points.back();
        return {look_.id,
                look_.width,
                height_,
                words_.title,
                fmt::format("{}At its end {} reached, {} planned, {}{} in all.", described(words_, look_),
                            text_of(amount(end.reached)), text_of(amount(end.planned)),
                            has_baseline_ ? by_baseline() + ", " : "", text_of(amount(end.scope))),
                look_.styled};
    }

    std::string planned_ahead() const
    {
        return text_of(amount(burnup_.ahead.back().planned)) + " planned, as of today";
    }

    std::string by_baseline() const { return text_of(amount(burnup_.points.back().baseline)) + " by baseline"; }

    /// Of the lines' names at the right.
    double label_room() const
    {
        auto const& last = burnup_.points.back();
        auto widest = std::max({text_width(text_of(amount(last.scope)) + " in all", 12),
                                text_width(text_of(amount(last.planned)) + " planned", 12),
                                text_width(text_of(amount(last.reached)) + " reached", 12)});
        if (!burnup_.ahead.empty()) widest = std::max(widest, text_width(planned_ahead(), 12));
        if (has_baseline_) widest = std::max(widest, text_width(by_baseline(), 12));
        return 29 + widest + 8;
    }

    void axes()
    {
        for (auto const value : ticks_) {
            auto const y = height_of(value);
            svg_.line({left_, y}, {right_, y}, value == 0 ? "axis" : "grid");
            svg_.text({left_ - 8, y + 4}, text_of(value), "t", Anchor::end);
        }
        svg_.text({16, top_ - 10}, axis_name(), "t");
        auto const room = static_cast<std::size_t>((right_ - left_) / 44);
        for (auto const& tick : time_ticks(first_, last_, room, look_.week_start)) {
            auto const x = x_.at(tick.day);
            svg_.line({x, bottom_}, {x, bottom_ + 5}, "axis");
            svg_.text({x, bottom_ + 18}, tick.label, "t", Anchor::middle);
            if (!tick.context.empty()) svg_.text({x, bottom_ + 32}, tick.context, "t", Anchor::middle);
        }
    }

    std::string_view axis_name() const { return measure_ == Measure::count ? "milestones" : "weight of milestones"; }

    void now()
    {
        auto const x = x_.at(burnup_.today);
        svg_.line({x, top_ - 4}, {x, bottom_}, "now");
        // Early in a programme its line stands below the name of the axis.
        constexpr double label = 11;
        auto const named = 16 + text_width(axis_name(), label) + 8;
        auto const half = text_width("today", label) / 2;
        if (x - half > named)
            svg_.text({x, top_ - 8}, "today", "t", Anchor::middle);
        else
            svg_.text({x + 5, top_ + 8}, "today", "t", Anchor::start);
    }

    void area(std::vector<Point> const& line)
    {
        if (line.size() < 2) return;
        auto corners = line;
        corners.push_back({line.back().x, bottom_});
        corners.push_back({line.front().x, bottom_});
        svg_.polygon(corners, "f0 soft");
    }

    /// At the right, in the order of the lines' ends.
    void labels(std::vector<Point> const& scope, std::vector<Point> const& planned, std::vector<Point> const& baseline,
                std::vector<Point> const& reached, std::vector<Point> const& ahead)
    {
        struct Label {
            Point end;
            std::string words;
            std::string classes;
        };
        auto const& last = burnup_.points.back();
        std::vector<Label> all;
        if (!scope.empty()) all.push_back({scope.back(), text_of(amount(last.scope)) + " in all", "l c5"});
        if (ahead.size() > 1) all.push_back({ahead.back(), planned_ahead(), "l c1 d2"});
        if (!planned.empty()) all.push_back({planned.back(), text_of(amount(last.planned)) + " planned", "l c1 d1"});
        if (!baseline.empty()) all.push_back({baseline.back(), by_baseline(), "l c3 d3"});
        if (!reached.empty()) all.push_back({reached.back(), text_of(amount(last.reached)) + " reached", "l c0"});
        std::vector<double> wishes;
        for (auto const& label : all) wishes.push_back(label.end.y);
        auto const places = spread(wishes, 16, top_ - 8, bottom_ + 8);
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const& end = all[i].end;
            if (end.x < right_ - 1)
                svg_.polyline({{end.x + 2, end.y}, {right_, end.y}, {right_ + 4, places[i]}}, "lead far");
            svg_.line({right_ + 6, places[i]}, {right_ + 24, places[i]}, all[i].classes);
            svg_.text({right_ + 29, places[i] + 4}, all[i].words, "");
        }
    }

    Burnup const& burnup_;
    Measure measure_;
    ChartWords const& words_;
    ChartLook const& look_;
    Heading heading_;
    Day first_, last_;
    double height_ = 0, top_ = 0, bottom_ = 0, left_ = 0, right_ = 0, most_ = 1;
    bool has_baseline_ = false;
    std::vector<double> ticks_;
    TimeScale x_{};
    Svg svg_;
};

}  // namespace

std::string burnup_svg(Burnup const& burnup, Measure measure, ChartWords const& words, ChartLook const& look)
{
    if (burnup.points.empty()) return empty_picture(words, look);
    return BurnupPicture{burnup, measure, words, look}.draw();
}

}  // namespace sss
