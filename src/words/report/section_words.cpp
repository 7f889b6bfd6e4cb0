#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace sss {

std::string_view title_of(ReportSection section)
{
    switch (section) {
        case ReportSection::achieved: return "Achieved";
        case ReportSection::failed: return "Failed";
        case ReportSection::reopened: return "Re-opened";
        case ReportSection::moved: return "Moved";
        case ReportSection::added: return "New";
        case ReportSection::cancelled: return "Cancelled";
        case ReportSection::coming_up: return "Coming up";
        case ReportSection::overdue: return "Overdue";
        case ReportSection::undated: return "Undated";
        case ReportSection::conflicts: return "Conflicts";
        case ReportSection::meetings: return "Meetings";
        case ReportSection::actions: return "Actions";
        case ReportSection::rids: return "RIDs";
        case ReportSection::satellites: return "Satellites";
        case ReportSection::statements: return "Statements";
        case ReportSection::freshness: return "Not updated";
        case ReportSection::records: return "Records";
        case ReportSection::publication: return "Publication";
        case ReportSection::forecast: return "Forecast";
        case ReportSection::charts: return "Charts";
    }
    return "";
}

bool says_none(ProgressReport const& report, ReportSection section)
{
    if (!is_empty(report, section) || !can_tell(report, section) || is_before_its_part(report)) return false;
    // Who looks for what is late must find that nothing is.
    return report.say_empty || (section == ReportSection::overdue && report.standing.total.count > 0);
}

Said owner_or_none(std::string const& name)
{
    return name.empty() ? "no owner named" : as_name(name);
}

Said origin_in_words(Moved const& entry)
{
    using Unknown = SlipOrigin::Unknown;
    auto const& origin = entry.origin;
    if (origin.unknown > 0) {
        switch (origin.why_unknown) {
            case Unknown::rough: return "how much it inherited is not known: a date is known only roughly";
            case Unknown::unreadable: return "how much it inherited is not known: it or what it needs cannot be read";
            case Unknown::circle: return "how much it inherited is not known: it needs itself, through others";
            case Unknown::fresh:
            case Unknown::none: return "how much it inherited is not known: what was planned before cannot be read";
        }
    }
    if (origin.inherited == 0) return {};
    auto const from = " inherited from " + as_name(origin.because_title);
    if (origin.own == 0) return "all" + from;
    return number_text(origin.inherited) + from + ", " + number_text(origin.own) + " its own";
}

std::string slip_totals_sentence(ProgressReport const& report)
{
    auto const& totals = report.moved.totals;
    if (totals.slips < 2 || totals.inherited + totals.unknown == 0) return {};
    auto text = "Together they slipped by " + count(totals.days, "day");
    if (totals.unknown == totals.days) return text + "; the origin of none of them is known.";
    auto const own = totals.own > 0 ? count(totals.own, "day") + " of their own" : std::string{};
    auto const inherited = totals.inherited == 0 ? std::string{}
                           : own.empty()         ? count(totals.inherited, "day") + " inherited"
                                                 : " and " + number_text(totals.inherited) + " inherited";
    text += ": " + own + inherited;
    if (totals.unknown > 0) text += "; of " + count(totals.unknown, "day") + " the origin is not known";
    return text + '.';
}

std::string behind_baseline(std::optional<Slip> const& slip)
{
    if (!slip || !slip->moved()) return {};
    auto const words = slip_words(*slip);
    return words.text() + (words.direction != 0 ? " than its baseline" : " on its baseline");
}

Said new_but_not_open(ProgressReport const& report)
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
    return Said{closed.size() < report.added.size() ? "Also, and already " : "Already "} +
           (cancelled ? "reached or given up: " : "reached: ") + some_names(closed, most_named) + '.';
}

Said conflict_in_words(Conflict const& conflict, ProgressReport const& report)
{
    auto const needed = as_name(conflict.needed.title);
    auto const end = date_here(*conflict.needed.planned);
    auto text = conflict.exact ? count(-conflict.margin, "day") + " before " + needed + " is over (" + end + ')'
                               : "before " + needed + " (" + end + ')';
    if (conflict.path.size() > 2)
        text += ", which it needs through " +
                count(static_cast<std::int64_t>(conflict.path.size()) - 2, "undated milestone");
    return text + (conflict.is_new ? "; new " + this_period(report.period) : "");
}

