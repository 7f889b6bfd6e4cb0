#include "facts/report/quiet.hpp"
#include "words/date_words.hpp"
#include "words/report/headline_parts.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sss {

Said this_period(Period const& period, Words const& words)
{
    switch (period.unit) {
        case PeriodUnit::day: return words.say("that day");
        case PeriodUnit::week: return words.say("this week");
        case PeriodUnit::month: return words.say("this month");
        case PeriodUnit::quarter: return words.say("this quarter");
        case PeriodUnit::half: return words.say("this half-year");
        case PeriodUnit::year: return words.say("this year");
        case PeriodUnit::days:
            if (period.first == period.last) return words.say("that day");
            break;
    }
    return words.say("in these days");
}

namespace {

/// "in week 16 of 2023", "on 13 April 2023", "in the days 1–12 April 2018".
Said during(Period const& period, Words const& words)
{
    auto const name = in_words(period, words);
    if (period.first == period.last) return words.say_in("when", "on {day}", "day"_a = name);
    if (period.unit == PeriodUnit::days) return words.say_in("when", "in the days {days}", "days"_a = name);
    return words.say_in("when", "in {period}", "period"_a = name);
}

/// "None reached this week", "1 reached this week: SSS-1 CDR".
Said reached_part(std::vector<Said> const& reached, ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 3;
    auto const when = this_period(report.period, words);
    if (reached.empty()) return words.say("None reached {this_week}", "this_week"_a = when);
    return words.quantity_in("milestones", std::ssize(reached), "{n} reached {this_week}: {names}",
                             "{n} reached {this_week}: {names}", "this_week"_a = when,
                             "names"_a = some_names(reached, most_named, words));
}

/// "there are 3 milestones more than before"; empty where there are as many.
Said total_part(Standing const& standing, Words const& words)
{
    auto const& since = standing.since_start;
    if (!since || since->total.count == 0) return {};
    auto const number = std::abs(since->total.count);
    // What counts no more is on record all the same.
    if (since->total.count < 0 && standing.cancelled + standing.dropped + standing.repeated > 0)
        return words.quantity(number, "{n} fewer milestone counts than before",
                              "{n} fewer milestones count than before");
    if (since->total.count > 0)
        return words.quantity(number, "there is {n} milestone more than before",
                              "there are {n} milestones more than before");
    return words.quantity(number, "there is {n} milestone fewer than before",
                          "there are {n} milestones fewer than before");
}

/// "1 reached this week: SSS-1 CDR; 1 reached before and recorded now: SSS-2 CDR.", "None reached this week, 1
/// re-opened; there are 3 milestones more than before."
Said since_start(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 3;
    std::vector<Said> reached;
    std::vector<Said> earlier;
    for (auto const& entry : report.achieved) (entry.before_period ? earlier : reached).push_back(as_name(entry.title));
    auto text = reached_part(reached, report, words);
    auto const add = [&](Said more) { text = in_a_row(std::move(text), std::move(more), words); };
    if (!report.failed.empty())
        add(words.quantity_in("milestones", std::ssize(report.failed), "{n} failed", "{n} failed"));
    if (!report.reopened.empty())
        add(words.quantity_in("milestones", std::ssize(report.reopened), "{n} re-opened", "{n} re-opened"));
    if (!report.reinstated.empty())
        add(words.quantity_in("milestones", std::ssize(report.reinstated), "{n} no longer cancelled",
                              "{n} no longer cancelled"));
    if (!earlier.empty())
        text = in_clauses(
            std::move(text),
            words.quantity_in("milestones", std::ssize(earlier), "{n} reached before and recorded now: {names}",
                              "{n} reached before and recorded now: {names}",
                              "names"_a = some_names(earlier, most_named, words)),
            words);
    return words.say_in("clauses that make a sentence", "{clauses}.",
                        "clauses"_a = in_clauses(std::move(text), total_part(report.standing, words), words));
}

/// "83 %", "83 %, 79 % before"; the latter where the period made a difference that the numbers show.
Said share_and_change(double part, double whole, std::optional<std::pair<double, double>> const& before,
                      Words const& words)
{
    auto const now = percent_text(part, whole, words);
    if (!before || before->second <= 0) return now;
    auto const was = percent_text(before->first, before->second, words);
    return was == now ? Said{now} : words.say("{share}, {former} before", "share"_a = now, "former"_a = was);
}

/// How much is reached: by count, and where weights tell another story by weight too.
Said progress(Standing const& standing, Words const& words)
{
    auto const& [reached, total] = std::pair{standing.reached, standing.total};
    std::optional<std::pair<double, double>> count_before;
    std::optional<std::pair<double, double>> weight_before;
    // A share that is smaller because there is more to reach is no step back.
    auto const only_more = [&](Standing::Since const& since) {
        return since.reached.count >= 0 && since.total.count > 0 &&
               reached.count * (total.count - since.total.count) < (reached.count - since.reached.count) * total.count;
    };
    if (auto const& since = standing.since_start; since && !only_more(*since)) {
        count_before = {reached.count - since->reached.count, total.count - since->total.count};
        weight_before = {reached.weight - since->reached.weight, total.weight - since->total.weight};
    }
    auto const by_count = share_and_change(reached.count, total.count, count_before, words);
    auto const by_weight = share_and_change(reached.weight, total.weight, weight_before, words);
    if (by_weight == by_count) return by_count;
    return words.say("{share}; by weight {weighed}", "share"_a = by_count, "weighed"_a = by_weight);
}

/// What of the record is no part of the total.
std::vector<Said> why_uncounted(Standing const& standing, Words const& words)
{
    std::vector<Said> sentences;
    if (standing.cancelled > 0)
        sentences.push_back(words.quantity(standing.cancelled, "{n} cancelled milestone is not counted.",
                                           "{n} cancelled milestones are not counted."));
    if (standing.dropped > 0)
        sentences.push_back(words.quantity(
            standing.dropped, "{n} milestone is no longer awaited, because its satellite was given up or lost.",
            "{n} milestones are no longer awaited, because their satellites were given up or lost."));
    if (standing.repeated > 0)
        sentences.push_back(words.quantity(standing.repeated,
                                           "{n} milestone that failed is not counted, because another repeats it.",
                                           "{n} milestones that failed are not counted, because others repeat them."));
    return sentences;
}

/// Of a record that holds no milestone that counts.
Said nothing_to_reach(ProgressReport const& report, Words const& words)
{
    auto const& standing = report.standing;
    if (standing.cancelled + standing.dropped + standing.repeated > 0)
        return words.say("No milestone on record is to be reached any more.");
    if (report.narrowed_to.any()) return words.say("No milestone of this part is on record.");
    if (report.records > 0) return words.say("No milestone is on record.");
    if (!report.removed) return words.say("There are no records yet.");
    auto const number = static_cast<std::int64_t>(report.removed->count);
    auto const day = in_words(report.removed->day, {}, words);
    if (report.removed->who.empty())
        return words.quantity(number, "The last record was removed on {day} by nobody named.",
                              "All {n} records were removed on {day} by nobody named.", "day"_a = day);
    return words.quantity(number, "The last record was removed on {day} by {who}.",
                          "All {n} records were removed on {day} by {who}.", "day"_a = day,
                          "who"_a = as_name(report.removed->who));
}

Said all_reached(int number, bool some_count_no_more, Words const& words)
{
    if (number == 2)
        return some_count_no_more ? words.say("Both milestones that count are reached.")
                                  : words.say("Both milestones on record are reached.");
    return some_count_no_more ? words.quantity(number, "The milestone that counts is reached.",
                                               "All {n} milestones that count are reached.")
                              : words.quantity(number, "The milestone on record is reached.",
                                               "All {n} milestones on record are reached.");
}

/// How much is reached of how much.
Said standing_sentence(ProgressReport const& report, Words const& words)
{
    auto const& standing = report.standing;
    auto const uncounted = standing.cancelled + standing.dropped + standing.repeated;
    if (standing.total.count == 0) return nothing_to_reach(report, words);
    auto const whole = standing.reached == standing.total;
    auto const text = whole && standing.total.count > 1
                          ? all_reached(standing.total.count, uncounted > 0, words)
                          : words.quantity(standing.total.count, "{reached} of {n} milestone reached ({share}).",
                                           "{reached} of {n} milestones reached ({share}).",
                                           "reached"_a = standing.reached.count, "share"_a = progress(standing, words));
    if (!whole || standing.satellites_without_plan == 0) return text;
    return in_sentences(
        text,
        words.quantity(standing.satellites_without_plan, "No plan is on record for {n} satellite still to be launched.",
                       "No plan is on record for {n} satellites still to be launched."),
        words);
}

/// Nothing is planned ahead, and some of what is open is late.
Said late_alone(std::int64_t open, std::int64_t late, Words const& words)
{
    if (late == open && open == 2) return words.say("Nothing is planned ahead: both open milestones are overdue.");
    if (late == open)
        return words.quantity(open, "Nothing is planned ahead: the open milestone is overdue.",
                              "Nothing is planned ahead: all {n} open milestones are overdue.");
    return words.quantity(
        open, "Nothing is planned ahead: of the {n} open milestone {late} and {undated}.",
        "Nothing is planned ahead: of the {n} open milestones {late} and {undated}.",
        "late"_a = words.quantity_in("of milestones", late, "{n} is overdue", "{n} are overdue"),
        "undated"_a = words.quantity_in("of milestones", open - late, "{n} has no date", "{n} have no date"));
}

Said next_sentence(ProgressReport const& report, Words const& words)
{
    auto const& standing = report.standing;
    auto const known = !report.from_dates_only;  // what was planned at the time is not
    if (standing.next && known) {
        auto const& planned = *standing.next->planned;
        return words.say("Next: {title}, planned for {date} ({away}).", "title"_a = as_name(standing.next->title),
                         "date"_a = date_here(planned, false, words),
                         "away"_a = ago_or_ahead(report.today, planned, PastAs::late, words));
    }
    if (standing.reached == standing.total || !known) return {};
    auto const open = standing.total.count - standing.reached.count;
    auto const is_own = [](Expected const& entry) { return entry.kind != kinds::milestone; };
    auto const late =
        std::ranges::count_if(report.plans.overdue, [&](Late const& one) { return !is_own(one.milestone); });
    if (std::ranges::any_of(report.plans.coming_up, is_own)) return {};
    if (late > 0) return late_alone(open, late, words);
    if (open == 2) return words.say("Neither of the 2 open ones has a date.");
    return words.quantity_in("milestones", open, "The open one has no date.", "None of the {n} open ones has a date.");
}

/// What else there is to tell of a period that reached nothing: that its people met.
Said held_sentence(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 2;
    if (!report.achieved.empty()) return {};
    std::vector<Said> held;
    for (auto const& meeting : report.meetings.news) {
        if (meeting.why != MeetingNews::Why::held || !meeting.held || meeting.under_way) continue;
        auto const title = as_name(meeting.title);
        held.push_back(meeting.place.empty() ? title
                                             : words.say_in("a meeting and its place", "{title} ({place})",
                                                            "title"_a = title, "place"_a = as_name(meeting.place)));
    }
    if (held.empty()) return {};
    return words.say_in("meetings", "Held: {names}.", "names"_a = some_names(held, most_named, words));
}

/// A plan that cannot come true must not hide behind what was brought forward.
Said conflicts_sentence(ProgressReport const& report, Words const& words)
{
    if (report.conflicts.empty()) return {};
    return words.quantity(std::ssize(report.conflicts), "{n} milestone starts before what it needs is over.",
                          "{n} milestones start before what they need is over.");
}

/// Nothing was written down, and yet days have passed on which something was to be reached: "2 milestones fell due
/// without a word: SSS-1 CDR and SSS-1 QR; 1 action too"; empty where none have.
Said due_part(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 3;
    auto const due = fell_due(report);
    std::vector<Said> names;
    auto milestones = true;
    for (auto const* late : due.planned) {
        names.push_back(as_name(late->milestone.title));
        milestones = milestones && late->milestone.kind == kinds::milestone;
    }
    auto const actions = std::ssize(due.actions);
    if (names.empty() && actions == 0) return {};
    if (names.empty())
        return words.quantity(actions, "{n} action fell due without a word", "{n} actions fell due without a word");
    auto const listed = "names"_a = some_names(names, most_named, words);
    auto const plans = milestones ? words.quantity(std::ssize(names), "{n} milestone fell due without a word: {names}",
                                                   "{n} milestones fell due without a word: {names}", listed)
                                  : words.quantity(std::ssize(names), "{n} plan fell due without a word: {names}",
                                                   "{n} plans fell due without a word: {names}", listed);
    if (actions == 0) return plans;
    return in_clauses(plans, words.quantity_in("that fell due", actions, "{n} action too", "{n} actions too"), words);
}

Said quiet_sentence(ProgressReport const& report, Words const& words)
{
    auto const when = during(report.period, words);
    if (report.from_dates_only) return words.say("The records tell of nothing {when}.", "when"_a = when);
    auto const due = due_part(report, words);
    return due.empty() ? words.say("Nothing changed {when}.", "when"_a = when)
                       : words.say("Nothing changed {when}, but {due}.", "when"_a = when, "due"_a = due);
}

/// What became of satellites, what was not on record, and that nothing changed.
std::vector<Said> opening(ProgressReport const& report, Words const& words)
{
    auto sentences = satellite_news(report, words);
    if (auto missing = not_yet_on_record(report, words); !missing.empty()) sentences.push_back(std::move(missing));
    if (report.quiet) sentences.push_back(quiet_sentence(report, words));
    return sentences;
}

void add_said(std::vector<Said>& sentences, std::vector<Said> more)
{
    for (auto& sentence : more)
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
}

/// What was reached in the period, and what counts no more.
std::vector<Said> reached_here(ProgressReport const& report, Words const& words)
{
    std::vector<Said> sentences;
    if (!report.quiet && report.standing.total.count > 0) sentences.push_back(since_start(report, words));
    add_said(sentences, why_uncounted(report.standing, words));
    return sentences;
}

std::vector<Said> moved_here(ProgressReport const& report, Words const& words)
{
    std::vector<Said> sentences;
    add_said(sentences,
             {moved_sentence(report, words), conflicts_sentence(report, words), held_sentence(report, words)});
    return sentences;
}

}  // namespace

