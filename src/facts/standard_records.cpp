#include "facts/standard_records.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace sss {

namespace {

std::string text_at(Table const& table, std::string_view key)
{
    auto const* text = string_at(table, key);
    return text != nullptr ? *text : std::string{};
}

/// The date of a key. `unreadable` is set where there is a value that is none. A date with an open end counts as none;
/// it is put into `not_before`, and where that is not asked for it is unreadable too.
std::optional<Date> read_date_at(Table const& table, std::string_view key, Zone const& zone, bool* unreadable = nullptr,
                                 std::optional<Date>* not_before = nullptr)
{
    auto const date = date_at(table, key, zone);
    if (date && !date->open_ended()) return date;
    if (date && not_before != nullptr) {
        *not_before = date;
        return std::nullopt;
    }
    if (unreadable != nullptr && find(table, key) != nullptr) *unreadable = true;
    return std::nullopt;
}

std::optional<RoughCount> count_at(Table const& table, std::string_view key)
{
    auto const* value = find(table, key);
    return value != nullptr ? read_count(*value) : std::nullopt;
}

struct GivenUp {
    bool cancelled = false;
    std::optional<Date> on;
    std::string why;
};

GivenUp given_up_of(Table const& table, Zone const& zone)
{
    auto const* cancelled = find(table, keys::cancelled);
    if (cancelled == nullptr) return {};
    if (cancelled->table() == nullptr) return {true, std::nullopt, {}};
    return {true, read_date_at(*cancelled->table(), keys::date, zone), text_at(*cancelled->table(), keys::reason)};
}

/// Whether a meeting's record says that it was held: in so many words, or by what only one that was held can tell.
bool was_held(Table const& fields, Meeting const& meeting)
{
    if (meeting.cancelled) return false;
    if (auto const* held = find(fields, keys::held); held != nullptr && held->boolean() != nullptr)
        return *held->boolean();
    return meeting.rids || !meeting.decisions.empty() || !meeting.actions.empty() ||
           find(fields, keys::attendance) != nullptr || find(fields, keys::minutes) != nullptr;
}

double weight_of(Table const& table)
{
    auto const weight = number_at(table, keys::weight);
    return weight && *weight > 0 && *weight < 1e12 ? *weight : 1;
}

/// Counts what cannot be read among the items of the meeting too.
Meeting meeting_of(std::string id, Table const& fields, Zone const& zone, bool* unreadable)
{
    Meeting meeting;
    meeting.id = std::move(id);
    meeting.title = text_at(fields, keys::title);
    if (meeting.title.empty()) meeting.title = meeting.id;
    meeting.city = text_at(fields, keys::city);
    meeting.country = text_at(fields, keys::country);
    meeting.venue = text_at(fields, "venue");
    meeting.chair = text_at(fields, "chair");
    meeting.attendance = count_at(fields, "attendance");
    for (auto const* one : tables_at(fields, "speakers"))
        meeting.speakers.push_back(
            {text_at(*one, keys::name), text_at(*one, "office"), text_at(*one, "organisation"), text_at(*one, "said")});
    meeting.start = read_date_at(fields, keys::start, zone, unreadable, &meeting.not_before);
    meeting.end = read_date_at(fields, keys::end, zone, unreadable);
    if (meeting.start && meeting.end && meeting.end->last() < meeting.start->first()) {
        meeting.end.reset();
        if (unreadable != nullptr) *unreadable = true;
    }
    if (auto const* rids = find(fields, keys::rids); rids != nullptr && rids->table() != nullptr) {
        meeting.rids = {count_at(*rids->table(), keys::raised), count_at(*rids->table(), keys::closed),
                        count_at(*rids->table(), keys::carried_over)};
    }
    meeting.milestones = strings_at(fields, keys::milestones);
    meeting.satellites = strings_at(fields, keys::satellites);
    for (auto const* role : {"hosts", "organisers", "supporters", "participants"})
        std::ranges::move(strings_at(fields, role), std::back_inserter(meeting.organisations));
    for (auto const* item : tables_at(fields, keys::decision))
        meeting.decisions.push_back({text_at(*item, keys::id), text_at(*item, keys::text)});
    for (auto const* item : tables_at(fields, keys::action)) {
        meeting.actions.push_back({text_at(*item, keys::id), text_at(*item, keys::text), text_at(*item, keys::owner),
                                   read_date_at(*item, keys::due, zone, unreadable),
                                   read_date_at(*item, keys::closed, zone, unreadable),
                                   text_at(*item, keys::closed_by)});
        // An unreadable closing date still says that the action was closed; it is said to be left out.
        auto const* closed = find(*item, keys::closed);
        if (closed != nullptr && !meeting.actions.back().closed) meeting.actions.pop_back();
    }
    auto given_up = given_up_of(fields, zone);
    meeting.cancelled = given_up.cancelled;
    meeting.cancelled_on = given_up.on;
    meeting.cancelled_why = std::move(given_up.why);
    meeting.held = was_held(fields, meeting);
    return meeting;
}

template <typename Item>
Item const* find_id(std::vector<Item> const& items, std::string_view id)
{
    auto const found =
        std::ranges::lower_bound(items, id, {}, [](Item const& item) -> std::string_view { return item.id; });
    return found == items.end() || found->id != id ? nullptr : &*found;
}

}  // namespace

