#pragma once

#include "facts/chart/trend.hpp"
#include "print/svg/svg.hpp"
#include "print/svg/time_axis.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// The lines of a milestone trend within a frame, and the names beside their ends: what its picture and the small ones
/// below it have in common.
namespace sss {

inline constexpr double trend_letter = 12;  ///< size of a name
inline constexpr double trend_row = 15;     ///< height of a name

/// The days of an axis.
struct AxisDays {
    Day first;
    Day last;

    void take(Day day);
    void widen(int least);
};

/// The report dates of a trend's picture.
AxisDays trend_across(Trend const& trend);

class TrendPlot {
public:
    /// @param lines  all that are drawn, and
    /// @param named  those of them that are to be told apart, the most telling first
    TrendPlot(Trend const& trend, std::vector<TrendLine const*> lines, std::vector<TrendLine const*> named);

    void set_frame(double left, double right, double top, double bottom);

    TrendLine const& named(std::size_t k) const { return *named_[k]; }
    std::size_t count() const { return named_.size(); }
    AxisDays const& across() const { return across_; }
    AxisDays const& up() const { return up_; }
    TimeScale const& x() const { return x_; }
    TimeScale const& y() const { return y_; }
    bool shows_today() const { return across_.last == trend_.today; }

    /// Whether a line goes on beyond the right edge.
    bool goes_on(TrendLine const& line) const;
    std::string date_of(TrendLine const& line) const;
    Point end_of(TrendLine const& line) const;
    /// The marks of a line's forecasts, and where it ends.
    std::vector<Point> marks_of(TrendLine const& line) const;
    /// The steps of a line, cut where it had no date for a time.
    std::vector<std::vector<Point>> steps(TrendLine const& line) const;
    /// Forecasts that were told while the milestone was still ahead.
    std::vector<Forecast> told(TrendLine const& line) const;
    /// Where the baseline lies apart from the line itself, so that it can be seen.
    std::vector<std::pair<Point, Point>> baseline_parts(TrendLine const& line) const;
    /// Where the forecast day is the report day.
    std::vector<std::pair<Point, Point>> diagonal() const;

    void draw_ground(Svg& svg, TrendLine const& line) const;
    /// @param group  names the line within the picture, so that its label can be known as its own
    void draw_named(Svg& svg, std::size_t k, std::string const& group, bool baseline) const;
    void draw_ground_but(Svg& svg, std::vector<bool> const& named) const;
    std::string classes(std::size_t k) const;

private:
    Day until(TrendLine const& line) const;
    AxisDays heights() const;
    void draw_vague(Svg& svg, Forecast const& forecast, double x, std::string const& stroke) const;

    Trend const& trend_;
    std::vector<TrendLine const*> lines_;
    std::vector<TrendLine const*> named_;
    AxisDays across_;
    AxisDays up_;
    TimeScale x_{}, y_{};
};

/// A name beside the end of its line.
struct TrendLabel {
    std::size_t k = 0;  ///< of the named line
    std::string name;
    std::string date;
    Point at;  ///< where it begins, and its middle line
    double width = 0;
    bool margin = false;  ///< right of the frame, where a tail leads to it
};

/// What labels may do.
struct TrendLabelRules {
    double row = trend_row;
    double letter = trend_letter;
    double left = 0;      ///< the frame
    double right = 0;     ///< likewise
    double top = 0;       ///< likewise
    double bottom = 0;    ///< likewise
    double edge = 0;      ///< of the picture
    double furthest = 0;  ///< so far up or down a name goes in the margin; beyond, another day's height begins
    bool dates = true;
};

/// How wide a label is.
double trend_label_width(std::string const& name, std::string const& date, double letter);

/// Names that stand beside the ends of their lines: whole, at their own height, and covering nothing. Those that find
/// no such place are not among them; the most telling lines choose first.
/// @param names  of the named lines, by k
std::vector<TrendLabel> trend_labels(TrendPlot const& plot, std::vector<std::string> const& names,
                                     TrendLabelRules const& rules);

/// Draws a label and, in the margin, the tail that leads its line to it.
void draw_trend_label(Svg& svg, TrendPlot const& plot, TrendLabel const& label, TrendLabelRules const& rules,
                      std::string const& group);

/// Small pictures of a satellite's lines each, for a trend that has more lines than can be told apart.
class TrendPanels {
public:
    TrendPanels(Trend const& trend, double width);

    bool empty() const { return groups_.empty(); }
    double height() const;
    void draw(Svg& svg, double top) const;
    std::string described() const;

private:
    struct Group {
        std::string title;
        std::vector<TrendLine const*> lines;
        int days_moved = 0;
    };
    void draw_panel(Svg& svg, Group const& group, Point corner, std::size_t number) const;

    Trend const& trend_;
    double width_;
    std::size_t columns_;
    std::vector<Group> groups_;
};

}  // namespace sss
