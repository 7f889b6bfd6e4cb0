#include "render/report_words.hpp"

#include "render/change_words.hpp"
#include "render/date_words.hpp"
#include "render/markdown.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sss {

namespace {

int year_of(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

DateWords here(ProgressReport const& report)
{
    return {.time = false, .known_year = year_of(report.today)};
}

std::string this_period(Period const& period)
{
    switch (period.sort) {
        case PeriodSort::day: return "that day";
        case PeriodSort::week: return "this week";
        case PeriodSort::month: return "this month";
        case PeriodSort::quarter: return "this quarter";
        case PeriodSort::half: return "this half-year";
        case PeriodSort::year: return "this year";
        case PeriodSort::days:
            if (period.first == period.last) return "that day";
            break;
    }
    return "in these days";
}

/// "in week 16 of 2023", "on 13 April 2023", "in the days 1–12 April 2018".
std::string during(Period const& period)
{
    auto const words = in_words(period);
    if (period.first == period.last) return "on " + words;
    return (period.sort == PeriodSort::days ? "in the days " : "in ") + words;
}

/// "later" or "earlier" by how much, without a sign.
std::string distance(Slip const& slip, std::string_view than)
{
    if (slip.within || slip.days == 0) return {};
    auto words = slip_in_words(slip);
    for (std::string_view const ending : {" later", " earlier"})
        if (words.ends_with(ending)) return words + ' ' + std::string{than};
    return days_in_words(std::abs(slip.days)) + (slip.days > 0 ? " later " : " earlier ") + std::string{than};
}

std::string percent(Tally const& part, Tally const& whole)
{
    // Never 100 % while one is missing.
    return number_text(static_cast<std::int64_t>(100) * part.count / whole.count) + " %";
}

/// "1 this week", "none this week, 1 re-opened, 3 added".
std::string since_start(ProgressReport const& report)
{
    auto const reached = report.achieved.size();
    auto text = (reached == 0 ? std::string{"none"} : number_text(static_cast<std::int64_t>(reached))) + ' ' +
                this_period(report.period);
    if (!report.reopened.empty())
        text += ", " + number_text(static_cast<std::int64_t>(report.reopened.size())) + " re-opened";
    auto const& since = report.standing.since_start;
    if (since && since->total.count > 0) text += "; " + count(since->total.count, "milestone") + " more than before";
    if (since && since->total.count < 0) text += "; " + count(-since->total.count, "milestone") + " fewer than before";
    return text;
}

std::string standing_sentence(ProgressReport const& report)
{
    auto const& standing = report.standing;
    if (standing.total.count == 0) {
        if (report.records == 0) return "There are no records yet.";
        return "No milestone is on record.";
    }
    auto text = standing.reached == standing.total && standing.total.count > 1
                    ? "All " + count(standing.total.count, "milestone") + " on record are reached"
                    : number_text(standing.reached.count) + " of " + count(standing.total.count, "milestone") +
                          " reached (" + percent(standing.reached, standing.total) + ')';
    text += ", " + since_start(report) + '.';
    if (standing.cancelled > 0)
        text += ' ' + capitalised(count(standing.cancelled, "cancelled milestone")) +
                (standing.cancelled == 1 ? " is" : " are") + " not counted.";
    return text;
}

std::string next_sentence(ProgressReport const& report, Clean clean)
{
    auto const& standing = report.standing;
    auto const known = !report.from_dates_only;  // what was planned at the time is not
    if (standing.next && known) {
        return "Next: " + clean(standing.next->title) + ", planned for " + date_here(*standing.next->planned, report) +
               " (" + ago_or_ahead(report.today, *standing.next->planned) + ").";
    }
    if (standing.reached == standing.total || !known) return {};
    auto const open = standing.total.count - standing.reached.count;
    if (!report.plans.overdue.empty()) {
        auto const late = static_cast<std::int64_t>(report.plans.overdue.size());
        return "Nothing is planned ahead: of the " + number_text(open) + " open " +
               (open == 1 ? "milestone " : "milestones ") + number_text(late) + (late == 1 ? " is" : " are") +
               " overdue" +
               (open > late ? " and " + number_text(open - late) + (open - late == 1 ? " has" : " have") + " no date."
                            : ".");
    }
    return open == 1 ? "The open one has no date." : "None of the " + number_text(open) + " open ones has a date.";
}

std::string moved_part(std::vector<Moved> const& list, std::string_view verb, ProgressReport const& report, Clean clean)
{
    if (list.empty()) return {};
    auto const& worst = list.front();
    auto const how_far = slip_in_words(worst.slip);
    if (list.size() == 1) {
        auto text = clean(worst.title) + ' ' + std::string{verb} + ' ';
        text += worst.moves == 1   ? this_period(report.period)
                : worst.moves == 2 ? "twice " + this_period(report.period)
                                   : number_text(worst.moves) + " times " + this_period(report.period);
        return text + (worst.moves > 1 ? ", " + how_far + " in all" : " (" + how_far + ')');
    }
    return count(static_cast<std::int64_t>(list.size()), "milestone") + ' ' + std::string{verb} + ", " +
           clean(worst.title) + " furthest (" + how_far + ')';
}

std::string moved_sentence(ProgressReport const& report, Clean clean)
{
    auto const& moved = report.moved;
    if (report.from_dates_only) return {};
    auto const slipped = moved_part(moved.slipped, "slipped", report, clean);
    auto const forward = moved_part(moved.brought_forward, "was brought forward", report, clean);
    if (slipped.empty() && forward.empty() && !moved.unmoved.empty())
        return capitalised(count(static_cast<std::int64_t>(moved.unmoved.size()), "date")) +
               " moved and came back to where " + (moved.unmoved.size() == 1 ? "it" : "they") + " stood.";
    if (slipped.empty() && forward.empty()) return report.quiet || report.imported > 0 ? "" : "No date moved.";
    auto text = slipped;
    if (!slipped.empty() && !forward.empty()) text += "; ";
    if (moved.brought_forward.size() > 1)
        text += moved_part(moved.brought_forward, "were brought forward", report, clean);
    else
        text += forward;
    if (slipped.empty() != forward.empty() && moved.slipped.size() + moved.brought_forward.size() == 1)
        text += "; no other date moved";
    return capitalised(text) + '.';
}

}  // namespace

std::string date_here(Date const& date, ProgressReport const& report, bool time)
{
    auto how = here(report);
    how.time = time;
    return in_words(date, how);
}

namespace {

constexpr std::size_t longest_text = 300;  // columns of a record's text within a report

}  // namespace

std::string terminal_line(std::string_view text)
{
    return visible(one_line(text, longest_text));
}

std::string markdown_line(std::string_view text)
{
    return escape_markdown(one_line(text, longest_text));
}

std::string day_here(Day day, ProgressReport const& report)
{
    return in_words(day, here(report));
}

std::string period_line(ProgressReport const& report)
{
    auto text = in_words(report.period);
    if (report.today == report.period.last) return text;
    DateWords how{.time = false, .known_year = std::nullopt};
    if (year_of(report.period.first) == year_of(report.today)) how.known_year = year_of(report.today);
    return text + ", as of " + in_words(report.today, how);
}

std::vector<std::string> headline(ProgressReport const& report, Clean clean)
{
    std::vector<std::string> sentences;
    if (report.quiet && !report.from_dates_only)
        sentences.push_back("Nothing changed " + during(report.period) + '.');
    else if (report.quiet)
        sentences.push_back("The records tell of nothing " + during(report.period) + '.');
    for (auto& sentence : {standing_sentence(report), next_sentence(report, clean), moved_sentence(report, clean)})
        if (!sentence.empty()) sentences.push_back(sentence);
    return sentences;
}

std::vector<std::string> remarks(ProgressReport const& report, Clean clean)
{
    std::vector<std::string> found;
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
        std::vector<std::string> paths;
        for (auto const& entry : report.left_out) paths.push_back(clean(entry.path) + " (" + entry.why + ')');
        auto const number = static_cast<std::int64_t>(paths.size());
        found.push_back(count(number, "record") + (number == 1 ? " is" : " are") +
                        " left out, wholly or in part: " + some_names(paths, 3) + ". `sss validate` says more.");
    }
    if (report.unreadable_versions > 0)
        found.push_back(count(static_cast<std::int64_t>(report.unreadable_versions), "earlier version") +
                        " of records in this period could not be read and " +
                        (report.unreadable_versions == 1 ? "is" : "are") + " not told.");
    return found;
}

