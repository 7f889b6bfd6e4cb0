#include "facts/report/quiet.hpp"
#include "words/date_words.hpp"
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

std::string this_period(Period const& period)
{
    switch (period.unit) {
        case PeriodUnit::day: return "that day";
        case PeriodUnit::week: return "this week";
        case PeriodUnit::month: return "this month";
        case PeriodUnit::quarter: return "this quarter";
        case PeriodUnit::half: return "this half-year";
        case PeriodUnit::year: return "this year";
        case PeriodUnit::days:
            if (period.first == period.last) return "that day";
            break;
    }
    return "in these days";
}

namespace {

/// "in week 16 of 2023", "on 13 April 2023", "in the days 1–12 April 2018".
std::string during(Period const& period)
{
    auto const words = in_words(period);
    if (period.first == period.last) return "on " + words;
    return (period.unit == PeriodUnit::days ? "in the days " : "in ") + words;
}

/// "1 reached this week: SSS-1 CDR; 1 reached before and recorded now: SSS-2 CDR", "none reached this week, 1
/// re-opened; there are 3 milestones more than before".
Said since_start(ProgressReport const& report)
{
    constexpr std::size_t most_named = 3;
    std::vector<Said> reached;
    std::vector<Said> earlier;
    for (auto const& entry : report.achieved) (entry.before_period ? earlier : reached).push_back(as_name(entry.title));
    Said text = (reached.empty() ? std::string{"none"} : number_text(std::ssize(reached))) + " reached " +
                this_period(report.period);
    if (!reached.empty()) text += ": " + some_names(reached, most_named);
    if (!report.failed.empty()) text += ", " + number_text(static_cast<std::int64_t>(report.failed.size())) + " failed";
    if (!report.reopened.empty())
        text += ", " + number_text(static_cast<std::int64_t>(report.reopened.size())) + " re-opened";
    if (!report.reinstated.empty())
        text += ", " + number_text(static_cast<std::int64_t>(report.reinstated.size())) + " no longer cancelled";
    if (!earlier.empty())
        text += "; " + number_text(static_cast<std::int64_t>(earlier.size())) +
                " reached before and recorded now: " + some_names(earlier, most_named);
    auto const& since = report.standing.since_start;
    if (since && since->total.count != 0) {
        auto const number = std::abs(since->total.count);
        auto const& standing = report.standing;
        // What counts no more is on record all the same.
        if (since->total.count < 0 && standing.cancelled + standing.dropped + standing.repeated > 0)
            text += "; " + number_text(number) + " fewer " + (number == 1 ? "milestone counts" : "milestones count") +
                    " than before";
        else
            text += (number == 1 ? "; there is " : "; there are ") + count(number, "milestone") +
                    (since->total.count > 0 ? " more" : " fewer") + " than before";
    }
    return text;
}

/// "83 %", "83 %, 79 % before"; the latter where the period made a difference that the numbers show.
std::string share_and_change(double part, double whole, std::optional<std::pair<double, double>> const& before)
{
    auto const now = percent_text(part, whole);
    if (!before || before->second <= 0) return now;
    auto const was = percent_text(before->first, before->second);
    return was == now ? now : now + ", " + was + " before";
}

/// How much is reached: by count, and where weights tell another story by weight too.
std::string progress(Standing const& standing)
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
    auto const by_count = share_and_change(reached.count, total.count, count_before);
    auto const by_weight = share_and_change(reached.weight, total.weight, weight_before);
    return by_weight == by_count ? by_count : by_count + "; by weight " + by_weight;
}

/// What of the record is no part of the total.
std::vector<Said> why_uncounted(Standing const& standing)
{
    std::vector<Said> sentences;
    if (standing.cancelled > 0)
        sentences.emplace_back(capitalised(count(standing.cancelled, "cancelled milestone")) +
                               (standing.cancelled == 1 ? " is" : " are") + " not counted.");
    if (standing.dropped > 0)
        sentences.emplace_back(capitalised(count(standing.dropped, "milestone")) +
                               (standing.dropped == 1
                                    ? " is no longer awaited, because its satellite was given up or lost."
                                    : " are no longer awaited, because their satellites were given up or lost."));
    if (standing.repeated > 0)
        sentences.emplace_back(capitalised(count(standing.repeated, "milestone")) + " that failed" +
                               (standing.repeated == 1 ? " is not counted, because another repeats it."
                                                       : " are not counted, because others repeat them."));
    return sentences;
}

