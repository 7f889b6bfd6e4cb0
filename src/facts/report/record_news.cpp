#include "facts/report/record_news.hpp"

#include "facts/change/renames_followed.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <string_view>

namespace sss {

namespace {

/// Whether a net change of a member does more than follow records to their new names.
bool says_something(Change const& change, MemberChange const& member, RenamesFollowed const& renames)
{
    auto const& kind = *change.record.kind;
    if (renames.by(kind, member)) return false;
    auto const fields = field_changes(kind, member);
    return fields.empty() || !std::ranges::all_of(fields, [&](auto const& field) { return renames.by(kind, field); });
}

/// The days of a meeting before and now, where it has others; else none.
std::vector<Date> way_of_meeting(ReportBasis const& basis, Change const& change)
{
    if (change.record.kind->name != kinds::meeting || change.type != ChangeType::changed) return {};
    auto const* now = basis.whole.meeting(change.record.id);
    auto const fields = now != nullptr ? fields_before(basis, change) : std::nullopt;
    if (!fields) return {};
    auto const before = read_meeting(change.record.id, *fields, basis.input.zone);
    if (!before.start || !now->start || before.when() == now->when()) return {};
    return {before.when(), now->when()};
}

}  // namespace

std::vector<KindNews> record_news(ReportBasis const& basis, std::set<RecordName> const& told)
{
    std::vector<KindNews> found;
    auto const of_kind = [&](std::string const& kind) -> KindNews& {
        auto const known = std::ranges::find(found, kind, &KindNews::kind);
        if (known != found.end()) return *known;
        found.push_back({kind, {}, {}, {}, {}});
        return found.back();
    };
    auto const renames = RenamesFollowed::of_net(basis.net);
    for (auto const& change : basis.net) {
        if (!basis.tells_of(change)) continue;
        auto& news = of_kind(change.record.kind->name);
        NamedRecord named{
            change.record.id, change.title, change.former_id, {}, told.contains({news.kind, change.record.id})};
        for (auto const& member : change.members)
            if (says_something(change, member, renames)) named.fields.push_back(member.key);
        named.way = way_of_meeting(basis, change);
        if (change.type == ChangeType::added)
            news.added.push_back(std::move(named));
        else if (change.type == ChangeType::removed)
            news.removed.push_back(std::move(named));
        else if (!change.former_id.empty())
            news.renamed.push_back(std::move(named));
        else if (!named.told && !named.fields.empty())
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

namespace {

/// The step that gave a record up, where the net change names the last that touched it.
std::uint32_t given_up_by(ReportBasis const& basis, Change const& net)
{
    for (auto const& step : std::views::reverse(basis.steps)) {
        if (step.record != net.record) continue;
        if (step.type == ChangeType::added && find(*step.content, keys::cancelled) != nullptr) return step.commit;
        auto const member = std::ranges::find(step.members, keys::cancelled, &MemberChange::key);
        if (member != step.members.end() && member->to && !member->from) return step.commit;
    }
    return net.commit;
}

std::string const& title_of(Milestone const& milestone)
{
    return milestone.title;
}
std::string const& title_of(Meeting const& meeting)
{
    return meeting.title;
}
std::string const& title_of(Satellite const& satellite)
{
    return satellite.name;
}

/// Those of one kind, by id.
template <typename Item>
void add_cancelled(std::vector<Cancelled>& found, ReportBasis const& basis, std::string_view kind,
                   std::vector<Item> const& items)
{
    std::map<std::string_view, Change const*> changes;
    for (auto const& change : basis.net)
        if (change.record.kind->name == kind && change.type != ChangeType::removed)
            changes.emplace(change.record.id, &change);
    for (auto const& item : items) {
        if (!item.cancelled) continue;
        std::optional<Source> source;
        auto const change = changes.find(item.id);
        auto const written_here = change != changes.end() && [&] {
            auto const was = fields_before(basis, *change->second);
            return !was || find(*was, keys::cancelled) == nullptr;
        }();
        if (written_here && !basis.from_dates_only())
            source = basis.source(given_up_by(basis, *change->second));
        else if (!basis.nothing_before() || !item.cancelled_on ||
                 !basis.input.period.contains(item.cancelled_on->last()))
            continue;  // of what the import brought, and before it, the days alone tell
        found.push_back(
            {std::string{kind}, item.id, title_of(item), item.cancelled_on, item.cancelled_why, std::move(source)});
    }
}

}  // namespace

std::vector<Cancelled> cancelled(ReportBasis const& basis)
{
    std::vector<Cancelled> found;
    add_cancelled(found, basis, kinds::satellite, basis.state.satellites);
    add_cancelled(found, basis, kinds::milestone, basis.state.milestones);
    add_cancelled(found, basis, kinds::meeting, basis.state.meetings);
    return found;
}

std::vector<Reinstated> reinstated(ReportBasis const& basis)
{
    std::vector<Reinstated> found;
    for (auto const& change : basis.net) {
        if (change.record.kind->name != kinds::milestone || change.type == ChangeType::removed) continue;
        auto const* now = basis.state.milestone(change.record.id);
        auto const* before = basis.before(change.record.id);
        if (now == nullptr || now->cancelled || before == nullptr || !before->cancelled) continue;
        auto const member = std::ranges::find(change.members, keys::cancelled, &MemberChange::key);
        auto const commit = member != change.members.end() ? member->commit : change.commit;
        found.push_back({now->id, now->title, before->cancelled_on, now->reached(), basis.source(commit)});
    }
    std::ranges::sort(found, {}, &Reinstated::id);
    return found;
}

}  // namespace sss
