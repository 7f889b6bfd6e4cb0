#include "facts/chart/timeline.hpp"

#include "facts/order.hpp"

#include <algorithm>
#include <tuple>

namespace sss {

namespace {

/// The texts of a field, be it one or a list.
void add_texts(std::vector<std::string>& to, Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    if (value == nullptr) return;
    auto const add = [&](Value const& one) {
        if (one.string() != nullptr && std::ranges::find(to, *one.string()) == to.end()) to.push_back(*one.string());
    };
    if (value->array() == nullptr) return add(*value);
    for (auto const& item : *value->array()) add(item);
}

TimelineEntry entry_of(Milestone const& milestone, Day today)
{
    TimelineEntry entry;
    entry.id = milestone.id;
    entry.title = milestone.title;
    entry.launch = milestone.type == "launch";
    entry.outcome = milestone.outcome;
    if (!milestone.satellite.empty()) entry.satellites.push_back(milestone.satellite);
    if (!milestone.owner.empty()) entry.organisations.push_back(milestone.owner);
    if (milestone.held()) {
        entry.state = milestone.failed() ? EntryState::failed : EntryState::happened;
        entry.when = milestone.actual;
    } else if (milestone.cancelled || milestone.dropped) {
        entry.state = milestone.cancelled ? EntryState::cancelled : EntryState::dropped;
        entry.when = milestone.planned ? milestone.planned : milestone.cancelled_on;
    } else {
        entry.when = milestone.planned;
        entry.not_before = milestone.not_before;
        if (entry.when && is_late(*entry.when, today)) entry.state = EntryState::late;
    }
    return entry;
}

TimelineEntry entry_of(Meeting const& meeting, Records const& records, Day today)
{
    TimelineEntry entry;
    entry.kind = EntryKind::meeting;
    entry.id = meeting.id;
    entry.title = meeting.title;
    auto const both = !meeting.city.empty() && !meeting.country.empty();
    entry.place = meeting.city + (both ? ", " : "") + meeting.country;
    if (meeting.start) {
        entry.when = meeting.when();
        // A meeting known by its month alone may still lie ahead until that has passed.
        auto const begun =
            meeting.start->precision() > Precision::day ? meeting.last() < today : meeting.first() <= today;
        if (meeting.cancelled)
            entry.state = EntryState::cancelled;
        else if (meeting.held && begun)
            entry.state = EntryState::happened;
        else if (meeting.last() < today)
            entry.state = EntryState::unconfirmed;
    } else {
        entry.not_before = meeting.not_before;
        if (meeting.cancelled) entry.state = EntryState::cancelled;
    }
    if (auto const* record = records.find(kinds::meeting, meeting.id)) {
        add_texts(entry.satellites, record->fields(), "satellites");
        for (auto const* key : {"hosts", "organisers", "supporters", "participants"})
            add_texts(entry.organisations, record->fields(), key);
    }
    return entry;
}

TimelineEntry entry_of(ActionItem const& action, TimelineEntry const& meeting, Day today)
{
    TimelineEntry entry;
    entry.kind = EntryKind::action;
    entry.id = meeting.id;
    entry.action = action.id;
    entry.title = action.text;
    entry.satellites = meeting.satellites;
    if (!action.owner.empty()) entry.organisations.push_back(action.owner);
    entry.when = action.closed ? action.closed : action.due;
    if (action.closed)
        entry.state = EntryState::happened;
    else if (action.due && is_late(*action.due, today))
        entry.state = EntryState::late;
    return entry;
}

/// The top-level date of a role; nothing where there is none, or it cannot be read.
std::optional<Date> date_of_role(Record const& record, DateRole role, Zone const& zone)
{
    for (auto const& field : record.kind->fields) {
        if (field.role != role || field.path.find_first_of(".[") != std::string::npos) continue;
        if (auto date = date_at(record.fields(), field.path, zone)) return date;
    }
    return std::nullopt;
}

}  // namespace

TimelineEntry own_entry(Record const& record, Zone const& zone, Day today)
{
    TimelineEntry entry;
    entry.kind = EntryKind::own;
    entry.own_kind = record.kind->name;
    entry.id = record.id;
    entry.title = record.title();
    for (auto const& field : record.kind->fields) {
        if (field.path.find_first_of(".[") != std::string::npos) continue;
        for (auto const& kind : field.references) {
            if (kind == kinds::satellite) add_texts(entry.satellites, record.fields(), field.path);
            if (kind == kinds::organisation) add_texts(entry.organisations, record.fields(), field.path);
        }
    }
    auto const bounded = [&](DateRole role) {
        auto const date = date_of_role(record, role, zone);
        return date && !date->open_ended() ? date : std::nullopt;
    };
    if (auto const actual = bounded(DateRole::actual)) {
        entry.state = EntryState::happened;
        entry.when = actual;
    } else if (auto const planned = bounded(DateRole::planned)) {
        entry.when = planned;
        if (is_late(*planned, today)) entry.state = EntryState::late;
    } else if (auto const start = bounded(DateRole::start)) {
        entry.when = start;
        if (start->first() <= today) entry.state = EntryState::happened;
    } else if (auto const end = bounded(DateRole::end)) {
        entry.when = end;
        if (end->last() < today) entry.state = EntryState::happened;
    }
    if (!entry.when)
        for (auto const role : {DateRole::planned, DateRole::start})
            if (auto const date = date_of_role(record, role, zone); date && date->open_ended() && !entry.not_before)
                entry.not_before = date;
    auto const given_up =
        record.kind->field(keys::cancelled) != nullptr && find(record.fields(), keys::cancelled) != nullptr;
    if (given_up && entry.state != EntryState::happened) entry.state = EntryState::cancelled;
    return entry;
}

namespace {

bool share_one(std::vector<std::string> const& wanted, std::vector<std::string> const& has)
{
    if (wanted.empty()) return true;
    if (has.empty()) return std::ranges::find(wanted, "") != wanted.end();
    return std::ranges::any_of(has, [&](auto const& one) { return std::ranges::find(wanted, one) != wanted.end(); });
}

/// Takes the entries that are wanted, each to its place.
class EntryCollector {
public:
    EntryCollector(Timeline& into, TimelineFilter const& filter) : into_(into), filter_(filter) {}

