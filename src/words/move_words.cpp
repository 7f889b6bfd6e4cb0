#include "words/move_words.hpp"

#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace sss {

std::string lateness(Date const& expected, Date const& came)
{
    auto const distance = slip(expected, came);
    auto const plain = distance.precision <= Precision::day && !distance.approximate;
    if (distance.direction() == 0 && plain) return "on the day";
    if (distance.within && plain) return "within the planned days";
    if (!distance.moved()) return "as expected";
    if (plain && distance.days != 0)
        return fmt::format("{} {}", count(std::abs(distance.days), "day"), distance.days > 0 ? "late" : "early");
    auto const words = slip_words(distance);
    return words.amount + (words.direction > 0 ? " late" : words.direction < 0 ? " early" : "");
}

std::string said(Date const& date)
{
    return in_words(date);
}

}  // namespace sss
