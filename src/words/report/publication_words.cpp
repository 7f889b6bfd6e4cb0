#include "words/report/publication_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>

namespace sss {

namespace {

/// "All 12 monthly reports were published within 7 days, as promised."
Said all_in_time(PeriodUnit unit, std::int64_t number, Said const& within, Words const& words)
{
    auto const days = "within"_a = within;
    switch (unit) {
        case PeriodUnit::week:
            return words.quantity(number, "The one weekly report so far was published {within}, as promised.",
                                  "All {n} weekly reports were published {within}, as promised.", days);
        case PeriodUnit::month:
            return words.quantity(number, "The one monthly report so far was published {within}, as promised.",
                                  "All {n} monthly reports were published {within}, as promised.", days);
        case PeriodUnit::quarter:
            return words.quantity(number, "The one quarterly report so far was published {within}, as promised.",
                                  "All {n} quarterly reports were published {within}, as promised.", days);
        default: break;
    }
    return words.quantity(number, "The one yearly report so far was published {within}, as promised.",
                          "All {n} yearly reports were published {within}, as promised.", days);
}

/// "12 monthly reports"
Said reports_of(PeriodUnit unit, std::int64_t number, Words const& words)
{
    switch (unit) {
        case PeriodUnit::week:
            return words.quantity_in("some of them", number, "{n} weekly report", "{n} weekly reports");
        case PeriodUnit::month:
            return words.quantity_in("some of them", number, "{n} monthly report", "{n} monthly reports");
        case PeriodUnit::quarter:
            return words.quantity_in("some of them", number, "{n} quarterly report", "{n} quarterly reports");
        default: break;
    }
    return words.quantity_in("some of them", number, "{n} yearly report", "{n} yearly reports");
}

}  // namespace

std::vector<Said> publication_said(std::span<PromisedReport const> reports, int within_days, Words const& words)
{
    constexpr std::size_t most_missing_named = 6;
    using enum PromisedReport::Kept;
    auto const number = [&](PromisedReport::Kept kept) {
        return std::ranges::count(reports, kept, &PromisedReport::kept);
    };
    std::vector<Said> said;
    if (auto const judged = std::ssize(reports) - number(awaited); judged > 0) {
        auto const unit = reports.front().period.unit;
        auto const within = words.quantity_in("a deadline", within_days, "within {n} day", "within {n} days");
        if (number(in_time) == judged)
            said.push_back(all_in_time(unit, judged, within, words));
        else
            said.push_back(words.say(
                "Of {reports}, promised {within}, {in_time}, {late}, and {missing}.",
                "reports"_a = reports_of(unit, judged, words), "within"_a = within,
                "in_time"_a = words.quantity_in("reports", number(in_time), "{n} came in time", "{n} came in time"),
                "late"_a = words.quantity_in("reports that came", number(late), "{n} late", "{n} late"),
                "missing"_a = words.quantity_in("reports", number(missing), "{n} did not come", "{n} did not come")));
        std::vector<Said> names;
        for (auto const& one : reports)
            if (one.kept == missing) names.emplace_back(in_words(one.period, words));
        if (!names.empty())
            said.push_back(words.say_in("reports", "Missing: {periods}.",
                                        "periods"_a = some_names(names, most_missing_named, words)));
    }
    auto const next = std::ranges::find(reports, awaited, &PromisedReport::kept);
    if (next != reports.end())
        said.push_back(words.say_in("a report", "That of {period} is due by {day}.",
                                    "period"_a = in_words(next->period, words),
                                    "day"_a = in_words(next->due, {}, words)));
    return said;
}

}  // namespace sss
