#include "work/named_period.hpp"

#include "programme/asked_day.hpp"
#include "support/edit_distance.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace sss {

std::variant<Period, SinceRevision> named_period(std::string const& option, std::string const& text,
                                                 HistoryView const& past)
{
    return named_period(option, text, past.today, past.configuration->settings.programme.week_starts);
}

std::variant<Period, SinceRevision> named_period(std::string const& option, std::string const& text, Day today,
                                                 std::chrono::weekday week_starts)
{
    auto parsed = parse_period(text, today, week_starts);
    auto const* problem = std::get_if<DateProblem>(&parsed);
    if (problem == nullptr) {
        if (auto* since = std::get_if<SinceRevision>(&parsed)) return std::move(*since);
        return std::get<Period>(std::move(parsed));
    }
    auto help = problem->help.whole();
    if (problem->sort != DateProblem::Sort::no_date && problem->sort != DateProblem::Sort::misspelt)
        throw UsageError{fmt::format("'{}' is no period: {}", visible(text), problem->message.text()), help};
    auto words = AskedDay::words();
    std::ranges::move(relative_periods(), std::back_inserter(words));
    if (auto const near = nearest(text, words)) help = fmt::format("Did you mean {}?", *near);
    throw UsageError{fmt::format("{} takes a period, and '{}' is none", option, visible(text)), help};
}

}  // namespace sss
