#include "reports/change_facts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace sss {

namespace {

Category category_of(Change const& change, std::vector<FieldChange> const& fields)
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
        if (role(field) == DateRole::planned && field.from && field.to && field.from->text() != nullptr &&
            field.to->text() != nullptr)
        {
            auto const from = parse_date(*field.from->text());
            auto const to = parse_date(*field.to->text());
            if (auto const* a = std::get_if<Date>(&from), *b = std::get_if<Date>(&to); a != nullptr && b != nullptr)
                found = before(*a, *b) ? Category::slipped : before(*b, *a) ? Category::brought_forward : found;
        }
        category = std::min(category, found);
    }
    return category;
}

}  // namespace

std::string_view name(Category category)
{
    constexpr std::array<std::string_view, 7> names{"achieved", "slipped", "brought-forward", "cancelled",
                                                    "added",    "changed", "removed"};
    return names.at(static_cast<std::size_t>(category));
}

std::vector<ChangeFacts> change_facts(std::span<Change const> changes, std::span<Move const> moves)
{
    std::map<std::pair<std::uint32_t, std::string_view>, Move const*> by_commit;
    for (auto const& move : moves) by_commit[{move.commit, move.record.id}] = &move;

    std::vector<ChangeFacts> facts;
    facts.reserve(changes.size());
    for (auto const& change : changes) {
        ChangeFacts one{&change, {}, field_changes(change), nullptr};
        one.category = category_of(change, one.fields);
        for (auto const& field : one.fields) {
            if (field.field == nullptr || field.field->role != DateRole::planned) continue;
            auto const found = by_commit.find({field.commit, change.record.id});
            if (found != by_commit.end()) one.move = found->second;
        }
        facts.push_back(std::move(one));
    }
    return facts;
}

}  // namespace sss
