#include "facts/query/computed.hpp"

#include "facts/query/states.hpp"
#include "facts/report/satellites.hpp"
#include "history/last_names.hpp"
#include "history/member_changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace sss {

namespace {

struct ComputedName {
    std::string_view name;
    Computed what;
    FieldType type;
};

constexpr std::array computed_names{ComputedName{"slip", Computed::slip, FieldType::integer},
                                    ComputedName{"moves", Computed::moves, FieldType::integer},
                                    ComputedName{"late", Computed::late, FieldType::integer},
                                    ComputedName{"age", Computed::age, FieldType::integer},
                                    ComputedName{"last_changed", Computed::last_changed, FieldType::date},
                                    ComputedName{"phase", Computed::phase, FieldType::string},
                                    ComputedName{"progress", Computed::progress, FieldType::integer}};

Value number(std::int64_t count)
{
    return Value{count};
}

Value day_value(Day day)
{
    return Value{Temporal{Temporal::Type::date, iso(day)}};
}

std::string_view key_of(Kind const& kind, DateRole role)
{
    return key_of_role(kind, "", role, role);
}

/// From the day that was promised to the one on which it came, or is to come.
std::optional<Value> slip_of(Table const& table, Kind const& kind, Moment const& moment)
{
    auto const& zone = moment.records().zone();
    auto const holds_of = [&](StateWord word) { return holds(word, table, kind, "", moment); };
    if (holds_of(StateWord::cancelled) || holds_of(StateWord::dropped)) return std::nullopt;
    auto const baseline = date_at(table, key_of(kind, DateRole::baseline), zone);
    auto const came = holds_of(StateWord::achieved) ? date_at(table, key_of(kind, DateRole::actual), zone)
                                                    : plan_ahead(table, kind, "", moment);
    if (!baseline || !came || baseline->open_ended() || came->open_ended()) return std::nullopt;
    auto const measured_slip = slip(*baseline, *came);
    return number(measured_slip.within ? 0 : measured_slip.days);
}

std::optional<Value> late_of(Table const& table, Kind const& kind, std::string_view prefix, Moment const& moment)
{
    auto const plan = plan_ahead(table, kind, prefix, moment);
    if (!plan || !is_late(*plan, moment.today())) return std::nullopt;
    return number((moment.today() - plan->last()).count());
}

/// Until it was closed, or until today.
std::optional<Value> age_of(Table const& table, Kind const& kind, Moment const& moment)
{
    auto const* past = moment.past_of(table);
    if (past == nullptr || !past->since || *past->since > moment.today()) return std::nullopt;
    auto end = moment.today();
    if (auto const key = key_of(kind, DateRole::closed); !key.empty())
        if (auto const closed = date_at(table, key, moment.records().zone())) end = std::min(end, closed->last());
    return number(std::max<std::int64_t>(0, (end - *past->since).count()));
}

/// Of all that is reached nothing less, of what is not nothing more: 99 % is not all.
std::optional<int> percent_of(Tally const& reached, Tally const& total)
{
    if (total.count == 0 || total.weight <= 0) return std::nullopt;
    auto const part = 100 * reached.weight / total.weight;
    auto const whole = static_cast<int>(std::lround(part));
    if (whole >= 100 && reached.weight < total.weight) return 99;
    return whole <= 0 && reached.weight > 0 ? 1 : whole;
}

/// Writes down when the items of one list came and changed, through the renames of the records that hold them.
class ItemPasts {
public:
    ItemPasts(History const& history, ItemSort const& sort) : history_(history), sort_(sort) {}

    void hear(Change const& change)
    {
        if (change.record.kind != sort_.owner) return;
        day_ = history_.zone.day_of(history_.commits[change.commit].landed_at);
        if (!change.former_id.empty()) {
            auto former = known_.extract(change.former_id);
            if (!former.empty()) known_[change.record.id] = std::move(former.mapped());
        }
        auto& items = known_[change.record.id];
        if (change.type == ChangeType::added && change.content) all(items, *change.content, *change.record.kind);
        auto const root = sort_.list->path.substr(0, sort_.list->path.find('.'));
        for (auto const& member : change.members)
            if (member.key == root)
                for (auto const& field : field_changes(*change.record.kind, member)) note(items, field.path);
    }

    Moment::Past const* find(Record const& item) const
    {
        auto const hash = item.id.find('#');
        auto const record = known_.find(item.id.substr(0, hash));
        if (record == known_.end()) return nullptr;
        auto const found = record->second.find(key_of_item(item.id));
        return found == record->second.end() ? nullptr : &found->second;
    }

private:
    using Items = std::map<std::string, Moment::Past, std::less<>>;

    void note(Items& items, std::string_view path)
    {
        auto const& list = sort_.list->path;
        if (!path.starts_with(list) || path.size() <= list.size() || path[list.size()] != '[') return;
        auto const from = list.size() + 1;
        auto end = path.find("].", from);
        if (end == std::string_view::npos) end = path.size() - 1;
        touch(items, path.substr(from, end - from));
    }

    void all(Items& items, Table const& content, Kind const& kind)
    {
        Record record;
        record.kind = &kind;
        record.document.root = content;
        for (auto const& item : items_of(sort_, record)) touch(items, key_of_item(item.id));
    }

