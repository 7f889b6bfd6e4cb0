#include "words/report/publication_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>

namespace sss {

namespace {

std::string every_words(PeriodUnit unit)
{
    switch (unit) {
        case PeriodUnit::week: return "weekly";
        case PeriodUnit::month: return "monthly";
        case PeriodUnit::quarter: return "quarterly";
        default: break;
    }
    return "yearly";
}

}  // namespace

std::vector<Said> publication_said(std::span<PromisedReport const> reports, int within_days)
{
    constexpr std::size_t most_missing_named = 6;
    using enum PromisedReport::Kept;
    auto const number = [&](PromisedReport::Kept kept) {
        return std::ranges::count(reports, kept, &PromisedReport::kept);
    };
    std::vector<Said> said;
    if (auto const judged = std::ssize(reports) - number(awaited); judged > 0) {
        auto const what = every_words(reports.front().period.unit) + " report";
        auto const within = "within " + count(within_days, "day");
        if (number(in_time) == judged)
            said.push_back(judged == 1 ? "The one " + what + " so far was published " + within + ", as promised."
                                       : "All " + count(judged, what) + " were published " + within + ", as promised.");
        else
            said.push_back("Of " + count(judged, what) + ", promised " + within + ", " + number_text(number(in_time)) +
                           " came in time, " + number_text(number(late)) + " late, and " +
                           number_text(number(missing)) + " did not come.");
        std::vector<std::string> names;
        for (auto const& one : reports)
            if (one.kept == missing) names.push_back(in_words(one.period));
        if (!names.empty()) said.push_back("Missing: " + some_names(names, most_missing_named) + '.');
    }
    auto const next = std::ranges::find(reports, awaited, &PromisedReport::kept);
    if (next != reports.end())
        said.push_back("That of " + in_words(next->period) + " is due by " + in_words(next->due) + '.');
    return said;
}

}  // namespace sss
