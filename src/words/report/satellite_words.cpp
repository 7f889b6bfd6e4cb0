#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// "…, phase C, CDR held": a phase begins where somebody says that a review was passed, and not before.
/// @param said  that it is before its launch
Said phase_and_review(Said said, SatelliteStanding const& satellite, Words const& words)
{
    if (!satellite.phase.empty())
        said = in_a_row(std::move(said), words.say("phase {letter}", "letter"_a = satellite.phase), words);
    if (satellite.held_review.empty()) return said;
    auto const review = "reviews"_a = satellite.held_review;
    return in_a_row(
        std::move(said),
        satellite.held_review_failed ? words.say("{reviews} failed", review) : words.say("{reviews} held", review),
        words);
}

}  // namespace

Said whereabouts(SatelliteStanding const& satellite, Words const& words)
{
    auto const date = [&] { return "date"_a = date_here(*satellite.since, false, words); };
    auto const days = satellite.days.value_or(0);
    auto const number = "n"_a = days;
    switch (satellite.where) {
        case Whereabouts::before_launch: return phase_and_review(words.say("before launch"), satellite, words);
        case Whereabouts::in_orbit:
            if (days < 1) return words.say("in orbit since {date}", date());
            return words.quantity(days, "in orbit for {n} day", "in orbit for {n} days", number);
        case Whereabouts::lost_at_launch: return words.say("lost at launch, {date}", date());
        case Whereabouts::mission_ended:
            if (days < 1) return words.say("mission ended {date}", date());
            return words.quantity(days, "mission ended {date} after {n} day in orbit",
                                  "mission ended {date} after {n} days in orbit", date(), number);
        case Whereabouts::given_up:
            return satellite.since ? words.say("given up {date}", date()) : words.say_in("a satellite", "given up");
        case Whereabouts::re_entered: break;
    }
    if (days < 1) return words.say("re-entered {date}", date());
    return words.quantity(days, "re-entered {date} after {n} day", "re-entered {date} after {n} days", date(), number);
}

namespace {

/// The satellite's name stands at the row's beginning already.
Said title_within(SatelliteStanding const& satellite, Expected const& milestone)
{
    auto const& title = milestone.title;
    return as_name(title.starts_with(satellite.name + ' ') ? title.substr(satellite.name.size() + 1) : title);
}

/// "14 April", "undated", "not before 16 July 2018".
Said day_of(Expected const& milestone, Words const& words)
{
    if (milestone.planned) return date_here(*milestone.planned, false, words);
    return milestone.not_before ? Said{date_here(*milestone.not_before, false, words)} : words.say("undated");
}

/// "14 April, +3 days on its baseline".
Said launch_day(SatelliteStanding const& satellite, Words const& words)
{
    return in_a_row(day_of(*satellite.launch, words), behind_baseline(satellite.launch_behind, words), words);
}

struct Coming {
    Said what;
    bool next = false;  ///< it is a milestone, said without a word that it is the next
};

Coming coming(SatelliteStanding const& satellite, ProgressReport const& report, Words const& words)
{
    if (report.from_dates_only || satellite.total.count == 0) return {};
    auto const ahead = satellite.launch && satellite.where == Whereabouts::before_launch;
    Coming found;
    if (satellite.open == 0) {
        auto const over = satellite.where == Whereabouts::given_up || satellite.where == Whereabouts::lost_at_launch;
        found.what = over ? words.say("nothing more is awaited") : words.say("no open milestone");
    } else if (!satellite.next) {
        return {words.quantity(satellite.open, "{n} milestone left open", "{n} milestones left open")};
    } else if (!satellite.next->planned && satellite.open > 1) {
        // Which comes first nobody says.
        return {words.quantity(satellite.open, "{n} milestone open, none dated", "{n} milestones open, none dated")};
    } else {
        auto const launches = ahead && satellite.next->id == satellite.launch->id;
        found = {in_a_row(title_within(satellite, *satellite.next),
                          launches ? launch_day(satellite, words) : day_of(*satellite.next, words), words),
                 true};
    }
    if (satellite.next && satellite.next->planned && is_late(*satellite.next->planned, report.today))
        found.what = words.say_in("what comes, and how late it is", "{milestone} ({late})",
                                  "milestone"_a = std::move(found.what),
                                  "late"_a = ago_or_ahead(report.today, *satellite.next->planned, PastAs::late, words));
    if (ahead && satellite.launch->planned && (!satellite.next || satellite.next->id != satellite.launch->id))
        found.what = in_clauses(std::move(found.what),
                                words.say("launch: {date}", "date"_a = launch_day(satellite, words)), words);
    return found;
}

}  // namespace

