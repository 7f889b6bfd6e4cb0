#include "words/forecast_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace sss {

namespace {

std::string percent(double part, Words const& words)
{
    return in_plain(words.say("{number} %", "number"_a = std::lround(100 * part)));
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

Said method_sentence(Forecasts const& all, Words const& words)
{
    if (all.with_range() == 0)
        return words.quantity(
            fewest_cases,
            "A range takes {n} milestone that was reached and whose plan, on record before, once lay as far ahead and "
            "was as exact. The record has {cases} in all.",
            "A range takes {n} milestones that were reached and whose plan, on record before, once lay as far ahead "
            "and was as exact. The record has {cases} in all.",
            "cases"_a = words.quantity(all.reference.cases, "{n} past case", "{n} past cases"));
    return words.say(
        "Each range is laid out by how far off the plans of like milestones proved, from when they lay as far ahead "
        "and were as exact: {cases} past cases in all. {percent} % is asked for; the chance is what so many cases "
        "bear.",
        "cases"_a = all.reference.cases, "percent"_a = all.percent);
}

Said overdue_sentence(Forecasts const& all, Words const& words)
{
    auto const overdue = std::ranges::any_of(
        all.milestones, [](MilestoneForecast const& one) { return one.range && one.days_ahead < 0; });
    if (!overdue) return {};
    return words.say(
        "What is overdue is compared with what was as long overdue, so that its range begins today or later.");
}

Said no_cases_sentence(ReferenceClass const& reference, Words const& words)
{
    std::vector<Said> parts;
    if (reference.without_plan > 0)
        parts.push_back(words.quantity_in("no cases", reference.without_plan,
                                          "{n} milestone reached without a plan on record before that",
                                          "{n} milestones reached without a plan on record before that"));
    if (reference.rough > 0)
        parts.push_back(words.quantity_in("no cases", reference.rough, "{n} reached on a rough date",
                                          "{n} reached on a rough date"));
    if (reference.unreadable > 0)
        parts.push_back(words.quantity_in("no cases", reference.unreadable, "{n} with an unreadable date",
                                          "{n} with an unreadable date"));
    if (reference.cancelled > 0)
        parts.push_back(words.quantity_in("no cases", reference.cancelled, "{n} cancelled", "{n} cancelled"));
    if (parts.empty()) return {};
    auto const text = words.say("Not among the cases: {list}.", "list"_a = some_names(parts, parts.size(), words));
    if (reference.cancelled == 0) return text;
    return in_sentences(
        text, words.say("How late a cancelled one would have been nobody knows, so that ranges may end too early."),
        words);
}

Said left_out_sentence(Forecasts const& all, Words const& words)
{
    if (all.left_out.empty()) return {};
    Said list;
    for (auto const& one : all.left_out)
        list = in_clauses(std::move(list),
                          words.say_in("a file and what is wrong with it", "{path}: {why}",
                                       "path"_a = as_name(one.path), "why"_a = one.why),
                          words);
    return words.quantity(std::ssize(all.left_out),
                          "{n} record is left out or told in part ({list}). {command} tells more.",
                          "{n} records are left out or told in part ({list}). {command} tells more.", "list"_a = list,
                          "command"_a = as_code("sss validate"));
}

/// What is known of an open milestone.
enum class Known { range, too_few, undated, unreadable };

/// Of all that are open: "Both open milestones are undated".
Said all_are(Known known, std::int64_t number, Words const& words)
{
    if (number == 2) {
        switch (known) {
            case Known::range: return words.say("Both open milestones have a range");
            case Known::too_few: return words.say("Both open milestones have too few like cases to tell");
            case Known::undated: return words.say("Both open milestones are undated");
            case Known::unreadable: return words.say("Both open milestones have a date that cannot be read");
        }
    }
    switch (known) {
        case Known::range:
            return words.quantity(number, "The one open milestone has a range", "All {n} open milestones have a range");
        case Known::too_few:
            return words.quantity(number, "The one open milestone has too few like cases to tell",
                                  "All {n} open milestones have too few like cases to tell");
        case Known::undated:
            return words.quantity(number, "The one open milestone is undated", "All {n} open milestones are undated");
        case Known::unreadable: break;
    }
    return words.quantity(number, "The one open milestone has a date that cannot be read",
                          "All {n} open milestones have a date that cannot be read");
}

/// Of some of them, which is said first: "4 of 7 open milestones have a range".
Said some_are(Known known, std::int64_t number, std::int64_t open, Words const& words)
{
    auto const of = "milestones"_a =
        words.quantity_in("some of them", open, "{n} open milestone", "{n} open milestones");
    switch (known) {
        case Known::range:
            return words.quantity(number, "{n} of {milestones} has a range", "{n} of {milestones} have a range", of);
        case Known::too_few:
            return words.quantity(number, "{n} of {milestones} has too few like cases to tell",
                                  "{n} of {milestones} have too few like cases to tell", of);
        case Known::undated:
            return words.quantity(number, "{n} of {milestones} is undated", "{n} of {milestones} are undated", of);
        case Known::unreadable: break;
    }
    return words.quantity(number, "{n} of {milestones} has a date that cannot be read",
                          "{n} of {milestones} have a date that cannot be read", of);
}

/// Of some more: "1 is undated".
Said more_are(Known known, std::int64_t number, Words const& words)
{
    switch (known) {
        case Known::range: return words.quantity_in("open milestones", number, "{n} has a range", "{n} have a range");
        case Known::too_few:
            return words.quantity_in("open milestones", number, "{n} has too few like cases to tell",
                                     "{n} have too few like cases to tell");
        case Known::undated: return words.quantity_in("open milestones", number, "{n} is undated", "{n} are undated");
        case Known::unreadable: break;
    }
    return words.quantity_in("open milestones", number, "{n} has a date that cannot be read",
                             "{n} have a date that cannot be read");
}

}  // namespace

Said forecast_headline(Forecasts const& all, Words const& words)
{
    if (all.milestones.empty()) return words.say("There is no open milestone to forecast.");
    auto const open = static_cast<std::int64_t>(all.open());
    if (open == 0) return words.say("None of them is open.");
    std::vector<Said> parts;
    auto const tell = [&](Known known, std::int64_t number) {
        if (number == 0) return;
        parts.push_back(!parts.empty()   ? more_are(known, number, words)
                        : number == open ? all_are(known, number, words)
                                         : some_are(known, number, open, words));
    };
    tell(Known::range, static_cast<std::int64_t>(all.with_range()));
    tell(Known::too_few, without(all, NoRange::too_few));
    tell(Known::undated, without(all, NoRange::undated));
    tell(Known::unreadable, without(all, NoRange::unreadable));
    return words.say_in("clauses that make a sentence", "{clauses}.",
                        "clauses"_a = some_names(parts, parts.size(), words));
}

Said plan_in_words(MilestoneForecast const& one, Day today, Words const& words)
{
    if (!one.plan) return {};
    auto const plan = in_words(*one.plan, day_without_time, words);
    if (!one.open() || !is_late(*one.plan, today)) return plan;
    return words.say_in("a plan that has passed", "{date}, overdue", "date"_a = plan);
}

std::string range_in_words(ForecastRange const& range, Words const& words)
{
    if (range.first == range.last) return in_words(Date::of(range.first), day_without_time, words);
    return in_words(Date::range(range.first, range.last), day_without_time, words);
}

Said no_range_in_words(MilestoneForecast const& one, Words const& words)
{
    switch (one.why) {
        case NoRange::too_few:
            if (one.cases == 0) return words.say("too few to tell: no like case");
            return words.quantity(one.cases, "too few to tell: {n} like case", "too few to tell: {n} like cases");
        case NoRange::undated:
            if (!one.not_before) return words.say("undated: no plan to start from");
            return words.say("undated: {date}", "date"_a = in_words(*one.not_before, day_without_time, words));
        case NoRange::unreadable: return words.say("a date of it cannot be read");
        case NoRange::reached:
            return words.say("reached on {date}", "date"_a = in_words(*one.actual, day_without_time, words));
        case NoRange::cancelled: return words.say_in("a milestone", "cancelled");
    }
    return {};
}

std::string chance_in_words(ForecastRange const& range, Words const& words)
{
    return percent(range.chance(), words);
}

Said holds_in_words(Holds const& holds, Words const& words)
{
    return holds.judged == 0 ? Said{"–"} : part_of(holds.held, holds.judged, words);
}

Said open_beyond_in_words(MilestoneForecast const& one, Words const& words)
{
    if (one.open_beyond == 0) return {};
    return words.quantity(one.open_beyond, "{n} like it is still open, and already later than this range reaches.",
                          "{n} like it are still open, and already later than this range reaches.");
}

std::string_view in_words(Horizon horizon)
{
    constexpr std::array<std::string_view, horizon_count> words = {
        "more than a year ahead", "181 to 365 days ahead",    "91 to 180 days ahead",        "31 to 90 days ahead",
        "up to 30 days ahead",    "overdue by up to 30 days", "overdue by more than 30 days"};
    return words[static_cast<std::size_t>(horizon)];
}

Said back_test_sentence(BackTest const& test, Words const& words)
{
    auto const& all = test.all;
    if (all.judged == 0) return words.say("No earlier range can be judged yet.");
    auto text = words.quantity(
        all.judged, "{held} of {n} earlier range (of {milestones}) held ({percent}), where {promised} was promised",
        "{held} of {n} earlier ranges (of {milestones}) held ({percent}), where {promised} was promised",
        "held"_a = all.held,
        "milestones"_a = words.quantity_in("ranges of them", test.milestones, "{n} milestone", "{n} milestones"),
        "percent"_a = percent(static_cast<double>(all.held) / all.judged, words),
        "promised"_a = percent(all.chances / all.judged, words));
    Said missed;
    if (all.earlier > 0 && all.later > 0)
        missed = words.quantity(
            all.earlier, "{n} milestone came earlier and {later}", "{n} milestones came earlier and {later}",
            "later"_a = words.quantity_in("milestones that came", all.later, "{n} later", "{n} later"));
    else if (all.earlier > 0)
        missed = words.quantity(all.earlier, "{n} milestone came earlier", "{n} milestones came earlier");
    else if (all.later > 0)
        missed = words.quantity(all.later, "{n} milestone came later", "{n} milestones came later");
    return words.say_in("clauses that make a sentence", "{clauses}.",
                        "clauses"_a = in_clauses(std::move(text), std::move(missed), words));
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

std::vector<Said> forecast_notes(Forecasts const& all, Words const& words)
{
    std::vector<Said> notes;
    for (auto const& sentence :
         {method_sentence(all, words), overdue_sentence(all, words), back_test_sentence(all.back_test, words),
          no_cases_sentence(all.reference, words), left_out_sentence(all, words)})
        if (!sentence.empty()) notes.push_back(sentence);
    return notes;
}

std::vector<ForecastLine> forecast_lines(Forecasts const& all, Words const& words)
{
    std::vector<ForecastLine> lines;
    for (auto const& one : all.milestones) {
        auto text = one.range
                        ? words.quantity(one.range->cases, "{range} ({chance}, {n} case), as likely as not by {day}",
                                         "{range} ({chance}, {n} cases), as likely as not by {day}",
                                         "range"_a = range_in_words(*one.range, words),
                                         "chance"_a = chance_in_words(*one.range, words),
                                         "day"_a = in_words(one.range->middle, day_without_time, words))
                        : no_range_in_words(one, words);
        if (one.plan && one.open())
            text = in_clauses(std::move(text),
                              words.say("planned for {date}", "date"_a = plan_in_words(one, all.today, words)), words);
        auto const& holds = all.back_test.by_horizon[static_cast<std::size_t>(one.horizon)];
        if (one.range && holds.judged > 0)
            text = in_clauses(std::move(text),
                              words.say("{share} as far ahead held before", "share"_a = holds_in_words(holds, words)),
                              words);
        auto const beyond = open_beyond_in_words(one, words);
        if (!beyond.empty())
            text = words.say_in("what is forecast, and a sentence more", "{forecast}. {sentence}",
                                "forecast"_a = std::move(text), "sentence"_a = beyond);
        lines.push_back({as_name(one.title), std::move(text)});
    }
    return lines;
}

}  // namespace sss
