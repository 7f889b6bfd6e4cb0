#include "words/forecast_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

std::string percent(double part)
{
    return fmt::format("{} %", std::lround(100 * part));
}

std::string is_or_are(std::int64_t number, std::string_view noun)
{
    return count(number, noun) + (number == 1 ? " is" : " are");
}

std::int64_t without(Forecasts const& all, NoRange why)
{
    return std::ranges::count_if(all.milestones,
                                 [&](MilestoneForecast const& one) { return !one.range && one.why == why; });
}

/// "a, b and c".
std::string listed(std::vector<std::string> const& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string method_sentence(Forecasts const& all)
{
    if (all.with_range() == 0)
        return fmt::format(
            "A range takes {} milestones that were reached and whose plan, on record before, once lay as far ahead and "
            "was as exact. The record has {} in all.",
            fewest_cases, count(all.reference.cases, "past case"));
    return fmt::format(
        "Each range is laid out by how far off the plans of like milestones proved, from when they lay as far ahead "
        "and "
        "were as exact: {} past cases in all. {} % is asked for; the chance is what so many cases bear.",
        number_text(all.reference.cases), all.percent);
}

std::string overdue_sentence(Forecasts const& all)
{
    auto const overdue = std::ranges::any_of(
        all.milestones, [](MilestoneForecast const& one) { return one.range && one.days_ahead < 0; });
    return overdue
               ? "What is overdue is compared with what was as long overdue, so that its range begins today or later."
               : "";
}

std::string no_cases_sentence(ReferenceClass const& reference)
{
    std::vector<std::string> parts;
    if (reference.without_plan > 0)
        parts.push_back(count(reference.without_plan, "milestone") + " reached without a plan on record before that");
    if (reference.rough > 0) parts.push_back(fmt::format("{} reached on a rough date", reference.rough));
    if (reference.unreadable > 0) parts.push_back(fmt::format("{} with an unreadable date", reference.unreadable));
    if (reference.cancelled > 0) parts.push_back(fmt::format("{} cancelled", reference.cancelled));
    if (parts.empty()) return {};
    auto text = "Not among the cases: " + listed(parts) + '.';
    if (reference.cancelled > 0)
        text += " How late a cancelled one would have been nobody knows, so that ranges may end too early.";
    return text;
}

Said left_out_sentence(Forecasts const& all)
{
    if (all.left_out.empty()) return {};
    Said list;
    for (auto const& one : all.left_out) list += Said{list.empty() ? "" : "; "} + as_name(one.path) + ": " + one.why;
    return is_or_are(std::ssize(all.left_out), "record") + " left out or told in part (" + list + "). " +
           as_code("sss validate") + " tells more.";
}

}  // namespace

std::string forecast_headline(Forecasts const& all)
{
    if (all.milestones.empty()) return "There is no open milestone to forecast.";
    auto const open = static_cast<std::int64_t>(all.open());
    if (open == 0) return "None of them is open.";
    auto const verb = [](std::int64_t number, std::string_view words) {
        return fmt::format("{} {}", number == 1 ? "has" : "have", words);
    };
    std::vector<std::string> parts;
    auto const tell = [&](std::int64_t number, std::string const& words) {
        if (number == 0) return;
        auto const whole = parts.empty() && number == open;
        auto const who = !whole ? number_text(number) + (parts.empty() ? " of " + count(open, "open milestone") : "")
                         : number == 1
                             ? std::string{"The one open milestone"}
                             : (open == 2 ? "Both" : "All " + number_text(open)) + std::string{" open milestones"};
        parts.push_back(who + ' ' + words);
    };
    auto const undated = without(all, NoRange::undated);
    tell(static_cast<std::int64_t>(all.with_range()), verb(static_cast<std::int64_t>(all.with_range()), "a range"));
    tell(without(all, NoRange::too_few), verb(without(all, NoRange::too_few), "too few like cases to tell"));
    tell(undated, undated == 1 ? "is undated" : "are undated");
    tell(without(all, NoRange::unreadable), verb(without(all, NoRange::unreadable), "a date that cannot be read"));
    return listed(parts) + '.';
}

std::string plan_in_words(MilestoneForecast const& one, Day today)
{
    if (!one.plan) return {};
    return in_words(*one.plan, day_without_time) + (one.open() && is_late(*one.plan, today) ? ", overdue" : "");
}

std::string range_in_words(ForecastRange const& range)
{
    if (range.first == range.last) return in_words(Date::of(range.first), day_without_time);
    return in_words(Date::range(range.first, range.last), day_without_time);
}

