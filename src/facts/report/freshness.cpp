#include "facts/report/freshness.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sss {

namespace {

bool has_open_action(Meeting const& meeting)
{
    return std::ranges::any_of(meeting.actions, [](ActionItem const& action) { return !action.closed; });
}

class Gathering {
public:
    Gathering(ReportBasis const& basis, Freshness& found) : basis_(basis), found_(found) {}

    void milestone(Milestone const& milestone)
    {
        auto& owner = of(milestone.owner);
        ++owner.open_milestones;
        if (hear(owner, kinds::milestone, milestone.id, {false, milestone.id, {}, milestone.title, {}, 0, false}))
            ++owner.stale_milestones;
    }

    void action(Meeting const& meeting, ActionItem const& action)
    {
        auto& owner = of(action.owner);
        ++owner.open_actions;
        if (hear(owner, kinds::meeting, meeting.id, {true, action.id, meeting.id, action.text, {}, 0, false}))
            ++owner.stale_actions;
    }

    std::map<std::string, OwnersFreshness> owners;

private:
    OwnersFreshness& of(std::string const& id)
    {
        auto& owner = owners[id];
        owner.owner = id;
        if (!id.empty()) owner.name = basis_.whole.organisation(id);
        return owner;
    }

    /// Whether it is stale.
    bool hear(OwnersFreshness& owner, std::string_view kind, std::string_view id, Untouched one)
    {
        ++found_.open;
        auto const* record = basis_.input.records.find(kind, id);
        if (record == nullptr) return false;
        auto const& changes = *basis_.input.last_changes;
        auto const at = changes.at.find({record->kind, record->id});
        // One that was met nowhere in a past that was looked through to its end has just been made: it is fresh.
        if (at == changes.at.end() && !changes.looked_back_to) return false;
        one.at_least = at == changes.at.end();
        one.since = basis_.input.zone.day_of(one.at_least ? *changes.looked_back_to : at->second);
        one.days = static_cast<int>((basis_.input.today - one.since).count());
        if (one.days <= found_.stale_days) return false;
        ++found_.stale;
        if (!owner.oldest || owner.oldest->since > one.since || (one.at_least && !owner.oldest->at_least))
            owner.oldest = std::move(one);
        return true;
    }

    ReportBasis const& basis_;
    Freshness& found_;
};

}  // namespace

Freshness freshness(ReportBasis const& basis)
{
    Freshness found;
    found.stale_days = basis.input.settings.stale_days;
    found.known = basis.input.last_changes != nullptr && !basis.from_dates_only();
    if (!found.known) return found;
    Gathering gathering{basis, found};
    for (auto const& milestone : basis.state.milestones)
        if (milestone.open()) gathering.milestone(milestone);
    for (auto const& meeting : basis.state.meetings)
        for (auto const& action : meeting.actions)
            if (!action.closed) gathering.action(meeting, action);
    for (auto& [id, owner] : gathering.owners) found.owners.push_back(std::move(owner));
    std::ranges::stable_sort(found.owners, [](OwnersFreshness const& a, OwnersFreshness const& b) {
        return std::tuple{-a.stale(), a.owner.empty(), std::string_view{a.name}} <
               std::tuple{-b.stale(), b.owner.empty(), std::string_view{b.name}};
    });
    return found;
}

std::vector<RecordKey> open_matters(Records const& records)
{
    std::vector<RecordKey> found;
    for (auto const& record : records.of(kinds::milestone))
        if (read_milestone(record.id, record.fields(), records.zone()).open())
            found.push_back({record.kind, record.id});
    for (auto const& record : records.of(kinds::meeting))
        if (has_open_action(read_meeting(record.id, record.fields(), records.zone())))
            found.push_back({record.kind, record.id});
    return found;
}

}  // namespace sss
