#include "facts/report/minutes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace sss {

namespace {

/// What the period changed in each meeting.
class MeetingChanges {
public:
    explicit MeetingChanges(ReportBasis const& basis)
    {
        for (auto const& change : basis.net)
            if (change.record.kind->name == kinds::meeting) by_id_.emplace(change.record.id, &change);
    }

    Change const* of(Meeting const& meeting) const
    {
        auto const found = by_id_.find(meeting.id);
        return found == by_id_.end() ? nullptr : found->second;
    }

private:
    std::map<std::string_view, Change const*> by_id_;
};

/// What the meeting's record said when the period began.
std::optional<Meeting> meeting_before(ReportBasis const& basis, Change const& change)
{
    auto const fields = fields_before(basis, change);
    return fields ? std::optional{read_meeting(change.record.id, *fields, basis.input.zone)} : std::nullopt;
}

/// With the actions of all: when it is told does not depend on whose part is.
Meeting const& whole_of(ReportBasis const& basis, Meeting const& meeting)
{
    auto const* whole = basis.whole.meeting(meeting.id);
    return whole != nullptr ? *whole : meeting;
}

/// A month, a year …, without an end: nobody can tell on which day of it the meeting was.
bool is_rough(Meeting const& meeting)
{
    return meeting.start && meeting.start->precision() > Precision::day && !meeting.end;
}

bool has_minutes(Meeting const& meeting)
{
    return meeting.rids || !meeting.decisions.empty() || !meeting.actions.empty();
}

/// Whether a report of that day tells what the record holds. A rough meeting has surely been held when its last day has
/// come or minutes are there. By dates alone minutes belong to the meeting's last day, so that one period tells them.
bool is_told(ReportBasis const& basis, Meeting const& meeting, Day day)
{
    if (!meeting.start) return true;
    auto const late = is_rough(meeting) ? !has_minutes(meeting) : basis.from_dates_only();
    return (late ? meeting.last() : meeting.first()) <= day;
}

/// What a meeting's record held when the period began; of the import and by dates alone what it holds now.
struct Former {
    Meeting const* unchanged = nullptr;
    std::optional<Meeting> changed;
    bool told = false;                                      ///< before the period
    std::map<std::string_view, ActionItem const*> actions;  ///< by id, once they are asked for