Date Meeting::when() const
{
    if (!end || end->last() <= start->first()) return *start;
    if (start->precision() > Precision::day || end->precision() > Precision::day) {
        auto const text = start->first() == end->first() ? start->text() : start->text() + '/' + end->text();
        auto const parsed = parse_date(text, Zone::utc());  // of days: in no zone
        if (auto const* date = std::get_if<Date>(&parsed)) return *date;
        return *start;
    }
    return Date::range(first(), last());
}

Milestone const* StandardRecords::milestone(std::string_view id) const
{
    return find_id(milestones, id);
}
Meeting const* StandardRecords::meeting(std::string_view id) const
{
    return find_id(meetings, id);
}
Satellite const* StandardRecords::satellite(std::string_view id) const
{
    return find_id(satellites, id);
}

std::string const& StandardRecords::organisation(std::string const& id) const
{
    auto const found = organisations.find(id);
    return found == organisations.end() ? id : found->second;
}

Milestone read_milestone(std::string id, Table const& fields, Zone const& zone)
{
    Milestone milestone;
    milestone.id = std::move(id);
    milestone.title = text_at(fields, keys::title);
    if (milestone.title.empty()) milestone.title = milestone.id;
    milestone.type = text_at(fields, keys::type);
    milestone.satellite = text_at(fields, keys::satellite);
    milestone.owner = text_at(fields, keys::owner);
    milestone.reviews = strings_at(fields, keys::reviews);
    milestone.depends_on = strings_at(fields, keys::depends_on);
    milestone.outcome = text_at(fields, keys::outcome);
    milestone.repeats = text_at(fields, keys::repeats);
    milestone.baseline = read_date_at(fields, keys::baseline, zone);
    milestone.planned = read_date_at(fields, keys::planned, zone, &milestone.date_unreadable, &milestone.not_before);
    milestone.actual = read_date_at(fields, keys::actual, zone, &milestone.date_unreadable);
    milestone.weight = weight_of(fields);
    auto given_up = given_up_of(fields, zone);
    milestone.cancelled = given_up.cancelled;
    milestone.cancelled_on = given_up.on;
    milestone.cancelled_why = std::move(given_up.why);
    return milestone;
}

Meeting read_meeting(std::string id, Table const& fields, Zone const& zone)
{
    return meeting_of(std::move(id), fields, zone, nullptr);
}

Satellite read_satellite(std::string id, Table const& fields, Zone const& zone)
{
    Satellite satellite{std::move(id), text_at(fields, keys::name), strings_at(fields, keys::partners)};
    if (satellite.name.empty()) satellite.name = satellite.id;
    if (auto lead = text_at(fields, keys::lead); !lead.empty()) satellite.organisations.push_back(std::move(lead));
    auto given_up = given_up_of(fields, zone);
    satellite.cancelled = given_up.cancelled;
    satellite.cancelled_on = given_up.on;
    satellite.cancelled_why = std::move(given_up.why);
    return satellite;
}

std::vector<std::string> satellites_of(StandardRecords const& state, Meeting const& meeting)
{
    std::set<std::string> ids{meeting.satellites.begin(), meeting.satellites.end()};
    for (auto const& id : meeting.milestones)
        if (auto const* milestone = state.milestone(id); milestone != nullptr && !milestone->satellite.empty())
            ids.insert(milestone->satellite);
    return {ids.begin(), ids.end()};
}

void Fates::hear(Satellite const& satellite)
{
    if (satellite.cancelled) given_up_.insert(satellite.id);
}

void Fates::hear(Milestone const& milestone)
{
    if (milestone.cancelled) return;
    if (!milestone.repeats.empty()) repetitions_.insert_or_assign(milestone.repeats, milestone.id);
    if (milestone.type != "launch" || !milestone.held() || milestone.satellite.empty()) return;
    Launch launch{milestone.id, *milestone.actual, milestone.failed()};
    auto const [known, first] = launches_.try_emplace(milestone.satellite, launch);
    if (!first && before(known->second.on, launch.on)) known->second = std::move(launch);
}

bool Fates::is_gone(std::string const& satellite) const
{
    if (given_up_.contains(satellite)) return true;
    auto const last = launches_.find(satellite);
    return last != launches_.end() && last->second.failed && !repetitions_.contains(last->second.id);
}