Said next_of(SatelliteStanding const& satellite, ProgressReport const& report, Words const& words)
{
    auto const found = coming(satellite, report, words);
    return found.next ? words.say("next: {milestone}", "milestone"_a = found.what) : found.what;
}

Said what_comes(SatelliteStanding const& satellite, ProgressReport const& report, Words const& words)
{
    return coming(satellite, report, words).what;
}

Said share_of_satellite(SatelliteStanding const& satellite, Words const& words)
{
    auto const of = [&](Tally const& part, Tally const& whole) { return part_of(part.count, whole.count, words); };
    if (satellite.total_in_all.count == 0) return words.say("no milestone on record");
    if (satellite.total.count == 0)
        return words.say("no milestone of this part, {share} in all",
                         "share"_a = of(satellite.reached_in_all, satellite.total_in_all));
    auto text = of(satellite.reached, satellite.total);
    if (satellite.where == Whereabouts::before_launch && satellite.open == 0 && satellite.given_up > 0)
        text = in_a_row(std::move(text),
                        words.quantity_in("milestones", satellite.given_up, "{n} given up", "{n} given up"), words);
    if (weighs_alike(satellite.reached, satellite.total)) return text;
    auto const weighed = percent_text(satellite.reached.weight, satellite.total.weight, words);
    return in_a_row(std::move(text), words.say("{percent} by weight", "percent"_a = weighed), words);
}

namespace {

/// What happened to satellites, and when: "on 3 May", "in May".
Said satellite_event(Whereabouts where, Said const& when, std::vector<Said> const& names, Words const& words)
{
    constexpr std::size_t most_named = 3;
    auto const number = std::ssize(names);
    auto const who = "names"_a = some_names(names, most_named, words);
    auto const then = "when"_a = when;
    switch (where) {
        case Whereabouts::re_entered:
            return words.quantity(number, "{names} re-entered {when}.", "{names} re-entered {when}.", who, then);
        case Whereabouts::lost_at_launch:
            return words.quantity(number, "{names} was lost at launch {when}.", "{names} were lost at launch {when}.",
                                  who, then);
        case Whereabouts::given_up:
            return words.quantity(number, "{names} was given up {when}.", "{names} were given up {when}.", who, then);
        case Whereabouts::mission_ended:
            return words.quantity(number, "{names} ended its mission {when}.", "{names} ended their missions {when}.",
                                  who, then);
        case Whereabouts::before_launch:
        case Whereabouts::in_orbit: break;
    }
    return words.quantity(number, "{names} was launched {when}.", "{names} were launched {when}.", who, then);
}

}  // namespace

std::vector<Said> satellite_news(ProgressReport const& report, Words const& words)
{
    // What happened to several on one day is one sentence.
    struct Event {
        Said when;
        std::vector<Said> names;
    };
    std::map<std::tuple<Whereabouts, bool, std::string>, Event> events;
    std::vector<Said> sentences;
    for (auto const& satellite : report.satellites) {
        if (!satellite.news || satellite.told_reached) continue;
        auto const name = as_name(satellite.name);
        if (!satellite.since) {
            sentences.push_back(words.say("{name} was given up.", "name"_a = name));
            continue;
        }
        auto const to_the_day =
            satellite.since->precision() <= Precision::day && satellite.since->first() == satellite.since->last();
        auto const date = date_here(*satellite.since, false, words);
        auto& event = events[{satellite.where, to_the_day, date}];
        event.when = to_the_day ? words.say_in("when", "on {day}", "day"_a = date)
                                : words.say_in("when", "in {period}", "period"_a = date);
        event.names.push_back(name);
    }
    for (auto const& [what, event] : events)
        sentences.push_back(satellite_event(std::get<Whereabouts>(what), event.when, event.names, words));
    return sentences;
}

Said group_whereabouts(SatelliteGroup const& group, Words const& words)
{
    auto const& one = *group.satellites.front();
    switch (one.where) {
        case Whereabouts::before_launch:
            return phase_and_review(words.say_in("satellites", "Before launch"), one, words);
        case Whereabouts::in_orbit: return words.say_in("satellites", "In orbit");
        case Whereabouts::lost_at_launch: return words.say_in("satellites", "Lost at launch");
        case Whereabouts::mission_ended: return words.say_in("satellites", "Mission ended");
        case Whereabouts::given_up: return words.say_in("satellites", "Given up");
        case Whereabouts::re_entered: break;
    }
    return words.say_in("satellites", "Re-entered");
}

}  // namespace sss
