#include "programme/outcome.hpp"
#include "rules/record_fields.hpp"
#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {
namespace {

/// One milestone's need of another.
struct Need {
    std::size_t milestone;  ///< index among the milestones
    Place place;
    std::size_t awaited;  ///< the one that is waited for: where the needed one failed, the one that repeats it
};

/// The milestones and what each depends on, as far as it exists.
struct Graph {
    std::span<Record const> milestones;
    std::vector<std::vector<Need>> needs;
};

bool is_given_up(Record const& milestone)
{
    return find(milestone.fields(), keys::cancelled) != nullptr;
}

/// It was held, and satisfies nobody who needs it.
bool has_failed(Record const& milestone)
{
    auto const* outcome = string_at(milestone.fields(), keys::outcome);
    return outcome != nullptr && is_failure(*outcome) && find(milestone.fields(), keys::actual) != nullptr;
}

/// Of each milestone the one that is waited for by those that need it.
std::vector<std::size_t> awaited(std::span<Record const> milestones)
{
    std::map<std::string_view, std::size_t> repeating;
    for (std::size_t i = 0; i < milestones.size(); ++i)
        if (auto const* failed = string_at(milestones[i].fields(), keys::repeats); failed != nullptr)
            if (!is_given_up(milestones[i])) repeating.insert_or_assign(*failed, i);
    std::vector<std::size_t> found(milestones.size());
    for (std::size_t i = 0; i < milestones.size(); ++i) {
        found[i] = i;
        std::set<std::size_t> seen{i};
        while (has_failed(milestones[found[i]])) {
            auto const next = repeating.find(milestones[found[i]].id);
            if (next == repeating.end() || !seen.insert(next->second).second) break;
            found[i] = next->second;
        }
    }
    return found;
}

Graph graph_of(RuleInput const& input)
{
    Graph graph{input.records.of(kinds::milestone), {}};
    graph.needs.resize(graph.milestones.size());
    auto const waited_for = awaited(graph.milestones);
    for (std::size_t i = 0; i < graph.milestones.size(); ++i) {
        auto const* value = find(graph.milestones[i].fields(), keys::depends_on);
        if (value == nullptr || value->array() == nullptr) continue;
        for (auto const& item : *value->array()) {
            auto const* needed =
                item.string() == nullptr ? nullptr : input.lookup.find(kinds::milestone, *item.string());
            if (needed == nullptr) continue;
            auto const number = static_cast<std::size_t>(needed - graph.milestones.data());
            graph.needs[i].push_back({number, item.place, waited_for[number]});
        }
    }
    return graph;
}

/// A chain of needs that ends where it begins: the milestones on it, each needing the next and the last the first.
using Cycle = std::vector<std::size_t>;

/// So many cycles are told; a repository with more has other worries.
constexpr std::size_t most_cycles = 100;

/// Follows the needs depth first, without recursion, for a chain may be as long as there are milestones. Each need that
/// leads back to a milestone on the way there closes a cycle.
class CycleSearch {
public:
    explicit CycleSearch(Graph const& graph) : graph_(graph), visits_(graph.milestones.size(), Visit::fresh) {}

    std::vector<Cycle> run()
    {
        for (std::size_t i = 0; i < visits_.size() && cycles_.size() < most_cycles; ++i)
            if (visits_[i] == Visit::fresh) follow(i);
        return std::move(cycles_);
    }

private:
    enum class Visit : std::uint8_t { fresh, on_the_way, done };

    void follow(std::size_t start)
    {
        way_.assign(1, {start, 0});
        visits_[start] = Visit::on_the_way;
        while (!way_.empty() && cycles_.size() < most_cycles) {
            auto& [milestone, next] = way_.back();
            if (next == graph_.needs[milestone].size()) {
                visits_[milestone] = Visit::done;
                way_.pop_back();
                continue;
            }
            auto const needed = graph_.needs[milestone][next++].milestone;
            if (visits_[needed] == Visit::on_the_way) close(needed);
            if (visits_[needed] != Visit::fresh) continue;
            visits_[needed] = Visit::on_the_way;
            way_.emplace_back(needed, 0);
        }
    }

    void close(std::size_t needed)
    {
        auto const from = std::ranges::find(way_, needed, &std::pair<std::size_t, std::size_t>::first);
        Cycle cycle;
        for (auto step = from; step != way_.end(); ++step) cycle.push_back(step->first);
        std::ranges::rotate(cycle, std::ranges::min_element(cycle));
        cycles_.push_back(std::move(cycle));
    }