std::vector<Said> verdict(ProgressReport const& report, Words const& words)
{
    if (is_before_its_part(report)) return {not_yet_on_record(report, words)};
    if (!report.narrowed_to.tells_of(kinds::milestone)) return {other_kinds_sentence(report, words)};
    std::vector<Said> sentences;
    add_said(sentences, {schedule_verdict(report, words), furthest_behind(report, words),
                         standing_sentence(report, words), next_sentence(report, words)});
    return sentences;
}

std::vector<Said> news(ProgressReport const& report, Words const& words)
{
    if (is_before_its_part(report)) return {};
    auto sentences = opening(report, words);
    if (!report.narrowed_to.tells_of(kinds::milestone)) return sentences;
    add_said(sentences, reached_here(report, words));
    add_said(sentences, moved_here(report, words));
    return sentences;
}

std::vector<Said> headline(ProgressReport const& report, Words const& words)
{
    if (is_before_its_part(report)) return verdict(report, words);
    auto sentences = opening(report, words);
    if (!report.narrowed_to.tells_of(kinds::milestone)) {
        add_said(sentences, verdict(report, words));
        return sentences;
    }
    add_said(sentences, {standing_sentence(report, words)});
    add_said(sentences, reached_here(report, words));
    add_said(sentences, {next_sentence(report, words)});
    add_said(sentences, moved_here(report, words));
    return sentences;
}

}  // namespace sss
