#include "words/report/report_words.hpp"

#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sss {

namespace {

int year_of(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// "later" or "earlier" by how much, without a sign.
std::string distance(Slip const& slip, std::string_view than)
{
    if (!slip.moved()) return {};
    if (auto const words = slip_words(slip); words.direction != 0) return words.text() + ' ' + std::string{than};
    return days_in_words(std::abs(slip.days)) + (slip.days > 0 ? " later " : " earlier ") + std::string{than};
}

}  // namespace

std::string date_here(Date const& date, bool time)
{
    return in_words(date, {.time = time, .known_year = {}});
}

Said date_said(Date const& date, bool time)
{
    return as_time(date, date_here(date, time));
}

std::string day_here(Day day)
{
    return in_words(day, day_without_time);
}

std::string period_line(ProgressReport const& report)
{
    auto text = in_words(report.period);
    auto const& period = report.period;
    // Not everybody counts weeks, and not all who do count alike.
    if (period.unit == PeriodUnit::week) {
        auto const whole = year_of(period.first) == year_of(period.last);
        text += " (" +
                in_words(Date::range(period.first, period.last),
                         {.time = false, .known_year = whole ? std::optional{year_of(period.last)} : std::nullopt}) +
                ')';
    }
    if (report.today == report.period.last) return text;
    DateWords how{.time = false, .known_year = std::nullopt};
    if (year_of(report.period.first) == year_of(report.today)) how.known_year = year_of(report.today);
    return text + ", as of " + in_words(report.today, how);
}

Said period_said(ProgressReport const& report)
{
    auto const line = period_line(report);
    auto const& period = report.period;
    auto const words = in_words(period);
    auto const iso_week = period.unit == PeriodUnit::week && std::chrono::weekday{period.first} == std::chrono::Monday;
    auto const named = iso_week || period.unit == PeriodUnit::day || period.unit == PeriodUnit::month ||
                       period.unit == PeriodUnit::year;
    if (!named || !line.starts_with(words)) return line;
    return Said{SaidPart{SaidPart::Is::time, words, period.name}} + line.substr(words.size());
}

std::vector<Said> remarks(ProgressReport const& report)
{
    std::vector<Said> found;
    if (report.from_dates_only) {
        auto const begin =
            report.records_begin ? "The records begin on " + in_words(*report.records_begin) : "There is no commit yet";
        found.push_back(begin +
                        ": before that no history tells what changed, so this report is made from the dates in the "
                        "records alone. What was planned at the time is not known.");
    } else if (report.imported > 0) {
        found.push_back("The records begin in this period: " +
                        count(static_cast<std::int64_t>(report.imported), "record") + " came with the first commit" +
                        (report.records_begin ? ", on " + in_words(*report.records_begin) : std::string{}) +
                        ". What they tell of earlier times is no news of this period.");
    }
    if (!report.left_out.empty()) {
        std::vector<Said> paths;
        for (auto const& entry : report.left_out) paths.push_back(as_name(entry.path) + " (" + entry.why + ')');
        auto const number = static_cast<std::int64_t>(paths.size());
        found.push_back(count(number, "record") + (number == 1 ? " is" : " are") + " left out, wholly or in part: " +
                        some_names(paths, 3) + ". " + as_code("sss validate") + " says more.");
    }
    if (report.unreadable_versions > 0)
        found.push_back(count(static_cast<std::int64_t>(report.unreadable_versions), "earlier version") +
                        " of records in this period could not be read and " +
                        (report.unreadable_versions == 1 ? "is" : "are") + " not told.");
    for (auto const& one : report.wrong_clocks)
        found.push_back("The clock of commit " + one.commit.brief() + " went wrong: it says " + in_words(one.says) +
                        ", and what it brought counts as of " + in_words(one.counts) + '.');
    return found;
}

namespace {

/// Of what is known to have kept to a date, as far as the two tell.
std::string kept_to(Slip const& slip, std::string_view plainly, std::string_view days, std::string_view within)
{
    if (slip.days == 0) return std::string{plainly};
    if (slip.precision <= Precision::day) return std::string{days};
    constexpr std::string_view units[] = {"day", "day", "month", "quarter", "half-year", "year"};
    return std::string{within} + std::string{units[static_cast<std::size_t>(slip.precision)]};
}

}  // namespace

std::string punctuality(Achieved const& entry)
{
    std::string text;
    if (entry.against_plan) {
        text = distance(*entry.against_plan, "than planned");
        if (text.empty())
            text = kept_to(*entry.against_plan, "as planned", "within the planned days", "in the planned ");
    }
    if (!entry.against_baseline || entry.against_baseline == entry.against_plan) return text;
    auto first = distance(*entry.against_baseline, "than its baseline");
    if (first.empty())
        first = kept_to(*entry.against_baseline, "on its baseline", "within the days of its baseline",
                        "in its baseline's ");
    return text.empty() ? first : text + ", " + first;
}

std::string recording(Achieved const& entry)
{
    if (!entry.recorded_late() || !entry.days_until_recorded) return {};
    return "recorded " + whole_days(*entry.days_until_recorded) + " later";
}

std::string outcome_in_words(std::string_view outcome)
{
    if (outcome == "passed-with-actions") return "passed with actions";
    if (outcome == "failed") return "held, failed";
    if (outcome == "failure") return "failed";
    if (outcome == "partial") return "a partial success";
    return outcome == "passed" ? "passed" : outcome == "success" ? "a success" : "";
}

Said after_failure(Failed const& entry)
{
    if (entry.repeated_by.empty()) {
        if (!entry.launch) return "nothing on record repeats it";
        return entry.satellite.empty() ? "" : "the satellite is lost: what it still had to reach is no longer awaited";
    }
    auto const again = as_name(entry.repeated_title);
    if (entry.repeated_held) return "repeated: " + again + ", " + date_here(*entry.repeated_on);
    if (!entry.repeated_on) return "to be repeated: " + again + ", undated";
    return "to be repeated: " + again + ", " + date_here(*entry.repeated_on);
}

Said overdue_name(Late const& late)
{
    auto const& one = late.milestone;
    return as_name(one.title) + (one.kind == kinds::milestone ? Said{} : " (" + as_name(one.kind) + ')');
}

Said undated_name(Expected const& entry)
{
    auto const title = as_name(entry.title);
    if (!entry.failed_on) return entry.not_before ? title + " (" + date_here(*entry.not_before) + ')' : title;
    return title + " (failed " + date_here(*entry.failed_on) + "; nothing on record repeats it)";
}

std::string corrections_sentence(ProgressReport const& report)
{
    auto const number = report.moved.corrections;
    if (number == 0) return {};
    return count(number, "planned date") + (number == 1 ? " was" : " were") +
           " put right soon after being written: that is no move.";
}

std::string open_actions_sentence(ProgressReport const& report)
{
    auto const& actions = report.actions;
    return number_text(actions.open_count) + " open, " +
           (actions.overdue_count == 0 ? std::string{"none"} : number_text(actions.overdue_count)) + " overdue.";
}

std::string which_move(Moved const& entry)
{
    auto const before = entry.ordinal > entry.moves;
    auto const total =
        (entry.total.direction() == 0 ? std::string{"back at the first plan"} : slip_in_words(entry.total) + " in all");
    auto const last = std::max(entry.ordinal, 1);
    auto const first = std::max(last - entry.moves + 1, 1);
    auto const way = first == last ? std::string{} : ordinal(first) + (last - first == 1 ? " and " : " to ");
    return way + ordinal(last) + " move" + (before ? ", " + total : "");
}

std::string way_in_words(Moved const& entry)
{
    DateWords const how{};
    if (!entry.undated_before) return move_in_words(entry.way, how);
    auto const stop = static_cast<std::ptrdiff_t>(*entry.undated_before);
    auto const before = move_in_words({entry.way.begin(), entry.way.begin() + stop}, how);
    return before + (before.empty() ? "" : " → ") + "no date → " +
           move_in_words({entry.way.begin() + stop, entry.way.end()}, how);
}

std::string way_in_words(Dated const& entry)
{
    return "no date → " + date_here(entry.date);
}

std::string way_in_words(Undated const& entry)
{
    DateWords const how{};
    return (entry.way.empty() ? date_here(entry.date) : move_in_words(entry.way, how)) + " → " +
           (entry.not_before ? date_here(*entry.not_before) : "no date");
}

namespace {

/// ", its baseline too", "; baseline 12 April"; empty where it got none with its date.
std::string baseline_given(Dated const& entry)
{
    if (!entry.baseline) return {};
    auto const baseline = date_here(*entry.baseline);
    return baseline == date_here(entry.date) ? ", its baseline too" : "; baseline " + baseline;
}

}  // namespace

std::string got_date(Dated const& entry)
{
    return "got a date" + baseline_given(entry);
}

std::string lost_date(Undated const& entry)
{
    return entry.moves > 0 ? "lost its date, after " + count(entry.moves, "move") : "lost its date";
}

Dated const* dated_and_moved(Moved const& entry, ProgressReport const& report)
{
    auto const* dated = report.moved.dating(entry);
    return dated != nullptr && *entry.undated_before == 0 ? dated : nullptr;
}

std::string was_dated(Dated const& entry)
{
    return "dated " + date_here(entry.date) + baseline_given(entry);
}

Said dating_in_words(Moved const& entry, ProgressReport const& report)
{
    auto const* dated = dated_and_moved(entry, report);
    if (dated == nullptr) return {};
    auto const& source = dated->source;
    return was_dated(*dated) + (source.reason.empty() ? Said{} : ": " + as_name(source.reason)) + " (" +
           source_in_words(source) + ')';
}

Said reason_and_source(Source const& source)
{
    auto const who = source_in_words(source);
    return source.reason.empty() ? who : as_name(source.reason) + " (" + who + ')';
}

namespace {

std::string date_or_none(std::optional<Date> const& date)
{
    return date ? date_here(*date) : "no date";
}

}  // namespace

bool first_planned_otherwise(NewMilestone const& entry)
{
    return date_or_none(entry.first_planned) != date_or_none(entry.milestone.planned);
}

Said plan_of_new(NewMilestone const& entry)
{
    auto const said = [&](std::optional<Date> const& date) { return date ? date_said(*date) : "no date"; };
    auto const now = said(entry.milestone.planned);
    if (!first_planned_otherwise(entry)) return now;
    return said(entry.first_planned) + (entry.first_planned ? ", now " : " at first, now ") + now;
}

std::string_view fate_of_new(NewMilestone const& entry)
{
    return entry.dropped ? "not awaited: its satellite was given up or lost" : "";
}

Said reason(Source const& source)
{
    return source.reason.empty() ? "no reason given" : as_name(source.reason);
}

Said source_in_words(Source const& source)
{
    return as_name(source.author) + ", " + day_here(source.day) + ", " + source.commit.brief();
}

Said meeting_when(MeetingNews const& meeting)
{
    Said text;
    // That its days have come does not say that it was held.
    if (meeting.on)
        text = (meeting.under_way ? (meeting.held ? "under way, " : "under way by its plan, ")
                : meeting.held    ? ""
                                  : "planned for ") +
               date_here(*meeting.on);
    if (!meeting.place.empty()) text += (text.empty() ? "" : ", ") + as_name(meeting.place);
    if (meeting.on && !meeting.held && !meeting.under_way) text += "; not recorded as held";
    if (meeting.why == MeetingNews::Why::held || !meeting.source) return text;
    auto const minutes = meeting.rids || !meeting.decisions.empty() || !meeting.actions.empty();
    auto const* what = meeting.why == MeetingNews::Why::recorded_late ? "recorded "
                       : minutes                                      ? "completed "
                                                                      : "recorded as held ";
    return text + (text.empty() ? "" : "; ") + what + day_here(meeting.source->day);
}

std::string action_state(ActionStanding const& action, ProgressReport const& report)
{
    std::string text;
    if (action.overdue > 0)
        text = "overdue by " + count(action.overdue, "day");  // as exactly as its age, which stands beside it
    else if (action.item.due)
        text = "due " + date_here(*action.item.due) + " (" + ago_or_ahead(report.today, *action.item.due) + ')';
    else
        text = "no due date";
    if (!action.since || !action.age) return text;
    return text + "; open since " + in_words(*action.since) + ", " + count(*action.age, "day");
}

std::vector<Ahead> coming_up(ProgressReport const& report)
{
    std::vector<Ahead> found;
    for (auto const& entry : report.plans.coming_up)
        found.push_back(
            {as_name(entry.title) + (entry.kind == kinds::milestone ? Said{} : " (" + as_name(entry.kind) + ')'),
             *entry.planned, true, as_name(entry.owner)});
    for (auto const& meeting : report.meetings.coming)
        found.push_back({as_name(meeting.title), *meeting.on, false, as_name(meeting.place)});
    // Of one day the milestones keep their order: what is needed stands before what needs it.
    std::ranges::stable_sort(found, {}, [](Ahead const& one) { return one.on.last(); });
    return found;
}

std::string days_of(ProgressReport const& report)
{
    return report.snapshot ? "Days are those of " + report.zone + '.' : "";
}

std::string made_from(ProgressReport const& report)
{
    if (!report.snapshot || report.made.version.empty()) return {};
    auto made = "Made by sss " + report.made.version + " from commit " + report.snapshot->hex();
    for (auto const& one : report.made.replaced)
        made += (&one == &report.made.replaced.front() ? " with git's replacements " : ", ") + one;
    return made;
}

Said made_beside(ProgressReport const& report)
{
    std::vector<Said> beside;
    for (auto const& one : report.made.beside) beside.push_back(as_name(one));
    if (beside.empty()) return {};
    return "It cannot be made again without " + some_names(beside, beside.size()) + ".";
}

}  // namespace sss