std::string no_range_in_words(MilestoneForecast const& one)
{
    switch (one.why) {
        case NoRange::too_few:
            return "too few to tell: " + (one.cases == 0 ? "no like case" : count(one.cases, "like case"));
        case NoRange::undated:
            return "undated: " + (one.not_before ? in_words(*one.not_before, day_without_time)
                                                 : std::string{"no plan to start from"});
        case NoRange::unreadable: return "a date of it cannot be read";
        case NoRange::reached: return "reached on " + in_words(*one.actual, day_without_time);
        case NoRange::cancelled: return "cancelled";
    }
    return {};
}

std::string chance_in_words(ForecastRange const& range)
{
    return percent(range.chance());
}

std::string holds_in_words(Holds const& holds)
{
    return holds.judged == 0 ? "–" : fmt::format("{} of {}", holds.held, holds.judged);
}

std::string open_beyond_in_words(MilestoneForecast const& one)
{
    if (one.open_beyond == 0) return {};
    return fmt::format("{} like it {} still open, and already later than this range reaches.", one.open_beyond,
                       one.open_beyond == 1 ? "is" : "are");
}

std::string_view in_words(Horizon horizon)
{
    constexpr std::array<std::string_view, horizon_count> words = {
        "more than a year ahead", "181 to 365 days ahead",    "91 to 180 days ahead",        "31 to 90 days ahead",
        "up to 30 days ahead",    "overdue by up to 30 days", "overdue by more than 30 days"};
    return words[static_cast<std::size_t>(horizon)];
}

std::string back_test_sentence(BackTest const& test)
{
    auto const& all = test.all;
    if (all.judged == 0) return "No earlier range can be judged yet.";
    auto text = fmt::format("{} of {} held ({}), where {} was promised", all.held,
                            count(all.judged, "earlier range") + " (of " + count(test.milestones, "milestone") + ')',
                            percent(static_cast<double>(all.held) / all.judged), percent(all.chances / all.judged));
    std::vector<std::string> missed;
    if (all.earlier > 0) missed.push_back(fmt::format("{} came earlier", count(all.earlier, "milestone")));
    if (all.later > 0)
        missed.push_back(fmt::format(
            "{} later", all.earlier > 0 ? number_text(all.later) : count(all.later, "milestone") + " came"));
    return text + (missed.empty() ? "." : "; " + listed(missed) + '.');
}

std::string not_judged_sentence(BackTest const& test)
{
    std::vector<std::string> parts;
    if (test.unfinished > 0) parts.push_back(count(test.unfinished, "range") + " whose last day is still to come");
    if (test.undecided > 0)
        parts.push_back(fmt::format("{} of what was given up before it, or reached on a rough date",
                                    count(test.undecided, "range")));
    std::string text;
    if (!parts.empty()) text = "Not judged: " + listed(parts) + '.';
    if (test.too_few > 0)
        text += fmt::format(
            "{}{} there were fewer than {} like cases: no range would have been given.", text.empty() ? "" : " ",
            test.too_few == 1 ? "Once more" : fmt::format("{} further times", test.too_few), fewest_cases);
    return text;
}

std::string back_test_method(Forecasts const& all)
{
    return fmt::format(
        "For each milestone a range is made on the first day on which its plan lay so far ahead, with what was "
        "recorded by "
        "then and a chance of {} % asked for; it is judged once its last day has passed, reached or not.",
        all.percent);
}

std::vector<Said> forecast_notes(Forecasts const& all)
{
    std::vector<Said> notes;
    for (Said const& sentence :
         {Said{method_sentence(all)}, Said{overdue_sentence(all)}, Said{back_test_sentence(all.back_test)},
          Said{no_cases_sentence(all.reference)}, left_out_sentence(all)})
        if (!sentence.empty()) notes.push_back(sentence);
    return notes;
}

std::vector<ForecastLine> forecast_lines(Forecasts const& all)
{
    std::vector<ForecastLine> lines;
    for (auto const& one : all.milestones) {
        auto text = one.range ? fmt::format("{} ({}, {}), as likely as not by {}", range_in_words(*one.range),
                                            chance_in_words(*one.range), count(one.range->cases, "case"),
                                            in_words(one.range->middle, day_without_time))
                              : no_range_in_words(one);
        if (one.plan && one.open()) text += "; planned for " + plan_in_words(one, all.today);
        auto const& holds = all.back_test.by_horizon[static_cast<std::size_t>(one.horizon)];
        if (one.range && holds.judged > 0) text += fmt::format("; {} as far ahead held before", holds_in_words(holds));
        auto const beyond = open_beyond_in_words(one);
        lines.push_back({as_name(one.title), text + (beyond.empty() ? "" : ". " + beyond)});
    }
    return lines;
}

}  // namespace sss
