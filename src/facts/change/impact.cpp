#include "facts/change/impact.hpp"

#include "facts/standard_records.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace sss {

namespace {

constexpr std::size_t longest_way = 20;
/// So many needs are followed for all that moved together: a chain of 500 milestones that all move …
constexpr std::size_t most_followed = 250'000;
/// … and in a larger plan so many for each of its milestones and needs.
constexpr std::size_t followed_of_each = 25;
/// So many milestones are told as touched, shared out among those that moved …
constexpr std::size_t most_told = 2'000;
/// … and so many of each at least.
constexpr std::size_t told_of_each = 10;

/// The milestones of one state by number, and who needs whom; those that cannot be read included.
class Plan {
public:
    static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

    explicit Plan(Records const& records)
    {
        for (auto& milestone : read_milestones(records))
            if (numbers_.emplace(milestone.id, all_.size()).second) all_.push_back(std::move(milestone));
        needed_by_.resize(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i) {
            for (auto& need : all_[i].depends_on) need = awaited(need);
            expected_.push_back(expected_on(all_[i]));
            for (auto const& need : all_[i].depends_on)
                if (auto const needed = number(need); needed != nobody) {
                    needed_by_[needed].push_back(i);
                    ++needs_;
                }
        }
    }

    std::size_t number(std::string_view id) const
    {
        auto const found = numbers_.find(id);
        return found == numbers_.end() ? nobody : found->second;
    }

    /// The id of the one that is waited for by those that need this one: where it failed, of the one that repeats it.
    std::string awaited(std::string const& id) const
    {
        auto const find = [this](std::string const& other) {
            auto const found = number(other);
            return found == nobody ? nullptr : &all_[found];
        };
        auto const* milestone = find(id);
        return milestone != nullptr ? standing_for(*milestone, find).id : id;
    }

    std::size_t size() const { return all_.size(); }
    /// How many milestones and needs there are.
    std::size_t extent() const { return all_.size() + needs_; }
    Milestone const& operator[](std::size_t number) const { return all_[number]; }
    std::optional<Date> const& expected(std::size_t number) const { return expected_[number]; }
    std::vector<std::size_t> const& needing(std::size_t number) const { return needed_by_[number]; }

private:
    std::vector<Milestone> all_;  ///< by id
    std::vector<std::optional<Date>> expected_;
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::vector<std::vector<std::size_t>> needed_by_;
    std::size_t needs_ = 0;
};

bool late(Milestone const& milestone, Day today)
{
    return milestone.open() && !milestone.date_unreadable && milestone.plan_ahead() &&
           is_late(*milestone.plan_ahead(), today);
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
    std::size_t milestone;
    std::size_t by;     ///< index of the one through which it does; itself for the first
    bool beyond_dated;  ///< a dated one stands on the way: that one is the next, not this
};

/// Follows the needs of one state, until there are too many.
class Following {
public:
    explicit Following(Plan const& plan) : plan_(plan), seen_(plan.size(), 0) {}

