#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <cmath>
#include <cstdlib>

namespace sss {

std::string percent_text(double part, double whole)
{
    if (whole <= 0) return "0 %";
    auto const percent = static_cast<std::int64_t>(std::llround(100 * part / whole));
    if (percent >= 100 && part < whole) return "over 99 %";
    if (percent <= 0 && part > 0) return "under 1 %";
    return number_text(percent) + " %";
}

bool weighs_alike(Tally const& part, Tally const& whole)
{
    auto const difference = part.weight * whole.count - whole.weight * part.count;
    return std::abs(difference) <= 1e-9 * std::abs(whole.weight * whole.count);
}

}  // namespace sss
