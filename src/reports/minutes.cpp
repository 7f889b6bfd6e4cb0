#include "reports/minutes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sss {

namespace {

Change const* net_change(ReportBasis const& basis, std::string_view meeting)
{
    auto const found = std::ranges::find_if(basis.net, [&](Change const& change) {
        return change.record.id == meeting && change.record.kind->name == "meeting";
    });
    return found == basis.net.end() ? nullptr : &*found;
}

/// What the meeting's record said when the period began.
std::optional<Meeting> meeting_before(ReportBasis const& basis, Change const& change)
{
    auto const fields = fields_before(basis, change);
    return fields ? std::optional{read_meeting(change.record.id, *fields)} : std::nullopt;
}

MeetingNews told(Meeting const& meeting, MeetingNews::Why why, Day today)
{
    auto const place = meeting.city.empty() || meeting.country.empty() ? meeting.city + meeting.country
                                                                       : meeting.city + ", " + meeting.country;
    return {why,
            meeting.id,
            meeting.title,
            place,
            meeting.start ? std::optional{meeting.when()} : std::nullopt,
            meeting.start && meeting.first() <= today && today < meeting.last(),
            meeting.rids,
            meeting.decisions,
            meeting.actions,
            std::nullopt};
}

/// A date known only roughly is told in the period that holds its last day, so that it is told once.
bool held_in(Meeting const& meeting, Period const& period)
{
    if (meeting.start->precision() > Precision::day && !meeting.end) return period.contains(meeting.last());
    return meeting.first() <= period.last && period.first <= meeting.last();
}

template <typename Item>
std::vector<Item> not_among(std::vector<Item> items, std::vector<Item> const& known)
{
    std::erase_if(items, [&](Item const& item) { return std::ranges::find(known, item.id, &Item::id) != known.end(); });
    return items;
}

std::optional<MeetingNews> completed(ReportBasis const& basis, Meeting const& meeting, Change const& change)
{
    auto const was = meeting_before(basis, change);
    if (!was) return std::nullopt;
    auto news = told(meeting, MeetingNews::Why::completed, basis.input.today);
    news.decisions = not_among(std::move(news.decisions), was->decisions);
    news.actions = not_among(std::move(news.actions), was->actions);
    if (news.rids == was->rids) news.rids = {};
    news.source = basis.source(change.commit);
    if (news.decisions.empty() && news.actions.empty() && !news.rids) return std::nullopt;
    return news;
}

std::optional<MeetingNews> news_of(ReportBasis const& basis, Meeting const& meeting)
{
    auto const today = basis.input.today;
    if (meeting.start && today < meeting.first()) return std::nullopt;
    if (meeting.start && held_in(meeting, basis.input.period)) return told(meeting, MeetingNews::Why::held, today);
    auto const* change = net_change(basis, meeting.id);
    if (change == nullptr) return std::nullopt;
    if (change->type != ChangeType::added) return completed(basis, meeting, *change);
    auto news = told(meeting, MeetingNews::Why::recorded_late, today);
    news.source = basis.source(change->commit);
    return news;
}

bool by_date(MeetingNews const& a, MeetingNews const& b)
{
    if (!a.on || !b.on) return a.on.has_value() && !b.on;
    return before(*a.on, *b.on);
}

ActionStanding standing_of(ReportBasis const& basis, Meeting const& meeting, ActionItem const& item)
{
    ActionStanding action{meeting.id, meeting.title, item, {}, meeting.start, std::nullopt, 0, false};
    if (!item.owner.empty()) action.owner_name = basis.whole.organisation(item.owner);
    if (meeting.start && meeting.first() <= basis.input.today)
        action.age = static_cast<int>((basis.input.today - meeting.first()).count());
    if (item.due && is_late(*item.due, basis.input.today))
        action.overdue = static_cast<int>((basis.input.today - item.due->last()).count());
    return action;
}

/// Closed in the period by record time, or before it and written down in it.
bool closed_here(ReportBasis const& basis, ActionItem const& item, std::optional<Meeting> const& was,
                 bool& recorded_late)
{
    if (basis.input.period.contains(item.closed->last())) return true;
    if (!was) return false;
    auto const old = std::ranges::find(was->actions, item.id, &ActionItem::id);
    recorded_late = old != was->actions.end() && !old->closed;
    return recorded_late;
}

/// Agreed at a meeting of the period, or before it and written down in it. What the import brought is no news, unless
/// it was agreed in the period.
bool opened_here(ReportBasis const& basis, Meeting const& meeting, ActionItem const& item, Change const* change,
                 std::optional<Meeting> const& was, bool& recorded_late)
{
    if (meeting.start && basis.input.today < meeting.first()) return false;
    if (meeting.start && held_in(meeting, basis.input.period)) return true;
    if (change == nullptr) return false;
    recorded_late = !was || std::ranges::find(was->actions, item.id, &ActionItem::id) == was->actions.end();
    return recorded_late;
}

}  // namespace

Meetings meetings(ReportBasis const& basis)
{
    Meetings found;
    auto const today = basis.input.today;
    for (auto const& meeting : basis.state.meetings) {
        if (auto news = news_of(basis, meeting))
            found.news.push_back(std::move(*news));
        else if (meeting.start && today < meeting.first() && meeting.first() <= basis.horizon())
            found.coming.push_back(told(meeting, MeetingNews::Why::held, today));
    }
    std::ranges::stable_sort(found.news, by_date);
    std::ranges::stable_sort(found.coming, by_date);
    return found;
}

Actions actions(ReportBasis const& basis)
{
    Actions found;
    std::map<std::string, OwnersActions> owners;
    for (auto const& meeting : basis.state.meetings) {
        auto const* change = net_change(basis, meeting.id);
        auto const was = change != nullptr ? meeting_before(basis, *change) : std::nullopt;
        for (auto const& item : meeting.actions) {
            auto action = standing_of(basis, meeting, item);
            auto owner = owners.find(item.owner);
            auto const of_owner = [&]() -> OwnersActions& {
                if (owner == owners.end())
                    owner = owners.emplace(item.owner, OwnersActions{item.owner, action.owner_name, {}}).first;
                return owner->second;
            };
            bool late = false;
            if (opened_here(basis, meeting, item, change, was, late)) {
                found.opened.push_back(action);
                found.opened.back().recorded_late = late;
                ++of_owner().opened_here;
            }
            if (item.closed) {
                if (!closed_here(basis, item, was, action.recorded_late)) continue;
                ++of_owner().closed_here;
                found.closed.push_back(std::move(action));
                continue;
            }
            ++found.open_count;
            if (action.overdue > 0) {
                ++found.overdue_count;
                ++of_owner().overdue;
            }
            of_owner().open.push_back(std::move(action));
        }
    }
    for (auto& [id, owner] : owners) {
        std::ranges::stable_sort(owner.open, [](ActionStanding const& a, ActionStanding const& b) {
            return std::tuple{-a.overdue, -a.age.value_or(-1)} < std::tuple{-b.overdue, -b.age.value_or(-1)};
        });
        found.open.push_back(std::move(owner));
    }
    std::ranges::stable_sort(found.open, [](OwnersActions const& a, OwnersActions const& b) {
        return std::tuple{a.owner.empty(), std::string_view{a.name}} <
               std::tuple{b.owner.empty(), std::string_view{b.name}};
    });
    std::ranges::stable_sort(found.closed, [](ActionStanding const& a, ActionStanding const& b) {
        return before(*a.item.closed, *b.item.closed);
    });
    return found;
}

}  // namespace sss
