#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <cmath>
#include <cstdlib>

namespace sss {

std::string percent_text(double part, double whole, Words const& words)
{
    auto const said = [&](std::int64_t percent) { return in_plain(words.say("{number} %", "number"_a = percent)); };
    if (whole <= 0) return said(0);
    auto const percent = static_cast<std::int64_t>(std::llround(100 * part / whole));
    if (percent >= 100 && part < whole) return in_plain(words.say("over {percent}", "percent"_a = said(99)));
    if (percent <= 0 && part > 0) return in_plain(words.say("under {percent}", "percent"_a = said(1)));
    return said(percent);
}

Said part_of(std::int64_t part, std::int64_t whole, Words const& words)
{
    return words.say_in("how many of how many", "{part} of {whole}", "part"_a = part, "whole"_a = whole);
}

bool weighs_alike(Tally const& part, Tally const& whole)
{
    auto const difference = part.weight * whole.count - whole.weight * part.count;
    return std::abs(difference) <= 1e-9 * std::abs(whole.weight * whole.count);
}

}  // namespace sss
