#include "print/chart.hpp"
#include "print/svg/time_axis.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace sss {

namespace {

using std::chrono::days;

constexpr double tail = 20;  // from the edge to a name

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
        // What was promised once is thin and whole; what is believed is dashed.
        lines_ = {{scope, "c5", "l c5", all_words()},
                  {baseline, "c3", "l c3 w2", has_baseline_ ? by_baseline() : std::string{}},
                  {baseline_ahead, "c3", "l c3 w2", promised_ahead()},
                  {reached, "c0", "l c0 w0", text_of(amount(burnup_.points.back().reached)) + " reached"},
                  {planned, "c1", "l c1 d1", text_of(amount(burnup_.points.back().planned)) + " planned"},
                  {ahead, "c1", "l c1 d2", planned_ahead()}};
        // A line that goes on has its name where it ends.
        if (baseline_ahead.size() > 1) lines_[1].words.clear();
        if (ahead.size() > 1) lines_[4].words.clear();
        std::erase_if(lines_, [](NamedLine const& line) { return line.points.empty(); });
        for (auto const& line : lines_)
            if (line.points.size() > 1) svg_.polyline(line.points, line.classes);
        labels();
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

    std::string all_words() const { return text_of(amount(burnup_.points.back().scope)) + " in all"; }

    std::string planned_ahead() const { return ahead_words(&PlannedAhead::planned, &BurnupPoint::planned, "planned"); }

    std::string promised_ahead() const
    {
        if (!has_baseline_) return {};
        return ahead_words(&PlannedAhead::baseline, &BurnupPoint::baseline, "promised");
    }

    /// "96 planned (54 by now)"; on a telephone the caption says how many by now.
    std::string ahead_words(Tally PlannedAhead::*then, Tally BurnupPoint::*now, std::string_view what) const
    {
        if (burnup_.ahead.empty()) return {};
        auto const words = fmt::format("{} {}", text_of(amount(burnup_.ahead.back().*then)), what);
        if (look_.width < 480) return words;
        return fmt::format("{} ({} by now)", words, text_of(amount(burnup_.points.back().*now)));
    }

    std::string by_baseline() const { return text_of(amount(burnup_.points.back().baseline)) + " promised"; }

    bool goes_on() const { return last_ > burnup_.points.back().day; }

    /// Of the lines' names at the right.
    double label_room() const
    {
        double widest = 0;
        auto const take = [&](std::string const& words) { widest = std::max(widest, text_width(words, 12)); };
        if (goes_on()) {
            take(planned_ahead());
            take(promised_ahead());
        } else {
            auto const& last = burnup_.points.back();
            take(all_words());
            take(text_of(amount(last.planned)) + " planned");
            take(text_of(amount(last.reached)) + " reached");
            if (has_baseline_) take(by_baseline());
        }
        return tail + widest + 10;
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

    /// A line, and what stands beside its end.
    struct NamedLine {
        std::vector<Point> points;
        std::string stroke;
        std::string classes;
        std::string words;  ///< empty: it goes on as another line
    };

    /// At the right edge in the order of the lines' ends, each with its own line's tail; and where a line ends before,
    /// beside its end.
    void labels()
    {
        std::vector<double> wishes;
        std::vector<NamedLine const*> at_edge, within;
        for (auto const& line : lines_) {
            if (line.words.empty()) continue;
            (line.points.back().x < right_ - 1 ? within : at_edge).push_back(&line);
        }
        for (auto const* line : at_edge) wishes.push_back(line->points.back().y);
        auto const places = spread(wishes, 16, top_ - 8, bottom_ + 8);
        for (std::size_t i = 0; i < at_edge.size(); ++i) {
            svg_.begin(fmt::format("of n{}", i));
            svg_.polyline({{right_ + 2, wishes[i]},
                           {right_ + 5, wishes[i]},
                           {right_ + tail - 7, places[i]},
                           {right_ + tail - 4, places[i]}},
                          "tail " + at_edge[i]->stroke);
            svg_.text({right_ + tail, places[i] + 4}, at_edge[i]->words, "halo");
            svg_.end();
        }
        LabelPlaces free{left_ + 2, top_ - 6, right_ - 2, bottom_ - 2};
        for (auto const& line : lines_)
            for (std::size_t i = 1; i < line.points.size(); ++i) free.avoid(line.points[i - 1], line.points[i]);
        if (shows_today()) {
            auto const x = x_.at(burnup_.today);
            free.avoid({x, top_}, {x, bottom_}, 60);
        }
        for (auto const* line : within) beside(free, line->points.back(), line->words, "");
        gap(free);
    }

    /// Words beside a point, where they cross least.
    bool beside(LabelPlaces& free, Point at, std::string const& words, std::string_view classes)
    {
        struct Candidate {
            double dx, dy;
            Anchor anchor;
        };
        constexpr Candidate candidates[] = {{8, 0, Anchor::start},  {8, 11, Anchor::start}, {8, -11, Anchor::start},
                                            {-8, -11, Anchor::end}, {-8, 13, Anchor::end},  {8, 26, Anchor::start},
                                            {-8, -26, Anchor::end}, {-8, 28, Anchor::end},  {8, -26, Anchor::start}};
        auto const wide = text_width(words, classes == "b" ? 13.5 : 12);
        std::optional<double> least;
        Point best;
        double order = 0;
        for (auto const& one : candidates) {
            auto const left = one.anchor == Anchor::start ? at.x + one.dx : at.x + one.dx - wide;
            auto const y = at.y + one.dy;
            auto const cost = free.cost_of(left, y - 7, left + wide, y + 7);
            order += 2;
            if (!cost || (least && *least <= *cost + order)) continue;
            least = *cost + order;
            best = {left, y};
        }
        if (!least) return false;
        free.forbid(best.x - 3, best.y - 8, best.x + wide + 3, best.y + 8);
        svg_.text({best.x, best.y + 4}, words, std::string{classes} + (classes.empty() ? "halo" : " halo"));
        return true;
    }

    /// What was promised by the last day and is not reached: the number that the picture is looked at for.
    void gap(LabelPlaces& free)
    {
        auto const missing = amount(burnup_.baselines.due) - amount(burnup_.baselines.reached);
        if (missing <= 0) return;
        auto const& last = burnup_.points.back();
        auto const x = x_.at(last.day) - 6;  // beside the line for today
        auto const promised = height_of(amount(last.baseline));
        auto const kept = height_of(std::max(amount(last.baseline) - missing, 0.));
        svg_.line({x, promised}, {x, kept}, "late w0");
        for (auto const y : {promised, kept}) svg_.line({x - 3, y}, {x + 3, y}, "m late");
        Point const middle{x, (promised + kept) / 2};
        if (!beside(free, middle, text_of(missing) + " promised, not reached", "b"))
            beside(free, middle, "−" + text_of(missing), "b");
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
    std::vector<NamedLine> lines_;
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
