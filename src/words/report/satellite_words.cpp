#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <map>
#include <utility>

namespace sss {

namespace {

/// ", phase C", ", phase C, CDR held": a phase begins where somebody says that a review was passed, and not before.
std::string phase_and_review(SatelliteStanding const& satellite)
{
    auto text = satellite.phase.empty() ? std::string{} : ", phase " + satellite.phase;
    if (!satellite.held_review.empty())
        text += ", " + satellite.held_review + (satellite.held_review_failed ? " failed" : " held");
    return text;
}

}  // namespace

std::string whereabouts(SatelliteStanding const& satellite)
{
    auto const since = [&] { return date_here(*satellite.since); };
    auto const days = satellite.days.value_or(0);
    switch (satellite.where) {
        case Whereabouts::before_launch: return "before launch" + phase_and_review(satellite);
        case Whereabouts::in_orbit:
            if (days < 1) return "in orbit since " + since();
            return "in orbit for " + whole_days(days);
        case Whereabouts::lost_at_launch: return "lost at launch, " + since();
        case Whereabouts::mission_ended:
            return "mission ended " + since() + (days < 1 ? "" : " after " + whole_days(days) + " in orbit");
        case Whereabouts::given_up: return satellite.since ? "given up " + since() : "given up";
        case Whereabouts::re_entered: break;
    }
    return "re-entered " + since() + (days < 1 ? "" : " after " + whole_days(days));
}

namespace {

/// The satellite's name stands at the row's beginning already.
Said title_within(SatelliteStanding const& satellite, Expected const& milestone)
{
    auto const& title = milestone.title;
    return as_name(title.starts_with(satellite.name + ' ') ? title.substr(satellite.name.size() + 1) : title);
}

/// "14 April", "undated", "not before 16 July 2018".
std::string day_of(Expected const& milestone)
{
    if (milestone.planned) return date_here(*milestone.planned);
    return milestone.not_before ? date_here(*milestone.not_before) : "undated";
}

/// "14 April, +3 days on its baseline".
std::string launch_day(SatelliteStanding const& satellite)
{
    auto text = day_of(*satellite.launch);
    auto const behind = behind_baseline(satellite.launch_behind);
    return behind.empty() ? text : text + ", " + behind;
}

}  // namespace

namespace {

struct Coming {
    Said what;
    bool next = false;  ///< it is a milestone, said without a word that it is the next
};

Coming coming(SatelliteStanding const& satellite, ProgressReport const& report)
{
    if (report.from_dates_only || satellite.total.count == 0) return {};
    auto const ahead = satellite.launch && satellite.where == Whereabouts::before_launch;
    Coming found;
    if (satellite.open == 0) {
        auto const over = satellite.where == Whereabouts::given_up || satellite.where == Whereabouts::lost_at_launch;
        found.what = over ? "nothing more is awaited" : "no open milestone";
    } else if (!satellite.next) {
        return {count(satellite.open, "milestone") + " left open"};
    } else if (!satellite.next->planned && satellite.open > 1) {
        return {count(satellite.open, "milestone") + " open, none dated"};  // which comes first nobody says
    } else {
        auto const launches = ahead && satellite.next->id == satellite.launch->id;
        found = {title_within(satellite, *satellite.next) + ", " +
                     (launches ? launch_day(satellite) : day_of(*satellite.next)),
                 true};
    }
    if (satellite.next && satellite.next->planned && is_late(*satellite.next->planned, report.today))
        found.what += " (" + ago_or_ahead(report.today, *satellite.next->planned) + ')';
    if (ahead && satellite.launch->planned && (!satellite.next || satellite.next->id != satellite.launch->id))
        found.what += "; launch: " + launch_day(satellite);
    return found;
}

}  // namespace

Said next_of(SatelliteStanding const& satellite, ProgressReport const& report)
{
    auto const found = coming(satellite, report);
    return found.next ? "next: " + found.what : found.what;
}

Said what_comes(SatelliteStanding const& satellite, ProgressReport const& report)
{
    return coming(satellite, report).what;
}

std::string share_of_satellite(SatelliteStanding const& satellite)
{
    auto const of = [](Tally const& part, Tally const& whole) {
        return number_text(part.count) + " of " + number_text(whole.count);
    };
    if (satellite.total_in_all.count == 0) return "no milestone on record";
    if (satellite.total.count == 0)
        return "no milestone of this part, " + of(satellite.reached_in_all, satellite.total_in_all) + " in all";
    auto text = of(satellite.reached, satellite.total);
    if (satellite.where == Whereabouts::before_launch && satellite.open == 0 && satellite.given_up > 0)
        text += ", " + number_text(satellite.given_up) + " given up";
    if (weighs_alike(satellite.reached, satellite.total)) return text;
    return text + ", " + percent_text(satellite.reached.weight, satellite.total.weight) + " by weight";
}

std::vector<Said> satellite_news(ProgressReport const& report)
{
    constexpr std::size_t most_named = 3;
    // What happened to several on one day is one sentence.
    std::map<std::pair<Whereabouts, std::string>, std::vector<Said>> names;
    std::vector<Said> sentences;
    for (auto const& satellite : report.satellites) {
        if (!satellite.news || satellite.told_reached) continue;
        if (!satellite.since) {
            sentences.push_back(as_name(satellite.name) + " was given up.");
            continue;
        }
        auto const to_the_day =
            satellite.since->precision() <= Precision::day && satellite.since->first() == satellite.since->last();
        auto const when = (to_the_day ? " on " : " in ") + date_here(*satellite.since);
        names[{satellite.where, when}].push_back(as_name(satellite.name));
    }
    for (auto const& [event, who] : names) {
        auto const& [where, when] = event;
        auto const* be = who.size() == 1 ? " was " : " were ";
        auto const what = where == Whereabouts::re_entered       ? std::string{" re-entered"}
                          : where == Whereabouts::lost_at_launch ? std::string{be} + "lost at launch"
                          : where == Whereabouts::given_up       ? std::string{be} + "given up"
                          : where == Whereabouts::mission_ended
                              ? std::string{who.size() == 1 ? " ended its mission" : " ended their missions"}
                              : std::string{be} + "launched";
        sentences.push_back(some_names(who, most_named) + what + when + '.');
    }
    return sentences;
}

std::string group_whereabouts(SatelliteGroup const& group)
{
    auto const& one = *group.satellites.front();
    switch (one.where) {
        case Whereabouts::before_launch: return "before launch" + phase_and_review(one);
        case Whereabouts::in_orbit: return "in orbit";
        case Whereabouts::lost_at_launch: return "lost at launch";
        case Whereabouts::mission_ended: return "mission ended";
        case Whereabouts::given_up: return "given up";
        case Whereabouts::re_entered: break;
    }
    return "re-entered";
}

}  // namespace sss
