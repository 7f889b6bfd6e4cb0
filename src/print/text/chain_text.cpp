#include "print/text/chain_text.hpp"

#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <cstdlib>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t move_title_width = 40;

std::string short_title(std::string const& title)
{
    return visible(one_line(title, move_title_width));
}

/// "20 days", "1 day".
std::string margin_days(int number)
{
    return count(std::abs(number), "day");
}

std::string held_up_by(std::string const& title)
{
    return fmt::format("after {}", short_title(title));
}

std::string standing(Stays const& one)
{
    using Why = Stays::Why;
    auto const after = held_up_by(one.because);
    switch (one.why) {
        case Why::in_order: return fmt::format("{}{} {}", one.exact ? "" : "at least ", margin_days(one.margin), after);
        case Why::rough: return fmt::format("known too roughly to tell whether it comes {}", after);
        case Why::too_early: return fmt::format("too early, it comes {}; known too roughly to be moved for you", after);
        case Why::undated: return fmt::format("nothing to move; it comes {}", after);
        case Why::reached: return fmt::format("reached already, though it comes {}", after);
        case Why::unreadable: return "its file cannot be read";
        case Why::circle: return "it needs itself, through others: nothing tells what comes first";
    }
    return {};
}

}  // namespace

std::string chain_text(Cascade const& cascade, bool pushed, std::size_t width)
{
    std::vector<Row> rows;
    DateWords const words{.time = false, .known_year = {}};
    for (auto const& one : cascade.pushed) {
        if (pushed) continue;  // they are told among the changes
        auto const distance = static_cast<int>((one.to.last() - one.from.last()).count());
        rows.push_back({"",
                        {{short_title(one.title)},
                         {in_words(one.from, words)},
                         {fmt::format("{} before {} is over; {} would do", margin_days(distance),
                                      short_title(one.because), in_words(one.to, words))}},
                        {}});
    }
    for (auto const& one : cascade.stays)
        rows.push_back(
            {"", {{short_title(one.title)}, {one.date ? in_words(*one.date, words) : "no date"}, {standing(one)}}, {}});
    if (rows.empty()) return {};
    return (pushed ? "What else needs it stays:\n" : "What needs it:\n") + columns(rows, 2, width, false);
}

}  // namespace sss
