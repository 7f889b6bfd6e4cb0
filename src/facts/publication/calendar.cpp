#include "facts/publication/calendar.hpp"

#include "facts/chart/timeline.hpp"
#include "history/member_changes.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// An event while the history is played: it may vanish and come back, and remembers what it showed.
struct Played {
    CalendarEvent event;
    std::optional<EventFace> shown;  ///< what it showed last; nothing: it never did
    bool there = false;
};

/// Of a milestone or satellite, what may change how others stand.
using Fate = std::tuple<bool, bool, std::string, std::string, std::string>;

Fate fate_of(Milestone const& milestone)
{
    auto const launched = milestone.type == "launch" && milestone.held() && !milestone.cancelled;
    return {launched, launched && milestone.failed(),
            launched ? milestone.satellite + ' ' + milestone.actual->text() : "",
            milestone.cancelled ? "" : milestone.repeats, milestone.id};
}

bool has_fate(Fate const& fate)
{
    return std::get<0>(fate) || !std::get<3>(fate).empty();
}

EventState event_state(Milestone const& milestone)
{
    if (milestone.held()) return milestone.failed() ? EventState::failed : EventState::reached;
    return milestone.cancelled ? EventState::cancelled : milestone.dropped ? EventState::dropped : EventState::planned;
}

std::optional<EventFace> face_of(Milestone const& milestone)
{
    auto const& when = milestone.held() ? milestone.actual : milestone.planned;
    if (!when) return std::nullopt;
    EventFace face{milestone.title, *when, event_state(milestone), milestone.type, milestone.outcome};
    if (milestone.cancelled) face.why = milestone.cancelled_why;
    if (!milestone.satellite.empty()) face.satellites = {milestone.satellite};
    face.owner = milestone.owner;
    return face;
}

std::optional<EventFace> face_of(Meeting const& meeting, Table const& fields)
{
    if (!meeting.start) return std::nullopt;
    auto const* type = string_at(fields, keys::type);
    EventFace face{meeting.title, meeting.when(), EventState::planned, type != nullptr ? *type : std::string{}};
    if (meeting.cancelled) face.state = EventState::cancelled;
    auto const both = !meeting.city.empty() && !meeting.country.empty();
    face.place = meeting.city + (both ? ", " : "") + meeting.country;
    face.why = meeting.cancelled_why;
    face.satellites = meeting.satellites;
    return face;
}

std::optional<EventFace> face_of(ActionItem const& action, Meeting const& meeting)
{
    if (!action.due) return std::nullopt;
    EventFace face{action.text, *action.due, action.closed ? EventState::closed : EventState::planned, "action"};
    face.satellites = meeting.satellites;
    face.owner = action.owner;
    return face;
}

/// The day of a top-level field of a role, where it is known to the day.
std::optional<Day> day_of_role(Kind const& kind, Table const& fields, DateRole role, Zone const& zone)
{
    for (auto const& field : kind.fields) {
        if (field.role != role || field.path.find_first_of(".[") != std::string::npos) continue;
        auto const date = date_at(fields, field.path, zone);
        if (date && !date->is_range() && !date->approximate() && date->precision() == Precision::day)
            return date->first();
    }
    return std::nullopt;
}

/// Of a record of a kind of one's own; from its start to its end where its days are known.
std::optional<EventFace> face_of_own(Kind const& kind, std::string const& id, Table const& fields, Zone const& zone)
{
    Record record;
    record.kind = &kind;
    record.id = id;
    record.document.root = fields;
    auto const entry = own_entry(record, zone, Day::min());
    if (!entry.when) return std::nullopt;
    auto const state = entry.state == EntryState::cancelled  ? EventState::cancelled
                       : entry.state == EntryState::happened ? EventState::reached
                                                             : EventState::planned;
    EventFace face{entry.title, *entry.when, state, kind.name};
    auto const start = day_of_role(kind, fields, DateRole::start, zone);
    auto const end = day_of_role(kind, fields, DateRole::end, zone);
    if (start && end && *start < *end && face.when == Date::of(*start)) face.when = Date::range(*start, *end);
    face.satellites = entry.satellites;
    if (entry.organisations.size() == 1) face.owner = entry.organisations.front();
    return face;
}