    /// The milestone itself, and then all that need it, the shortest way each; who was given up waits for nothing.
    /// @param directly  only those that need it themselves, as also where what is left of `most` does not suffice
    std::vector<Needing> from(std::size_t milestone, bool& directly, std::size_t& most)
    {
        ++round_;
        std::vector<Needing> found{{milestone, 0, false}};
        seen_[milestone] = round_;
        for (std::size_t at = 0; at < found.size() && (at == 0 || !directly); ++at) {
            auto const beyond = at > 0 && (found[at].beyond_dated || plan_.expected(found[at].milestone).has_value());
            for (auto const next : plan_.needing(found[at].milestone)) {
                if (most > 0) --most;
                if (plan_[next].cancelled || plan_[next].dropped || seen_[next] == round_) continue;
                seen_[next] = round_;
                found.push_back({next, at, beyond});
            }
            if (at == 0) first_ = found.size();
            directly = directly || most == 0;
        }
        if (directly) found.resize(first_);
        return found;
    }

private:
    Plan const& plan_;
    std::vector<std::size_t> seen_;  ///< in which round
    std::size_t round_ = 0;
    std::size_t first_ = 0;  ///< how many the first step found
};

/// The milestones on the way from the first to this one, both included.
std::vector<std::size_t> way_to(std::vector<Needing> const& all, std::size_t at)
{
    std::vector<std::size_t> way;
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
        std::map<std::string_view, std::string_view> former;
        for (auto const& change : changes)
            if (!change.former_id.empty() && change.record.kind->name == kinds::milestone)
                former[change.record.id] = change.former_id;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            auto const found = former.find(after_[i].id);
            was_.push_back(before_.number(found == former.end() ? after_[i].id : found->second));
        }
        for (auto const& record : after.of(kinds::meeting)) {
            auto const meeting = read_meeting(record.id, record.fields(), after.zone());
            for (auto const& id : std::set<std::string_view>{meeting.milestones.begin(), meeting.milestones.end()})
                if (auto const milestone = after_.number(id); milestone != Plan::nobody)
                    meetings_[milestone].push_back(told(meeting));
        }
    }

    /// Those that moved, without what it means.
    std::vector<Impact> moved() const
    {
        std::vector<Impact> found;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (was_[i] == Plan::nobody) continue;
            auto const& from = before_.expected(was_[i]);
            auto const& to = after_.expected(i);
            if (!from || !to) continue;
            auto const distance = slip(*from, *to);
            if (!distance.moved()) continue;
            found.push_back(impact(i, *from, *to, distance));
        }
        return found;
    }

    /// Adds what the moves mean: of the longest first, for of very many not all is followed.
    void tell_meaning(std::vector<Impact>& moved) const
    {
        std::vector<Impact*> order;
        for (auto& impact : moved) order.push_back(&impact);
        std::ranges::stable_sort(order, {}, [](Impact const* one) { return -std::abs(one->slip.days); });
        auto const most = std::max(told_of_each, most_told / std::max<std::size_t>(1, moved.size()));
        Following now{after_}, then{before_};
        auto left = std::max(most_followed, followed_of_each * after_.extent());
        for (auto* impact : order) {
            auto const number = after_.number(impact->record.id);
            tell_needing(*impact, number, now, then, left, most);
            tell_needed(*impact, number);
            if (auto const known = meetings_.find(number); known != meetings_.end()) {
                impact->meetings = known->second;
                std::ranges::stable_sort(impact->meetings, [](MeetingTouched const& a, MeetingTouched const& b) {
                    return a.when && (!b.when || before(*a.when, *b.when));
                });
            }
        }
    }

    std::vector<BecameLate> became_late() const
    {
        std::vector<BecameLate> found;
        for (std::size_t i = 0; i < after_.size(); ++i)
            if (was_[i] != Plan::nobody && late(after_[i], today_) && !late(before_[was_[i]], today_))
                found.push_back({after_[i].id, after_[i].title, *after_[i].planned});
        return found;
    }

