#pragma once

#include "programme/date.hpp"

#include <chrono>
#include <string>
#include <vector>

/// How charts divide time and numbers. Positions are in the units of the picture.
namespace sss {

/// A place on an axis that is named.
struct Tick {
    Day day;
    std::string label;    ///< "14", "Apr", "2018"
    std::string context;  ///< what the label leaves out, where it is new: "Apr 2018", "2018"; empty otherwise
    std::string in_year;  ///< "14 Apr", "Apr", "2018"
    std::string whole;    ///< both: "14 Apr 2018", "Apr 2018", "2018"
};

/// Days by equal steps. A day stands at its beginning.
struct TimeScale {
    Day first;
    Day last;
    double from = 0;  ///< where `first` stands; may be the greater, as on an axis that goes up
    double to = 0;

    double at(Day day) const;
};

/// At most `most` ticks (but no fewer than one) within [first, last], on round days: every day or second day, week,
/// second week, month, quarter, half-year, year, then every 2, 5, 10, 20, 50 … years counted from the year 0. The
/// finest of these that fits is taken.
std::vector<Tick> time_ticks(Day first, Day last, std::size_t most,
                             std::chrono::weekday week_start = std::chrono::Monday);

/// Round numbers from 0 to the first at or above `highest`, by steps of 1, 2 or 5 times a power of ten, at most `most`
/// steps and none below `finest`. At least 0 and one step.
std::vector<double> number_ticks(double highest, std::size_t most, double finest = 1);

/// "14 Apr 2018", "Apr 2018", "Q4 2018", "about 2019": as in_words says it, with short months.
std::string short_words(Date const& date, bool with_year = true);
std::string short_words(Day day);

}  // namespace sss