/// How much is reached of how much.
Said standing_sentence(ProgressReport const& report)
{
    auto const& standing = report.standing;
    auto const uncounted = standing.cancelled + standing.dropped + standing.repeated;
    if (standing.total.count == 0 && uncounted > 0) return "No milestone on record is to be reached any more.";
    if (standing.total.count == 0) {
        if (report.records == 0 && report.removed && !report.narrowed_to.any())
            return with_capital(removed_words(report.removed->count, in_words(report.removed->day),
                                              as_name(report.removed->who))) +
                   '.';
        if (report.records == 0 && !report.narrowed_to.any()) return "There are no records yet.";
        return report.narrowed_to.any() ? "No milestone of this part is on record." : "No milestone is on record.";
    }
    auto const all_reached = standing.reached == standing.total;
    Said text = all_reached && standing.total.count > 1
                    ? capitalised(all_of(standing.total.count, "milestone")) +
                          (uncounted > 0 ? " that count are reached." : " on record are reached.")
                    : number_text(standing.reached.count) + " of " + count(standing.total.count, "milestone") +
                          " reached (" + progress(standing) + ").";
    if (all_reached && standing.satellites_without_plan > 0)
        text += " No plan is on record for " + count(standing.satellites_without_plan, "satellite") +
                " still to be launched.";
    return text;
}

Said next_sentence(ProgressReport const& report)
{
    auto const& standing = report.standing;
    auto const known = !report.from_dates_only;  // what was planned at the time is not
    if (standing.next && known) {
        return "Next: " + as_name(standing.next->title) + ", planned for " + date_here(*standing.next->planned) + " (" +
               ago_or_ahead(report.today, *standing.next->planned) + ").";
    }
    if (standing.reached == standing.total || !known) return {};
    auto const open = standing.total.count - standing.reached.count;
    auto const is_own = [](Expected const& entry) { return entry.kind != kinds::milestone; };
    auto const late =
        std::ranges::count_if(report.plans.overdue, [&](Late const& one) { return !is_own(one.milestone); });
    if (std::ranges::any_of(report.plans.coming_up, is_own)) return {};
    if (late > 0) {
        if (late == open)
            return "Nothing is planned ahead: " + all_of(open, "open milestone") + (open == 1 ? " is" : " are") +
                   " overdue.";
        return "Nothing is planned ahead: of the " + count(open, "open milestone") + ' ' + number_text(late) +
               (late == 1 ? " is" : " are") + " overdue and " + number_text(open - late) +
               (open - late == 1 ? " has" : " have") + " no date.";
    }
    if (open == 1) return "The open one has no date.";
    return open == 2 ? "Neither of the 2 open ones has a date."
                     : "None of the " + number_text(open) + " open ones has a date.";
}

/// "once", "twice", "3 times".
std::string times(int number)
{
    return number == 1 ? "once" : number == 2 ? "twice" : number_text(number) + " times";
}

struct Verb {
    std::string_view of_one;
    std::string_view of_several;
};

