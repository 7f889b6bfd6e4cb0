#include "reports/impact.hpp"

#include "reports/state.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace sss {

namespace {

constexpr std::size_t longest_way = 20;

/// The milestones of one state and who needs whom, those that cannot be read included.
class Plan {
public:
    explicit Plan(Records const& records)
    {
        for (auto const& record : records.of("milestone")) {
            auto milestone = read_milestone(record.id, record.fields());
            if (!record.document.problems.empty()) milestone.date_unreadable = true;
            for (auto const& need : milestone.depends_on) needed_by_[need].push_back(record.id);
            milestones_.emplace(record.id, std::move(milestone));
        }
    }

    Milestone const* find(std::string const& id) const
    {
        auto const found = milestones_.find(id);
        return found == milestones_.end() ? nullptr : &found->second;
    }

    std::vector<std::string> const& needing(std::string const& id) const
    {
        static std::vector<std::string> const nobody;
        auto const found = needed_by_.find(id);
        return found == needed_by_.end() ? nobody : found->second;
    }

    std::map<std::string, Milestone> const& all() const { return milestones_; }

private:
    std::map<std::string, Milestone> milestones_;
    std::map<std::string, std::vector<std::string>> needed_by_;
};

bool late(Milestone const& milestone, Day today)
{
    return milestone.open() && !milestone.date_unreadable && milestone.planned && is_late(*milestone.planned, today);
}

/// How `later` stands to `needed`, which it needs.
void judge(Touched& touched, Date const& later, Date const& needed)
{
    auto const found = precedence(later, needed);
    touched.order = found.order;
    touched.margin = found.margin;
    touched.exact = found.exact;
}

Touched touched_by(Milestone const& milestone)
{
    Touched touched;
    touched.id = milestone.id;
    touched.title = milestone.title;
    touched.date = expected_on(milestone);
    touched.reached = milestone.reached();
    if (milestone.date_unreadable) touched.order = Order::unreadable;
    return touched;
}

/// One that needs another, on whatever way.
struct Needing {
    Milestone const* milestone;
    std::size_t by;     ///< index of the one through which it does; itself for the first
    bool beyond_dated;  ///< a dated one stands on the way: that one is the next, not this
};

/// The milestone itself, and then all that need it, the shortest way each; who was given up waits for nothing.
std::vector<Needing> all_needing(Plan const& plan, std::string const& id)
{
    std::vector<Needing> found{{plan.find(id), 0, false}};
    std::set<std::string_view> seen{id};
    for (std::size_t at = 0; at < found.size(); ++at) {
        auto const beyond = at > 0 && (found[at].beyond_dated || expected_on(*found[at].milestone).has_value());
        for (auto const& next : plan.needing(found[at].milestone->id)) {
            auto const* milestone = plan.find(next);
            if (!milestone->cancelled && seen.insert(next).second) found.push_back({milestone, at, beyond});
        }
    }
    return found;
}

/// The milestones on the way from the first to this one, both included.
std::vector<Milestone const*> way_to(std::vector<Needing> const& all, std::size_t at)
{
    std::vector<Milestone const*> way;
    for (; at != 0; at = all[at].by) way.push_back(all[at].milestone);
    way.push_back(all.front().milestone);
    std::ranges::reverse(way);
    return way;
}

class Judge {
public:
    Judge(Records const& before, Records const& after, std::span<Change const> changes, Day today)
        : after_records_(after), before_(before), after_(after), today_(today)
    {
        for (auto const& change : changes)
            if (!change.former_id.empty() && change.record.kind->name == "milestone")
                former_[change.record.id] = change.former_id;
        for (auto const& record : after.of("meeting")) meetings_.push_back(read_meeting(record.id, record.fields()));
    }

    std::string const& before_id(std::string const& id) const
    {
        auto const found = former_.find(id);
        return found == former_.end() ? id : found->second;
    }

    /// What the move of this milestone means; nothing where its date did not move.
    std::optional<Impact> impact(Milestone const& now) const
    {
        auto const* was = before_.find(before_id(now.id));
        auto const from = was != nullptr ? expected_on(*was) : std::nullopt;
        auto const to = expected_on(now);
        if (!from || !to) return std::nullopt;
        auto const distance = slip(*from, *to);
        if (distance.days == 0 || distance.within) return std::nullopt;
        auto const* record = after_records_.find("milestone", now.id);
        Impact impact{{record->kind, now.id},
                      now.title,
                      title_of("satellite", now.satellite),
                      title_of("organisation", now.owner),
                      *from,
                      *to,
                      was->reached(),
                      now.reached(),
                      distance,
                      {},
                      {},
                      {},
                      {},
                      {},
                      {},
                      late(now, today_),
                      false};
        impact.became_late = impact.late && !late(*was, today_);
        tell_needing(impact);
        tell_needed(impact, now);
        tell_meetings(impact);
        return impact;
    }

    std::vector<BecameLate> became_late() const
    {
        std::vector<BecameLate> found;
        for (auto const& [id, now] : after_.all()) {
            auto const* was = before_.find(before_id(id));
            if (was != nullptr && late(now, today_) && !late(*was, today_))
                found.push_back({id, now.title, *now.planned});
        }
        return found;
    }

