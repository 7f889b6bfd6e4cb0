#include "print/calendar/calendar.hpp"

#include "print/calendar/ics.hpp"
#include "print/page_address.hpp"
#include "support/uuid.hpp"
#include "words/calendar_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sss {

namespace {

std::string joined_lines(std::vector<std::string> const& lines)
{
    return fmt::format("{}", fmt::join(lines, "\n"));
}

/// One instant, one day, or all days of a span; what is vague stands on its last day. DTEND is the day after.
void write_dates(IcsWriter& ics, Date const& when)
{
    if (auto const instant = when.instant()) return ics.instant("DTSTART", *instant);
    ics.day("DTSTART", is_vague(when) ? when.last() : when.first());
    ics.day("DTEND", when.last() + std::chrono::days{1});
}

/// The event of a record, or of an action: neither a rename nor another address makes it another one.
std::string uid_of(Publication const& publication, CalendarEvent const& event)
{
    auto const& thread = publication.threads.threads[event.thread];
    auto const what = event.sort == EventSort::action ? "due " + event.action : std::string{"date"};
    return uuid_of({publication.programme_id, thread.kind->name, thread.name(), what});
}

void write_event(IcsWriter& ics, Publication const& publication, CalendarEvent const& event)
{
    CalendarWords const words{publication.whole, publication.records};
    auto const landed = [&](std::uint32_t commit) { return publication.whole.commits[commit].landed_at; };
    auto const& face = event.face;
    ics.begin("VEVENT");
    ics.line("UID", uid_of(publication, event));
    ics.instant("DTSTAMP", landed(event.changed));
    ics.instant("CREATED", landed(event.created));
    ics.instant("LAST-MODIFIED", landed(event.changed));
    ics.line("SEQUENCE", fmt::format("{}", event.sequence));
    write_dates(ics, face.when);
    ics.text("SUMMARY", words.summary(event));
    if (auto const lines = words.description(event); !lines.empty()) ics.text("DESCRIPTION", joined_lines(lines));
    if (!face.place.empty()) ics.text("LOCATION", face.place);
    ics.texts("CATEGORIES", words.categories(event));
    auto const gone = face.state == EventState::cancelled || face.state == EventState::dropped;
    ics.line("STATUS", gone ? "CANCELLED" : "CONFIRMED");
    ics.line("TRANSP", "TRANSPARENT");
    auto const page = page_address(publication, publication.threads.threads[event.thread]);
    if (!page.empty()) ics.line("URL", page);
    ics.end("VEVENT");
}

/// A calendar holds a component at least (RFC 5545, 3.6); where nothing is dated, it says by which clock.
void write_nothing(IcsWriter& ics)
{
    ics.begin("VTIMEZONE");
    ics.line("TZID", "UTC");
    ics.begin("STANDARD");
    ics.line("DTSTART", "19700101T000000");
    ics.line("TZOFFSETFROM", "+0000");
    ics.line("TZOFFSETTO", "+0000");
    ics.end("STANDARD");
    ics.end("VTIMEZONE");
}

}  // namespace

std::string calendar_ics(Publication const& publication, std::span<CalendarEvent const> events)
{
    auto const& settings = publication.settings;
    auto const name = publication.parts.empty()
                          ? publication.name
                          : fmt::format("{}: {}", publication.name, fmt::join(publication.parts, ", "));
    IcsWriter ics;
    ics.begin("VCALENDAR");
    ics.line("VERSION", "2.0");
    ics.line("PRODID", "-//sss//sss export ics//EN");
    ics.line("CALSCALE", "GREGORIAN");
    ics.line("UID",
             uuid_of({publication.programme_id, "calendar", fmt::format("{}", fmt::join(publication.part_ids, ", "))}));
    ics.text("NAME", name);
    ics.text("X-WR-CALNAME", name);
    auto about = publication.description;
    if (publication.leaves_out)
        about += std::string{about.empty() ? "" : "\n"} + "What is not for the public is left out.";
    if (!about.empty()) ics.text("DESCRIPTION", about);
    if (!about.empty()) ics.text("X-WR-CALDESC", about);
    ics.instant("LAST-MODIFIED", publication.changed_at());
    ics.line("REFRESH-INTERVAL;VALUE=DURATION", settings.site.calendar_refresh);
    ics.line("X-PUBLISHED-TTL", settings.site.calendar_refresh);
    if (auto const self = part_address(publication, ".ics"); !self.empty()) ics.line("SOURCE;VALUE=URI", self);
    if (auto const page = part_address(publication, ".html"); !page.empty()) ics.line("URL", page);
    for (auto const& event : events) write_event(ics, publication, event);
    if (events.empty()) write_nothing(ics);
    ics.end("VCALENDAR");
    return std::move(ics).take();
}

}  // namespace sss
