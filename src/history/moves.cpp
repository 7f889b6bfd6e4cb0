#include "history/moves.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace sss {

namespace {

/// What is known of one record's plan while the history is told.
struct Plan {
    std::optional<Date> first;
    std::optional<Date> last;
    std::chrono::sys_seconds first_written{};
    int moves = 0;
};

Field const* planned_field(Kind const& kind)
{
    auto const found = std::ranges::find(kind.fields, DateRole::planned, &Field::role);
    return found == kind.fields.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Date> measured(std::optional<Date> plan)
{
    return plan && !plan->open_ended() ? plan : std::nullopt;
}

std::vector<RecordKey> replanned(History const& history)
{
    std::vector<RecordKey> found;
    std::set<RecordKey, RecordKeyLess> gone;
    auto const date_written = [&](Change const& change) -> std::optional<Date> {
        auto const* field = planned_field(*change.record.kind);
        if (field == nullptr) return std::nullopt;
        if (change.type == ChangeType::removed) {
            gone.insert(change.record);
            return std::nullopt;
        }
        if (change.type == ChangeType::added) {
            // What could not be read before the history begins seems new in it.
            auto const perhaps_known = history.unreadable_versions > 0 || gone.contains(change.record);
            return perhaps_known ? measured(date_at(*change.content, field->path, history.zone)) : std::nullopt;
        }
        auto const member = std::ranges::find(change.members, field->path, &MemberChange::key);
        return member != change.members.end() ? measured(date_of(member->to, history.zone)) : std::nullopt;
    };
    std::set<RecordKey, RecordKeyLess> seen;
    for (auto const& change : history.changes) {
        if (!date_written(change)) continue;
        if (seen.insert(change.record).second) found.push_back(change.record);
    }
    return found;
}

std::vector<Move> moves(History const& history, int correction_days)
{
    std::map<RecordKey, Plan, RecordKeyLess> plans;
    std::vector<Move> found;
    for (auto const& change : history.changes) {
        auto const* field = planned_field(*change.record.kind);
        if (field == nullptr) continue;
        if (!change.former_id.empty()) {
            if (auto past = plans.extract({change.record.kind, change.former_id})) plans[change.record] = past.mapped();
        }
        std::optional<Date> to;
        if (change.type == ChangeType::added) {
            to = measured(date_at(*change.content, field->path, history.zone));
        } else if (auto const member = std::ranges::find(change.members, field->path, &MemberChange::key);
                   member != change.members.end())
        {
            to = measured(date_of(member->to, history.zone));
            auto& plan = plans[change.record];
            // A stretch may begin after the date was first written: what stood before it is in the change itself.
            if (!plan.first) plan.first = plan.last = measured(date_of(member->from, history.zone));
        }
        if (!to) continue;

        auto& plan = plans[change.record];
        auto const& told = history.commits[change.commit];
        if (!plan.first) {
            // How young a date is, a clock that lied does not tell.
            plan = {to, to, told.disbelieved ? std::chrono::sys_seconds{} : told.landed_at, 0};
            continue;
        }
        auto const distance = slip(*plan.last, *to);
        if (!distance.moved()) {  // said more exactly
            plan.last = to;
            continue;
        }
        auto const young = plan.first_written != std::chrono::sys_seconds{} && !told.disbelieved &&
                           told.landed_at - plan.first_written < std::chrono::days{correction_days};
        auto const correction = told.correction || (young && told.reason.empty());
        found.push_back({change.record, *plan.last, *to, distance, correction ? 0 : ++plan.moves,
                         slip(*plan.first, *to), correction, change.commit,
                         told.reason.empty() ? std::vector<std::string>{} : std::vector{told.reason}, plan.first});
        // A correction says what was meant from the start.
        if (correction && plan.moves == 0) plan.first = to;
        plan.last = to;
    }
    return found;
}

NetSlip net_slip(std::span<Move const* const> steps, std::optional<Date> const& before,
                 std::optional<Date> const& stands)
{
    auto const is_move = [](Move const* one) { return !one->correction; };
    auto const first_move = std::ranges::find_if(steps, is_move);
    auto const begun = before.value_or(steps.front()->from);
    NetSlip net{begun, stands.value_or(steps.back()->to), {}, {}, 0, 0, false, {}};
    net.moves = static_cast<int>(std::ranges::count_if(steps, is_move));
    for (auto const* step : steps)
        if (is_move(step)) net.ordinal = step->ordinal;
    auto const corrected = first_move != steps.begin() && first_move != steps.end();
    if (corrected && slip(begun, net.to).moved()) {
        net.from = first_move[-1]->to;
        net.put_right = begun;
    }
    net.slip = slip(net.from, net.to);
    net.correction = net.moves == 0;
    if (net.put_right && !net.slip.moved()) {  // what differs is what was put right
        net = {begun, net.to, slip(begun, net.to), {}, net.moves, net.ordinal, true, {}};
    }
    net.total = slip(steps.back()->first.value_or(begun), net.to);
    return net;
}

}  // namespace sss