    Graph const& graph_;
    std::vector<Visit> visits_;
    std::vector<std::pair<std::size_t, std::size_t>> way_;  ///< milestone, and which of its needs comes next
    std::vector<Cycle> cycles_;
};

Place place_of_need(Graph const& graph, std::size_t from, std::size_t to)
{
    auto const need = std::ranges::find(graph.needs[from], to, &Need::milestone);
    return need == graph.needs[from].end() ? Place{} : need->place;
}

/// "a → b → a"; of a long way the beginning and the end.
std::string way_in_words(Graph const& graph, Cycle const& cycle)
{
    constexpr std::size_t shown_at_most = 8;
    std::string text;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
        if (cycle.size() > shown_at_most && i == shown_at_most - 2) {
            text += fmt::format("… ({} more) → ", cycle.size() - shown_at_most + 1);
            i = cycle.size() - 1;
        }
        text += graph.milestones[cycle[i]].id + " → ";
    }
    return text + graph.milestones[cycle.front()].id;
}

void dependency_cycle(RuleInput const& input, FindingSink& sink)
{
    auto const graph = graph_of(input);
    for (auto const& cycle : CycleSearch{graph}.run()) {
        auto const& first = graph.milestones[cycle.front()];
        auto const place = place_of_need(graph, cycle.front(), cycle.size() > 1 ? cycle[1] : cycle[0]);
        if (cycle.size() == 1) {
            sink.add(first, place, "this milestone depends on itself", "remove it from 'depends_on'");
            continue;
        }
        sink.add(first, place,
                 {"{number} milestones wait for each other: {way}", "number"_arg = cycle.size(),
                  "way"_arg = way_in_words(graph, cycle), "next"_key = graph.milestones[cycle[1]].id,
                  "last"_key = graph.milestones[cycle.back()].id},
                 "remove one of these dependencies, so that one of them can come first");
    }
}

/// When a milestone was reached, or is expected; nothing for one that is undated or cancelled.
struct Expected {
    DateAt at;
    bool reached;
};

std::optional<Expected> expected(Record const& milestone, Zone const& zone)
{
    if (find(milestone.fields(), keys::cancelled) != nullptr) return std::nullopt;
    if (auto const actual = date_in(milestone.fields(), keys::actual, zone)) return Expected{*actual, true};
    if (find(milestone.fields(), keys::actual) != nullptr) return std::nullopt;
    if (auto const planned = date_in(milestone.fields(), keys::planned, zone)) return Expected{*planned, false};
    return std::nullopt;
}

/// When those that need it have waited long enough: what failed satisfies nobody, and only a plan after that day
/// counts.
std::optional<Expected> satisfied(Record const& milestone, Zone const& zone)
{
    if (!has_failed(milestone) || is_given_up(milestone)) return expected(milestone, zone);
    auto const actual = date_in(milestone.fields(), keys::actual, zone);
    auto const planned = date_in(milestone.fields(), keys::planned, zone);
    if (!actual || !planned || planned->date.last() <= actual->date.last()) return std::nullopt;
    return Expected{*planned, false};
}

/// "'sss-1-cdr' on which it depends", or "'sss-1-cdr-2', which repeats 'sss-1-cdr' on which it depends".
Sentence needed_in_words(Graph const& graph, Need const& need)
{
    auto const needed = sss::quoted(graph.milestones[need.milestone].id);
    if (need.awaited == need.milestone) return {"{needed} on which it depends", "needed"_key = needed};
    return {"{awaited}, which repeats {needed} on which it depends",
            "awaited"_key = sss::quoted(graph.milestones[need.awaited].id), "needed"_key = needed};
}

/// The dates do not identify: two that contradict each other still do so when one moves.
Sentence in_words(Expected const& expected)
{
    return expected.reached ? Sentence{"reached {date}", "date"_arg = expected.at.date.text()}
                            : Sentence{"planned for {date}", "date"_arg = expected.at.date.text()};
}

void dependency_order(RuleInput const& input, FindingSink& sink)
{
    auto const graph = graph_of(input);
    std::set<std::pair<std::size_t, std::size_t>> in_cycles;
    for (auto const& cycle : CycleSearch{graph}.run())
        for (std::size_t i = 0; i < cycle.size(); ++i) in_cycles.emplace(cycle[i], cycle[(i + 1) % cycle.size()]);

    for (std::size_t i = 0; i < graph.milestones.size(); ++i) {
        auto const mine = expected(graph.milestones[i], input.zone);
        if (!mine) continue;
        // Of several that come too late, the last one governs: who waits for it has waited for the others.
        std::optional<std::pair<Need, Expected>> latest;
        for (auto const& need : graph.needs[i]) {
            auto const theirs =
                need.awaited == i ? std::nullopt : satisfied(graph.milestones[need.awaited], input.zone);
            if (!theirs || in_cycles.contains({i, need.milestone})) continue;
            if (!surely_before(mine->at.date, theirs->at.date)) continue;
            if (!latest || before(latest->second.at.date, theirs->at.date)) latest.emplace(need, *theirs);
        }
        if (!latest) continue;
        sink.add(graph.milestones[i], mine->at.place,
                 {"{mine}, before {needed} ({theirs})", "mine"_arg = in_words(*mine),
                  "needed"_arg = needed_in_words(graph, latest->first), "theirs"_arg = in_words(latest->second)},
                 "move one of the two, or remove the dependency if it does not hold");
    }
}

