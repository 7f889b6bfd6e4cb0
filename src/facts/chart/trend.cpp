#include "facts/chart/trend.hpp"

#include "facts/chart/record_lives.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace sss {

namespace {

/// The moves by the commit that told them and the id that the milestone had there.
using MovesByPlace = std::map<std::pair<std::uint32_t, std::string>, Move const*>;

MovesByPlace by_place(std::span<Move const> moves)
{
    MovesByPlace places;
    for (auto const& move : moves)
        if (move.record.kind->name == kinds::milestone) places[{move.commit, move.record.id}] = &move;
    return places;
}

/// The first forecast, as it was put right before any move.
Date first_meant(TrendLine const& line, Date const& end)
{
    auto const begun = *line.forecasts.front().date;
    auto first = begun;
    for (auto const& forecast : line.forecasts) {
        if (forecast.move > 0) return slip(begun, end).moved() ? first : begun;
        if (forecast.correction && forecast.date) first = *forecast.date;
    }
    return first;
}

/// Tells the life of one milestone step by step.
class Teller {
public:
    Teller(ChartInput const& input, MovesByPlace const& moves) : input_(input), moves_(moves) {}

    TrendLine line_of(RecordLife const& life) const
    {
        TrendLine line;
        line.id = life.record.id;
        for (auto const& version : life.versions) take(line, version);
        auto const* last = line.last_forecast();
        if (last != nullptr) {
            auto const& end = line.held() ? *line.actual : *last->date;
            line.total = slip(first_meant(line, end), end);
        }
        return line;
    }

private:
    void take(TrendLine& line, RecordLife::Version const& version) const
    {
        if (!version.fields) {
            line.end = TrendLine::End::removed;
            line.given_up = version.since;
            return;
        }
        auto const milestone = read_milestone(version.id, *version.fields, input_.zone);
        auto const& told = input_.whole.commits[version.commit];
        line.title = milestone.title;
        line.satellite = milestone.satellite;
        line.baseline = milestone.baseline;
        take_end(line, milestone, version.since, told.commit.id);
        auto const stood = line.forecasts.empty() ? std::nullopt : line.forecasts.back().date;
        if (stood == milestone.planned) return;
        Forecast forecast{version.since, milestone.planned};
        forecast.commit = told.commit.id;
        forecast.reason = told.reason;
        if (auto const found = moves_.find({version.commit, version.id}); found != moves_.end()) {
            forecast.move = found->second->ordinal;
            forecast.correction = found->second->correction;
            if (!forecast.correction) {
                line.moves = forecast.move;
                line.days_moved += std::abs(found->second->slip.days);
            }
        }
        line.forecasts.push_back(std::move(forecast));
    }

    static void take_end(TrendLine& line, Milestone const& milestone, Day since, git::Oid const& commit)
    {
        auto const before = line.end;
        line.end = milestone.failed()    ? TrendLine::End::failed
                   : milestone.reached() ? TrendLine::End::reached
                   : milestone.cancelled ? TrendLine::End::cancelled
                                         : TrendLine::End::open;
        line.actual = milestone.actual;
        if (!line.held()) line.learnt.reset();
        if (line.held() && !line.learnt) {
            line.learnt = since;
            line.learnt_by = commit;
        }
        if (line.end != TrendLine::End::cancelled) line.given_up.reset();
        if (line.end == TrendLine::End::cancelled && before != line.end) line.given_up = since;
    }

    ChartInput const& input_;
    MovesByPlace const& moves_;
};

/// When the programme learned that a satellite had been given up or lost.
class Losses {
public:
    Losses(ChartInput const& input, std::vector<RecordLife> const& milestones) : input_(input), milestones_(milestones)
    {}

    Day learnt(std::string const& satellite)
    {
        auto const [known, fresh] = days_.try_emplace(satellite, input_.today);
        if (fresh) known->second = find_day(satellite);
        return known->second;
    }

private:
    /// The day since which the record has said so without a break.
    template <typename Says>
    static std::optional<Day> said_since(RecordLife const& life, Says says)
    {
        std::optional<Day> since;
        for (auto version = life.versions.rbegin(); version != life.versions.rend(); ++version) {
            if (!version->fields || !says(*version)) break;
            since = version->since;
        }
        return since;
    }

    Day find_day(std::string const& satellite)
    {
        if (!satellites_) satellites_ = record_lives(input_.whole, input_.zone, input_.today, kinds::satellite);
        for (auto const& life : *satellites_) {
            if (life.record.id != satellite) continue;
            auto const given_up = [&](auto const& one) {
                return read_satellite(one.id, *one.fields, input_.zone).cancelled;
            };
            if (auto const since = said_since(life, given_up)) return *since;
        }
        std::optional<Day> latest;
        for (auto const& life : milestones_) {
            auto const lost = [&](auto const& one) {
                auto const milestone = read_milestone(one.id, *one.fields, input_.zone);
                return milestone.type == "launch" && milestone.failed() && milestone.satellite == satellite;
            };
            if (auto const since = said_since(life, lost); since && (!latest || *latest < *since)) latest = since;
        }
        return latest.value_or(input_.today);
    }

