#include "facts/chart/burnup.hpp"

#include "facts/chart/record_lives.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
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

/// What by one kind of date is to be reached, day by day.
class Due {
public:
    void take(std::optional<Date> const& date, double weight, int sign)
    {
        if (!date) return;
        auto const day = date->last();
        if (day <= passed_) return add(sum_, weight, sign);
        auto& there = pending_[day];
        add(there, weight, sign);
        if (there.count == 0) pending_.erase(day);
    }

    void pass(Day day)
    {
        while (!pending_.empty() && pending_.begin()->first <= day) {
            sum_.count += pending_.begin()->second.count;
            sum_.weight += pending_.begin()->second.weight;
            pending_.erase(pending_.begin());
        }
        passed_ = std::max(passed_, day);
    }

    std::map<Day, Tally> const& pending() const { return pending_; }
    Tally sum() const { return rounded(sum_); }
    /// By a day that lies ahead.
    Tally sum_until(Day day) const
    {
        auto sum = sum_;
        for (auto at = pending_.begin(); at != pending_.end() && at->first <= day; ++at) {
            sum.count += at->second.count;
            sum.weight += at->second.weight;
        }
        return rounded(sum);
    }

private:
    Tally sum_;
    std::map<Day, Tally> pending_;  ///< by the day that ends it
    Day passed_ = Day::min();
};

/// What is believed, day by day: commits change it, and days pass over what is planned.
class Belief {
public:
    static bool in_scope(Milestone const& milestone) { return milestone.counts() && !milestone.date_unreadable; }

    void take(Milestone const& milestone, int sign)
    {
        if (!in_scope(milestone)) return;
        add(scope_, milestone.weight, sign);
        if (milestone.reached()) add(known_, milestone.weight, sign);
        planned.take(milestone.planned, milestone.weight, sign);
        baseline.take(milestone.baseline, milestone.weight, sign);
    }

    void pass(Day day)
    {
        planned.pass(day);
        baseline.pass(day);
    }

    Tally scope() const { return rounded(scope_); }
    Tally known() const { return rounded(known_); }

    Due planned;  ///< of what has a plan on record alone: nobody had planned what is only known as reached
    Due baseline;

private:
    Tally scope_, known_;
};

/// The milestones of all lives as they stand, each marked with what other records say of it.
class Standings {
public:
    explicit Standings(Belief& belief) : belief_(belief) {}

    /// @param counted  whether the chart is of it; what it says of others is heard all the same
    void set_milestone(std::size_t life, std::optional<Milestone> now, bool counted)
    {
        if (milestones_.size() <= life) milestones_.resize(life + 1);
        auto& stood = milestones_[life];
        if (speaks_of_others(stood.now) || speaks_of_others(now)) stale_ = true;
        if (now) fates_.mark(*now);
        take(stood, -1);
        stood.now = std::move(now);
        stood.counted = counted;
        take(stood, +1);
    }

    void set_satellite(std::size_t life, std::optional<Satellite> now)
    {
        if (satellites_.size() <= life) satellites_.resize(life + 1);
        satellites_[life] = std::move(now);
        stale_ = true;
    }

    /// From now on a life counts as reached, as it is known today, and with today's weight.
    void set_reached(std::size_t life, double weight)
    {
        if (milestones_.size() <= life) milestones_.resize(life + 1);
        auto& stood = milestones_[life];
        beyond(stood, -1);
        stood.reached = weight;
        beyond(stood, +1);
    }

    /// What has been reached by now though the records did not yet hold it, or held it with another weight.
    Tally written_down_later() const { return rounded(later_); }

    /// To be called when all that one day changed is set.
    void settle()
    {
        if (!std::exchange(stale_, false)) return;
        fates_ = {};
        for (auto const& satellite : satellites_)
            if (satellite) fates_.hear(*satellite);
        for (auto const& stood : milestones_)
            if (stood.now && !stood.now->date_unreadable) fates_.hear(*stood.now);
        for (auto& stood : milestones_) {
            if (!stood.now) continue;
            take(stood, -1);
            fates_.mark(*stood.now);
            take(stood, +1);
        }
    }

private:
    struct Stood {
        std::optional<Milestone> now = {};
        bool counted = true;
        std::optional<double> reached = {};  ///< its weight, once it is
    };