private:
    MeetingTouched told(Meeting const& meeting) const
    {
        MeetingTouched one{meeting.id, meeting.title, {}, false};
        if (meeting.start) {
            one.when = meeting.when();
            one.held = meeting.last() < today_;
        }
        return one;
    }

    Impact impact(std::size_t number, Date const& from, Date const& to, Slip const& distance) const
    {
        auto const& now = after_[number];
        auto const& was = before_[was_[number]];
        Impact impact{.record = {after_records_.find(kinds::milestone, now.id)->kind, now.id},
                      .title = now.title,
                      .satellite = title_of(kinds::satellite, now.satellite),
                      .owner = title_of(kinds::organisation, now.owner),
                      .from = from,
                      .to = to,
                      .was_reached = was.reached(),
                      .is_reached = now.reached(),
                      .slip = distance,
                      .plan = {},
                      .too_early = {},
                      .next = {},
                      .needed = {},
                      .unknown = {},
                      .meetings = {},
                      .late = late(now, today_)};
        impact.became_late = impact.late && !late(was, today_);
        return impact;
    }

    std::string title_of(std::string_view kind, std::string const& id) const
    {
        auto const* record = id.empty() ? nullptr : after_records_.find(kind, id);
        return record != nullptr ? record->title() : id;
    }

    /// Whether the one came surely before the other in the state before.
    bool early_before(std::size_t needing, std::size_t needed) const
    {
        if (was_[needing] == Plan::nobody || was_[needed] == Plan::nobody) return false;
        auto const& mine = before_.expected(was_[needing]);
        auto const& theirs = before_.expected(was_[needed]);
        return mine && theirs && surely_before(*mine, *theirs);
    }

    /// Long ways are cut in the middle: nobody follows them, and a hostile one would take all memory.
    void tell_way(Touched& touched, std::vector<Needing> const& all, std::size_t at) const
    {
        auto way = way_to(all, at);
        touched.steps = way.size() - 1;
        if (way.size() > longest_way)
            way.erase(way.begin() + longest_way / 2, way.end() - static_cast<std::ptrdiff_t>(longest_way / 2));
        for (auto const one : way) touched.path.push_back(after_[one].id);
        for (std::size_t i = 1; i + 1 < way.size(); ++i) touched.way.push_back(after_[way[i]].title);
    }

    /// One of those that need what moved, as far as it is ranked by.
    struct Ranked {
        std::size_t at;  ///< among all that need it
        int margin;
        bool first;  ///< comes before those that are not so, whatever their margin
    };

    void tell_needing(Impact& impact, std::size_t number, Following& now, Following& then, std::size_t& left,
                      std::size_t most) const
    {
        auto const all = now.from(number, impact.directly, left);
        auto const fails = after_[number].failed();
        std::vector<Ranked> too_early, next;
        for (std::size_t i = 1; i < all.size(); ++i) {
            auto const& date = after_.expected(all[i].milestone);
            auto const found = date && !fails ? precedence(*date, impact.to) : Precedence{Order::undated, 0, false};
            if (found.order == Order::too_early)
                too_early.push_back({i, found.margin, false});
            else if (!all[i].beyond_dated && !after_[all[i].milestone].reached())
                next.push_back({i, found.margin, date.has_value()});
        }
        mark_new(too_early, all, number, impact.directly, then, left);
        auto const before = [](Ranked const& a, Ranked const& b) {
            if (a.first != b.first) return a.first;
            return a.margin != b.margin ? a.margin < b.margin : a.at < b.at;
        };
        for (auto& [from, into, more] : {std::tie(too_early, impact.too_early, impact.more_too_early),
                                         std::tie(next, impact.next, impact.more_next)})
        {
            auto const told = std::min(from.size(), most);
            std::ranges::partial_sort(from, from.begin() + static_cast<std::ptrdiff_t>(told), before);
            for (auto const& one : std::span{from}.first(told)) into.push_back(touched(impact, all, one));
            more = from.size() - told;
            if (&from == &too_early)
                impact.more_new_too_early =
                    static_cast<std::size_t>(std::ranges::count_if(std::span{from}.subspan(told), &Ranked::first));
        }
    }

    /// Of those that come too early: whether they did not so before.
    void mark_new(std::vector<Ranked>& too_early, std::vector<Needing> const& all, std::size_t number, bool directly,
                  Following& then, std::size_t& left) const
    {
        if (too_early.empty()) return;
        auto only_directly = directly;
        std::unordered_set<std::size_t> needed_it;
        for (auto const& one : then.from(was_[number], only_directly, left)) needed_it.insert(one.milestone);
        for (auto& one : too_early) {
            auto const needing = all[one.at].milestone;
            one.first = !(needed_it.contains(was_[needing]) && early_before(needing, number));
        }
    }

    Touched touched(Impact const& impact, std::vector<Needing> const& all, Ranked const& one) const
    {
        auto touched = touched_by(after_[all[one.at].milestone]);
        if (touched.date && !after_[all.front().milestone].failed()) judge(touched, *touched.date, impact.to);
        tell_way(touched, all, one.at);
        touched.before = touched.order == Order::too_early && !one.first;
        return touched;
    }

    void tell_needed(Impact& impact, std::size_t number) const
    {
        auto const& was = before_[was_[number]].depends_on;
        std::set<std::string_view> const needed_before{was.begin(), was.end()};
        for (auto const& id : after_[number].depends_on) {
            auto const needed = after_.number(id);
            if (needed == Plan::nobody) {
                impact.unknown.push_back(id);
                continue;
            }
            auto one = touched_by(after_[needed]);
            one.date = satisfied_on(after_[needed]);
            if (!one.date) continue;
            judge(one, impact.to, *one.date);
            if (one.order != Order::too_early) continue;
            one.path = {impact.record.id, id};
            one.steps = 1;
            one.before = was_[needed] != Plan::nobody && needed_before.contains(before_[was_[needed]].id) &&
                         early_before(number, needed);
            impact.needed.push_back(std::move(one));
        }
        std::ranges::stable_sort(impact.needed, {}, [](Touched const& one) {
            return std::pair{one.before, one.margin};
        });
    }

    Records const& after_records_;
    Plan before_;
    Plan after_;
    Day today_;
    std::vector<std::size_t> was_;  ///< the number of each in the state before, under whatever name
    std::map<std::size_t, std::vector<MeetingTouched>> meetings_;
};

}  // namespace

std::size_t Impact::new_conflicts() const
{
    auto const fresh = [](Touched const& one) { return !one.before; };
    return static_cast<std::size_t>(std::ranges::count_if(too_early, fresh) + std::ranges::count_if(needed, fresh)) +
           more_new_too_early;
}

Impacts impacts(Records const& before, Records const& after, std::span<Change const> changes,
                std::span<NetMove const> plans, Day today)
{
    std::map<RecordKey, NetMove const*, RecordKeyLess> plan_of;
    for (auto const& plan : plans) plan_of.emplace(plan.move.record, &plan);
    Judge const judge{before, after, changes, today};
    Impacts found{judge.moved(), judge.became_late()};
    judge.tell_meaning(found.moved);
    for (auto& impact : found.moved) {
        auto const plan = plan_of.find(impact.record);
        if (plan == plan_of.end()) continue;
        impact.plan = *plan->second;
        if (!impact.plan->move.put_right || impact.was_reached || impact.is_reached) continue;
        impact.from = impact.plan->move.from;
        impact.slip = impact.plan->move.slip;
    }
    std::ranges::stable_sort(found.moved, {}, [](Impact const& one) {
        return std::pair{-static_cast<std::ptrdiff_t>(one.new_conflicts()), -std::abs(one.slip.days)};
    });
    return found;
}

}  // namespace sss