    void touch(Items& items, std::string_view key)
    {
        auto& past = items[std::string{key}];
        if (!past.since) past.since = day_;
        past.last_changed = day_;
    }

    History const& history_;
    ItemSort const& sort_;
    std::map<std::string, Items, std::less<>> known_;
    Day day_ = {};
};

}  // namespace

std::string_view name(Computed what)
{
    return std::ranges::find(computed_names, what, &ComputedName::what)->name;
}

std::optional<Computed> computed_named(std::string_view text)
{
    auto const found = std::ranges::find(computed_names, text, &ComputedName::name);
    return found == computed_names.end() ? std::nullopt : std::optional{found->what};
}

std::vector<Computed> all_computed()
{
    std::vector<Computed> all;
    for (auto const& one : computed_names) all.push_back(one.what);
    return all;
}

FieldType value_type(Computed what)
{
    return std::ranges::find(computed_names, what, &ComputedName::what)->type;
}

bool says(Computed what, Kind const& kind, std::string_view prefix)
{
    if (what == Computed::late) return !planned_key(kind, prefix).empty();
    if (!prefix.empty()) return false;
    switch (what) {
        case Computed::slip: return !key_of(kind, DateRole::baseline).empty();
        case Computed::moves: return !key_of(kind, DateRole::planned).empty();
        case Computed::phase:
        case Computed::progress: return kind.name == kinds::satellite;
        default: return true;
    }
}

bool needs_history(Computed what)
{
    return what == Computed::moves || what == Computed::age || what == Computed::last_changed;
}

std::optional<Value> computed(Computed what, Table const& table, Kind const& kind, std::string_view prefix,
                              Moment const& moment)
{
    auto const* past = moment.past_of(table);
    auto const* progress = moment.progress_of(table);
    switch (what) {
        case Computed::slip: return slip_of(table, kind, moment);
        case Computed::late: return late_of(table, kind, prefix, moment);
        case Computed::age: return age_of(table, kind, moment);
        case Computed::moves:
            return past != nullptr && past->moves ? std::optional{number(*past->moves)} : std::nullopt;
        case Computed::last_changed:
            return past != nullptr && past->last_changed ? std::optional{day_value(*past->last_changed)} : std::nullopt;
        case Computed::phase:
            return progress != nullptr && !progress->phase.empty() ? std::optional{Value{progress->phase}}
                                                                   : std::nullopt;
        case Computed::progress:
            return progress != nullptr && progress->percent ? std::optional{number(*progress->percent)} : std::nullopt;
    }
    return std::nullopt;
}

void tell_past(Moment& moment, History const& history, std::span<Move const> moves, std::span<Record const> records)
{
    std::map<RecordKey, Moment::Past, RecordKeyLess> known;
    for (auto const& change : history.changes) {
        if (!change.former_id.empty()) {
            auto former = known.extract({change.record.kind, change.former_id});
            if (!former.empty()) known[change.record] = former.mapped();
        }
        auto& past = known[change.record];
        auto const day = history.zone.day_of(history.commits[change.commit].landed_at);
        if (!past.since) past.since = day;
        past.last_changed = day;
        past.moves = past.moves.value_or(0);
    }
    LastNames const names{history};
    for (auto const& move : moves) {
        if (move.correction) continue;
        auto const last = names.of(move.record, move.commit);
        auto const past = known.find(last.value_or(move.record));
        if (past != known.end()) past->second.moves = std::max(past->second.moves.value_or(0), move.ordinal);
    }
    for (auto const& record : records)
        if (auto const past = known.find({record.kind, record.id}); past != known.end())
            moment.tell(record.fields(), past->second);
}

void tell_past(Moment& moment, History const& history, ItemSort const& sort, std::span<Record const> items)
{
    ItemPasts pasts{history, sort};
    for (auto const& change : history.changes) pasts.hear(change);
    for (auto const& item : items) {
        auto const* past = pasts.find(item);
        if (past == nullptr) continue;
        auto told = *past;
        if (auto const* begun = moment.past_of(item.fields()); begun != nullptr && begun->since)
            told.since = begun->since;
        moment.tell(item.fields(), told);
    }
}

void tell_beginnings(Moment& moment, ItemSort const& sort, std::span<Record const> items)
{
    auto const key = key_of(*sort.owner, DateRole::start);
    if (key.empty()) return;
    for (auto const& item : items) {
        auto const* record = moment.records().find(sort.owner->name, item.id.substr(0, item.id.find('#')));
        auto const start = record != nullptr ? date_at(record->fields(), key, moment.records().zone()) : std::nullopt;
        if (start && !start->open_ended()) moment.tell(item.fields(), Moment::Past{start->first(), {}, {}});
    }
}

void tell_satellites(Moment& moment)
{
    auto const& records = moment.records();
    // Without a history nothing is news, and what is planned after today is not told as done.
    Period const day{moment.today(), moment.today(), {}};
    ReportInput const input{
        .records = records, .period = day, .today = moment.today(), .zone = records.zone(), .programme = {}};
    ReportBasis const basis{input};
    for (auto const& row : satellites(basis))
        if (auto const* record = records.find(kinds::satellite, row.id))
            moment.tell(record->fields(),
                        Moment::Progress{row.phase, percent_of(row.reached_in_all, row.total_in_all)});
}

}  // namespace sss
