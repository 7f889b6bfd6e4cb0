#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace sss {

Said title_of(ReportSection section, Words const& words)
{
    switch (section) {
        case ReportSection::achieved: return words.say_in("heading of a section", "Achieved");
        case ReportSection::failed: return words.say_in("heading of a section", "Failed");
        case ReportSection::reopened: return words.say_in("heading of a section", "Re-opened");
        case ReportSection::moved: return words.say_in("heading of a section", "Moved");
        case ReportSection::added: return words.say_in("heading of a section", "New");
        case ReportSection::cancelled: return words.say_in("heading of a section", "Cancelled");
        case ReportSection::coming_up: return words.say_in("heading of a section", "Coming up");
        case ReportSection::overdue: return words.say_in("heading of a section", "Overdue");
        case ReportSection::undated: return words.say_in("heading of a section", "Undated");
        case ReportSection::conflicts: return words.say_in("heading of a section", "Conflicts");
        case ReportSection::meetings: return words.say_in("heading of a section", "Meetings");
        case ReportSection::actions: return words.say_in("heading of a section", "Actions");
        case ReportSection::rids: return words.say_in("heading of a section", "RIDs");
        case ReportSection::satellites: return words.say_in("heading of a section", "Satellites");
        case ReportSection::statements: return words.say_in("heading of a section", "Statements");
        case ReportSection::freshness: return words.say_in("heading of a section", "Not updated");
        case ReportSection::records: return words.say_in("heading of a section", "Records");
        case ReportSection::publication: return words.say_in("heading of a section", "Publication");
        case ReportSection::forecast: return words.say_in("heading of a section", "Forecast");
        case ReportSection::charts: return words.say_in("heading of a section", "Charts");
    }
    return {};
}

bool says_none(ProgressReport const& report, ReportSection section)
{
    if (!is_empty(report, section) || !can_tell(report, section) || is_before_its_part(report)) return false;
    // Who looks for what is late must find that nothing is.
    return report.say_empty || (section == ReportSection::overdue && report.standing.total.count > 0);
}

Said owner_or_none(std::string const& name, Words const& words)
{
    return name.empty() ? words.say("no owner named") : as_name(name);
}

Said origin_in_words(Moved const& entry, Words const& words)
{
    using Unknown = SlipOrigin::Unknown;
    auto const& origin = entry.origin;
    if (origin.unknown > 0) {
        switch (origin.why_unknown) {
            case Unknown::rough: return words.say("how much it inherited is not known: a date is known only roughly");
            case Unknown::unreadable:
                return words.say("how much it inherited is not known: it or what it needs cannot be read");
            case Unknown::circle:
                return words.say("how much it inherited is not known: it needs itself, through others");
            case Unknown::fresh:
            case Unknown::none:
                return words.say("how much it inherited is not known: what was planned before cannot be read");
        }
    }
    if (origin.inherited == 0) return {};
    auto const from = "title"_a = as_name(origin.because_title);
    if (origin.own == 0) return words.say_in("days", "all inherited from {title}", from);
    return in_a_row(
        words.quantity_in("days", origin.inherited, "{n} inherited from {title}", "{n} inherited from {title}", from),
        words.quantity_in("days", origin.own, "{n} its own", "{n} its own"), words);
}

Said slip_totals_sentence(ProgressReport const& report, Words const& words)
{
    auto const& totals = report.moved.totals;
    if (totals.slips < 2 || totals.inherited + totals.unknown == 0) return {};
    if (totals.unknown == totals.days)
        return words.quantity(totals.days, "Together they slipped by {n} day; the origin of none of them is known.",
                              "Together they slipped by {n} days; the origin of none of them is known.");
    Said origin;
    if (totals.own > 0 && totals.inherited > 0)
        origin = words.quantity(
            totals.own, "{n} day of their own and {inherited}", "{n} days of their own and {inherited}",
            "inherited"_a = words.quantity_in("days", totals.inherited, "{n} inherited", "{n} inherited"));
    else if (totals.own > 0)
        origin = words.quantity(totals.own, "{n} day of their own", "{n} days of their own");
    else if (totals.inherited > 0)
        origin = words.quantity(totals.inherited, "{n} day inherited", "{n} days inherited");
    if (totals.unknown > 0)
        origin = in_clauses(
            std::move(origin),
            words.quantity(totals.unknown, "of {n} day the origin is not known", "of {n} days the origin is not known"),
            words);
    return words.quantity(totals.days, "Together they slipped by {n} day: {origin}.",
                          "Together they slipped by {n} days: {origin}.", "origin"_a = origin);
}

