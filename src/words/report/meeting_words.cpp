#include "words/report/report_words.hpp"
#include "words/words.hpp"

#include <utility>

namespace sss {

namespace {

/// "Attended by 24 people.", "Attended by more than 40 people."
Said people(RoughCount const& attendance, Words const& words)
{
    auto const number = "number"_a = words.quantity(attendance.number, "{n} person", "{n} people");
    switch (attendance.sense) {
        case RoughCount::Sense::more: return words.say_in("attendance", "Attended by more than {number}.", number);
        case RoughCount::Sense::fewer: return words.say_in("attendance", "Attended by fewer than {number}.", number);
        case RoughCount::Sense::about: return words.say_in("attendance", "Attended by about {number}.", number);
        case RoughCount::Sense::exact: break;
    }
    return words.say_in("attendance", "Attended by {number}.", number);
}

/// "Huang Hai, professor, Beihang University: Reports on the background."
Said speaker_said(Speaker const& speaker)
{
    auto who = joined(as_name(speaker.name), ", ", as_name(speaker.office));
    who = joined(std::move(who), ", ", as_name(speaker.organisation));
    return joined(std::move(who), ": ", as_name(speaker.said));
}

}  // namespace

std::vector<Said> meeting_course(MeetingNews const& meeting, Words const& words)
{
    constexpr std::size_t most_speakers = 5;
    std::vector<Said> lines;
    Said course;
    auto const add = [&](Said fact) { course = joined(std::move(course), " ", fact); };
    if (!meeting.venue.empty()) add(words.say("Venue: {venue}.", "venue"_a = as_name(meeting.venue)));
    if (!meeting.chair.empty()) add(words.say("Chair: {person}.", "person"_a = as_name(meeting.chair)));
    if (meeting.attendance) add(people(*meeting.attendance, words));
    if (!course.empty()) lines.push_back(std::move(course));
    auto const& speakers = meeting.speakers;
    auto const shown = speakers.size() <= most_speakers + 1 ? speakers.size() : most_speakers;
    for (std::size_t i = 0; i < shown; ++i) lines.push_back(speaker_said(speakers[i]));
    if (shown < speakers.size())
        lines.push_back(words.quantity(std::ssize(speakers) - static_cast<std::ptrdiff_t>(shown), "{n} more speaker",
                                       "{n} more speakers"));
    return lines;
}

}  // namespace sss