std::string Fates::repetition_of(Milestone const& milestone) const
{
    if (auto const named = repetitions_.find(milestone.id); named != repetitions_.end()) return named->second;
    if (milestone.type != "launch") return {};
    auto const last = launches_.find(milestone.satellite);
    return last != launches_.end() && last->second.id != milestone.id ? last->second.id : std::string{};
}

void Fates::mark(Milestone& milestone) const
{
    milestone.repeated_by = milestone.failed() ? repetition_of(milestone) : std::string{};
    milestone.dropped = !milestone.reached() && !milestone.satellite.empty() && is_gone(milestone.satellite);
}

std::vector<Milestone> read_milestones(Records const& records)
{
    Fates fates;
    for (auto const& record : records.of(kinds::satellite))
        fates.hear(read_satellite(record.id, record.fields(), records.zone()));
    std::vector<Milestone> milestones;
    for (auto const& record : records.of(kinds::milestone)) {
        milestones.push_back(read_milestone(record.id, record.fields(), records.zone()));
        if (!record.document.problems.empty()) milestones.back().date_unreadable = true;
        fates.hear(milestones.back());
    }
    for (auto& milestone : milestones) fates.mark(milestone);
    return milestones;
}

std::optional<Date> lost_at_launch(std::span<Milestone const> milestones, std::string_view satellite)
{
    Milestone const* launched = nullptr;
    for (auto const& one : milestones) {
        if (one.satellite != satellite || one.cancelled || !one.held()) continue;
        if ((one.type == "re-entry" || one.type == "end-of-mission") && !one.failed()) return std::nullopt;
        auto const is_later = launched == nullptr || !before(*one.actual, *launched->actual);
        if (one.type == "launch" && one.repeated_by.empty() && is_later) launched = &one;
    }
    return launched != nullptr && launched->failed() ? launched->actual : std::nullopt;
}

void mark_fates(StandardRecords& state)
{
    Fates fates;
    for (auto const& satellite : state.satellites) fates.hear(satellite);
    for (auto const& milestone : state.milestones) fates.hear(milestone);
    for (auto& milestone : state.milestones) fates.mark(milestone);
}

void turn_back(StandardRecords& state, Day today)
{
    auto const later = [&](std::optional<Date> const& date) { return date && today < date->first(); };
    for (auto& milestone : state.milestones) {
        if (later(milestone.actual)) milestone.actual.reset();
        if (later(milestone.cancelled_on)) milestone.cancelled = false;
    }
    for (auto& satellite : state.satellites)
        if (later(satellite.cancelled_on)) satellite.cancelled = false;
    for (auto& meeting : state.meetings) {
        if (later(meeting.start)) {
            meeting.rids = {};
            meeting.decisions.clear();
            meeting.actions.clear();
        }
        for (auto& action : meeting.actions)
            if (later(action.closed)) action.closed.reset();
        if (later(meeting.cancelled_on)) meeting.cancelled = false;
    }
    mark_fates(state);
}

StandardRecords read_standard_records(Records const& records)
{
    StandardRecords state;
    state.records = records.all().size();
    for (auto const& record : records.all()) {
        if (!record.document.problems.empty()) {
            // History tells nothing of a version that cannot be read whole, so that it counts in no state either; and a
            // field that is missing proves nothing there: an open milestone may be a reached one.
            state.left_out.push_back({record.path(), "it cannot be read whole"});
            continue;
        }
        auto const& kind = record.kind->name;
        bool unreadable = false;
        if (kind == kinds::milestone) {
            auto milestone = read_milestone(record.id, record.fields(), records.zone());
            unreadable = milestone.date_unreadable;
            // Without the date its standing is unknown; it is counted among what is left out, not among the open ones.
            if (!unreadable) state.milestones.push_back(std::move(milestone));
        } else if (kind == kinds::meeting) {
            auto meeting = meeting_of(record.id, record.fields(), records.zone(), &unreadable);
            state.meetings.push_back(std::move(meeting));
        } else if (kind == kinds::satellite) {
            state.satellites.push_back(read_satellite(record.id, record.fields(), records.zone()));
            state.satellites.back().name = record.title();
        } else if (kind == kinds::organisation) {
            auto short_name = text_at(record.fields(), keys::short_name);
            state.organisations[record.id] = short_name.empty() ? record.title() : std::move(short_name);
            if (auto parent = text_at(record.fields(), keys::parent); !parent.empty())
                state.parents[record.id] = std::move(parent);
        }
        if (unreadable) state.left_out.push_back({record.path(), "a date in it cannot be read"});
    }
    std::ranges::sort(state.left_out, {}, &LeftOut::path);
    mark_fates(state);
    return state;
}

}  // namespace sss
