#include "reports/report_input.hpp"

#include "history/net.hpp"

#include <algorithm>

namespace sss {

Source ReportBasis::source(std::uint32_t commit) const
{
    auto const& told = input.history->commits[commit];
    return {told.commit.id, told.commit.author.name, input.zone.day_of(told.landed_at), told.reason};
}

ReportBasis report_basis(ReportInput const& input)
{
    ReportBasis basis{input, read_state(input.records), {}, {}, 0};
    if (input.history == nullptr) {
        turn_back(basis.state, input.today);
        return basis;
    }
    for (auto const& change : input.history->changes) {
        if (input.first_commit_here && change.commit == 0)
            ++basis.imported;
        else
            basis.steps.push_back(change);
    }
    basis.net = net_changes(basis.steps);
    return basis;
}

std::optional<Table> fields_after(ReportBasis const& basis, Change const& change)
{
    if (change.type == ChangeType::removed) return std::nullopt;
    auto const* record = basis.input.records.find(change.record.kind->name, change.record.id);
    return record != nullptr && record->document.whole ? std::optional{record->fields()} : std::nullopt;
}

std::optional<Table> fields_before(ReportBasis const& basis, Change const& change)
{
    if (change.type == ChangeType::added) return std::nullopt;
    if (change.type == ChangeType::removed)
        return change.content != nullptr ? std::optional{*change.content} : std::nullopt;
    auto fields = fields_after(basis, change);
    if (!fields) return std::nullopt;
    for (auto const& member : change.members) {
        std::erase_if(*fields, [&](Member const& other) { return other.key == member.key; });
        if (member.from) fields->push_back({member.key, {}, *member.from});
    }
    return fields;
}

}  // namespace sss
