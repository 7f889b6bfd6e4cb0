#include "words/calendar_words.hpp"

#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t summary_width = 250;
constexpr std::size_t line_width = 1000;

std::string_view state_words(EventState state)
{
    switch (state) {
        case EventState::planned: return "";
        case EventState::reached: return "Reached: ";
        case EventState::failed: return "Failed: ";
        case EventState::closed: return "Done: ";
        case EventState::cancelled: return "Cancelled: ";
        case EventState::dropped: break;
    }
    return "No longer awaited: ";
}

/// "passed-with-actions" as people write it.
std::string spaced(std::string text)
{
    std::ranges::replace(text, '-', ' ');
    return text;
}

std::string_view sort_words(EventSort sort)
{
    return sort == EventSort::meeting ? "Meeting" : sort == EventSort::action ? "Action" : "Milestone";
}

}  // namespace

bool is_vague(Date const& date)
{
    return date.approximate() || date.precision() > Precision::day || date.first_precision() > Precision::day;
}

std::string CalendarWords::name_of(std::string_view kind, std::string const& id) const
{
    auto const* record = records_.find(kind, id);
    return one_line(record != nullptr ? record->title() : id, summary_width);
}

std::string CalendarWords::day_of(std::uint32_t commit) const
{
    return in_words(whole_.zone.day_of(whole_.commits[commit].landed_at));
}

std::string CalendarWords::author_of(std::uint32_t commit) const
{
    auto const& name = whole_.commits[commit].commit.author.name;
    return name.empty() ? std::string{} : " by " + one_line(name, summary_width);
}

std::string CalendarWords::reason(std::uint32_t commit) const
{
    auto const& reason = whole_.commits[commit].reason;
    return reason.empty() ? std::string{} : ": “" + one_line(reason, line_width) + "”";
}

std::string CalendarWords::summary(CalendarEvent const& event) const
{
    auto const& face = event.face;
    auto const lead =
        event.sort == EventSort::action && face.state == EventState::planned ? "Due: " : state_words(face.state);
    auto text = std::string{lead} + one_line(face.title, summary_width);
    if (!is_vague(face.when)) return text;
    auto const when = in_words(face.when);
    if (face.state == EventState::reached || face.state == EventState::failed) return text + " (" + when + ')';
    return text + (face.when.approximate() ? ", " : ", by the end of ") + when;
}

std::string CalendarWords::past(CalendarEvent const& event) const
{
    if (event.last_move && event.last_move->first) {
        auto const& move = *event.last_move;
        return fmt::format("First planned for {}, moved {} since{}. Last moved on {}{}, {} ({}){}.",
                           in_words(*event.first_planned), move.ordinal == 1 ? "once" : count(move.ordinal, "time"),
                           move.ordinal == 1 || !move.total.moved() ? "" : ", " + slip_in_words(move.total) + " in all",
                           day_of(move.commit), author_of(move.commit), move_in_words(move.from, move.to),
                           slip_in_words(move.slip), reason(move.commit));
    }
    if (event.last_moved && event.first_planned && event.sort != EventSort::milestone)
        return fmt::format("First planned for {}, moved {} since. Last moved on {}{}{}.",
                           in_words(*event.first_planned),
                           event.times_moved == 1 ? "once" : count(event.times_moved, "time"),
                           day_of(*event.last_moved), author_of(*event.last_moved), reason(*event.last_moved));
    return {};
}

std::vector<std::string> CalendarWords::description(CalendarEvent const& event) const
{
    auto const& face = event.face;
    std::vector<std::string> lines;
    auto const add = [&](std::string line) {
        if (!line.empty()) lines.push_back(std::move(line));
    };
    if (event.sort == EventSort::action) add("Agreed at " + one_line(event.meeting, summary_width) + '.');
    if (!face.owner.empty()) add("Owner: " + name_of(kinds::organisation, face.owner) + '.');
    std::string satellites;
    for (auto const& id : face.satellites)
        satellites += (satellites.empty() ? "" : ", ") + name_of(kinds::satellite, id);
    if (!satellites.empty()) add((face.satellites.size() == 1 ? "Satellite: " : "Satellites: ") + satellites + '.');
    if (!face.outcome.empty()) add("Outcome: " + spaced(one_line(face.outcome, summary_width)) + '.');
    if (is_vague(face.when))
        add(fmt::format("The date is known as {}; it stands here on its last day.", in_words(face.when)));
    if (event.given_up)
        add(fmt::format("{} on {}{}{}.", face.state == EventState::cancelled ? "Cancelled" : "No longer awaited: told",
                        day_of(*event.given_up), author_of(*event.given_up),
                        face.why.empty() ? reason(*event.given_up) : ": " + one_line(face.why, line_width)));
    add(past(event));
    return lines;
}

std::vector<std::string> CalendarWords::categories(CalendarEvent const& event) const
{
    std::vector<std::string> names;
    if (event.sort != EventSort::own) names.emplace_back(sort_words(event.sort));
    if (!event.face.type.empty() && event.face.type != "action")
        names.push_back(capitalised(spaced(one_line(event.face.type, summary_width))));
    for (auto const& id : event.face.satellites) names.push_back(name_of(kinds::satellite, id));
    return names;
}

}  // namespace sss
