#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace sss {

namespace {

int year_of(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

bool has_none(std::vector<NamedPart> const& parts)
{
    return std::ranges::any_of(parts, [](NamedPart const& part) { return part.id.empty(); });
}

std::vector<Said> names_of(std::vector<NamedPart> const& parts)
{
    std::vector<Said> names;
    for (auto const& part : parts)
        if (!part.id.empty()) names.push_back(as_name(part.name));
    return names;
}

/// "a", "a or b", "a, b or c".
Said any_of_them(std::vector<Said> const& names, Words const& words)
{
    Said text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == 0)
            text = names[i];
        else if (i + 1 == names.size())
            text =
                words.say_in("end of a choice", "{names} or {last}", "names"_a = std::move(text), "last"_a = names[i]);
        else
            text = words.say_in("within a list", "{names}, {next}", "names"_a = std::move(text), "next"_a = names[i]);
    }
    return text;
}

/// Where a phrase stands: at the beginning of what is said, or within it.
enum class Stands { first, within };

/// "SSS-1 and SSS-2A", "what belongs to no satellite".
Said satellites_part(NarrowedTo const& to, Stands stands, Words const& words)
{
    auto parts = names_of(to.satellites);
    // A name is written as its people write it, at the beginning too.
    if (has_none(to.satellites))
        parts.push_back(stands == Stands::first && parts.empty() ? words.say("What belongs to no satellite")
                                                                 : words.say("what belongs to no satellite"));
    return some_names(parts, parts.size(), words);
}

/// "what belongs to Ada or UN", "what has no owner or organisation".
Said organisations_part(NarrowedTo const& to, Stands stands, Words const& words)
{
    auto const names = names_of(to.organisations);
    auto const first = stands == Stands::first;
    if (names.empty() && !has_none(to.organisations)) return {};
    if (names.empty())
        return first ? words.say("What has no owner or organisation") : words.say("what has no owner or organisation");
    auto const whose = "names"_a = any_of_them(names, words);
    if (!has_none(to.organisations))
        return first ? words.say("What belongs to {names}", whose) : words.say("what belongs to {names}", whose);
    return first ? words.say("What belongs to {names} and what has no owner or organisation", whose)
                 : words.say("what belongs to {names} and what has no owner or organisation", whose);
}

/// Of what the report tells, without the kinds: "SSS-1, and of that what belongs to Ada".
Said part_of_records(NarrowedTo const& to, Stands stands, Words const& words)
{
    auto const satellites = satellites_part(to, stands, words);
    if (satellites.empty()) return organisations_part(to, stands, words);
    auto const whose = organisations_part(to, Stands::within, words);
    if (whose.empty()) return satellites;
    return words.say("{satellites}, and of that {whose}", "satellites"_a = satellites, "whose"_a = whose);
}

/// Several records of each kind: programmes have kinds of their own, whose names have no other plural.
std::vector<Said> many_of(std::vector<Said> const& kinds, Words const& words)
{
    std::vector<Said> many;
    for (auto const& kind : kinds)
        many.push_back(words.say_in("several records of a kind", "{kind}s", "kind"_a = kind));
    return many;
}

std::vector<Said> kinds_of(NarrowedTo const& to)
{
    std::vector<Said> kinds;
    for (auto const& kind : to.kinds) kinds.push_back(as_name(kind));
    return kinds;
}

Said narrowing_words(ProgressReport const& report, Words const& words)
{
    auto const& to = report.narrowed_to;
    if (to.kinds.empty()) {
        auto const part = part_of_records(to, Stands::within, words);
        if (part.empty()) return part;
        auto const names_alone = to.organisations.empty() && !has_none(to.satellites);
        return names_alone ? words.say("{part} only", "part"_a = part) : words.say("Only {part}", "part"_a = part);
    }
    auto const part = part_of_records(to, Stands::first, words);
    auto kinds = kinds_of(to);
    if (part.empty()) kinds.front() = as_name(capitalised(to.kinds.front()));
    auto const those = "kinds"_a = some_names(many_of(kinds, words), kinds.size(), words);
    if (part.empty()) return words.say("{kinds} only", those);
    return words.say("{part}, {kinds} only", "part"_a = part, those);
}

}  // namespace