/// "SSS-1 CDR slipped twice this week, +4 days in all", "SSS-1 CDR slipped twice (+4 days in all) and SSS-2 CDR once
/// (+1 day)", "SSS-1 CDR (+4 days) and SSS-2 CDR (+1 day) slipped this week", "3 milestones slipped, …".
Said moved_part(std::vector<Moved> const& list, Verb verb, ProgressReport const& report)
{
    if (list.empty()) return {};
    auto const& worst = list.front();
    auto const& other = list.back();
    auto const title = [&](Moved const& entry) { return as_name(entry.title) + ' '; };
    auto const far = [](Moved const& entry) {
        return '(' + slip_in_words(entry.slip) + (entry.moves > 1 ? " in all)" : ")");
    };
    auto const here = ' ' + this_period(report.period);
    auto const one = std::string{verb.of_one};
    auto const several = std::string{verb.of_several};
    if (list.size() == 1 && worst.moves == 1) return title(worst) + one + here + ' ' + far(worst);
    if (list.size() == 1)
        return title(worst) + one + ' ' + times(worst.moves) + here + ", " + slip_in_words(worst.slip) + " in all";
    if (list.size() == 2 && worst.moves == 1 && other.moves == 1)
        return title(worst) + far(worst) + " and " + title(other) + far(other) + ' ' + several + here;
    if (list.size() == 2)
        return title(worst) + one + ' ' + times(worst.moves) + ' ' + far(worst) + " and " + title(other) +
               times(other.moves) + ' ' + far(other);
    return count(static_cast<std::int64_t>(list.size()), "milestone") + ' ' + several + ", " + title(worst) +
           "furthest (" + slip_in_words(worst.slip) + ')';
}

/// "SSS-1 CDR got a date, 11 April", "SSS-1 CDR (11 April) and SSS-2 CDR (3 May) got a date", "3 milestones got a
/// date".
template <typename Entry>
Said dates_part(std::vector<Entry> const& list, std::string_view verb)
{
    auto const title = [&](Entry const& entry) { return as_name(entry.title); };
    auto const date = [&](Entry const& entry) { return date_here(entry.date); };
    auto const says = ' ' + std::string{verb};
    if (list.empty()) return {};
    if (list.size() == 1) return title(list[0]) + says + ", " + date(list[0]);
    if (list.size() > 2) return count(static_cast<std::int64_t>(list.size()), "milestone") + says;
    return title(list[0]) + " (" + date(list[0]) + ") and " + title(list[1]) + " (" + date(list[1]) + ')' + says;
}

/// What got a date and what lost one; of what moved since, the move tells.
Said dated_part(ProgressReport const& report)
{
    auto dated = report.moved.dated;
    std::erase_if(dated, &Dated::moved);
    auto const& undated = report.moved.undated;
    auto const got = dates_part(dated, "got a date");
    auto const lost = dates_part(undated, undated.size() == 1 ? "lost its date" : "lost their dates");
    return got + (got.empty() || lost.empty() ? "" : "; ") + lost;
}

constexpr std::string_view no_move = "No date moved.";

Said moves_alone(ProgressReport const& report)
{
    auto const& moved = report.moved;
    if (report.from_dates_only) return {};
    auto const slipped = moved_part(moved.slipped, {"slipped", "slipped"}, report);
    auto const forward = moved_part(moved.brought_forward, {"was brought forward", "were brought forward"}, report);
    if (slipped.empty() && forward.empty() && !moved.unmoved.empty())
        return capitalised(count(static_cast<std::int64_t>(moved.unmoved.size()), "date")) +
               " moved and came back to where " + (moved.unmoved.size() == 1 ? "it" : "they") + " stood.";
    if (slipped.empty() && forward.empty()) {
        auto const could_move = !report.quiet && report.imported == 0 && report.standing.total.count > 0;
        return std::string{could_move ? no_move : ""};
    }
    auto const all_named = moved.slipped.size() <= 2 && moved.brought_forward.size() <= 2 && moved.unmoved.empty();
    auto const one_way = slipped.empty() != forward.empty();
    return with_capital(slipped + (one_way ? "" : "; ") + forward) +
           (one_way && all_named ? "; no other date moved." : ".");
}

Said moved_sentence(ProgressReport const& report)
{
    auto text = moves_alone(report);
    auto const dated = dated_part(report);
    if (dated.empty()) return text;
    if (text == no_move) return "No date moved; " + dated + '.';
    return text + (text.empty() ? "" : " ") + with_capital(dated) + '.';
}

/// What else there is to tell of a period that reached nothing: that its people met.
Said held_sentence(ProgressReport const& report)
{
    constexpr std::size_t most_named = 2;
    if (!report.achieved.empty()) return {};
    std::vector<Said> held;
    for (auto const& meeting : report.meetings.news)
        if (meeting.why == MeetingNews::Why::held && meeting.held && !meeting.under_way)
            held.push_back(as_name(meeting.title) +
                           (meeting.place.empty() ? Said{} : " (" + as_name(meeting.place) + ')'));
    return held.empty() ? Said{} : "Held: " + some_names(held, most_named) + '.';
}