    Meeting const* stood() const { return unchanged != nullptr ? unchanged : changed ? &*changed : nullptr; }
    Meeting const* before() const { return told ? stood() : nullptr; }
};

Former former_of(ReportBasis const& basis, Meeting const& meeting, Change const* change)
{
    Former former;
    if (change == nullptr)
        former.unchanged = &meeting;
    else
        former.changed = meeting_before(basis, *change);
    if (auto const* stood = former.stood())
        former.told = basis.nothing_before() ? !stood->start || stood->last() < basis.input.period.first
                                             : is_told(basis, *stood, basis.input.told_until());
    return former;
}

/// Days of it lie in the period. A rough one is held in the period of its last day.
bool held_in(ReportBasis const& basis, Meeting const& meeting)
{
    if (!meeting.start) return false;
    auto const first = is_rough(meeting) ? meeting.last() : meeting.first();
    return first <= basis.input.period.last && basis.input.period.first <= meeting.last();
}

MeetingNews told(ReportBasis const& basis, Meeting const& meeting, MeetingNews::Why why)
{
    auto const today = basis.input.today;
    auto speakers = meeting.speakers;
    for (auto& one : speakers)
        if (!one.organisation.empty()) one.organisation = basis.whole.organisation(one.organisation);
    auto const place = meeting.city.empty() || meeting.country.empty() ? meeting.city + meeting.country
                                                                       : meeting.city + ", " + meeting.country;
    return {why,
            meeting.id,
            meeting.title,
            place,
            meeting.venue,
            meeting.chair,
            meeting.attendance,
            std::move(speakers),
            meeting.start ? std::optional{meeting.when()} : std::nullopt,
            meeting.start && !is_rough(meeting) && meeting.first() <= today && today < meeting.last(),
            meeting.held,
            meeting.rids,
            meeting.decisions,
            meeting.actions,
            std::nullopt};
}

template <typename Item>
std::vector<Item> not_among(std::vector<Item> items, std::vector<Item> const& known)
{
    std::set<std::string_view> ids;
    for (auto const& item : known) ids.insert(item.id);
    std::erase_if(items, [&](Item const& item) { return ids.contains(item.id); });
    return items;
}

std::optional<RoughCount> more_than(std::optional<RoughCount> const& now, std::optional<RoughCount> const& before)
{
    if (!before) return now;
    auto const more = difference(now.value_or(0), *before);
    return more.number != 0 ? std::optional{more} : std::nullopt;
}

/// Takes away what was told before.
void leave_new(MeetingNews& news, Meeting const& before)
{
    if (news.venue == before.venue) news.venue.clear();
    if (news.chair == before.chair) news.chair.clear();
    if (news.attendance == before.attendance) news.attendance.reset();
    std::erase_if(news.speakers, [&](Speaker const& one) {
        return std::ranges::find(before.speakers, one.name, &Speaker::name) != before.speakers.end();
    });
    news.decisions = not_among(std::move(news.decisions), before.decisions);
    news.actions = not_among(std::move(news.actions), before.actions);
    news.rids = {more_than(news.rids.raised, before.rids.raised), more_than(news.rids.closed, before.rids.closed),
                 more_than(news.rids.carried_over, before.rids.carried_over)};
}

std::optional<MeetingNews> news_of(ReportBasis const& basis, Meeting const& meeting, Change const* change)
{
    using Why = MeetingNews::Why;
    if (meeting.cancelled) return std::nullopt;  // that it was is told among what was given up
    auto const today = basis.input.today;
    auto const held = held_in(basis, meeting) && meeting.first() <= today;
    // Most are long over and as they were.
    if (change == nullptr && (!meeting.start || meeting.last() < basis.input.period.first)) return std::nullopt;
    auto const& whole = whole_of(basis, meeting);
    if (!is_told(basis, whole, today)) {
        if (!held || is_rough(meeting)) return std::nullopt;
        auto news = told(basis, meeting, Why::held);
        leave_new(news, meeting);
        return news;
    }
    auto const former = former_of(basis, whole, change);
    auto const* before = former.before();
    auto const goes_on = before && held && !is_rough(meeting) && basis.input.told_until() < meeting.last();
    auto news = told(basis, meeting, goes_on ? Why::held : before ? Why::completed : Why::recorded_late);
    if (before) leave_new(news, *before);
    auto const confirmed = before && meeting.held && !before->held;
    if (before && !goes_on && news.decisions.empty() && news.actions.empty() && !news.rids && !confirmed)
        return std::nullopt;
    if (!before && (held || change == nullptr)) news.why = Why::held;
    if (news.why != Why::held && change != nullptr) news.source = basis.source(change->commit);
    return news;
}

/// Begins in the upcoming days; or may be held on any of them.
bool is_coming(ReportBasis const& basis, Meeting const& meeting)
{
    if (!meeting.start || meeting.cancelled) return false;
    auto const today = basis.input.today;
    return is_rough(meeting) && meeting.first() <= today
               ? today < meeting.last() && !has_minutes(whole_of(basis, meeting))
               : today < meeting.first() && meeting.first() <= basis.horizon();
}

bool news_by_date(MeetingNews const& a, MeetingNews const& b)
{
    if (!a.on || !b.on) return a.on.has_value() && !b.on;
    return before(*a.on, *b.on);
}

ActionStanding standing_of(ReportBasis const& basis, Meeting const& meeting, ActionItem const& item)
{
    ActionStanding action{meeting.id, meeting.title, item, {}, meeting.start, std::nullopt, 0, false, std::nullopt};
    if (!item.owner.empty()) action.owner_name = basis.whole.organisation(item.owner);
    auto const end = item.closed ? std::min(item.closed->last(), basis.input.today) : basis.input.today;
    if (meeting.start && meeting.first() <= basis.input.today)
        action.age = std::max(0, static_cast<int>((end - meeting.first()).count()));
    if (item.due && is_late(*item.due, end)) action.overdue = static_cast<int>((end - item.due->last()).count());
    return action;
}

/// The action of a meeting as it stood when the period began.
ActionItem const* find_action(Former const& meeting, std::string_view id)
{
    auto const found = meeting.actions.find(id);
    return found != meeting.actions.end() ? found->second : nullptr;
}

/// What the period did to an action: by commit time; what the import brought, and what dates alone tell, by the days.
struct ActionNews {
    bool opened = false;
    bool closed = false;
    bool reopened = false;
};

/// @param meeting  of the action; one that is told now
ActionNews news_of(ReportBasis const& basis, Former const& meeting, ActionItem const& item)
{
    ActionNews news;
    auto const* stood = find_action(meeting, item.id);
    news.opened = stood == nullptr || meeting.before() == nullptr;
    auto const was_closed = stood != nullptr && stood->closed.has_value();
    news.reopened = !news.opened && was_closed && !item.closed;
    if (!item.closed) return news;
    auto const& period = basis.input.period;
    if (basis.from_dates_only())
        news.closed = period.contains(item.closed->last()) || (news.opened && item.closed->last() < period.first);
    else if (basis.nothing_before() && was_closed)
        news.closed = news.opened || period.first <= item.closed->last();
    else
        news.closed = news.opened || !was_closed;
    return news;
}

}  // namespace

