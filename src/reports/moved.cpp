#include "reports/moved.hpp"

#include "history/last_names.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>

namespace sss {

namespace {

/// A step that moves nothing is no stop on the way: the finer of the two dates tells both.
void add_stop(std::vector<Date>& way, Date const& from, Date const& to)
{
    if (way.empty()) way.push_back(from);
    if (slip(way.back(), to).direction() != 0)
        way.push_back(to);
    else if (way.size() > 1 || way.back().precision() > to.precision())
        way.back() = to;
}

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

/// The commit that put a record on record within the period, which did not stand when it began; what it had been before
/// is no news of it.
std::optional<std::uint32_t> last_addition(ReportBasis const& basis, LastNames const& names, RecordKey const& key)
{
    auto const net = std::ranges::find(basis.net, key, &Change::record);
    if (net == basis.net.end() || net->type != ChangeType::added) return std::nullopt;
    std::optional<std::uint32_t> commit;
    for (auto const& step : basis.steps)
        if (step.type == ChangeType::added && step.record.kind == key.kind && names.of(step.record, step.commit) == key)
            commit = step.commit;
    return commit;
}

/// A date that was put right takes the place of the mistaken one.
void put_right(Moved& entry, Move const& correction)
{
    auto& way = entry.way;
    if (!way.empty()) way.back() = correction.to;
    if (way.size() > 1 && slip(way[way.size() - 2], way.back()).direction() == 0) way.pop_back();
    entry.total = correction.total;
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
    Date from;  ///< before the first of them
    Date to;    ///< after the last of them, and what was put right since
    std::uint32_t first_commit;
};

/// One for each record that moved, in the order of their first moves. Corrections are counted, and put right what they
/// follow.
std::vector<Journey> journeys(ReportBasis const& basis, int& corrections)
{
    LastNames const names{*basis.input.history};
    std::vector<Journey> found;
    std::map<RecordKey, std::optional<std::uint32_t>, RecordKeyLess> additions;
    for (auto const& move : basis.input.moves) {
        if (basis.input.imported(move.commit)) continue;
        auto const last_name = names.of(move.record, move.commit);
        auto const key = last_name.value_or(move.record);
        if (!basis.tells_of(key) || (!last_name && is_gone(basis, key))) continue;
        auto const added = additions.try_emplace(key, std::nullopt);
        if (added.second) added.first->second = last_addition(basis, names, key);
        if (auto const& since = added.first->second; since && move.commit <= *since) continue;
        auto known = std::ranges::find(found, key, &Journey::key);
        if (move.correction) {
            ++corrections;
            if (known == found.end()) continue;
            put_right(known->entry, move);
            known->to = move.to;
            continue;
        }
        if (known == found.end())
            known = found.insert(
                known, {key, first_of(basis, move, key, milestone_of(basis, key)), move.from, move.to, move.commit});
        auto& entry = known->entry;
        known->to = move.to;
        add_stop(entry.way, move.from, move.to);
        ++entry.moves;
        entry.total = move.total;
        entry.ordinal = move.ordinal;
        entry.sources.push_back(basis.source(move.commit));
    }
    return found;
}

/// How far it was in all, against its baseline, and where a slip comes from.
void judge(ReportBasis const& basis, Journey& journey, std::vector<Dated>& dated)
{
    auto& entry = journey.entry;
    entry.slip = slip(journey.from, journey.to);
    if (entry.way.size() < 2) entry.way = {journey.from, journey.to};
    auto const* milestone = milestone_of(basis, journey.key);
    auto const since = milestone != nullptr ? measured_since(basis, entry, journey.first_commit, dated) : std::nullopt;
    if (milestone != nullptr && milestone->baseline) entry.since_baseline = slip(*milestone->baseline, journey.to);
    if (entry.slip.days <= 0) return;
    entry.origin = journey.key.kind->name == kinds::milestone && milestone == nullptr
                       ? SlipOrigin{.unknown = entry.slip.days, .why_unknown = SlipOrigin::Unknown::unreadable}
                       : slip_origin(basis, milestone, journey.from, journey.to, since);
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