    void take(Stood const& stood, int sign)
    {
        if (stood.now && stood.counted) belief_.take(*stood.now, sign);
        beyond(stood, sign);
    }

    void beyond(Stood const& stood, int sign)
    {
        if (!stood.reached) return;
        auto const held = stood.now && stood.counted && Belief::in_scope(*stood.now);
        later_.count += held ? 0 : sign;
        later_.weight += sign * (*stood.reached - (held ? stood.now->weight : 0));
    }

    static bool speaks_of_others(std::optional<Milestone> const& milestone)
    {
        return milestone && (milestone->type == "launch" || !milestone->repeats.empty() || milestone->failed());
    }

    Belief& belief_;
    std::vector<Stood> milestones_;
    std::vector<std::optional<Satellite>> satellites_;
    Fates fates_;
    Tally later_;
    bool stale_ = false;
};

struct CountStep {
    std::size_t life;
    std::optional<Milestone> now;
    bool counted;
};

struct SatelliteStep {
    std::size_t life;
    std::optional<Satellite> now;
};

void judge(Kept& kept, Milestone const& milestone, std::optional<Date> const& due, Day day)
{
    if (!due || day < due->last()) return;
    add(kept.due, milestone.weight, 1);
    if (milestone.reached() && milestone.actual->last() <= day) add(kept.reached, milestone.weight, 1);
}

RecordLife::Version const* version_on(RecordLife const& life, Day day)
{
    auto const after = std::ranges::upper_bound(life.versions, day, {}, &RecordLife::Version::since);
    return after == life.versions.begin() ? nullptr : &*std::prev(after);
}

