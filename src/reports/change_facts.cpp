#include "reports/change_facts.hpp"

#include "programme/outcome.hpp"

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

bool says_it_failed(std::optional<Value> const& outcome)
{
    return outcome && outcome->string() != nullptr && is_failure(*outcome->string());
}

/// What a new outcome of a milestone means; by itself it means nothing where it neither fails nor ceases to.
std::optional<Category> category_of_outcome(Change const& change, std::vector<FieldChange> const& fields)
{
    auto const outcome = std::ranges::find(fields, keys::outcome, &FieldChange::path);
    if (change.record.kind->name != kinds::milestone || outcome == fields.end()) return std::nullopt;
    if (says_it_failed(outcome->to)) return Category::failed;
    // Where the day is taken back with it nothing was passed.
    auto const reopened = std::ranges::any_of(
        fields, [](FieldChange const& field) { return field.path == "actual" && field.from && !field.to; });
    return says_it_failed(outcome->from) && !reopened ? std::optional{Category::achieved} : std::nullopt;
}

Category category_of(Change const& change, std::vector<FieldChange> const& fields, Zone const& zone)
{
    if (change.type == ChangeType::added) return Category::added;
    if (change.type == ChangeType::removed) return Category::removed;
    if (auto const found = category_of_outcome(change, fields)) return *found;
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
                if (distance.moved()) found = distance.direction() > 0 ? Category::slipped : Category::brought_forward;
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

/// The changes of a record's fields that say something of it.
std::vector<FieldChange> told_fields(Change const& change, RenamesFollowed const& renames)
{
    auto fields = field_changes(change);
    if (change.type != ChangeType::changed) return fields;
    auto const& kind = *change.record.kind;
    for (auto const& member : change.members) {
        if (!renames.by(kind, member)) continue;
        std::erase_if(fields, [&](FieldChange const& field) {
            return field.path.starts_with(member.key) &&
                   (field.path.size() == member.key.size() || field.path[member.key.size()] == '.' ||
                    field.path[member.key.size()] == '[');
        });
    }
    std::erase_if(fields, [&](FieldChange const& field) { return renames.by(kind, field); });
    return fields;
}

bool only_follows(Change const& change, RenamesFollowed const& renames)
{
    if (change.type != ChangeType::changed || !change.former_id.empty()) return false;
    auto const followed = [&](FieldChange const& field) { return renames.by(*change.record.kind, field); };
    return std::ranges::all_of(change.members, [&](MemberChange const& member) {
        return renames.by(*change.record.kind, member) ||
               std::ranges::all_of(field_changes(*change.record.kind, member), followed);
    });
}

}  // namespace

std::string_view name(Category category)
{
    constexpr std::array<std::string_view, 8> names{"achieved",  "failed", "slipped", "brought-forward",
                                                    "cancelled", "added",  "changed", "removed"};
    return names.at(static_cast<std::size_t>(category));
}

std::vector<ChangeFacts> change_facts(std::span<Change const> changes, std::span<Move const> moves, Zone const& zone,
                                      RenamesFollowed const& renames)
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
        ChangeFacts one{&change, {}, told_fields(change, renames), std::nullopt};
        if (one.fields.empty() && only_follows(change, renames)) continue;
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
