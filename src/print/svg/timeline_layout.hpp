#pragma once

#include "facts/chart/timeline_chart.hpp"
#include "print/svg/time_axis.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// Where the marks of a timeline and their names stand, before anything is drawn.
namespace sss {

inline constexpr double timeline_letter = 12;  ///< size of a name
inline constexpr double timeline_row = 20;     ///< height of a row of marks
inline constexpr double timeline_radius = 5;   ///< of a mark
/// Of a name below its mark, from the middle of the one to that of the other: less than to a mark of the next row.
inline constexpr double timeline_below = 16;

/// A mark with its place and its label.
struct PlacedMark {
    enum class Label : std::uint8_t { right, left, below };

    LaneMark const* mark = nullptr;
    std::string name;      ///< cut only where no row of the picture holds it whole; empty: it has none
    std::string date;      ///< behind the name; gives way before the name does
    double from = 0;       ///< the bar of its days
    double to = 0;         ///< and its end
    double x = 0;          ///< of the mark itself
    double text_from = 0;  ///< of the label
    double text_to = 0;    ///< likewise
    std::size_t row = 0;   ///< in its lane; a name below it takes the next one too
    Label label = Label::right;

    bool is_bar() const;
    std::size_t last_row() const { return row + (label == Label::below && !name.empty() ? 1 : 0); }
};

struct PlacedLane {
    Lane const* lane = nullptr;
    std::vector<std::string> title;  ///< lines
    std::vector<PlacedMark> marks;
    std::size_t rows = 0;
};

/// Some rows of a lane, as they stand together.
struct TimelineStrip {
    std::size_t lane = 0;
    std::size_t first_row = 0;
    std::size_t rows = 0;
    double height = 0;
};

struct TimelineLayout {
    double width = 0;
    bool narrow = false;  ///< the names of the lanes stand above them, and not at their left
    Day first, last;
    double left = 0;   ///< of the rows
    double right = 0;  ///< of the days
    TimeScale x{};
    std::vector<PlacedLane> lanes;

    bool shows(Day day) const { return first <= day && day <= last; }
    double title_height(std::size_t lane) const;  ///< of a title above its lane
};

/// @param name_all  also what has happened
TimelineLayout timeline_layout(TimelineChart const& lanes, std::pair<Day, Day> days, double width, bool name_all);

/// The lanes in parts that are no higher than that, but for a part of one row; a lane is split where it alone is
/// higher.
std::vector<std::vector<TimelineStrip>> timeline_parts(TimelineLayout const& layout, double tallest);

}  // namespace sss
