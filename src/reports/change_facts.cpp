#include "reports/change_facts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace sss {

namespace {

Category category_of(Change const& change, std::vector<FieldChange> const& fields, Zone const& zone)
{
    if (change.type == ChangeType::added) return Category::added;
    if (change.type == ChangeType::removed) return Category::removed;
    auto const role = [](FieldChange const& field) {
        return field.field != nullptr ? field.field->role : DateRole::none;
    };
    auto category = Category::changed;
    for (auto const& field : fields) {
        auto found = Category::changed;
        if (role(field) == DateRole::actual && !field.from && field.to) found = Category::achieved;
        if (field.path.starts_with("cancelled") && !field.from && field.to) found = Category::cancelled;
        if (role(field) == DateRole::planned) {
            auto const from = date_of(field.from, zone), to = date_of(field.to, zone);
            if (from && to) {
                auto const distance = slip(*from, *to);
                if (!distance.within && distance.days != 0)
                    found = distance.days > 0 ? Category::slipped : Category::brought_forward;
            }
        }
        category = std::min(category, found);
    }
    return category;
}

using MovesById = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>>;  // kind and id

/// This move, together with the record's moves before it back to where the change begins.
Move net_move(std::span<Move const> moves, std::size_t last, MovesById const& by_id, Change const& change,
              FieldChange const& field, Zone const& zone)
{
    auto net = moves[last];
    auto const first = date_of(field.from, zone);
    if (!first) return net;
    std::vector<std::size_t> earlier;
    for (auto const& id : {change.record.id, change.former_id})
        if (auto const known = by_id.find({net.record.kind->name, id}); known != by_id.end())
            std::ranges::copy_if(known->second, std::back_inserter(earlier), [last](auto i) { return i < last; });
    std::ranges::sort(earlier, std::ranges::greater{});
    std::vector<Move const*> way{&moves[last]};
    for (auto next = earlier.begin(); net.from != *first && next != earlier.end(); ++next) {
        auto const* move = &moves[*next];
        way.push_back(move);
        net.from = move->from;
        if (!move->correction && net.correction) {
            net.correction = false;
            net.ordinal = move->ordinal;
        }
    }
    net.from = *first;
    net.slip = slip(net.from, net.to);
    net.reasons.clear();
    for (auto move = way.rbegin(); move != way.rend(); ++move)
        for (auto const& reason : (*move)->reasons)
            if (std::ranges::find(net.reasons, reason) == net.reasons.end()) net.reasons.push_back(reason);
    return net;
}

}  // namespace

std::string_view name(Category category)
{
    constexpr std::array<std::string_view, 7> names{"achieved", "slipped", "brought-forward", "cancelled",
                                                    "added",    "changed", "removed"};
    return names.at(static_cast<std::size_t>(category));
}

std::vector<ChangeFacts> change_facts(std::span<Change const> changes, std::span<Move const> moves, Zone const& zone)
{
    std::map<std::tuple<std::uint32_t, std::string_view, std::string_view>, std::size_t> by_commit;
    MovesById by_id;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        auto const& record = moves[i].record;
        by_commit[{moves[i].commit, record.kind->name, record.id}] = i;
        by_id[{record.kind->name, record.id}].push_back(i);
    }

    std::vector<ChangeFacts> facts;
    facts.reserve(changes.size());
    for (auto const& change : changes) {
        ChangeFacts one{&change, {}, field_changes(change), std::nullopt};
        one.category = category_of(change, one.fields, zone);
        for (auto const& field : one.fields) {
            if (field.field == nullptr || field.field->role != DateRole::planned) continue;
            auto const found = by_commit.find({field.commit, change.record.kind->name, change.record.id});
            if (found != by_commit.end()) one.move = net_move(moves, found->second, by_id, change, field, zone);
        }
        auto const moved = one.category == Category::slipped || one.category == Category::brought_forward;
        if (moved && one.move && one.move->correction) one.category = Category::changed;
        facts.push_back(std::move(one));
    }
    return facts;
}

}  // namespace sss
