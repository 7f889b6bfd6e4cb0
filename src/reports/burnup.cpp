#include "reports/burnup.hpp"

#include "reports/record_lives.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sss {

namespace {

void add(Tally& to, double weight, int sign)
{
    to.count += sign;
    to.weight += sign * weight;
}

/// Sums of many weights, without what their additions and subtractions leave behind the sixth decimal.
Tally rounded(Tally tally)
{
    tally.weight = std::round(tally.weight * 1e6) / 1e6;
    return tally;
}

/// The last day of what a milestone's plan says; of one that was reached without a plan the day on which it was.
std::optional<Day> due(Milestone const& milestone)
{
    if (milestone.planned) return milestone.planned->last();
    if (milestone.actual) return milestone.actual->last();
    return std::nullopt;
}

/// What is believed, day by day: commits change it, and days pass over what is planned.
class Belief {
public:
    void replace(std::optional<Milestone> const& before, std::optional<Milestone> const& after)
    {
        if (before) take(*before, -1);
        if (after) take(*after, +1);
    }

    void pass(Day day)
    {
        while (!pending_.empty() && pending_.begin()->first <= day) {
            planned_.count += pending_.begin()->second.count;
            planned_.weight += pending_.begin()->second.weight;
            passed_ = pending_.begin()->first;
            pending_.erase(pending_.begin());
        }
        passed_ = std::max(passed_, day);
    }

    std::map<Day, Tally> const& pending() const { return pending_; }
    Tally scope() const { return rounded(scope_); }
    Tally planned() const { return rounded(planned_); }
    Tally known() const { return rounded(known_); }

private:
    void take(Milestone const& milestone, int sign)
    {
        if (milestone.cancelled || milestone.date_unreadable) return;
        add(scope_, milestone.weight, sign);
        if (milestone.reached()) add(known_, milestone.weight, sign);
        auto const day = due(milestone);
        if (!day) return;
        if (*day <= passed_) return add(planned_, milestone.weight, sign);
        auto& there = pending_[*day];
        add(there, milestone.weight, sign);
        if (there.count == 0) pending_.erase(*day);
    }

    Tally scope_, planned_, known_;
    std::map<Day, Tally> pending_;  ///< planned, by the day that ends it
    Day passed_ = Day::min();
};

struct CountStep {
    std::size_t life;
    std::optional<Milestone> now;
};

void cut(Burnup& found, Period const& period)
{
    if (auto const* stood = found.at(period.first); stood != nullptr && stood->day < period.first) {
        auto first = *stood;
        first.day = period.first;
        std::erase_if(found.points, [&](BurnupPoint const& point) { return point.day <= period.first; });
        found.points.insert(found.points.begin(), first);
    }
    std::erase_if(found.points,
                  [&](BurnupPoint const& point) { return point.day < period.first || period.last < point.day; });
    auto const end = std::min(period.last, found.today);
    if (!found.points.empty() && found.points.back().day < end) {
        auto last = found.points.back();
        last.day = end;
        found.points.push_back(last);
    }
    std::erase_if(found.ahead, [&](PlannedAhead const& one) { return !period.contains(one.day); });
}

}  // namespace

BurnupPoint const* Burnup::at(Day day) const
{
    auto const after = std::ranges::upper_bound(points, day, {}, &BurnupPoint::day);
    return after == points.begin() ? nullptr : &*(after - 1);
}

Burnup burnup(ChartInput const& input)
{
    Burnup found{input.today, input.period, {}, {}, {}, {}, 0};
    auto const takes = [&](Milestone const& milestone) { return !input.takes || input.takes(milestone); };
    if (auto const days = days_of_commits(input.whole, input.zone, input.today); !days.empty())
        found.records_begin = days.front();

    std::map<Day, Tally> reached;
    for (auto const& milestone : input.state.milestones) {
        if (!takes(milestone)) continue;
        if (milestone.cancelled)
            ++found.cancelled;
        else if (milestone.reached())
            add(reached[std::min(milestone.actual->last(), input.today)], milestone.weight, 1);
        else if (!milestone.planned)
            add(found.undated, milestone.weight, 1);
    }

    std::map<Day, std::vector<CountStep>> steps;
    std::vector<std::optional<Milestone>> standing;
    for (auto const& life : record_lives(input.whole, input.zone, input.today, "milestone")) {
        for (auto const& version : life.versions) {
            auto now = version.fields ? std::optional{read_milestone(version.id, *version.fields)} : std::nullopt;
            if (now && !takes(*now)) now.reset();
            steps[version.since].push_back({standing.size(), std::move(now)});
        }
        standing.emplace_back();
    }

    Belief belief;
    Tally done;
    for (auto day = Day::min();;) {
        auto next = input.today + std::chrono::days{1};
        for (auto const* days : {&std::as_const(reached), &belief.pending()})
            if (auto const at = days->upper_bound(day); at != days->end()) next = std::min(next, at->first);
        if (auto const at = steps.upper_bound(day); at != steps.end()) next = std::min(next, at->first);
        if (input.today < next) break;
        day = next;
        if (auto const at = steps.find(day); at != steps.end())
            for (auto& step : at->second) {
                belief.replace(standing[step.life], step.now);
                standing[step.life] = std::move(step.now);
            }
        belief.pass(day);
        if (auto const at = reached.find(day); at != reached.end()) {
            done.count += at->second.count;
            done.weight += at->second.weight;
        }
        found.points.push_back({day, belief.scope(), belief.planned(), rounded(done), belief.known()});
    }
    if (!found.points.empty() && found.points.back().day < input.today) {
        auto last = found.points.back();
        last.day = input.today;
        found.points.push_back(last);
    }
    auto planned = belief.planned();
    for (auto const& [day, tally] : belief.pending()) {
        planned.count += tally.count;
        planned.weight += tally.weight;
        found.ahead.push_back({day, rounded(planned)});
    }
    if (input.period) cut(found, *input.period);
    return found;
}

}  // namespace sss