Meetings meetings(ReportBasis const& basis)
{
    Meetings found;
    MeetingChanges const changes{basis};
    for (auto const& meeting : basis.state.meetings) {
        if (auto news = news_of(basis, meeting, changes.of(meeting)))
            found.news.push_back(std::move(*news));
        else if (is_coming(basis, meeting))
            found.coming.push_back(told(basis, meeting, MeetingNews::Why::held));
    }
    std::ranges::stable_sort(found.news, news_by_date);
    std::ranges::stable_sort(found.coming, news_by_date);
    return found;
}

Actions actions(ReportBasis const& basis)
{
    Actions found;
    std::map<std::string, OwnersActions> owners;
    auto const& period = basis.input.period;
    MeetingChanges const changes{basis};
    for (auto const& meeting : basis.state.meetings) {
        if (meeting.actions.empty()) continue;
        auto const& whole = whole_of(basis, meeting);
        auto const is_told_now = is_told(basis, whole, basis.input.today);
        auto former = former_of(basis, whole, changes.of(meeting));
        if (auto const* stood = former.stood())
            for (auto const& item : stood->actions) former.actions.emplace(item.id, &item);
        for (auto const& item : meeting.actions) {
            auto action = standing_of(basis, meeting, item);
            auto const news = is_told_now ? news_of(basis, former, item) : ActionNews{};
            auto owner = owners.find(item.owner);
            auto const of_owner = [&]() -> OwnersActions& {
                if (owner == owners.end())
                    owner = owners.emplace(item.owner, OwnersActions{item.owner, action.owner_name, {}}).first;
                return owner->second;
            };
            if (news.opened) {
                found.opened.push_back(action);
                found.opened.back().recorded_late = meeting.start && meeting.last() < period.first;
                ++of_owner().opened_here;
            }
            if (item.closed) {
                if (!news.closed) continue;
                action.recorded_late = item.closed->last() < period.first;
                ++of_owner().closed_here;
                found.closed.push_back(std::move(action));
                continue;
            }
            if (news.reopened) {
                found.reopened.push_back(action);
                found.reopened.back().was_closed = find_action(former, item.id)->closed;
                ++of_owner().reopened_here;
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
