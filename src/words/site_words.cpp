#include "words/site_words.hpp"

#include "programme/country.hpp"
#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::string_view launch_type = "launch";

/// "on 25 April 2018", "in April 2018", "between 1 and 10 December 2021".
Said on_date(Date const& date, bool time = true)
{
    auto const to_the_day = date.precision() <= Precision::day && !date.is_range() && !date.approximate();
    return (to_the_day ? "on " : date.is_range() ? "" : "in ") + whole_date(date, time);
}

std::string spaced_words(std::string text)
{
    std::ranges::replace(text, '-', ' ');
    return text;
}

Said country_said(std::string const& code)
{
    auto const name = country_name(code);
    return name ? Said{*name} : as_name(code);
}

}  // namespace

Said place_of(Meeting const& meeting)
{
    return joined(as_name(meeting.city), ", ", country_said(meeting.country));
}

Said whole_date(Date const& date, bool time)
{
    return as_time(date, in_words(date, {time, std::nullopt}));
}

Said whole_day(Day day)
{
    return whole_date(Date::of(day));
}

Said milestone_state(Milestone const& milestone, SiteFacts const& site)
{
    FieldWords const names{site.records()};
    if (milestone.cancelled) {
        Said said = "Given up";
        if (milestone.cancelled_on) said += ' ' + on_date(*milestone.cancelled_on);
        if (!milestone.cancelled_why.empty()) said += ": " + as_name(milestone.cancelled_why);
        return said + '.';
    }
    if (milestone.failed()) {
        auto said =
            (milestone.type == launch_type ? "Launched " : "Held ") + on_date(*milestone.actual) + " and failed";
        if (!milestone.repeated_by.empty())
            said += "; held again as " + names.record(kinds::milestone, milestone.repeated_by);
        else if (auto const ahead = milestone.plan_ahead())
            said += "; to be held again " + on_date(*ahead);
        return said + '.';
    }
    if (milestone.reached()) {
        auto said = "Reached " + on_date(*milestone.actual);
        if (auto const outcome = outcome_in_words(milestone.outcome); !outcome.empty()) said += ", " + outcome;
        return said + '.';
    }
    if (milestone.dropped) return "No longer awaited: its satellite was given up or lost.";
    if (milestone.planned) return with_capital(Said{plan_in_words(*milestone.planned)}) + '.';
    if (milestone.not_before) return with_capital(Said{plan_in_words(*milestone.not_before)}) + '.';
    return "No date is known yet.";
}

std::string_view milestone_word(Milestone const& milestone)
{
    if (milestone.cancelled) return "given up";
    if (milestone.failed()) return "failed";
    if (milestone.reached()) return "reached";
    if (milestone.dropped) return "no longer awaited";
    return milestone.planned ? "planned" : "no date yet";
}

Said milestone_cell(Milestone const& milestone)
{
    Said said{milestone_word(milestone)};
    return milestone.failed() ? said + ", " + whole_date(*milestone.actual, false) : said;
}

std::string_view original_title(Milestone const& milestone)
{
    return milestone.baseline ? "Baseline" : "First planned";
}

std::string difference_said(Promise const& promise)
{
    if (!promise.difference) return {};
    auto const& stands = promise.actual ? promise.actual : promise.current;
    auto const moved = promise.difference->moved() || promise.difference->within;
    return stands == promise.original || !moved ? "as promised" : slip_in_words(*promise.difference);
}

Said meeting_state(Meeting const& meeting)
{
    if (meeting.cancelled) {
        Said said = "Cancelled";
        if (meeting.cancelled_on) said += ' ' + on_date(*meeting.cancelled_on);
        if (!meeting.cancelled_why.empty()) said += ": " + as_name(meeting.cancelled_why);
        return said + '.';
    }
    if (!meeting.start) {
        Said said =
            meeting.not_before ? with_capital(Said{plan_in_words(*meeting.not_before)}) : Said{"No date is known yet"};
        return joined(std::move(said), ", ", place_of(meeting)) + '.';
    }
    auto said = (meeting.held ? "Held " : "Planned for ") + whole_date(meeting.when());
    return joined(std::move(said), ", ", place_of(meeting)) + '.';
}