    Plan const& after() const { return after_; }

private:
    std::string title_of(std::string_view kind, std::string const& id) const
    {
        auto const* record = id.empty() ? nullptr : after_records_.find(kind, id);
        return record != nullptr ? record->title() : id;
    }

    /// Whether the one came surely before the other in the state before.
    bool early_before(std::string const& needing, std::string const& needed) const
    {
        auto const* old = before_.find(before_id(needing));
        auto const* old_needed = before_.find(before_id(needed));
        auto const mine = old != nullptr ? expected_on(*old) : std::nullopt;
        auto const theirs = old_needed != nullptr ? expected_on(*old_needed) : std::nullopt;
        return mine && theirs && surely_before(*mine, *theirs);
    }

    Touched touched(std::vector<Needing> const& all, std::size_t at, Date const& moved) const
    {
        auto touched = touched_by(*all[at].milestone);
        if (touched.date) judge(touched, *touched.date, moved);
        return touched;
    }

    /// Long ways are cut in the middle: nobody follows them, and a hostile one would take all memory.
    static void tell_way(Touched& touched, std::vector<Needing> const& all, std::size_t at)
    {
        auto way = way_to(all, at);
        touched.steps = way.size() - 1;
        if (way.size() > longest_way)
            way.erase(way.begin() + longest_way / 2, way.end() - static_cast<std::ptrdiff_t>(longest_way / 2));
        for (auto const* one : way) touched.path.push_back(one->id);
        for (std::size_t i = 1; i + 1 < way.size(); ++i) touched.way.push_back(way[i]->title);
    }

    void tell_needing(Impact& impact) const
    {
        auto const all = all_needing(after_, impact.record.id);
        std::set<std::string_view> needing_before;
        auto const old = before_.find(before_id(impact.record.id)) != nullptr
                             ? all_needing(before_, before_id(impact.record.id))
                             : std::vector<Needing>{};
        for (auto const& one : old) needing_before.insert(one.milestone->id);
        for (std::size_t i = 1; i < all.size(); ++i) {
            auto one = touched(all, i, impact.to);
            auto const too_early = one.order == Order::too_early;
            if (!too_early && (all[i].beyond_dated || one.reached)) continue;
            tell_way(one, all, i);
            one.before =
                too_early && needing_before.contains(before_id(one.id)) && early_before(one.id, impact.record.id);
            (too_early ? impact.too_early : impact.next).push_back(std::move(one));
        }
        std::ranges::stable_sort(impact.too_early, {}, [](Touched const& one) {
            return std::pair{one.before, one.margin};
        });
        std::ranges::stable_sort(impact.next, {}, [](Touched const& one) {
            return std::pair{!one.date.has_value(), one.margin};
        });
    }

    void tell_needed(Impact& impact, Milestone const& now) const
    {
        for (auto const& id : now.depends_on) {
            auto const* needed = after_.find(id);
            if (needed == nullptr) {
                impact.unknown.push_back(id);
                continue;
            }
            auto one = touched_by(*needed);
            one.path = {now.id, id};
            one.steps = 1;
            if (!one.date) continue;
            judge(one, impact.to, *one.date);
            if (one.order != Order::too_early) continue;
            auto const* was = before_.find(before_id(now.id));
            one.before =
                std::ranges::find(was->depends_on, before_id(id)) != was->depends_on.end() && early_before(now.id, id);
            impact.needed.push_back(std::move(one));
        }
        std::ranges::stable_sort(impact.needed, {}, [](Touched const& one) {
            return std::pair{one.before, one.margin};
        });
    }

    void tell_meetings(Impact& impact) const
    {
        for (auto const& meeting : meetings_) {
            if (std::ranges::find(meeting.milestones, impact.record.id) == meeting.milestones.end()) continue;
            MeetingTouched one{meeting.id, meeting.title, {}, false};
            if (meeting.start) {
                one.when = meeting.when();
                one.held = meeting.last() < today_;
            }
            impact.meetings.push_back(std::move(one));
        }
        std::ranges::stable_sort(impact.meetings, [](MeetingTouched const& a, MeetingTouched const& b) {
            return a.when && (!b.when || before(*a.when, *b.when));
        });
    }

    Records const& after_records_;
    Plan before_;
    Plan after_;
    Day today_;
    std::map<std::string, std::string> former_;
    std::vector<Meeting> meetings_;
};

}  // namespace

std::size_t Impact::new_conflicts() const
{
    auto const fresh = [](Touched const& one) { return !one.before; };
    return static_cast<std::size_t>(std::ranges::count_if(too_early, fresh) + std::ranges::count_if(needed, fresh));
}

Impacts impacts(Records const& before, Records const& after, std::span<Change const> changes,
                std::span<NetMove const> plans, Day today)
{
    Judge const judge{before, after, changes, today};
    Impacts found;
    for (auto const& [id, milestone] : judge.after().all()) {
        auto impact = judge.impact(milestone);
        if (!impact) continue;
        auto const plan =
            std::ranges::find_if(plans, [&](NetMove const& one) { return one.move.record == impact->record; });
        if (plan != plans.end()) impact->plan = *plan;
        found.moved.push_back(std::move(*impact));
    }
    std::ranges::stable_sort(found.moved, {}, [](Impact const& one) {
        return std::pair{-static_cast<std::ptrdiff_t>(one.new_conflicts()), -std::abs(one.slip.days)};
    });
    found.late = judge.became_late();
    return found;
}

}  // namespace sss