std::string punctuality(Achieved const& entry)
{
    std::string text;
    if (entry.against_plan) {
        text = distance(*entry.against_plan, "than planned");
        if (text.empty()) text = "as planned";
    }
    if (!entry.against_baseline || entry.against_baseline == entry.against_plan) return text;
    auto first = distance(*entry.against_baseline, "than first promised");
    if (first.empty()) first = "as first promised";
    return text.empty() ? first : text + ", " + first;
}

std::string recording(Achieved const& entry)
{
    if (!entry.recorded_late) return {};
    return "recorded " + count(entry.days_until_recorded, "day") + " later";
}

std::string outcome_in_words(std::string_view outcome)
{
    if (outcome == "passed-with-actions") return "passed with actions";
    if (outcome == "failed") return "it failed";
    return outcome == "passed" ? "passed" : "";
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
        (entry.total.days == 0 ? std::string{"back at the first plan"} : slip_in_words(entry.total) + " in all");
    if (entry.moves == 1) return ordinal(std::max(entry.ordinal, 1)) + " move" + (before ? ", " + total : "");
    auto const moves = count(entry.moves, "move");
    return before ? moves + ", " + number_text(entry.ordinal) + " with the earlier ones: " + total : moves;
}

std::string way_in_words(Moved const& entry, ProgressReport const& report)
{
    auto const days_differ = entry.slip.days != 0 || entry.way.size() > 2;
    return move_in_words(entry.way, {.time = !days_differ, .known_year = year_of(report.today)});
}

