#pragma once

#include "facts/forecast/plan_past.hpp"

#include <span>
#include <vector>

namespace sss {

/// With fewer past cases no range is given.
inline constexpr int fewest_cases = 8;

/// What became of the plans that once stood as one plan stands today: as many days ahead, and known as exactly.
///
/// Reference-class forecasting (Kahneman and Tversky, "Intuitive prediction: biases and corrective procedures", TIMS
/// Studies in Management Science 12, 1979; Flyvbjerg, "From Nobel Prize to Project Management: Getting Risks Right",
/// Project Management Journal 37:3, 2006), with the programme's own record as the class.
struct LikeCases {
    /// A case each, in order: days from the last day of the plan that stood then to the last day of reaching it.
    std::vector<int> slips = {};
    /// Those that once stood so and are still open, in order: the days since the last day of that plan; negative: it
    /// is still to come.
    std::vector<int> open = {};
    int cancelled = 0;  ///< those that once stood so and were given up
};

/// The cases for a plan on a day, by what was known at the end of that day. A milestone is a case where it is recorded
/// as reached by then, and once, on a day on which it was neither recorded nor reached, its plan lay as many days ahead
/// (or behind) as this one, or fewer by less than half. It counts once, by the first such day. Plans known to the month
/// or better are like each other, and so are rougher ones; what was reached on a date that is itself rough is no case.
LikeCases like_cases(std::span<PlanPast const> pasts, Day today, Date const& plan);

/// When a milestone may be reached, by its like cases. Days from the first to the last, both included.
struct ForecastRange {
    Day first;
    Day middle;  ///< half of the chance lies by this day, or a little more
    Day last;
    int cases = 0;
    int rank = 0;  ///< first and last are those of the rank-th smallest and the rank-th largest slip

    /// The chance that one more like case falls between the k-th smallest and the k-th largest of n is
    /// (n + 1 − 2k) / (n + 1), whatever the distribution (Wilks, Annals of Mathematical Statistics 12:1, 1941).
    double chance() const { return static_cast<double>(cases + 1 - 2 * rank) / (cases + 1); }
};

/// The narrowest range with at least this chance, or the widest there is where so few cases do not bear it. Nothing
/// where there are fewer than `fewest_cases`.
/// @param percent  50 to 95
std::optional<ForecastRange> range_of(LikeCases const& cases, Date const& plan, int percent);

}  // namespace sss
