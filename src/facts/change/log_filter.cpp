#include "facts/change/log_filter.hpp"

#include "support/plain_letters.hpp"

#include <algorithm>

namespace sss {

namespace {

/// What a record that came or went says, field by field.
std::vector<FieldChange> contents(Change const& change)
{
    std::vector<FieldChange> all;
    auto const came = change.type == ChangeType::added;
    auto const& content = *change.content;
    for (std::size_t i = 0; i < content.size(); ++i) {
        SharedValue const said{content, i};
        MemberChange const whole{content[i].key, came ? SharedValue{} : said, came ? said : SharedValue{},
                                 change.commit};
        for (auto& field : field_changes(*change.record.kind, whole)) all.push_back(std::move(field));
    }
    return all;
}

bool is_of_plan(FieldChange const& field)
{
    return field.field != nullptr && (field.field->role == DateRole::planned || field.field->role == DateRole::actual);
}

}  // namespace

bool LogFilter::admits(LandedCommit const& told, Zone const& zone) const
{
    auto const day = zone.day_of(told.landed_at);
    if ((first && day < *first) || (last && *last < day)) return false;
    if (among && !among->contains(told.commit.id)) return false;
    if (without && without->contains(told.commit.id)) return false;
    auto const& signer = told.commit.author;
    auto const wanted = search_form(author);
    return search_form(signer.name).find(wanted) != std::string::npos ||
           search_form(signer.email).find(wanted) != std::string::npos;
}

std::optional<FieldChange> LogFilter::part_of(Kind const& kind, FieldChange const& change) const
{
    if (fields.empty()) return change;
    for (auto const& pattern : fields)
        if (auto part = pattern.part_of(kind, change)) return part;
    return std::nullopt;
}

std::vector<ChangeFacts> filtered(std::span<ChangeFacts const> facts, LogFilter const& filter, History const& history,
                                  Zone const& zone)
{
    std::vector<ChangeFacts> kept;
    for (auto const& one : facts) {
        auto const& change = *one.change;
        if (!filter.admits(history.commits[change.commit], zone)) continue;
        kept.push_back(one);
        if (filter.fields.empty()) continue;
        auto& now = kept.back();
        now.fields.clear();
        for (auto const& field : change.type == ChangeType::changed ? one.fields : contents(change))
            if (auto part = filter.part_of(*change.record.kind, field)) now.fields.push_back(std::move(*part));
        if (std::ranges::none_of(now.fields, is_of_plan)) now.move.reset();
        if (now.fields.empty()) kept.pop_back();
    }
    return kept;
}

}  // namespace sss