std::string reason(Source const& source, Clean clean)
{
    return source.reason.empty() ? "no reason given" : clean(source.reason);
}

std::string source_in_words(Source const& source, ProgressReport const& report, Clean clean)
{
    return clean(source.author) + ", " + day_here(source.day, report) + ", " + source.commit.brief();
}

std::string meeting_when(MeetingNews const& meeting, ProgressReport const& report, Clean clean)
{
    std::string text;
    if (meeting.on) text = (meeting.under_way ? "under way, " : "") + date_here(*meeting.on, report);
    if (!meeting.place.empty()) text += (text.empty() ? "" : ", ") + clean(meeting.place);
    if (meeting.why == MeetingNews::Why::held || !meeting.source) return text;
    auto const* what = meeting.why == MeetingNews::Why::recorded_late ? "recorded " : "completed ";
    return text + (text.empty() ? "" : "; ") + what + day_here(meeting.source->day, report);
}

std::string rids_in_words(Rids const& rids)
{
    std::string text;
    auto const add = [&](std::optional<std::int64_t> const& number, std::string_view what) {
        if (!number) return;
        text += text.empty() ? count(*number, "RID") : ", " + number_text(*number);
        text += ' ' + std::string{what};
    };
    add(rids.raised, "raised");
    add(rids.closed, "closed");
    add(rids.carried_over, "carried over");
    return text;
}

std::string action_state(ActionStanding const& action, ProgressReport const& report)
{
    std::string text;
    if (action.overdue > 0)
        text = "overdue by " + days_in_words(action.overdue);
    else if (action.item.due)
        text = "due " + date_here(*action.item.due, report) + " (" + ago_or_ahead(report.today, *action.item.due) + ')';
    else
        text = "no due date";
    if (!action.since || !action.age) return text;
    return text + "; open since " + in_words(*action.since) + ", " + count(*action.age, "day");
}

