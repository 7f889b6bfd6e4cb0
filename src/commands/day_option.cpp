#include "commands/day_option.hpp"

#include "support/edit_distance.hpp"
#include "support/error.hpp"
#include "support/zone.hpp"

#include <variant>

#include <fmt/format.h>

namespace sss {

AskedDay day_option(std::string const& option, std::string const& text)
{
    if (auto const day = AskedDay::read(text)) return *day;
    if (auto const near = nearest(text, AskedDay::words()))
        throw UsageError{fmt::format("{} takes a day, and '{}' is none", option, text),
                         fmt::format("Did you mean {}?", *near)};
    auto const parsed = parse_date(text, Zone::utc());
    auto const* problem = std::get_if<DateProblem>(&parsed);
    auto const impossible =
        problem != nullptr && text.size() == 10 && text.find_first_not_of("0123456789-") == std::string::npos;
    throw UsageError{fmt::format("{} takes a day, and '{}' is none{}", option, text,
                                 impossible ? ": " + problem->message.text() : std::string{}),
                     AskedDay::read('-' + text)
                         ? fmt::format("What is counted from today begins with its sign: {} -{}", option, text)
                         : fmt::format("Write it as in {0} 2018-06-01, {0} yesterday or {0} -3d.", option)};
}

}  // namespace sss