Said behind_baseline(std::optional<Slip> const& slip, Words const& words)
{
    if (!slip || !slip->moved()) return {};
    auto const said = slip_words(*slip, words);
    auto const amount = "amount"_a = said.amount;
    if (said.direction == 0) return words.say("{amount} on its baseline", amount);
    return said.direction > 0 ? words.say("{amount} later than its baseline", amount)
                              : words.say("{amount} earlier than its baseline", amount);
}

Said new_but_not_open(ProgressReport const& report, Words const& words)
{
    constexpr std::size_t most_named = 6;
    std::vector<Said> closed;
    auto cancelled = false;
    for (auto const& entry : report.added) {
        if (entry.open()) continue;
        closed.push_back(as_name(entry.milestone.title));
        cancelled = cancelled || entry.cancelled;
    }
    if (closed.empty()) return {};
    auto const names = "names"_a = some_names(closed, most_named, words);
    if (closed.size() < report.added.size())
        return cancelled ? words.say("Also, and already reached or given up: {names}.", names)
                         : words.say("Also, and already reached: {names}.", names);
    return cancelled ? words.say("Already reached or given up: {names}.", names)
                     : words.say("Already reached: {names}.", names);
}

Said conflict_in_words(Conflict const& conflict, ProgressReport const& report, Words const& words)
{
    auto const needed = "title"_a = as_name(conflict.needed.title);
    auto const end = "date"_a = date_here(*conflict.needed.planned, false, words);
    auto text = conflict.exact ? words.quantity(-conflict.margin, "{n} day before {title} is over ({date})",
                                                "{n} days before {title} is over ({date})", needed, end)
                               : words.say("before {title} ({date})", needed, end);
    if (conflict.path.size() > 2)
        text = in_a_row(std::move(text),
                        words.quantity(std::ssize(conflict.path) - 2, "which it needs through {n} undated milestone",
                                       "which it needs through {n} undated milestones"),
                        words);
    if (!conflict.is_new) return text;
    return in_clauses(std::move(text), words.say("new {this_week}", "this_week"_a = this_period(report.period, words)),
                      words);
}

namespace {

/// "3 agreed this week, 1 closed, none re-opened": what happened first bears the period.
class Happened {
public:
    Happened(Period const& period, Words const& words) : when_(this_period(period, words)), words_(words) {}

    void agreed(std::int64_t number)
    {
        if (number > 0)
            add(words_.quantity_in("actions", number, "{n} agreed {this_week}", "{n} agreed {this_week}",
                                   "this_week"_a = when_));
    }
    void closed(std::int64_t number)
    {
        if (said_.empty())
            add(words_.quantity_in("actions", number, "{n} closed {this_week}", "{n} closed {this_week}",
                                   "this_week"_a = when_));
        else if (number == 0)
            add(words_.say_in("actions", "none closed"));
        else
            add(words_.quantity_in("actions", number, "{n} closed", "{n} closed"));
    }
    void reopened(std::int64_t number)
    {
        if (said_.empty())
            add(words_.quantity_in("actions", number, "{n} re-opened {this_week}", "{n} re-opened {this_week}",
                                   "this_week"_a = when_));
        else
            add(words_.quantity_in("actions", number, "{n} re-opened", "{n} re-opened"));
    }
    /// What happened before and is only written down now is no news of these days.
    void before(std::int64_t agreed, std::int64_t closed)
    {
        if (agreed == 0 && closed == 0) return;
        auto const when = "this_week"_a = when_;
        auto const also = "closed"_a = words_.quantity_in("actions", closed, "{n} closed", "{n} closed");
        said_ = in_clauses(
            std::move(said_),
            closed == 0 ? words_.quantity_in("actions", agreed, "{n} agreed before and recorded {this_week}",
                                             "{n} agreed before and recorded {this_week}", when)
            : agreed == 0
                ? words_.quantity_in("actions", closed, "{n} closed before and recorded {this_week}",
                                     "{n} closed before and recorded {this_week}", when)
                : words_.quantity_in("actions", agreed, "{n} agreed and {closed} before and recorded {this_week}",
                                     "{n} agreed and {closed} before and recorded {this_week}", also, when),
            words_);
    }

    Said sentence() const
    {
        if (said_.empty()) return {};
        return words_.say_in("clauses that make a sentence", "{clauses}.", "clauses"_a = said_);
    }

private:
    void add(Said more) { said_ = in_a_row(std::move(said_), std::move(more), words_); }