std::string whereabouts(SatelliteStanding const& satellite, ProgressReport const& report)
{
    auto const since = [&] { return date_here(*satellite.since, report); };
    switch (satellite.where) {
        case Whereabouts::before_launch:
            return satellite.phase.empty() ? "before launch" : "before launch, phase " + satellite.phase;
        case Whereabouts::in_orbit:
            if (satellite.days < 1) return "in orbit since " + since();
            return "in orbit for " + count(satellite.days, "day");
        case Whereabouts::lost_at_launch: return "lost at launch, " + since();
        case Whereabouts::re_entered: break;
    }
    return "re-entered " + since();
}

std::string next_of(SatelliteStanding const& satellite, ProgressReport const& report, Clean clean)
{
    if (report.from_dates_only || satellite.total.count == 0) return {};
    if (!satellite.next) return "no open milestone";
    auto const gone = satellite.where == Whereabouts::re_entered || satellite.where == Whereabouts::lost_at_launch;
    if (gone) return count(satellite.open, "milestone") + " left open";
    auto const& next = *satellite.next;
    // The satellite's name stands at the row's beginning already.
    auto const title =
        next.title.starts_with(satellite.name + ' ') ? next.title.substr(satellite.name.size() + 1) : next.title;
    auto const late = next.planned && is_late(*next.planned, report.today);
    auto text = "next: " + clean(title) + ", " + (next.planned ? date_here(*next.planned, report) : "undated");
    return late ? text + " (" + ago_or_ahead(report.today, *next.planned) + ')' : text;
}

std::vector<Ahead> coming_up(ProgressReport const& report, Clean clean)
{
    std::vector<Ahead> found;
    for (auto const& entry : report.plans.coming_up)
        found.push_back({clean(entry.title), *entry.planned, true, clean(entry.owner)});
    for (auto const& meeting : report.meetings.coming)
        found.push_back({clean(meeting.title), *meeting.on, false, clean(meeting.place)});
    std::ranges::stable_sort(found, [](Ahead const& a, Ahead const& b) { return before(a.on, b.on); });
    return found;
}

std::string some_names(std::vector<std::string> const& names, std::size_t most)
{
    std::string text;
    auto const shown = names.size() <= most + 1 ? names.size() : most;  // "and 1 more" would take as much room
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    if (shown < names.size()) text += " and " + number_text(static_cast<std::int64_t>(names.size() - shown)) + " more";
    return text;
}

std::vector<std::string> record_lines(ProgressReport const& report, Clean clean)
{
    std::vector<std::string> lines;
    auto const tell = [&](std::vector<NamedRecord> const& list, std::string_view kind, std::string_view verb) {
        if (list.empty()) return;
        std::vector<std::string> names;
        for (auto const& entry : list) {
            auto name = clean(entry.title);
            if (!entry.former_id.empty()) {
                name += " (" + clean(entry.former_id) + " → " + clean(entry.id) + ')';
            } else if (!entry.fields.empty()) {
                std::vector<std::string> fields;
                for (auto const& field : entry.fields) fields.push_back(clean(field));
                name += " (" + some_names(fields, 3) + ')';
            }
            names.push_back(std::move(name));
        }
        lines.push_back(count(static_cast<std::int64_t>(list.size()), clean(kind)) + ' ' + std::string{verb} + ": " +
                        some_names(names, 6));
    };
    std::vector<std::string> only_notes;
    for (auto news : report.record_news) {
        std::erase_if(news.added, [](NamedRecord const& record) { return record.told; });
        std::erase_if(news.changed, [&](NamedRecord const& record) {
            auto const slight =
                std::ranges::all_of(record.fields, [](auto const& f) { return f == "notes" || f == "sources"; });
            if (slight) only_notes.push_back(clean(record.title));
            return slight;
        });
        tell(news.added, news.kind, "new");
        tell(news.removed, news.kind, "removed");
        tell(news.renamed, news.kind, "renamed");
        tell(news.changed, news.kind, "changed");
    }
    if (!only_notes.empty()) lines.push_back("Only notes or sources changed in " + some_names(only_notes, 6));
    return lines;
}

std::string made_from(ProgressReport const& report)
{
    if (!report.snapshot) return {};
    return "Made from the records as of " + in_words(report.today) + ", commit " + report.snapshot->brief() + ".";
}

}  // namespace sss