std::string actions_of_period(ProgressReport const& report)
{
    auto const earlier_of = [](std::vector<ActionStanding> const& actions) {
        return std::ranges::count_if(actions, &ActionStanding::recorded_late);
    };
    auto const opened_before = earlier_of(report.actions.opened);
    auto const closed_before = earlier_of(report.actions.closed);
    auto const opened = std::ssize(report.actions.opened) - opened_before;
    auto const closed = std::ssize(report.actions.closed) - closed_before;
    auto const reopened = std::ssize(report.actions.reopened);
    std::string text;
    auto const tell = [&](std::int64_t number, std::string_view what) {
        auto const first = text.empty();
        if (!first) text += ", ";
        text += (number == 0 ? std::string{"none"} : number_text(number)) + ' ' + std::string{what};
        if (first) text += ' ' + this_period(report.period);
    };
    if (opened > 0) tell(opened, "agreed");
    if (opened > 0 || closed > 0) tell(closed, "closed");
    if (reopened > 0) tell(reopened, "re-opened");
    // What happened before and is only written down now is no news of these days.
    std::string earlier;
    if (opened_before > 0) earlier = number_text(opened_before) + " agreed";
    if (closed_before > 0) earlier += (earlier.empty() ? "" : " and ") + number_text(closed_before) + " closed";
    if (!earlier.empty())
        text += (text.empty() ? "" : "; ") + earlier + " before and recorded " + this_period(report.period);
    return text.empty() ? text : text + '.';
}

std::string reinstated_was(Reinstated const& entry)
{
    return "was cancelled" + (entry.was ? ' ' + date_here(*entry.was) : std::string{}) +
           (entry.reached ? ", stands as reached" : "");
}

std::string closed_before(ActionStanding const& action)
{
    return action.was_closed ? "was closed " + date_here(*action.was_closed) : "was closed";
}

std::string freshness_sentence(ProgressReport const& report)
{
    auto const& freshness = report.freshness;
    return number_text(freshness.stale) + " of " + count(freshness.open, "open matter") + ' ' +
           (freshness.stale == 1 ? "has" : "have") + " not been touched for more than " +
           count(freshness.stale_days, "day") + ":";
}

std::string stale_matters(OwnersFreshness const& owner)
{
    auto const of = [](int stale, int open, std::string_view noun) {
        return stale == 0 ? std::string{} : number_text(stale) + " of " + count(open, noun);
    };
    auto const milestones = of(owner.stale_milestones, owner.open_milestones, "milestone");
    auto const actions = of(owner.stale_actions, owner.open_actions, "action");
    return milestones + (milestones.empty() || actions.empty() ? "" : ", ") + actions;
}

Said oldest_matter(OwnersFreshness const& owner)
{
    auto const& oldest = *owner.oldest;
    auto const one = owner.stale() == 1;
    auto const what =
        (oldest.action ? "action " + as_name(oldest.meeting) + ' ' + as_name(oldest.id) : as_name(oldest.title));
    return (one ? "" : "the longest: ") + what + ", " +
           (oldest.at_least ? "more than " + count(oldest.days, "day") : whole_days(oldest.days));
}

Said counts_by_owner(std::span<OwnersCount const> owners)
{
    constexpr std::size_t most_named = 5;
    if (owners.size() < 2) return {};
    Said all{"By owner: "};
    auto const named = owners.size() <= most_named + 1 ? owners.size() : most_named;
    for (std::size_t i = 0; i < named; ++i) {
        auto const& one = owners[i];
        all = std::move(all) + (i == 0 ? "" : ", ") + number_text(one.count) + " of " +
              (one.owner.empty() ? Said{"nobody"} : as_name(one.owner));
    }
    if (named == owners.size()) return std::move(all) + ".";
    int rest = 0;
    for (auto const& one : owners.subspan(named)) rest += one.count;
    return std::move(all) + " and " + number_text(rest) + " of " +
           number_text(static_cast<std::int64_t>(owners.size() - named)) + " others.";
}

}  // namespace sss
