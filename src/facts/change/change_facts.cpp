#include "facts/change/change_facts.hpp"

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

bool says_it_failed(SharedValue const& outcome)
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

/// A move by the commit that made it, the kind and the id that the record had there.
using MovesByStep = std::map<std::tuple<std::uint32_t, std::string_view, std::string_view>, Move const*>;

/// What the steps that lead to a change of a plan made of it, as one move; nothing where none of them is one.
std::optional<Move> net_move(std::span<Change const* const> steps, MovesByStep const& moves, FieldChange const& field,
                             Zone const& zone)
{
    std::vector<Move const*> way;
    for (auto const* step : steps)
        if (auto const found = moves.find({step->commit, step->record.kind->name, step->record.id});
            found != moves.end())
            way.push_back(found->second);
    auto const stands = measured(date_of(field.to, zone));
    if (way.empty() || !stands) return std::nullopt;
    auto const net = net_slip(way, measured(date_of(field.from, zone)), stands);
    Move one{way.back()->record, net.from,           net.to, net.slip,          net.ordinal,  net.total,
             net.correction,     way.back()->commit, {},     way.back()->first, net.put_right};
    for (auto const* move : way)
        for (auto const& reason : move->reasons)
            if (std::ranges::find(one.reasons, reason) == one.reasons.end()) one.reasons.push_back(reason);
    return one;
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
                                      RenamesFollowed const& renames, StepsOf const& steps_of)
{
    MovesByStep by_step;
    for (auto const& move : moves) by_step[{move.commit, move.record.kind->name, move.record.id}] = &move;

    std::vector<ChangeFacts> facts;
    facts.reserve(changes.size());
    for (auto const& change : changes) {
        ChangeFacts one{&change, {}, told_fields(change, renames), std::nullopt};
        if (one.fields.empty() && only_follows(change, renames)) continue;
        one.category = category_of(change, one.fields, zone);
        for (auto const& field : one.fields) {
            if (field.field == nullptr || field.field->role != DateRole::planned) continue;
            if (steps_of)
                one.move = net_move(steps_of(change), by_step, field, zone);
            else if (auto const found = by_step.find({field.commit, change.record.kind->name, change.record.id});
                     found != by_step.end())
                one.move = *found->second;
        }
        auto const moved = one.category == Category::slipped || one.category == Category::brought_forward;
        if (moved && one.move)
            one.category = one.move->correction             ? Category::changed
                           : one.move->slip.direction() > 0 ? Category::slipped
                                                            : Category::brought_forward;
        facts.push_back(std::move(one));
    }
    return facts;
}

}  // namespace sss