Said period_said(ProgressReport const& report, Words const& words)
{
    auto const& period = report.period;
    auto const iso_week = period.unit == PeriodUnit::week && std::chrono::weekday{period.first} == std::chrono::Monday;
    auto const named = iso_week || period.unit == PeriodUnit::day || period.unit == PeriodUnit::month ||
                       period.unit == PeriodUnit::year;
    auto const its_name = in_words(period, words);
    auto said = named ? Said{SaidPart{SaidPart::Is::time, its_name, period.name}} : Said{its_name};
    // Not everybody counts weeks, and not all who do count alike.
    if (period.unit == PeriodUnit::week) {
        auto const whole = year_of(period.first) == year_of(period.last);
        auto const days =
            in_words(Date::range(period.first, period.last),
                     {.time = false, .known_year = whole ? std::optional{year_of(period.last)} : std::nullopt}, words);
        said = words.say_in("a week and its days", "{week} ({days})", "week"_a = said, "days"_a = days);
    }
    if (report.today == report.period.last) return said;
    DateWords how{.time = false, .known_year = std::nullopt};
    if (year_of(report.period.first) == year_of(report.today)) how.known_year = year_of(report.today);
    return words.say("{period}, as of {day}", "period"_a = said, "day"_a = in_words(report.today, how, words));
}

std::string period_line(ProgressReport const& report, Words const& words)
{
    return in_plain(period_said(report, words));
}

Said narrowing_line(ProgressReport const& report, Words const& words)
{
    auto const part = narrowing_words(report, words);
    if (part.empty()) return part;
    return words.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = part);
}

std::string period_and_part(ProgressReport const& report, Words const& words)
{
    auto const period = period_line(report, words);
    auto const part = narrowing_words(report, words);
    if (part.empty()) return period;
    return in_plain(words.say_in("a period and the part of the records", "{period} ({part})", "period"_a = period,
                                 "part"_a = part));
}

Said not_yet_on_record(ProgressReport const& report, Words const& words)
{
    std::vector<Said> ids;
    for (auto const* parts : {&report.narrowed_to.satellites, &report.narrowed_to.organisations})
        for (auto const& part : *parts)
            if (!part.on_record) ids.push_back(as_name(part.id));
    if (ids.empty()) return {};
    return words.quantity(std::ssize(ids), "{names} was not on record on {day}.",
                          "{names} were not on record on {day}.", "names"_a = some_names(ids, ids.size(), words),
                          "day"_a = in_words(report.today, {}, words));
}

namespace {

/// "1 meeting this week", "No meeting this month, 1 earlier one recorded or completed".
Said meetings_of_period(ProgressReport const& report, Words const& words)
{
    auto const& news = report.meetings.news;
    auto const held = std::ranges::count(news, MeetingNews::Why::held, &MeetingNews::why);
    auto const earlier = std::ssize(news) - held;
    auto const when = "this_week"_a = this_period(report.period, words);
    auto const text = held == 0 ? words.say("No meeting {this_week}", when)
                                : words.quantity(held, "{n} meeting {this_week}", "{n} meetings {this_week}", when);
    if (earlier == 0) return text;
    return in_a_row(text,
                    words.quantity_in("meetings", earlier, "{n} earlier one recorded or completed",
                                      "{n} earlier ones recorded or completed"),
                    words);
}

Said open_actions(Actions const& actions, Words const& words)
{
    if (actions.open_count == 0) return words.say("no action is open");
    if (actions.overdue_count == 0)
        return words.quantity(actions.open_count, "{n} open action, none overdue", "{n} open actions, none overdue");
    return words.quantity(
        actions.open_count, "{n} open action, {overdue}", "{n} open actions, {overdue}",
        "overdue"_a = words.quantity_in("actions", actions.overdue_count, "{n} overdue", "{n} overdue"));
}

}  // namespace

Said other_kinds_sentence(ProgressReport const& report, Words const& words)
{
    auto const& to = report.narrowed_to;
    if (to.tells_of(kinds::meeting))
        return words.say_in(
            "clauses that make a sentence", "{clauses}.",
            "clauses"_a = in_clauses(meetings_of_period(report, words), open_actions(report.actions, words), words));
    auto const of_part = !to.satellites.empty() || !to.organisations.empty();
    auto const kinds = kinds_of(to);
    auto const one = "kinds"_a = any_of_them(kinds, words);
    if (report.records == 0)
        return of_part ? words.say("No {kinds} of this part is on record.", one)
                       : words.say("No {kinds} is on record.", one);
    auto const number = static_cast<std::int64_t>(report.records);
    auto const what = number == 1 ? one : "kinds"_a = some_names(many_of(kinds, words), kinds.size(), words);
    return of_part ? words.quantity(number, "{n} {kinds} of this part on record.",
                                    "{n} {kinds} of this part on record.", what)
                   : words.quantity(number, "{n} {kinds} on record.", "{n} {kinds} on record.", what);
}

}  // namespace sss