/// Plays a history commit by commit and keeps what each event shows.
class CalendarPlayer {
public:
    CalendarPlayer(History const& whole, RecordThreads const& threads)
        : whole_(whole), threads_(threads), fields_(threads.threads.size())
    {}

    void play()
    {
        auto const& changes = whole_.changes;
        for (std::size_t from = 0, to = 0; from < changes.size(); from = to) {
            commit_ = changes[from].commit;
            while (to < changes.size() && changes[to].commit == commit_) ++to;
            auto fates_changed = false;
            for (auto at = from; at < to; ++at) fates_changed |= take(changes[at], threads_.of_change[at]);
            if (fates_changed) mark_all();
            for (auto at = from; at < to; ++at) show(threads_.of_change[at]);
            if (fates_changed)
                for (auto const& [thread, milestone] : milestones_) show_milestone(thread, milestone);
        }
    }

    std::map<std::pair<std::uint32_t, std::string>, Played> events;  ///< by thread, and an action's id

private:
    Kind const& kind_of(std::uint32_t thread) const { return *threads_.threads[thread].kind; }

    /// Takes a change into what the record says; whether others may stand otherwise by it.
    bool take(Change const& change, std::uint32_t thread)
    {
        auto& fields = fields_[thread];
        ids_[thread] = change.record.id;
        if (change.type == ChangeType::removed)
            fields.reset();
        else if (change.content)
            fields = *change.content;
        else
            fields = with_changes(fields ? *fields : Table{}, change.members, Side::after);
        auto const& kind = change.record.kind->name;
        if (kind == kinds::milestone) return take_milestone(thread);
        if (kind != kinds::satellite) return false;
        auto const gone = fields && read_satellite(change.record.id, *fields, whole_.zone).cancelled;
        auto const named = std::pair{change.record.id, gone};
        auto& before = satellites_[thread];
        auto const was = std::exchange(before, named);
        return was != named && (was.second || gone);
    }

    bool take_milestone(std::uint32_t thread)
    {
        auto const known = milestones_.find(thread);
        auto const before = known != milestones_.end() ? fate_of(known->second) : Fate{};
        if (!fields_[thread]) {
            milestones_.erase(thread);
            return has_fate(before);
        }
        auto& milestone = milestones_[thread] = read_milestone(ids_[thread], *fields_[thread], whole_.zone);
        fates_.mark(milestone);
        auto const after = fate_of(milestone);
        return before != after && (has_fate(before) || has_fate(after));
    }

    void mark_all()
    {
        fates_ = {};
        for (auto const& [thread, satellite] : satellites_) {
            Satellite one{satellite.first, {}};
            one.cancelled = satellite.second;
            fates_.hear(one);
        }
        for (auto const& [thread, milestone] : milestones_) fates_.hear(milestone);
        for (auto& [thread, milestone] : milestones_) fates_.mark(milestone);
    }

    void show(std::uint32_t thread)
    {
        auto const& kind = kind_of(thread);
        auto const& fields = fields_[thread];
        if (kind.name == kinds::milestone) {
            auto const found = milestones_.find(thread);
            if (found == milestones_.end()) return hide(thread);
            return show_milestone(thread, found->second);
        }
        if (kind.name == kinds::meeting) return show_meeting(thread);
        if (!is_dated_own_kind(kind)) return;
        auto const face = fields ? face_of_own(kind, ids_[thread], *fields, whole_.zone) : std::nullopt;
        if (!face) return hide(thread);
        show(thread, {}, EventSort::own, *face);
    }

    void show_milestone(std::uint32_t thread, Milestone const& milestone)
    {
        auto const face = milestone.date_unreadable ? std::nullopt : face_of(milestone);
        if (!face) return hide(thread);
        show(thread, {}, EventSort::milestone, *face);
    }