void short_margin(RuleInput const& input, FindingSink& sink)
{
    if (input.margin_days == 0) return;
    auto const graph = graph_of(input);
    for (std::size_t i = 0; i < graph.milestones.size(); ++i) {
        auto const mine = expected(graph.milestones[i], input.zone);
        if (!mine || mine->reached || mine->at.date.approximate()) continue;
        std::optional<std::pair<Need, int>> least;
        for (auto const& need : graph.needs[i]) {
            auto const theirs =
                need.awaited == i ? std::nullopt : satisfied(graph.milestones[need.awaited], input.zone);
            if (!theirs || theirs->reached || theirs->at.date.approximate()) continue;
            if (surely_before(mine->at.date, theirs->at.date)) continue;  // told by dependency-order
            // The most that the two dates can leave: nothing is guessed within a rough date.
            auto const most = static_cast<int>((mine->at.date.last() - theirs->at.date.first()).count());
            if (most < input.margin_days && (!least || most < least->second)) least.emplace(need, most);
        }
        if (!least) continue;
        auto const left = least->second <= 0 ? std::string{"no day"}
                                             : schema::counted(static_cast<std::size_t>(least->second), "day");
        sink.add(graph.milestones[i], mine->at.place,
                 {"{mine}, {left} after {needed}: the programme asks for {margin}", "mine"_arg = in_words(*mine),
                  "left"_arg = left, "needed"_arg = needed_in_words(graph, least->first),
                  "margin"_arg = schema::counted(static_cast<std::size_t>(input.margin_days), "day")},
                 "move it later, or what it needs earlier; `sss move --cascade` shows what follows");
    }
}

constexpr std::array dependency_table{
    Rule{.name = "dependency-cycle",
         .summary = "Milestones do not wait for each other in a circle.",
         .reason =
             "'depends_on' names what must be reached before. In a circle nothing can come first, and what a move "
             "of one date means for the others has no answer. A milestone that depends on itself is the smallest "
             "circle.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
depends_on = ["sss-1-qr"]
--- data/milestones/sss-1-qr.toml
title = "SSS-1 QR"
type = "review"
depends_on = ["sss-1-cdr"]
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
--- data/milestones/sss-1-qr.toml
title = "SSS-1 QR"
type = "review"
depends_on = ["sss-1-cdr"]
)",
         .check = dependency_cycle},
    Rule{.name = "dependency-order",
         .level = Severity::warning,
         .summary = "A milestone comes no earlier than those it depends on.",
         .reason =
             "Where the two dates contradict each other, one of them is no longer believed, or the dependency does "
             "not hold. It is a warning, because the two dates often have two owners and the one who moves a "
             "date cannot always move the other. Dates known roughly are compared by what they surely say: "
             "\"2018-04\" may well be after 2018-04-20. Who needs what failed waits for the one that repeats it.",
         .failing = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
--- data/milestones/sss-1-qr.toml
title = "SSS-1 QR"
type = "review"
planned = 2018-06-01
depends_on = ["sss-1-cdr"]
)",
         .mended = R"(--- data/milestones/sss-1-cdr.toml
title = "SSS-1 CDR"
type = "review"
planned = 2018-06-15
--- data/milestones/sss-1-qr.toml
title = "SSS-1 QR"
type = "review"
planned = 2018-07-16
depends_on = ["sss-1-cdr"]
)",
         .check = dependency_order},
    Rule{.name = "short-margin",
         .level = Severity::warning,
         .summary = "Between a milestone and what it needs lies the margin that the programme keeps.",
         .reason = "A plan in which each step begins on the day on which the one before ends slips as a whole with its "
                   "first slip. [plan] margin_days says how many days are kept between two milestones that are still "
                   "to come; 0, the default, asks for none. Dates known roughly are told only where even the best case "
                   "is too short.",
         .failing = R"(--- sss.toml
[plan]
margin_days = 14
--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
planned = 2027-06-15
--- data/milestones/sss-3-qr.toml
title = "SSS-3 QR"
type = "review"
planned = 2027-06-20
depends_on = ["sss-3-cdr"]
)",
         .mended = R"(--- sss.toml
[plan]
margin_days = 14
--- data/milestones/sss-3-cdr.toml
title = "SSS-3 CDR"
type = "review"
planned = 2027-06-15
--- data/milestones/sss-3-qr.toml
title = "SSS-3 QR"
type = "review"
planned = 2027-07-05
depends_on = ["sss-3-cdr"]
)",
         .check = short_margin},
};

}  // namespace

std::span<Rule const> dependency_rules()
{
    return dependency_table;
}

}  // namespace sss