/// The life of the record that bore an id on a day.
std::optional<std::size_t> bearer(std::vector<RecordLife> const& lives, std::string_view id, Day day)
{
    for (std::size_t i = 0; i < lives.size(); ++i) {
        auto const* version = version_on(lives[i], day);
        if (version != nullptr && version->id == id && version->fields) return i;
    }
    return std::nullopt;
}

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
    Burnup found;
    found.today = input.today;
    found.period = input.period;
    auto const takes = [&](Milestone const& milestone) { return !input.takes || input.takes(milestone); };
    if (auto const days = days_of_commits(input.whole, input.zone, input.today); !days.empty())
        found.records_begin = days.front();

    struct Reached {
        std::string_view id;
        double weight;
    };
    std::map<Day, std::vector<Reached>> reached;
    for (auto const& milestone : input.state.milestones) {
        if (!takes(milestone)) continue;
        if (!milestone.counts()) {
            ++(milestone.cancelled ? found.cancelled : milestone.dropped ? found.dropped : found.repeated);
            continue;
        }
        if (milestone.reached()) {
            reached[std::min(milestone.actual->last(), input.today)].push_back({milestone.id, milestone.weight});
            found.unplanned += milestone.planned ? 0 : 1;
        } else if (!milestone.plan_ahead()) {
            add(found.undated, milestone.weight, 1);
        }
        auto const last = input.period ? std::min(input.period->last, input.today) : input.today;
        judge(found.plans, milestone, milestone.planned, last);
        judge(found.baselines, milestone, milestone.baseline, last);
    }

    std::map<Day, std::vector<CountStep>> steps;
    std::size_t number = 0;
    auto const lives = record_lives(input.whole, input.zone, input.today, kinds::milestone);
    for (auto const& life : lives) {
        for (auto const& version : life.versions) {
            auto now =
                version.fields ? std::optional{read_milestone(version.id, *version.fields, input.zone)} : std::nullopt;
            auto const counted = now && takes(*now);
            steps[version.since].push_back({number, std::move(now), counted});
        }
        ++number;
    }
    // By the ids of today; one without a life was never held.
    std::map<std::string_view, std::size_t> life_of;
    for (std::size_t i = 0; i < lives.size(); ++i)
        if (!lives[i].versions.empty() && lives[i].versions.back().fields) life_of[lives[i].record.id] = i;
    auto lifeless = lives.size();
    std::map<Day, std::vector<SatelliteStep>> satellite_steps;
    number = 0;
    for (auto const& life : record_lives(input.whole, input.zone, input.today, kinds::satellite)) {
        auto given_up = false;
        for (auto const& version : life.versions) {
            auto now =
                version.fields ? std::optional{read_satellite(version.id, *version.fields, input.zone)} : std::nullopt;
            // Most are never given up, and then nothing is to be worked out anew.
            auto const told = given_up || (now && now->cancelled);
            given_up = now && now->cancelled;
            if (told) satellite_steps[version.since].push_back({number, std::move(now)});
        }
        ++number;
    }
    // What cannot be read counts in no state.
    for (auto const& unread : input.whole.unread_while) {
        if (unread.record.kind->name != kinds::milestone) continue;
        auto const from = std::min(input.today, input.zone.day_of(unread.from));
        auto const broken = bearer(lives, unread.record.id, from);
        if (!broken) continue;
        steps[from].push_back({*broken, std::nullopt, false});
        if (!unread.until) continue;
        auto const until = std::min(input.today, input.zone.day_of(*unread.until));
        auto const* mended = version_on(lives[*broken], until);
        if (mended == nullptr || !mended->fields) continue;
        auto now = read_milestone(mended->id, *mended->fields, input.zone);
        auto const counted = takes(now);
        steps[until].push_back({*broken, std::move(now), counted});
    }

    Belief belief;
    Standings standings{belief};
    Tally done;
    for (auto day = Day::min();;) {
        auto next = input.today + std::chrono::days{1};
        for (auto const* days : {&belief.planned.pending(), &belief.baseline.pending()})
            if (auto const at = days->upper_bound(day); at != days->end()) next = std::min(next, at->first);
        if (auto const at = reached.upper_bound(day); at != reached.end()) next = std::min(next, at->first);
        if (auto const at = steps.upper_bound(day); at != steps.end()) next = std::min(next, at->first);
        if (auto const at = satellite_steps.upper_bound(day); at != satellite_steps.end())
            next = std::min(next, at->first);
        if (input.today < next) break;
        day = next;
        if (auto const at = steps.find(day); at != steps.end())
            for (auto& step : at->second) standings.set_milestone(step.life, std::move(step.now), step.counted);
        if (auto const at = satellite_steps.find(day); at != satellite_steps.end())
            for (auto& step : at->second) standings.set_satellite(step.life, std::move(step.now));
        standings.settle();
        belief.pass(day);
        if (auto const at = reached.find(day); at != reached.end())
            for (auto const& one : at->second) {
                add(done, one.weight, 1);
                auto const life = life_of.find(one.id);
                standings.set_reached(life == life_of.end() ? lifeless++ : life->second, one.weight);
            }
        auto scope = belief.scope();
        scope.count += standings.written_down_later().count;
        scope.weight += standings.written_down_later().weight;
        found.points.push_back(
            {day, rounded(scope), belief.planned.sum(), belief.baseline.sum(), rounded(done), belief.known()});
    }
    if (!found.points.empty() && found.points.back().day < input.today) {
        auto last = found.points.back();
        last.day = input.today;
        found.points.push_back(last);
    }
    std::set<Day> days_ahead;
    for (auto const* due : {&belief.planned, &belief.baseline})
        for (auto const& [day, tally] : due->pending()) days_ahead.insert(day);
    for (auto const day : days_ahead)
        found.ahead.push_back({day, belief.planned.sum_until(day), belief.baseline.sum_until(day)});
    if (input.period) cut(found, *input.period);
    return found;
}

}  // namespace sss