    void add(TimelineEntry entry)
    {
        if (!share_one(filter_.satellites, entry.satellites)) return;
        if (!share_one(filter_.organisations, entry.organisations)) return;
        if (!entry.when) {
            if (!filter_.period && entry.state == EntryState::ahead) into_.undated.push_back(std::move(entry));
            return;
        }
        auto const& period = filter_.period;
        if (period && (entry.when->last() < period->first || period->last < entry.when->first())) return;
        if (entry.state == EntryState::late)
            entry.days_late = static_cast<int>((into_.today - entry.when->last()).count());
        into_.entries.push_back(std::move(entry));
    }

private:
    Timeline& into_;
    TimelineFilter const& filter_;
};

}  // namespace

bool is_dated_own_kind(Kind const& kind)
{
    if (standard_rank(kind.name) < standard_kinds().size()) return false;
    return std::ranges::any_of(kind.fields, [](Field const& field) {
        auto const tells = field.role == DateRole::planned || field.role == DateRole::actual ||
                           field.role == DateRole::start || field.role == DateRole::end;
        return tells && field.path.find_first_of(".[") == std::string::npos;
    });
}

Timeline timeline(Records const& records, Day today, TimelineFilter const& filter)
{
    auto state = read_standard_records(records);
    Timeline line;
    line.today = today;
    line.shows_today = !filter.period || filter.period->contains(today);
    line.left_out = std::move(state.left_out);
    EntryCollector collect{line, filter};
    for (auto const& milestone : state.milestones)
        if ((filter.milestones || (filter.launches && milestone.type == "launch")) &&
            (filter.types.empty() || std::ranges::find(filter.types, milestone.type) != filter.types.end()))
            collect.add(entry_of(milestone, today));
    for (auto const& meeting : state.meetings) {
        auto const entry = entry_of(meeting, records, today);
        if (filter.meetings) collect.add(entry);
        if (!filter.actions) continue;
        for (auto const& action : meeting.actions) collect.add(entry_of(action, entry, today));
    }
    for (auto const& record : records.all()) {
        auto const named = std::ranges::find(filter.these_kinds, record.kind->name) != filter.these_kinds.end();
        if ((filter.own_kinds || named) && is_dated_own_kind(*record.kind))
            collect.add(own_entry(record, records.zone(), today));
    }
    auto const name = [](TimelineEntry const& entry) {
        return std::tie(entry.kind, entry.own_kind, entry.id, entry.action);
    };
    std::ranges::sort(line.entries, [&](TimelineEntry const& a, TimelineEntry const& b) {
        if (before(*a.when, *b.when)) return true;
        if (before(*b.when, *a.when)) return false;
        return name(a) < name(b);
    });
    put_needs_first(
        line.entries, state, [](TimelineEntry const& entry) { return entry.when->last(); },
        [](TimelineEntry const& entry) {
            return entry.kind == EntryKind::milestone ? std::string_view{entry.id} : std::string_view{};
        });
    line.until_today = static_cast<std::size_t>(
        std::ranges::count_if(line.entries, [&](TimelineEntry const& entry) { return entry.when->last() < today; }));
    return line;
}

}  // namespace sss
