#include "words/report/report_words.hpp"

#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cstdlib>

namespace sss {

namespace {

/// How far something lies from where it was to be.
struct Distance {
    std::string amount;
    bool later;
};

Distance distance(Slip const& slip, Words const& words)
{
    if (auto const said = slip_words(slip, words); said.direction != 0) return {said.amount, said.direction > 0};
    return {days_in_words(std::abs(slip.days), words), slip.days > 0};
}

}  // namespace

std::string date_here(Date const& date, bool time, Words const& words)
{
    return in_words(date, {.time = time, .known_year = {}}, words);
}

Said date_said(Date const& date, bool time, Words const& words)
{
    return as_time(date, date_here(date, time, words));
}

std::string day_here(Day day, Words const& words)
{
    return in_words(day, day_without_time, words);
}

namespace {

/// Against the plan: "3 days later than planned", "as planned", "in the planned month".
Said against_plan(Slip const& slip, Words const& words)
{
    if (slip.moved()) {
        auto const [amount, later] = distance(slip, words);
        return later ? words.say("{amount} later than planned", "amount"_a = amount)
                     : words.say("{amount} earlier than planned", "amount"_a = amount);
    }
    if (slip.days == 0) return words.say("as planned");
    switch (slip.precision) {
        case Precision::month: return words.say("in the planned month");
        case Precision::quarter: return words.say("in the planned quarter");
        case Precision::half: return words.say("in the planned half-year");
        case Precision::year: return words.say("in the planned year");
        case Precision::instant:
        case Precision::day: break;
    }
    return words.say("within the planned days");
}

/// Against the baseline: "3 days later than its baseline", "on its baseline".
Said against_baseline(Slip const& slip, Words const& words)
{
    if (slip.moved()) {
        auto const [amount, later] = distance(slip, words);
        return later ? words.say("{amount} later than its baseline", "amount"_a = amount)
                     : words.say("{amount} earlier than its baseline", "amount"_a = amount);
    }
    if (slip.days == 0) return words.say("on its baseline");
    switch (slip.precision) {
        case Precision::month: return words.say("in its baseline's month");
        case Precision::quarter: return words.say("in its baseline's quarter");
        case Precision::half: return words.say("in its baseline's half-year");
        case Precision::year: return words.say("in its baseline's year");
        case Precision::instant:
        case Precision::day: break;
    }
    return words.say("within the days of its baseline");
}

}  // namespace

Said punctuality(Achieved const& entry, Words const& words)
{
    auto const plan = entry.against_plan ? against_plan(*entry.against_plan, words) : Said{};
    if (!entry.against_baseline || entry.against_baseline == entry.against_plan) return plan;
    return in_a_row(plan, against_baseline(*entry.against_baseline, words), words);
}

Said recording(Achieved const& entry, Words const& words)
{
    if (!entry.recorded_late() || !entry.days_until_recorded) return {};
    auto const days = *entry.days_until_recorded;
    return words.quantity(days, "recorded {n} day later", "recorded {n} days later");
}

Said outcome_in_words(std::string_view outcome, Words const& words)
{
    if (outcome == "passed-with-actions") return words.say("passed with actions");
    if (outcome == "failed") return words.say("held, failed");
    if (outcome == "failure") return words.say("failed");
    if (outcome == "partial") return words.say("a partial success");
    if (outcome == "passed") return words.say("passed");
    if (outcome == "success") return words.say("a success");
    return {};
}

Said after_failure(Failed const& entry, Words const& words)
{
    if (entry.repeated_by.empty()) {
        if (!entry.launch) return words.say("nothing on record repeats it");
        if (entry.satellite.empty()) return {};
        return words.say("the satellite is lost: what it still had to reach is no longer awaited");
    }
    auto const again = as_name(entry.repeated_title);
    if (!entry.repeated_on) return words.say("to be repeated: {title}, undated", "title"_a = again);
    auto const date = date_here(*entry.repeated_on, false, words);
    if (entry.repeated_held) return words.say("repeated: {title}, {date}", "title"_a = again, "date"_a = date);
    return words.say("to be repeated: {title}, {date}", "title"_a = again, "date"_a = date);
}

namespace {

/// "Beijing station (ground-station)" of another kind than milestones.
Said name_and_kind(std::string_view title, std::string_view kind, Words const& words)
{
    if (kind == kinds::milestone) return as_name(title);
    return words.say_in("a record and its kind", "{title} ({kind})", "title"_a = as_name(title),
                        "kind"_a = as_name(kind));
}

}  // namespace

Said overdue_name(Late const& late, Words const& words)
{
    return name_and_kind(late.milestone.title, late.milestone.kind, words);
}

Said undated_name(Expected const& entry, Words const& words)
{
    auto const title = as_name(entry.title);
    if (entry.failed_on)
        return words.say("{title} (failed {date}; nothing on record repeats it)", "title"_a = title,
                         "date"_a = date_here(*entry.failed_on, false, words));
    if (!entry.not_before) return title;
    return words.say_in("a milestone and its date", "{title} ({date})", "title"_a = title,
                        "date"_a = date_here(*entry.not_before, false, words));
}

Said corrections_sentence(ProgressReport const& report, Words const& words)
{
    auto const number = report.moved.corrections;
    if (number == 0) return {};
    return words.quantity(number, "{n} planned date was put right soon after being written: that is no move.",
                          "{n} planned dates were put right soon after being written: that is no move.");
}

Said open_actions_sentence(ProgressReport const& report, Words const& words)
{
    auto const& actions = report.actions;
    if (actions.overdue_count == 0)
        return words.quantity_in("actions", actions.open_count, "{n} open, none overdue.", "{n} open, none overdue.");
    return words.quantity_in(
        "actions", actions.open_count, "{n} open, {overdue}.", "{n} open, {overdue}.",
        "overdue"_a = words.quantity_in("actions", actions.overdue_count, "{n} overdue", "{n} overdue"));
}

namespace {

Said ordinal_of_move(int number, Words const& words)
{
    switch (number) {
        case 1: return words.say_in("ordinal of a move", "first");
        case 2: return words.say_in("ordinal of a move", "second");
        case 3: return words.say_in("ordinal of a move", "third");
        case 4: return words.say_in("ordinal of a move", "fourth");
        case 5: return words.say_in("ordinal of a move", "fifth");
        case 6: return words.say_in("ordinal of a move", "sixth");
        case 7: return words.say_in("ordinal of a move", "seventh");
        case 8: return words.say_in("ordinal of a move", "eighth");
        case 9: return words.say_in("ordinal of a move", "ninth");
        case 10: return words.say_in("ordinal of a move", "tenth");
        default: break;
    }
    // Translators: English has four endings; most languages have one.
    auto const teen = number % 100 >= 11 && number % 100 <= 13;
    switch (teen ? 0 : number % 10) {
        case 1: return words.say_in("ordinal of a move", "{number}st", "number"_a = number);
        case 2: return words.say_in("ordinal of a move", "{number}nd", "number"_a = number);
        case 3: return words.say_in("ordinal of a move", "{number}rd", "number"_a = number);
        default: return words.say_in("ordinal of a move", "{number}th", "number"_a = number);
    }
}

}  // namespace

Said which_move(Moved const& entry, Words const& words)
{
    auto const last = std::max(entry.ordinal, 1);
    auto const first = std::max(last - entry.moves + 1, 1);
    auto const of_last = ordinal_of_move(last, words);
    auto const of_first = ordinal_of_move(first, words);
    auto const which = first == last ? words.say("{ordinal} move", "ordinal"_a = of_last)
                       : last - first == 1
                           ? words.say("{first} and {last} move", "first"_a = of_first, "last"_a = of_last)
                           : words.say("{first} to {last} move", "first"_a = of_first, "last"_a = of_last);
    if (entry.ordinal <= entry.moves) return which;
    auto const total = entry.total.direction() == 0
                           ? words.say("back at the first plan")
                           : words.say("{amount} in all", "amount"_a = slip_in_words(entry.total, words));
    return in_a_row(which, total, words);
}

namespace {

std::string no_date(Words const& words)
{
    return in_plain(words.say_in("in place of a date", "no date"));
}

std::string date_or_none(std::optional<Date> const& date, Words const& words)
{
    return date ? date_here(*date, false, words) : no_date(words);
}

}  // namespace

std::string way_in_words(Moved const& entry, Words const& words)
{
    DateWords const how{};
    if (!entry.undated_before) return move_in_words(entry.way, how, words);
    auto const stop = static_cast<std::ptrdiff_t>(*entry.undated_before);
    auto way = move_in_words({entry.way.begin(), entry.way.begin() + stop}, how, words);
    way = led_on(way, no_date(words), words);
    return led_on(way, move_in_words({entry.way.begin() + stop, entry.way.end()}, how, words), words);
}

std::string way_in_words(Dated const& entry, Words const& words)
{
    return led_on(no_date(words), date_here(entry.date, false, words), words);
}

std::string way_in_words(Undated const& entry, Words const& words)
{
    auto const from =
        entry.way.empty() ? date_here(entry.date, false, words) : move_in_words(entry.way, DateWords{}, words);
    return led_on(from, date_or_none(entry.not_before, words), words);
}

Said got_date(Dated const& entry, Words const& words)
{
    if (!entry.baseline) return words.say("got a date");
    auto const baseline = date_here(*entry.baseline, false, words);
    if (baseline == date_here(entry.date, false, words)) return words.say("got a date, its baseline too");
    return words.say("got a date; baseline {date}", "date"_a = baseline);
}

Said lost_date(Undated const& entry, Words const& words)
{
    if (entry.moves == 0) return words.say("lost its date");
    return words.quantity(entry.moves, "lost its date, after {n} move", "lost its date, after {n} moves");
}

Dated const* dated_and_moved(Moved const& entry, ProgressReport const& report)
{
    auto const* dated = report.moved.dating(entry);
    return dated != nullptr && *entry.undated_before == 0 ? dated : nullptr;
}

Said was_dated(Dated const& entry, Words const& words)
{
    auto const date = date_here(entry.date, false, words);
    if (!entry.baseline) return words.say("dated {date}", "date"_a = date);
    auto const baseline = date_here(*entry.baseline, false, words);
    if (baseline == date) return words.say("dated {date}, its baseline too", "date"_a = date);
    return words.say("dated {date}; baseline {baseline}", "date"_a = date, "baseline"_a = baseline);
}

bool first_planned_otherwise(NewMilestone const& entry)
{
    Words const english;
    return date_or_none(entry.first_planned, english) != date_or_none(entry.milestone.planned, english);
}

Said plan_of_new(NewMilestone const& entry, Words const& words)
{
    auto const said = [&](std::optional<Date> const& date) {
        return date ? date_said(*date, false, words) : Said{no_date(words)};
    };
    auto const now = said(entry.milestone.planned);
    if (!first_planned_otherwise(entry)) return now;
    if (!entry.first_planned) return words.say("no date at first, now {date}", "date"_a = now);
    return words.say("{first}, now {date}", "first"_a = said(entry.first_planned), "date"_a = now);
}

Said fate_of_new(NewMilestone const& entry, Words const& words)
{
    return entry.dropped ? words.say("not awaited: its satellite was given up or lost") : Said{};
}

Said reason(Source const& source, Words const& words)
{
    return source.reason.empty() ? words.say("no reason given") : as_name(source.reason);
}

Said source_in_words(Source const& source, Words const& words)
{
    return words.say_in("who recorded it, when, the commit", "{author}, {day}, {commit}",
                        "author"_a = as_name(source.author), "day"_a = day_here(source.day, words),
                        "commit"_a = source.commit.brief());
}

namespace {

Said day_of_meeting(MeetingNews const& meeting, Words const& words)
{
    if (!meeting.on) return {};
    // That its days have come does not say that it was held.
    auto const date = date_here(*meeting.on, false, words);
    if (meeting.under_way && meeting.held) return words.say("under way, {date}", "date"_a = date);
    if (meeting.under_way) return words.say("under way by its plan, {date}", "date"_a = date);
    return meeting.held ? Said{date} : words.say("planned for {date}", "date"_a = date);
}

}  // namespace

Said meeting_when(MeetingNews const& meeting, Words const& words)
{
    auto text = in_a_row(day_of_meeting(meeting, words), as_name(meeting.place), words);
    if (meeting.on && !meeting.held && !meeting.under_way)
        text = in_clauses(std::move(text), words.say("not recorded as held"), words);
    if (meeting.why == MeetingNews::Why::held || !meeting.source) return text;
    auto const minutes = meeting.rids || !meeting.decisions.empty() || !meeting.actions.empty();
    auto const day = day_here(meeting.source->day, words);
    auto const what = meeting.why == MeetingNews::Why::recorded_late ? words.say("recorded {day}", "day"_a = day)
                      : minutes                                      ? words.say("completed {day}", "day"_a = day)
                                : words.say("recorded as held {day}", "day"_a = day);
    return in_clauses(std::move(text), what, words);
}

Said action_state(ActionStanding const& action, ProgressReport const& report, Words const& words)
{
    auto const& due = action.item.due;
    auto const state = action.overdue > 0  // as exactly as its age, which stands beside it
                           ? words.quantity(action.overdue, "overdue by {n} day", "overdue by {n} days")
                           : due ? words.say("due {date} ({away})", "date"_a = date_here(*due, false, words),
                                             "away"_a = ago_or_ahead(report.today, *due, PastAs::late, words))
                                 : words.say("no due date");
    if (!action.since || !action.age) return state;
    return words.quantity(*action.age, "{state}; open since {day}, {n} day", "{state}; open since {day}, {n} days",
                          "state"_a = state, "day"_a = in_words(*action.since, {}, words));
}

std::vector<Ahead> coming_up(ProgressReport const& report, Words const& words)
{
    std::vector<Ahead> found;
    for (auto const& entry : report.plans.coming_up)
        found.push_back({name_and_kind(entry.title, entry.kind, words), *entry.planned, true, as_name(entry.owner)});
    for (auto const& meeting : report.meetings.coming)
        found.push_back({as_name(meeting.title), *meeting.on, false, as_name(meeting.place)});
    // Of one day the milestones keep their order: what is needed stands before what needs it.
    std::ranges::stable_sort(found, {}, [](Ahead const& one) { return one.on.last(); });
    return found;
}

}  // namespace sss