/// A plan that cannot come true must not hide behind what was brought forward.
std::string conflicts_sentence(ProgressReport const& report)
{
    auto const number = static_cast<std::int64_t>(report.conflicts.size());
    if (number == 0) return {};
    return capitalised(count(number, "milestone")) +
           (number == 1 ? " starts before what it needs is over." : " start before what they need is over.");
}

/// Nothing was written down, and yet days have passed on which something was to be reached: ", and 2 milestones fell
/// due in it: SSS-1 CDR and SSS-1 QR".
Said due_part(ProgressReport const& report)
{
    constexpr std::size_t most_named = 3;
    auto const due = fell_due(report);
    std::vector<Said> names;
    auto milestones = true;
    for (auto const* late : due.planned) {
        names.push_back(as_name(late->milestone.title));
        milestones = milestones && late->milestone.kind == kinds::milestone;
    }
    Said text;
    if (!names.empty())
        text = count(std::ssize(names), milestones ? "milestone" : "plan") +
               " fell due without a word: " + some_names(names, most_named);
    if (!due.actions.empty())
        text += (text.empty() ? "" : "; ") + count(std::ssize(due.actions), "action") +
                (text.empty() ? " fell due without a word" : " too");
    return text.empty() ? text : ", but " + text;
}

}  // namespace

namespace {

/// What became of satellites, what was not on record, and that nothing changed.
std::vector<Said> opening(ProgressReport const& report)
{
    auto sentences = satellite_news(report);
    if (auto missing = not_yet_on_record(report); !missing.empty()) sentences.push_back(std::move(missing));
    if (report.quiet && !report.from_dates_only)
        sentences.push_back("Nothing changed " + during(report.period) + due_part(report) + '.');
    else if (report.quiet)
        sentences.push_back("The records tell of nothing " + during(report.period) + '.');
    return sentences;
}

void add_said(std::vector<Said>& sentences, std::vector<Said> more)
{
    for (auto& sentence : more)
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
}

/// What was reached in the period, and what counts no more.
std::vector<Said> reached_here(ProgressReport const& report)
{
    std::vector<Said> sentences;
    if (!report.quiet && report.standing.total.count > 0) sentences.push_back(with_capital(since_start(report)) + '.');
    add_said(sentences, why_uncounted(report.standing));
    return sentences;
}

std::vector<Said> moved_here(ProgressReport const& report)
{
    std::vector<Said> sentences;
    add_said(sentences, {moved_sentence(report), conflicts_sentence(report), held_sentence(report)});
    return sentences;
}

}  // namespace

std::vector<Said> verdict(ProgressReport const& report)
{
    if (is_before_its_part(report)) return {not_yet_on_record(report)};
    if (!report.narrowed_to.tells_of(kinds::milestone)) return {other_kinds_sentence(report)};
    std::vector<Said> sentences;
    add_said(sentences,
             {schedule_verdict(report), furthest_behind(report), standing_sentence(report), next_sentence(report)});
    return sentences;
}

std::vector<Said> news(ProgressReport const& report)
{
    if (is_before_its_part(report)) return {};
    auto sentences = opening(report);
    if (!report.narrowed_to.tells_of(kinds::milestone)) return sentences;
    add_said(sentences, reached_here(report));
    add_said(sentences, moved_here(report));
    return sentences;
}

std::vector<Said> headline(ProgressReport const& report)
{
    if (is_before_its_part(report)) return verdict(report);
    auto sentences = opening(report);
    if (!report.narrowed_to.tells_of(kinds::milestone)) {
        add_said(sentences, verdict(report));
        return sentences;
    }
    add_said(sentences, {standing_sentence(report)});
    add_said(sentences, reached_here(report));
    add_said(sentences, {next_sentence(report)});
    add_said(sentences, moved_here(report));
    return sentences;
}

}  // namespace sss
