#pragma once

#include <cstdint>
#include <limits>

namespace sss {

/// The sum, or the nearest number that can be told: records may hold any numbers.
constexpr std::int64_t saturating_sum(std::int64_t a, std::int64_t b)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    if (b > 0 && a > most - b) return most;
    if (b < 0 && a < least - b) return least;
    return a + b;
}

/// The difference, likewise.
constexpr std::int64_t saturating_difference(std::int64_t a, std::int64_t b)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (b != std::numeric_limits<std::int64_t>::min()) return saturating_sum(a, -b);
    return saturating_sum(saturating_sum(a, most), 1);
}

}  // namespace sss