    ChartInput const& input_;
    std::vector<RecordLife> const& milestones_;
    std::optional<std::vector<RecordLife>> satellites_;
    std::map<std::string, Day> days_;
};

/// Keeps what stood within the days of the period. What stood when it began stands from its first day on.
void clip(TrendLine& line, Period const& period, Day today)
{
    std::vector<Forecast> kept;
    line.moves = 0;
    for (auto forecast : line.forecasts) {
        if (period.last < forecast.told) break;
        if (forecast.told < period.first) {
            kept.clear();
            forecast.told = period.first;
            forecast.move = 0;
            forecast.correction = false;
        }
        if (forecast.move > 0) ++line.moves;
        if (!kept.empty() || forecast.date) kept.push_back(std::move(forecast));
    }
    line.forecasts = std::move(kept);
    auto const* last = line.last_forecast();
    if (last == nullptr) return;
    auto const reached = line.held() && line.ends(today) <= period.last;
    auto const& end = reached ? *line.actual : *last->date;
    line.total = slip(first_meant(line, end), end);
}

/// Its forecasts were written down only when it had been reached or given up, so that none of them ever foretold
/// anything.
bool told_only_afterwards(TrendLine const& line, Day today)
{
    if (line.forecasts.empty()) return false;
    auto const& first = line.forecasts.front();
    return line.ends(today) < first.told || (line.held() && first.commit == line.learnt_by);
}

Day place(TrendLine const& line)
{
    return line.actual ? line.actual->last() : line.last_forecast()->date->last();
}

}  // namespace

Forecast const* TrendLine::last_forecast() const
{
    for (auto i = forecasts.size(); i-- > 0;)
        if (forecasts[i].date) return &forecasts[i];
    return nullptr;
}

Day TrendLine::ends(Day today) const
{
    if (held()) return std::min(actual->last(), today);
    return given_up && end != End::open ? *given_up : today;
}

Trend trend(ChartInput const& input, TrendScope scope)
{
    Trend found;
    found.scope = scope;
    found.today = input.today;
    found.period = input.period;
    if (auto const days = days_of_commits(input.whole, input.zone, input.today); !days.empty())
        found.records_begin = days.front();
    auto const places = by_place(input.moves);
    Teller const teller{input, places};
    auto const lives = record_lives(input.whole, input.zone, input.today, kinds::milestone);
    Losses losses{input, lives};
    for (auto const& life : lives) {
        auto const last = std::ranges::find_if(life.versions.rbegin(), life.versions.rend(),
                                               [](auto const& version) { return version.fields.has_value(); });
        if (last == life.versions.rend()) continue;
        auto const milestone = read_milestone(life.record.id, *last->fields, input.zone);
        if (milestone.date_unreadable || (input.takes && !input.takes(milestone))) continue;
        auto line = teller.line_of(life);
        auto const* satellite = input.state.satellite(line.satellite);
        line.satellite_title = satellite != nullptr ? satellite->name : line.satellite;
        line.not_before = line.end == TrendLine::End::open ? milestone.not_before : std::nullopt;
        auto const* now = input.state.milestone(life.record.id);
        if (line.end == TrendLine::End::open && now != nullptr && now->dropped) {
            line.end = TrendLine::End::dropped;
            line.given_up = losses.learnt(now->satellite);
        }
        auto const shown = !input.period || input.period->contains(line.ends(input.today));
        if (line.last_forecast() == nullptr || told_only_afterwards(line, input.today)) {
            if (!shown) continue;
            if (line.held())
                found.reached_unplanned.push_back(std::move(line));
            else if (line.end == TrendLine::End::open)
                found.undated.push_back(std::move(line));
            else if (line.end == TrendLine::End::cancelled || line.end == TrendLine::End::dropped)
                found.given_up_undated.push_back(std::move(line));
            continue;
        }
        if (input.period) {
            auto const ended = line.ends(input.today) < input.period->first;
            auto clipped = line;
            clip(clipped, *input.period, input.today);
            if (ended || clipped.last_forecast() == nullptr || told_only_afterwards(clipped, input.today)) {
                found.outside.push_back(std::move(line));
                continue;
            }
            line = std::move(clipped);
        }
        found.lines.push_back(std::move(line));
    }
    if (scope == TrendScope::open) {
        found.ended =
            std::erase_if(found.lines, [](TrendLine const& line) { return line.end != TrendLine::End::open; }) +
            found.reached_unplanned.size() + found.given_up_undated.size();
        found.reached_unplanned.clear();
        found.given_up_undated.clear();
    }
    std::ranges::stable_sort(found.lines, [](TrendLine const& a, TrendLine const& b) { return place(b) < place(a); });
    return found;
}

std::vector<std::size_t> most_telling(Trend const& trend, std::size_t most)
{
    std::vector<std::size_t> order(trend.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const open_first = most < order.size() && trend.scope != TrendScope::all;
    auto const weight = [&](std::size_t i) {
        auto const& line = trend.lines[i];
        auto const ended = line.end != TrendLine::End::open;
        return std::tuple{open_first && ended, -line.days_moved, ended, i};
    };
    std::ranges::sort(order, {}, weight);
    order.resize(std::min(most, order.size()));
    return order;
}

}  // namespace sss
