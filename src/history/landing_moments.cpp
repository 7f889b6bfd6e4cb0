#include "history/landing_moments.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace sss {

namespace {

using Days = std::vector<std::chrono::sys_days>;

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

/// Which commits form the run that is believed, as landing_moments() chooses it.
std::vector<bool> believed(Days const& days)
{
    // Heaps of commits by the length of the longest run that ends with them. Within a heap days fall strictly, and the
    // runs begin no later: of all that a commit may follow, the first spans the fewest days and stands earliest.
    std::vector<std::vector<std::size_t>> heaps;
    std::vector<std::size_t> before(days.size(), nowhere), begin(days.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
        auto const heap =
            std::ranges::upper_bound(heaps, days[i], {}, [&](auto const& one) { return days[one.back()]; });
        begin[i] = i;
        if (heap != heaps.begin()) {
            auto const& shorter = *std::prev(heap);
            before[i] = *std::ranges::partition_point(shorter, [&](std::size_t one) { return days[i] < days[one]; });
            begin[i] = begin[before[i]];
        }
        if (heap == heaps.end())
            heaps.push_back({i});
        else
            heap->push_back(i);
    }
    std::vector<bool> run(days.size());
    if (heaps.empty()) return run;
    auto const span = [&](std::size_t end) { return days[end] - days[begin[end]]; };
    for (auto at = *std::ranges::min_element(heaps.back(), {}, span); at != nowhere; at = before[at]) run[at] = true;
    return run;
}

}  // namespace

std::vector<std::chrono::sys_seconds> landing_moments(std::span<std::chrono::sys_seconds const> clocks,
                                                      Zone const& zone)
{
    std::vector<std::chrono::sys_seconds> moments{clocks.begin(), clocks.end()};
    Days days;
    days.reserve(clocks.size());
    for (auto const clock : clocks) days.push_back(zone.day_of(clock));
    if (std::ranges::is_sorted(days)) return moments;
    auto const run = believed(days);
    auto const first = static_cast<std::size_t>(std::ranges::find(run, true) - run.begin());
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (!run[i]) moments[i] = i < first ? clocks[first] : moments[i - 1];
    return moments;
}

}  // namespace sss
