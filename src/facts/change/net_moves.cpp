#include "facts/change/net_moves.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace sss {

namespace {

/// The change of a record's plan from one date to another.
MemberChange const* plan_changed(Change const& change)
{
    auto const field = std::ranges::find(change.record.kind->fields, DateRole::planned, &Field::role);
    if (field == change.record.kind->fields.end()) return nullptr;
    auto const member = std::ranges::find(change.members, field->path, &MemberChange::key);
    return member != change.members.end() && member->from && member->to ? &*member : nullptr;
}

/// The moves of each record, in their order.
using MovesByRecord = std::map<RecordKey, std::vector<Move const*>, RecordKeyLess>;

MovesByRecord by_record(std::span<Move const> moves)
{
    MovesByRecord all;
    for (auto const& move : moves) all[move.record].push_back(&move);
    return all;
}

/// Those of a record, and those that it made under the name that it had before.
std::vector<Move const*> moves_of(Change const& change, MovesByRecord const& moves)
{
    std::vector<Move const*> found;
    for (auto const& id : {change.record.id, change.former_id})
        if (auto const known = moves.find({change.record.kind, id}); known != moves.end())
            found.insert(found.end(), known->second.begin(), known->second.end());
    std::ranges::sort(found);  // they stand in one array, so their order there is the order of their addresses
    return found;
}

void take_steps(NetMove& net, Change const& change, MovesByRecord const& moves, History const& past,
                std::function<bool(LandedCommit const&)> const& within)
{
    std::vector<Move const*> way;
    net.committed = true;
    for (auto const* step : moves_of(change, moves)) {
        auto const& told = past.commits[step->commit];
        if (!within(told)) continue;
        way.push_back(step);
        if (!told.commit.id) net.committed = false;
        if (step->correction || told.reason.empty()) continue;
        if (std::ranges::find(net.reasons, told.reason) == net.reasons.end()) net.reasons.push_back(told.reason);
    }
    net.committed = net.committed && !way.empty();
    if (way.empty()) return;
    auto const sum = net_slip(way, net.move.from, net.move.to);
    net.steps = sum.moves;
    net.move = {net.move.record, sum.from,        sum.to, sum.slip,          sum.ordinal,  sum.total,
                sum.correction,  net.move.commit, {},     way.back()->first, sum.put_right};
}

}  // namespace

std::vector<NetMove> net_moves(std::span<Change const> net, History const* past,
                               std::function<bool(LandedCommit const&)> const& within, int correction_days,
                               Zone const& zone)
{
    auto const steps = past != nullptr ? moves(*past, correction_days) : std::vector<Move>{};
    auto const steps_by_record = by_record(steps);
    std::vector<NetMove> found;
    for (auto const& change : net) {
        auto const* plan = plan_changed(change);
        auto const from = plan != nullptr ? date_of(plan->from, zone) : std::nullopt;
        auto const to = plan != nullptr ? date_of(plan->to, zone) : std::nullopt;
        if (!from || !to) continue;
        auto const distance = slip(*from, *to);
        if (!distance.moved()) continue;
        NetMove one{{change.record, *from, *to, distance, 0, distance, false, 0}, 0, {}, false};
        if (past != nullptr) take_steps(one, change, steps_by_record, *past, within);
        found.push_back(std::move(one));
    }
    return found;
}

std::vector<RecordKey> with_other_plan(std::span<Change const> net)
{
    std::vector<RecordKey> keys;
    for (auto const& change : net) {
        if (plan_changed(change) == nullptr) continue;
        keys.push_back(change.record);
        if (!change.former_id.empty()) keys.push_back({change.record.kind, change.former_id});
    }
    return keys;
}

}  // namespace sss
