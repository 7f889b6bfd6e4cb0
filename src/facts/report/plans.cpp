#include "facts/report/plans.hpp"

#include "facts/chart/timeline.hpp"
#include "facts/order.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sss {

namespace {

std::string first_or_none(std::vector<std::string> const& ids)
{
    return ids.empty() ? std::string{} : ids.front();
}

/// Dated kinds of the programme's own wait for their days as milestones do; as the timeline has them.
void add_own_kinds(Plans& found, ReportBasis const& basis)
{
    for (auto const& record : basis.input.records.all()) {
        if (!is_dated_own_kind(*record.kind) || !record.document.whole) continue;
        if (!basis.belongs.record(*record.kind, record.id, record.fields())) continue;
        auto const timed = own_entry(record, basis.input.zone, basis.input.today);
        if (!timed.when) continue;
        auto const owner = first_or_none(timed.organisations);
        Expected entry{record.id,
                       timed.title,
                       first_or_none(timed.satellites),
                       owner.empty() ? owner : basis.whole.organisation(owner),
                       timed.when,
                       std::nullopt,
                       std::nullopt,
                       record.kind->name};
        if (timed.state == EntryState::late && !basis.from_dates_only())
            found.overdue.push_back(
                {std::move(entry), static_cast<int>((basis.input.today - timed.when->last()).count())});
        else if (timed.state == EntryState::ahead && timed.when->first() <= basis.horizon())
            found.coming_up.push_back(std::move(entry));
    }
}

}  // namespace

Plans plans(ReportBasis const& basis)
{
    Plans found;
    auto const today = basis.input.today;
    for (auto const& milestone : basis.state.milestones) {
        if (!milestone.open()) continue;
        auto entry = expected(basis, milestone);
        if (!entry.planned) {
            if (!basis.from_dates_only()) found.undated.push_back(std::move(entry));
        } else if (is_late(*entry.planned, today)) {
            auto const days = static_cast<int>((today - entry.planned->last()).count());
            if (!basis.from_dates_only()) found.overdue.push_back({std::move(entry), days});
        } else if (entry.planned->first() <= basis.horizon()) {
            found.coming_up.push_back(std::move(entry));
        }
    }
    add_own_kinds(found, basis);
    std::ranges::stable_sort(found.coming_up,
                             [](auto const& a, auto const& b) { return before(*a.planned, *b.planned); });
    put_needs_first(
        found.coming_up, basis.whole, [](Expected const& one) { return one.planned->last(); },
        [](Expected const& one) {
            return one.kind == kinds::milestone ? std::string_view{one.id} : std::string_view{};
        });
    std::ranges::stable_sort(found.overdue, [](Late const& a, Late const& b) { return a.days > b.days; });
    put_needs_first(
        found.overdue, basis.whole, [](Late const& one) { return one.days; },
        [](Late const& one) {
            auto const& milestone = one.milestone;
            return milestone.kind == kinds::milestone ? std::string_view{milestone.id} : std::string_view{};
        });
    std::ranges::stable_sort(found.undated, {}, &Expected::satellite);
    return found;
}

std::vector<OwnersCount> owners_of(std::span<Late const> overdue)
{
    std::map<std::string, int> counts;
    for (auto const& late : overdue) ++counts[late.milestone.owner];
    std::vector<OwnersCount> owners;
    for (auto const& [owner, count] : counts) owners.push_back({owner, count});
    // A map is in the order of names; whoever has as many stays in it.
    std::ranges::stable_sort(owners, [](OwnersCount const& a, OwnersCount const& b) {
        return a.owner.empty() != b.owner.empty() ? b.owner.empty() : a.count > b.count;
    });
    return owners;
}

}  // namespace sss