Said satellite_state(SatelliteStanding const& satellite)
{
    auto const since = [&]() -> Said { return satellite.since ? ' ' + on_date(*satellite.since, false) : Said{}; };
    switch (satellite.where) {
        case Whereabouts::before_launch: {
            std::string text = "Before launch";
            if (!satellite.phase.empty()) text += ", phase " + satellite.phase;
            if (!satellite.held_review.empty())
                text += ", " + satellite.held_review + (satellite.held_review_failed ? " failed" : " held");
            return text + '.';
        }
        case Whereabouts::in_orbit:
            return satellite.since ? "In orbit since " + whole_date(*satellite.since, false) + '.' : Said{"In orbit."};
        case Whereabouts::lost_at_launch: return "Lost at launch" + since() + '.';
        case Whereabouts::mission_ended: return "Its mission ended" + since() + '.';
        case Whereabouts::given_up: return "Given up" + since() + '.';
        case Whereabouts::re_entered: break;
    }
    return "Re-entered" + since() + '.';
}

Said action_word(ActionItem const& action)
{
    if (action.closed) return "closed " + whole_date(*action.closed);
    if (!action.due) return "open, no due date";
    return "open, due " + whole_date(*action.due);
}

Said commit_name(std::uint32_t commit, SiteFacts const& site)
{
    auto const& id = site.commit(commit).commit.id;
    auto address = site.publication.settings.site.commit;
    constexpr std::string_view mark = "{commit}";
    auto const at = address.find(mark);
    if (at == std::string::npos) return as_code(id.brief());
    return as_link(id.brief(), address.replace(at, mark.size(), id.hex()));
}

Said commit_said(std::uint32_t commit, SiteFacts const& site)
{
    auto const& author = site.commit(commit).commit.author.name;
    auto said = whole_day(site.landed(commit));
    if (!author.empty()) said += " by " + as_name(author);
    return said + " (" + commit_name(commit, site) + ')';
}

std::vector<Said> change_said(ChangeFacts const& facts, ChangeWords const& words, SiteFacts const& site)
{
    std::vector<Said> lines;
    auto const& change = *facts.change;
    for (auto const& sentence : words.sentences(facts)) lines.push_back(as_mixed(sentence));
    auto const& reason = site.commit(change.commit).reason;
    if (!reason.empty() && !tells_reason(facts, reason)) lines.push_back("“" + as_name(reason) + "”");
    return lines;
}

Said news_said(NewsItem const& item, ChangeWords const& words, SiteFacts const& site)
{
    auto const& thread = site.thread(item.thread);
    auto const& title = item.told.back().change->title;
    Said said;
    for (auto const& line : change_said(item.told.front(), words, site)) said = joined(std::move(said), "; ", line);
    return joined(thread.stands ? as_record(title, record_address(*thread.kind, thread.id)) : as_name(title), ": ",
                  said);
}

Said not_counted(Standing const& standing)
{
    std::string text;
    auto const add = [&](int number, std::string_view what) {
        if (number > 0) text += (text.empty() ? "" : ", ") + number_text(number) + ' ' + std::string{what};
    };
    add(standing.cancelled, "given up");
    add(standing.repeated, "failed and held again");
    add(standing.dropped, "no longer awaited");
    return text.empty() ? Said{} : "Not counted: " + text + '.';
}

std::string kind_name(Kind const& kind)
{
    return capitalised(spaced_words(kind.name));
}

std::string kind_title(Kind const& kind)
{
    // The folder is the plural that the schema's author chose.
    return capitalised(spaced_words(kind.folder.substr(kind.folder.rfind('/') + 1)));
}

}  // namespace sss