    Said when_;
    Words words_;
    Said said_;
};

}  // namespace

Said actions_of_period(ProgressReport const& report, Words const& words)
{
    auto const earlier_of = [](std::vector<ActionStanding> const& actions) {
        return std::ranges::count_if(actions, &ActionStanding::recorded_late);
    };
    auto const opened_before = earlier_of(report.actions.opened);
    auto const closed_before = earlier_of(report.actions.closed);
    auto const opened = std::ssize(report.actions.opened) - opened_before;
    auto const closed = std::ssize(report.actions.closed) - closed_before;
    Happened happened{report.period, words};
    happened.agreed(opened);
    if (opened > 0 || closed > 0) happened.closed(closed);
    if (!report.actions.reopened.empty()) happened.reopened(std::ssize(report.actions.reopened));
    happened.before(opened_before, closed_before);
    return happened.sentence();
}

Said reinstated_was(Reinstated const& entry, Words const& words)
{
    auto const was = entry.was ? words.say("was cancelled {date}", "date"_a = date_here(*entry.was, false, words))
                               : words.say("was cancelled");
    return entry.reached ? in_a_row(was, words.say("stands as reached"), words) : was;
}

Said closed_before(ActionStanding const& action, Words const& words)
{
    if (!action.was_closed) return words.say_in("an action", "was closed");
    return words.say_in("an action", "was closed {date}", "date"_a = date_here(*action.was_closed, false, words));
}

Said freshness_sentence(ProgressReport const& report, Words const& words)
{
    auto const& freshness = report.freshness;
    return words.quantity(
        freshness.stale,
        "{n} of {matters} has not been touched for {days}:", "{n} of {matters} have not been touched for {days}:",
        "matters"_a = words.quantity_in("some of them", freshness.open, "{n} open matter", "{n} open matters"),
        "days"_a = words.quantity_in("for how long", freshness.stale_days, "more than {n} day", "more than {n} days"));
}

Said stale_matters(OwnersFreshness const& owner, Words const& words)
{
    Said milestones, actions;
    if (owner.stale_milestones > 0)
        milestones = words.quantity(owner.open_milestones, "{stale} of {n} milestone", "{stale} of {n} milestones",
                                    "stale"_a = owner.stale_milestones);
    if (owner.stale_actions > 0)
        actions = words.quantity(owner.open_actions, "{stale} of {n} action", "{stale} of {n} actions",
                                 "stale"_a = owner.stale_actions);
    return in_a_row(milestones, actions, words);
}

Said oldest_matter(OwnersFreshness const& owner, Words const& words)
{
    auto const& oldest = *owner.oldest;
    auto const what = oldest.action ? words.say("action {meeting} {id}", "meeting"_a = as_name(oldest.meeting),
                                                "id"_a = as_name(oldest.id))
                                    : as_name(oldest.title);
    auto const days = oldest.at_least
                          ? words.quantity_in("for how long", oldest.days, "more than {n} day", "more than {n} days")
                          : Said{whole_days(oldest.days, words)};
    if (owner.stale() == 1) return in_a_row(what, days, words);
    return words.say("the longest: {matter}, {days}", "matter"_a = what, "days"_a = days);
}

Said counts_by_owner(std::span<OwnersCount const> owners, Words const& words)
{
    constexpr std::size_t most_named = 5;
    if (owners.size() < 2) return {};
    Said all;
    auto const named = owners.size() <= most_named + 1 ? owners.size() : most_named;
    for (std::size_t i = 0; i < named; ++i) {
        auto const& [owner, number] = owners[i];
        all =
            in_a_row(std::move(all),
                     owner.empty() ? words.quantity_in("how many, and whose", number, "{n} of nobody", "{n} of nobody")
                                   : words.quantity_in("how many, and whose", number, "{n} of {owner}",
                                                       "{n} of {owner}", "owner"_a = as_name(owner)),
                     words);
    }
    if (named == owners.size()) return words.say("By owner: {list}.", "list"_a = all);
    int rest = 0;
    for (auto const& one : owners.subspan(named)) rest += one.count;
    return words.quantity(
        rest, "By owner: {list} and {n} of {others}.", "By owner: {list} and {n} of {others}.", "list"_a = all,
        "others"_a =
            words.quantity_in("owners", static_cast<std::int64_t>(owners.size() - named), "{n} other", "{n} others"));
}

}  // namespace sss
