#include "facts/change/belonging.hpp"

#include "support/natural_order.hpp"
#include "support/plain_letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sss {

namespace {

/// What a record says of its satellites or owners.
using Said = std::map<std::string, std::vector<std::string>, std::less<>>;  // field → ids

std::string_view target(Within within)
{
    return within == Within::owner ? kinds::organisation : kinds::satellite;
}

/// The fields that say where a record belongs, the first that is set deciding.
std::vector<std::string_view> deciding_fields(Kind const& kind, Within within)
{
    auto const refers = [&](Field const& field) {
        return field.path.find_first_of(".[") == std::string::npos &&
               std::ranges::find(field.references, target(within)) != field.references.end();
    };
    std::vector<std::string_view> fields;
    if (within == Within::owner) {
        for (auto const* name : {"owner", "lead", "organisers"})
            if (auto const* field = kind.field(name); field != nullptr && refers(*field)) fields.push_back(field->path);
    } else {
        for (auto const& field : kind.fields)
            if (refers(field)) fields.push_back(field.path);
    }
    return fields;
}

std::vector<std::string> texts(Value const* value)
{
    std::vector<std::string> found;
    if (value == nullptr) return found;
    if (auto const* text = value->string()) found.push_back(*text);
    if (auto const* array = value->array())
        for (auto const& one : *array)
            if (auto const* text = one.string()) found.push_back(*text);
    return found;
}

std::vector<std::string> decided(Kind const& kind, std::string const& id, Within within, Said const& said)
{
    if (kind.name == target(within)) return {id};
    for (auto const field : deciding_fields(kind, within))
        if (auto const found = said.find(field); found != said.end() && !found->second.empty()) return found->second;
    return {};
}

Said said_in(Table const& content, Kind const& kind, Within within)
{
    Said said;
    for (auto const field : deciding_fields(kind, within)) said[std::string{field}] = texts(find(content, field));
    return said;
}

int rank(Belonging const& one)
{
    if (one.within == Within::kind) return static_cast<int>(standard_rank(one.id));
    if (one.within == Within::category) {
        auto category = 0;
        while (category < static_cast<int>(Category::removed) && name(static_cast<Category>(category)) != one.id)
            ++category;
        return category;
    }
    return static_cast<int>(one.count);
}

}  // namespace

bool comes_before(Belonging const& a, Belonging const& b)
{
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (auto const order = natural_order(search_form(a.title), search_form(b.title)); order != 0) return order < 0;
    return natural_order(a.id, b.id) < 0;
}

Belongings::Belongings(History const& history, Records const& records, Within within)
    : records_(records), within_(within)
{
    if (within != Within::satellite && within != Within::owner) return;
    std::map<RecordKey, Said, RecordKeyLess> standing;
    for (auto const& change : history.changes) {
        auto const& kind = *change.record.kind;
        if (change.type == ChangeType::removed) {
            standing.erase(change.record);
            continue;
        }
        if (!change.former_id.empty())
            if (auto former = standing.extract({&kind, change.former_id}))
                standing[change.record] = std::move(former.mapped());
        auto& said = standing[change.record];
        if (change.type == ChangeType::added) {
            said = said_in(*change.content, kind, within);
        } else {
            for (auto const field : deciding_fields(kind, within)) {
                auto const member = std::ranges::find(change.members, field, &MemberChange::key);
                if (member != change.members.end()) said[std::string{field}] = texts(member->to.get());
            }
        }
        after_[{change.commit, kind.name, change.record.id}] = decided(kind, change.record.id, within, said);
    }
}

Belonging Belongings::named(std::vector<std::string> const& ids) const
{
    if (ids.empty()) return {within_, Belonging::Count::none, {}, {}};
    if (ids.size() > 1) return {within_, Belonging::Count::several, {}, {}};
    auto const* record = records_.find(target(within_), ids.front());
    return {within_, Belonging::Count::one, ids.front(), record != nullptr ? record->title() : ids.front()};
}

Belonging Belongings::of(ChangeFacts const& facts) const
{
    auto const& change = *facts.change;
    auto const& kind = *change.record.kind;
    if (within_ == Within::category)
        return {within_, Belonging::Count::one, std::string{name(facts.category)}, std::string{name(facts.category)}};
    if (within_ == Within::kind) return {within_, Belonging::Count::one, kind.name, kind.name};
    if (change.content) return named(decided(kind, change.record.id, within_, said_in(*change.content, kind, within_)));
    auto const found = after_.find({change.commit, kind.name, change.record.id});
    return named(found != after_.end() ? found->second : std::vector<std::string>{});
}

}  // namespace sss
