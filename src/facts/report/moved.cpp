#include "facts/report/moved.hpp"

#include "history/last_names.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>

namespace sss {

namespace {

/// Nothing of another kind that has plans too, and of one that cannot be read or is gone.
Milestone const* milestone_of(ReportBasis const& basis, RecordKey const& key)
{
    return key.kind->name == kinds::milestone ? basis.whole.milestone(key.id) : nullptr;
}

Moved first_of(ReportBasis const& basis, Move const& move, RecordKey const& key, Milestone const* milestone)
{
    auto const* record = basis.input.records.find(key.kind->name, key.id);
    Moved entry{key.id, record != nullptr ? record->title() : key.id, {}, {}, {}, {}, 0, 0, move.total, {}, {}, false,
                {}};
    entry.kind = key.kind->name;
    if (milestone != nullptr) {
        entry.title = milestone->title;
        entry.satellite = milestone->satellite;
        entry.owner = basis.owner_name(*milestone);
        entry.reached = milestone->reached();
    }
    return entry;
}

/// Whether a record does not stand at the end: what it was meant to be is no news of anything that stands. That it was
/// removed is told where records are.
bool is_gone(ReportBasis const& basis, RecordKey const& key)
{
    return basis.input.records.find(key.kind->name, key.id) == nullptr;
}

bool is_new(ReportBasis const& basis, RecordKey const& key)
{
    auto const* net = basis.net_of(key);
    return net != nullptr && net->type == ChangeType::added;
}

/// The commit that put a record on record within the period, which did not stand when it began; what it had been before
/// is no news of it.
std::optional<std::uint32_t> last_addition(ReportBasis const& basis, LastNames const& names, RecordKey const& key)
{
    if (!is_new(basis, key)) return std::nullopt;
    std::optional<std::uint32_t> commit;
    for (auto const& step : basis.steps)
        if (step.type == ChangeType::added && step.record.kind == key.kind && names.of(step.record, step.commit) == key)
            commit = step.commit;
    return commit;
}

void add(SlipTotals& totals, Moved const& entry)
{
    ++totals.slips;
    totals.days += entry.slip.days;
    totals.inherited += entry.origin.inherited;
    totals.own += entry.origin.own;
    totals.unknown += entry.origin.unknown;
}

/// The commit of the period that wrote the date from which a milestone's moves are measured; nothing where that date
/// stood earlier. What got its date in the period learns what became of it.
std::optional<std::uint32_t> measured_since(ReportBasis const& basis, Moved& entry, std::uint32_t first_move,
                                            std::vector<Dated>& dated)
{
    std::optional<std::uint32_t> since;
    auto const given = plan_given(basis, entry.id);
    if (!given) return since;
    // It moved by being dated: from a date that had been dropped long before.
    auto const older = given->commit == first_move;
    if (!older) since = given->commit;
    if (auto const one = std::ranges::find(dated, entry.id, &Dated::id); one != dated.end()) {
        entry.undated_before = older ? 1 : 0;
        one->date = entry.way[*entry.undated_before];
        one->moved = true;
    }
    return since;
}

/// All moves of one record in the period.
struct Journey {
    RecordKey key;
    Moved entry;
    std::vector<Move const*> steps;  ///< corrections too
    std::optional<Date> before;      ///< the plan with which the period began
    std::optional<Date> stands;      ///< the plan with which it ended
};

/// The plans with which the period began and ended, where they differ.
MemberChange const* replanned_in(ReportBasis const& basis, RecordKey const& key)
{
    auto const* net = basis.net_of(key);
    auto const field = std::ranges::find(key.kind->fields, DateRole::planned, &Field::role);
    if (net == nullptr || net->type != ChangeType::changed || field == key.kind->fields.end()) return nullptr;
    auto const member = std::ranges::find(net->members, field->path, &MemberChange::key);
    return member != net->members.end() ? &*member : nullptr;
}

void tell_ends(ReportBasis const& basis, Journey& journey)
{
    auto const field = std::ranges::find(journey.key.kind->fields, DateRole::planned, &Field::role);
    auto const& zone = basis.input.zone;
    if (auto const* record = basis.input.records.find(journey.key.kind->name, journey.key.id))
        journey.stands = measured(date_at(record->fields(), field->path, zone));
    if (auto const* plan = replanned_in(basis, journey.key))
        journey.before = measured(date_of(plan->from, zone));
    else if (!is_new(basis, journey.key))
        journey.before = journey.stands;
}

/// One for each record that moved, in the order of their first moves. Corrections are counted.
std::vector<Journey> journeys(ReportBasis const& basis, int& corrections)
{
    LastNames const names{*basis.input.history};
    std::vector<Journey> found;
    std::map<RecordKey, std::size_t, RecordKeyLess> places;  // in `found`
    std::map<RecordKey, std::optional<std::uint32_t>, RecordKeyLess> additions;
    for (auto const& move : basis.input.moves) {
        if (basis.input.imported(move.commit)) continue;
        auto const last_name = names.of(move.record, move.commit);
        auto const key = last_name.value_or(move.record);
        if (!basis.tells_of(key) || (!last_name && is_gone(basis, key))) continue;
        auto const added = additions.try_emplace(key, std::nullopt);
        if (added.second) added.first->second = last_addition(basis, names, key);
        if (auto const& since = added.first->second; since && move.commit <= *since) continue;
        auto const [place, first] = places.try_emplace(key, found.size());
        if (first) found.push_back({key, first_of(basis, move, key, milestone_of(basis, key)), {}, {}, {}});
        auto& journey = found[place->second];
        journey.steps.push_back(&move);
        if (move.correction)
            ++corrections;
        else
            journey.entry.sources.push_back(basis.source(move.commit));
    }
    std::erase_if(found, [](Journey const& one) { return one.entry.sources.empty(); });
    for (auto& journey : found) tell_ends(basis, journey);
    return found;
}

/// The dates between the two ends, as corrections put them right.
std::vector<Date> way_of(Journey const& journey, NetSlip const& net)
{
    std::vector<Date> way{net.from};
    for (auto const* step : journey.steps) {
        auto const begun = way.size() > 1;
        if (step->correction && begun) {
            way.back() = step->to;
        } else if (step->correction && net.put_right) {
            continue;  // it stands at the beginning
        } else if (slip(way.back(), step->to).direction() != 0) {
            way.push_back(step->to);
        } else if (begun) {
            way.back() = step->to;
        }
    }
    if (way.size() > 1) way.pop_back();  // where it ends is what stands
    while (way.size() > 1 && slip(way.back(), net.to).direction() == 0) way.pop_back();
    way.push_back(net.to);
    return way;
}

/// How far it was in all, against its baseline, and where a slip comes from.
void judge(ReportBasis const& basis, Journey& journey, std::vector<Dated>& dated)
{
    auto& entry = journey.entry;
    auto const net = net_slip(journey.steps, journey.before, journey.stands);
    entry.slip = net.slip.moved() && !net.correction ? net.slip : Slip{};
    entry.moves = net.moves;
    entry.ordinal = net.ordinal;
    entry.total = net.total;
    entry.way = way_of(journey, net);
    auto const* milestone = milestone_of(basis, journey.key);
    auto const first_move = std::ranges::find(journey.steps, false, &Move::correction);
    auto const since = milestone != nullptr ? measured_since(basis, entry, (*first_move)->commit, dated) : std::nullopt;
    if (milestone != nullptr && milestone->baseline) entry.since_baseline = slip(*milestone->baseline, net.to);
    if (entry.slip.days <= 0) return;
    entry.origin = journey.key.kind->name == kinds::milestone && milestone == nullptr
                       ? SlipOrigin{.unknown = entry.slip.days, .why_unknown = SlipOrigin::Unknown::unreadable}
                       : slip_origin(basis, milestone, net.from, net.to, since);
}

}  // namespace

Dated const* MovedDates::dating(Moved const& entry) const
{
    if (!entry.undated_before) return nullptr;
    auto const found = std::ranges::find(dated, entry.id, &Dated::id);
    return found != dated.end() ? &*found : nullptr;
}

MovedDates moved(ReportBasis const& basis)
{
    MovedDates found;
    if (basis.input.history == nullptr) return found;
    found.dated = newly_dated(basis);
    found.undated = newly_undated(basis);
    for (auto& journey : journeys(basis, found.corrections)) {
        judge(basis, journey, found.dated);
        auto& entry = journey.entry;
        auto const lost = std::ranges::find(found.undated, entry.id, &Undated::id);
        if (!journey.stands && entry.kind == kinds::milestone && lost != found.undated.end()) {
            lost->way = std::move(entry.way);
            lost->moves = entry.moves;
            continue;
        }
        auto const direction = entry.slip.direction();
        if (direction > 0) add(found.totals, entry);
        auto& list = direction > 0 ? found.slipped : direction < 0 ? found.brought_forward : found.unmoved;
        list.push_back(std::move(entry));
    }
    auto const longest = [](Moved const& a, Moved const& b) {
        auto const rank = [](Moved const& one) {
            return std::tuple{-std::abs(one.slip.days), -std::abs(one.slip.seconds), std::string_view{one.id}};
        };
        return rank(a) < rank(b);
    };
    std::ranges::sort(found.slipped, longest);
    std::ranges::sort(found.brought_forward, longest);
    std::ranges::sort(found.unmoved, {}, &Moved::id);
    return found;
}

}  // namespace sss
