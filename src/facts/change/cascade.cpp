#include "facts/change/cascade.hpp"

#include "facts/order.hpp"
#include "programme/date_shift.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <utility>
#include <variant>

namespace sss {

namespace {

/// Until when somebody must wait, and for whom.
struct Wait {
    Day until;
    std::string because;
};

class Chain {
public:
    Chain(Records const& records, std::string const& id, Date const& to) : first_(id), zone_(records.zone())
    {
        for (auto& milestone : read_milestones(records)) {
            auto one = milestone.id;
            milestones_.emplace(std::move(one), std::move(milestone));
        }
        wait_for_what_repeats();
        for (auto const& [one, milestone] : milestones_)
            for (auto const& need : milestone.depends_on) needed_by_[need].push_back(one);
        auto const& moved = milestones_.at(id);
        ends_.emplace(id, Wait{to.open_ended() ? to.first() : to.last(), moved.title});
    }

    Cascade follow()
    {
        gather();
        // Each waits for all its needs in the chain; those in a circle are never ready.
        std::map<std::string, std::size_t> open_needs;
        for (auto const& id : chain_)
            if (id != first_)
                for (auto const& need : needs_of(id)) open_needs[id] += chain_.contains(need) ? 1U : 0U;
        std::priority_queue<std::string, std::vector<std::string>, std::greater<>> ready;
        ready.push(first_);
        std::set<std::string> seen;
        while (!ready.empty()) {
            auto const id = ready.top();
            ready.pop();
            seen.insert(id);
            if (id != first_) settle(milestones_.at(id));
            for (auto const& next : needing(id))
                if (chain_.contains(next) && next != first_ && --open_needs[next] == 0) ready.push(next);
        }
        for (auto const& id : chain_)
            if (!seen.contains(id)) stay(milestones_.at(id), Stays::Why::circle, Wait{});
        return std::move(found_);
    }

private:
    /// Who needs one that failed waits for the one that repeats it.
    void wait_for_what_repeats()
    {
        auto const find = [this](std::string const& id) {
            auto const found = milestones_.find(id);
            return found == milestones_.end() ? nullptr : &found->second;
        };
        for (auto& [id, milestone] : milestones_)
            for (auto& need : milestone.depends_on)
                if (auto const* needed = find(need)) need = standing_for(*needed, find).id;
    }

    std::set<std::string> needs_of(std::string const& id) const
    {
        auto const& needs = milestones_.at(id).depends_on;
        return {needs.begin(), needs.end()};
    }

    std::set<std::string> needing(std::string const& id) const
    {
        auto const found = needed_by_.find(id);
        return found == needed_by_.end() ? std::set<std::string>{}
                                         : std::set<std::string>{found->second.begin(), found->second.end()};
    }

    void gather()
    {
        std::vector<std::string> way{first_};
        while (!way.empty()) {
            auto const id = way.back();
            way.pop_back();
            if (!chain_.insert(id).second) continue;
            for (auto const& next : needing(id)) way.push_back(next);
        }
    }

    void stay(Milestone const& milestone, Stays::Why why, Wait const& wait)
    {
        auto const date = milestone.actual ? milestone.actual : milestone.planned;
        Stays one{milestone.id, milestone.title, wait.because, why, date, 0, false};
        if (date) {
            one.margin = static_cast<int>((date->first() - wait.until).count());
            one.exact = exact(*date);
        }
        found_.stays.push_back(std::move(one));
    }

    void settle(Milestone const& milestone)
    {
        using Why = Stays::Why;
        std::optional<Wait> wait;
        for (auto const& need : needs_of(milestone.id)) {
            auto const end = ends_.find(need);
            if (end != ends_.end() && (!wait || wait->until < end->second.until)) wait = end->second;
        }
        if (!wait || milestone.cancelled || milestone.dropped) return;
        auto const end = [&](Day own) {
            ends_.emplace(milestone.id, own < wait->until ? *wait : Wait{own, milestone.title});
        };
        if (milestone.date_unreadable) {
            end(wait->until);
            return stay(milestone, Why::unreadable, *wait);
        }
        if (milestone.actual) {
            if (surely_before(*milestone.actual, Date::of(wait->until))) stay(milestone, Why::reached, *wait);
            return;
        }
        if (!milestone.planned) {
            ends_.emplace(milestone.id, *wait);
            return stay(milestone, Why::undated, *wait);
        }
        auto const& date = *milestone.planned;
        if (date.first() >= wait->until) return stay(milestone, Why::in_order, *wait);
        if (!exact(date)) {
            end(date.last());
            return stay(milestone, surely_before(date, Date::of(wait->until)) ? Why::too_early : Why::rough, *wait);
        }
        auto const days = static_cast<int>((wait->until - date.first()).count());
        auto const to = shifted(date, {days, 0}, zone_);
        if (auto const* later = std::get_if<Date>(&to)) {
            ends_.emplace(milestone.id, Wait{later->last(), milestone.title});
            found_.pushed.push_back({milestone.id, milestone.title, wait->because, date, *later});
        }
    }

    std::string first_;
    Zone const& zone_;
    std::map<std::string, Milestone> milestones_;
    std::map<std::string, std::vector<std::string>> needed_by_;
    std::set<std::string> chain_;       ///< the first, and all that need it
    std::map<std::string, Wait> ends_;  ///< when those that hold up others are over
    Cascade found_;
};

}  // namespace

Cascade cascade(Records const& records, std::string const& id, Date const& to)
{
    return Chain{records, id, to}.follow();
}

}  // namespace sss