    void show_meeting(std::uint32_t thread)
    {
        hide(thread);  // what is still there is shown again
        auto const& fields = fields_[thread];
        if (!fields) return;
        auto const meeting = read_meeting(ids_[thread], *fields, whole_.zone);
        if (auto const face = face_of(meeting, *fields)) show(thread, {}, EventSort::meeting, *face);
        for (auto const& action : meeting.actions)
            if (auto const face = face_of(action, meeting); face && !action.id.empty())
                show(thread, action.id, EventSort::action, *face).meeting = meeting.title;
    }

    void hide(std::uint32_t thread)
    {
        for (auto at = events.lower_bound({thread, {}}); at != events.end() && at->first.first == thread; ++at)
            at->second.there = false;
    }

    CalendarEvent& show(std::uint32_t thread, std::string const& action, EventSort sort, EventFace const& face)
    {
        auto& [event, shown, there] = events[{thread, action}];
        there = true;
        if (shown == face) return event;
        if (!shown) {
            event.sort = sort;
            event.thread = thread;
            event.action = action;
            event.created = commit_;
        } else {
            ++event.sequence;
            if (shown->when != face.when && shown->state == EventState::planned && face.state == EventState::planned) {
                if (!event.first_planned) event.first_planned = shown->when;
                ++event.times_moved;
                event.last_moved = commit_;
            }
        }
        auto const gone = [](EventFace const& one) {
            return one.state == EventState::cancelled || one.state == EventState::dropped;
        };
        if (!gone(face))
            event.given_up.reset();
        else if (!shown || !gone(*shown))
            event.given_up = commit_;
        event.changed = commit_;
        event.face = face;
        shown = face;
        return event;
    }

    History const& whole_;
    RecordThreads const& threads_;
    std::vector<std::optional<Table>> fields_;  ///< by thread
    std::map<std::uint32_t, std::string> ids_;
    std::map<std::uint32_t, Milestone> milestones_;
    std::map<std::uint32_t, std::pair<std::string, bool>> satellites_;
    Fates fates_;
    std::uint32_t commit_ = 0;
};

/// What the history tells of the moves of milestones, corrections set apart.
void tell_moves(std::map<std::pair<std::uint32_t, std::string>, Played>& events, History const& whole,
                RecordThreads const& threads, int correction_days)
{
    auto const all = moves(whole, correction_days);
    std::size_t at = 0;
    for (auto const& move : all) {
        while (at < whole.changes.size() &&
               (whole.changes[at].commit != move.commit || whole.changes[at].record != move.record))
            ++at;
        if (at == whole.changes.size()) return;
        auto const found = events.find({threads.of_change[at], {}});
        if (found == events.end()) continue;
        auto& event = found->second.event;
        event.first_planned = move.first ? move.first : event.first_planned;
        if (!move.correction) event.last_move = move;
    }
}

/// A year after the later of its date and its cancellation nobody needs to be told any more.
bool is_over(CalendarEvent const& event, History const& whole, Day today)
{
    if (!event.given_up) return false;
    auto const told = whole.zone.day_of(whole.commits[*event.given_up].landed_at);
    return std::max(event.face.when.last(), told) + std::chrono::days{365} < today;
}

}  // namespace

std::vector<CalendarEvent> calendar_events(History const& whole, RecordThreads const& threads, int correction_days,
                                           Day today)
{
    CalendarPlayer player{whole, threads};
    player.play();
    for (auto& [key, played] : player.events)
        if (played.event.sort == EventSort::milestone) played.event.first_planned.reset();
    tell_moves(player.events, whole, threads, correction_days);
    std::vector<CalendarEvent> events;
    for (auto& [key, played] : player.events)
        if (played.there && !is_over(played.event, whole, today)) events.push_back(std::move(played.event));
    auto const name = [&](CalendarEvent const& event) {
        auto const& thread = threads.threads[event.thread];
        return std::tuple{event.sort, std::string_view{thread.kind->name}, std::string_view{thread.id},
                          std::string_view{event.action}};
    };
    std::ranges::sort(events, [&](CalendarEvent const& a, CalendarEvent const& b) {
        if (before(a.face.when, b.face.when)) return true;
        if (before(b.face.when, a.face.when)) return false;
        return name(a) < name(b);
    });
    return events;
}

}  // namespace sss
