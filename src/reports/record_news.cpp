#include "reports/record_news.hpp"

#include <algorithm>

namespace sss {

std::vector<KindNews> record_news(ReportBasis const& basis, std::set<RecordName> const& told)
{
    std::vector<KindNews> found;
    auto const of_kind = [&](std::string const& kind) -> KindNews& {
        auto const known = std::ranges::find(found, kind, &KindNews::kind);
        if (known != found.end()) return *known;
        found.push_back({kind, {}, {}, {}, {}});
        return found.back();
    };
    for (auto const& change : basis.net) {
        if (!basis.tells_of(change)) continue;
        auto& news = of_kind(change.record.kind->name);
        NamedRecord named{
            change.record.id, change.title, change.former_id, {}, told.contains({news.kind, change.record.id})};
        for (auto const& member : change.members) named.fields.push_back(member.key);
        if (change.type == ChangeType::added)
            news.added.push_back(std::move(named));
        else if (change.type == ChangeType::removed)
            news.removed.push_back(std::move(named));
        else if (!change.former_id.empty())
            news.renamed.push_back(std::move(named));
        else if (!named.told)
            news.changed.push_back(std::move(named));
    }
    std::erase_if(found, [](KindNews const& news) {
        return news.added.empty() && news.removed.empty() && news.renamed.empty() && news.changed.empty();
    });
    std::ranges::sort(found, {}, &KindNews::kind);
    for (auto& news : found)
        for (auto* list : {&news.added, &news.removed, &news.renamed, &news.changed})
            std::ranges::sort(*list, {}, &NamedRecord::id);
    return found;
}

std::vector<Cancelled> cancelled(ReportBasis const& basis)
{
    std::vector<Cancelled> found;
    auto const add = [&](Milestone const& milestone, std::optional<Source> source) {
        found.push_back(
            {milestone.id, milestone.title, milestone.cancelled_on, milestone.cancelled_why, std::move(source)});
    };
    if (basis.from_dates_only()) {
        for (auto const& milestone : basis.state.milestones)
            if (milestone.cancelled && milestone.cancelled_on &&
                basis.input.period.contains(milestone.cancelled_on->last()))
                add(milestone, std::nullopt);
        return found;
    }
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone" || change.type == ChangeType::removed) continue;
        auto const* now = basis.state.milestone(change.record.id);
        if (now == nullptr || !now->cancelled) continue;
        auto const was = fields_before(basis, change);
        if (!was || find(*was, "cancelled") == nullptr) add(*now, basis.source(change.commit));
    }
    std::ranges::sort(found, {}, &Cancelled::id);
    return found;
}

std::vector<Reinstated> reinstated(ReportBasis const& basis)
{
    std::vector<Reinstated> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != "milestone" || change.type == ChangeType::removed) continue;
        auto const* now = basis.state.milestone(change.record.id);
        auto const* before = basis.before(change.record.id);
        if (now == nullptr || now->cancelled || before == nullptr || !before->cancelled) continue;
        auto const member = std::ranges::find(change.members, "cancelled", &MemberChange::key);
        auto const commit = member != change.members.end() ? member->commit : change.commit;
        found.push_back({now->id, now->title, before->cancelled_on, now->reached(), basis.source(commit)});
    }
    std::ranges::sort(found, {}, &Reinstated::id);
    return found;
}

}  // namespace sss
