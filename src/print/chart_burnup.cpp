#include "print/chart.hpp"
#include "print/record_text.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t burnup_rows_at_most = 18;
constexpr int burnup_bar_cells = 30;  // whatever the terminal's width

double amount(Tally const& tally, Measure measure)
{
    return measure == Measure::count ? tally.count : tally.weight;
}

/// "12", "12.5", "0.25": no more decimals than there are, at most two.
std::string number(double value)
{
    auto text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Json tally_json(Tally const& tally)
{
    return {{"count", tally.count}, {"weight", tally.weight}};
}

Json kept_json(Kept const& kept)
{
    return {{"due", tally_json(kept.due)}, {"reached", tally_json(kept.reached)}};
}

bool knows_scope(Burnup const& burnup, Day day)
{
    return burnup.records_begin && *burnup.records_begin <= day;
}

Day last_day(Burnup const& burnup)
{
    return burnup.ahead.empty() ? burnup.points.back().day : burnup.ahead.back().day;
}

/// What the plan of today and the baselines say of a day ahead.
PlannedAhead planned_ahead(Burnup const& burnup, Day day)
{
    PlannedAhead planned{day, burnup.points.back().planned, burnup.points.back().baseline};
    for (auto const& one : burnup.ahead)
        if (one.day <= day) planned = one;
    return planned;
}

/// Whether any baseline is on record, so that its line says something.
bool has_baseline(Burnup const& burnup)
{
    return std::ranges::any_of(burnup.points, [](BurnupPoint const& one) { return one.baseline.count > 0; }) ||
           std::ranges::any_of(burnup.ahead, [](PlannedAhead const& one) { return one.baseline.count > 0; });
}

/// The values at the end of a period, or today within it.
struct BurnupRow {
    Period period;
    std::optional<double> scope, planned, baseline, reached;
    bool ahead = false;  ///< wholly after today
};

std::vector<BurnupRow> rows_of(Burnup const& burnup, Measure measure, std::chrono::weekday week_start)
{
    std::vector<BurnupRow> rows;
    if (burnup.points.empty()) return rows;
    for (auto const& period :
         table_periods(burnup.points.front().day, last_day(burnup), burnup_rows_at_most, week_start)) {
        BurnupRow row{period, {}, {}, {}, {}, burnup.today < period.first};
        auto const day = period.first <= burnup.today ? std::min(period.last, burnup.today) : period.last;
        if (day <= burnup.today) {
            if (auto const* point = burnup.at(day)) {
                row.reached = amount(point->reached, measure);
                if (knows_scope(burnup, day)) {
                    row.scope = amount(point->scope, measure);
                    row.planned = amount(point->planned, measure);
                    row.baseline = amount(point->baseline, measure);
                }
            }
        } else {
            auto const ahead = planned_ahead(burnup, day);
            row.planned = amount(ahead.planned, measure);
            row.baseline = amount(ahead.baseline, measure);
        }
        rows.push_back(row);
    }
    return rows;
}

std::string text_of(std::optional<double> value)
{
    return value ? number(*value) : "–";
}

/// █ reached, ▒ planned and not reached, ░ the rest of all that there is; of days ahead what the plan adds to what is
/// reached now.
std::string bar(BurnupRow const& row, double now, double most)
{
    if (most <= 0) return {};
    auto const cells = [&](double value) { return static_cast<int>(std::lround(value / most * burnup_bar_cells)); };
    auto const planned = cells(row.planned.value_or(0));
    std::string text;
    if (row.ahead) {
        auto const begin = cells(now);
        if (planned <= begin) return {};
        text.assign(static_cast<std::size_t>(begin), ' ');
        for (auto i = begin; i < planned; ++i) text += "▒";
        return text;
    }
    auto const reached = cells(row.reached.value_or(0));
    auto const all = cells(row.scope.value_or(0));
    for (auto i = 0; i < std::max({reached, planned, all}); ++i) text += i < reached ? "█" : i < planned ? "▒" : "░";
    return text;
}

}  // namespace

ChartWords burnup_words(Burnup const& burnup, Measure measure, std::string const& programme, Escaper escape)
{
    ChartWords words;
    words.title = programme.empty() ? "Burn-up" : "Burn-up: " + escape(programme);
    if (burnup.points.empty()) {
        words.subtitle = burnup.period ? "No milestone stood in " + in_words(*burnup.period)
                                       : std::string{"There is no milestone yet"};
    } else {
        auto const& last = burnup.points.back();
        auto const all = amount(last.scope, measure);
        // Of the last day of the chart; that of a baseline in the same words.
        auto const of_these = [&](Kept const& kept) {
            return kept.due.count == 0 ? std::string{}
                                       : fmt::format(" ({} of these reached)", number(amount(kept.reached, measure)));
        };
        words.subtitle = fmt::format(
            "{} of {} reached{} on {}, {} planned by then{}{}", number(amount(last.reached, measure)),
            measure == Measure::count ? count(last.scope.count, "milestone") : number(last.scope.weight) + " by weight",
            all > 0 ? fmt::format(" ({})", percent_text(amount(last.reached, measure), all)) : "", in_words(last.day),
            number(amount(last.planned, measure)), of_these(burnup.plans),
            has_baseline(burnup) ? fmt::format(", {} by their baselines{}", number(amount(last.baseline, measure)),
                                               of_these(burnup.baselines))
                                 : "");
        words.reading = "Where reached runs below planned, less is done than the plan of that day had foreseen.";
        if (auto const gap = against_baselines(burnup, measure); !gap.empty()) words.reading += ' ' + gap;
        words.method = {
            "Reached: by the day on which it was reached, as it is known today.",
            "Planned: what by the plan of each day was to be reached by that day, and after today what is planned now; "
            "without a plan on record a milestone is in none."};
        if (has_baseline(burnup))
            words.method.push_back("Baseline: likewise by the dates first promised, of the milestones that have one.");
        words.method.push_back(
            "All: what the records held on each day, without cancelled milestones, and what had been reached by then "
            "though it was written down later.");
        if (burnup.records_begin && burnup.points.front().day < *burnup.records_begin)
            words.notes.push_back(fmt::format("The records begin on {}: what was planned before is not known.",
                                              in_words(*burnup.records_begin)));
    }
    if (burnup.undated.count > 0)
        words.notes.push_back(
            fmt::format("{} open and undated: part of all, and never of what is planned.",
                        count(burnup.undated.count, "milestone") + (burnup.undated.count == 1 ? " is" : " are")));
    if (burnup.unplanned > 0)
        words.notes.push_back(
            fmt::format("{} reached without a plan on record: nobody can say whether in time.",
                        count(burnup.unplanned, "milestone") + (burnup.unplanned == 1 ? " was" : " were")));
    if (burnup.dropped > 0)
        words.notes.push_back(fmt::format("{} no longer awaited, because of satellites that were given up or lost.",
                                          count(burnup.dropped, "milestone") + (burnup.dropped == 1 ? " is" : " are")));
    if (burnup.repeated > 0)
        words.notes.push_back(
            fmt::format("{} held and failed, and not counted: {}.",
                        count(burnup.repeated, "milestone") + (burnup.repeated == 1 ? " was" : " were"),
                        burnup.repeated == 1 ? "another repeats it" : "others repeat them"));
    if (burnup.cancelled > 0)
        words.notes.push_back(
            fmt::format("{} cancelled and not counted.",
                        count(burnup.cancelled, "milestone") + (burnup.cancelled == 1 ? " is" : " are")));
    return words;
}

std::string against_baselines(Burnup const& burnup, Measure measure)
{
    auto const due = amount(burnup.baselines.due, measure);
    auto const missing = due - amount(burnup.baselines.reached, measure);
    if (due == 0) return {};
    if (missing <= 0) return "All that the baselines promised by then is reached.";
    return fmt::format("Of {} that the baselines promised by then {} {} not reached.", number(due), number(missing),
                       missing == 1 ? "is" : "are");
}

ChartTable burnup_table(Burnup const& burnup, Measure measure, std::chrono::weekday week_start)
{
    using enum ChartTable::Column;
    ChartTable table{{"At the end of", "Reached", "Planned", "All"}, {words, number, number, number}, {}};
    for (auto const& row : rows_of(burnup, measure, week_start))
        table.rows.push_back(
            {period_label(row.period, burnup.today), text_of(row.reached), text_of(row.planned), text_of(row.scope)});
    if (!has_baseline(burnup)) return table;
    table.titles.insert(table.titles.begin() + 3, "Baseline");
    table.columns.insert(table.columns.begin() + 3, number);
    auto at = table.rows.begin();
    for (auto const& row : rows_of(burnup, measure, week_start)) {
        at->insert(at->begin() + 3, text_of(row.baseline));
        ++at;
    }
    return table;
}

std::string burnup_text(Burnup const& burnup, Measure measure, ChartWords const& words, std::chrono::weekday week_start,
                        TextLook const& look)
{
    auto table = burnup_table(burnup, measure, week_start);
    auto const rows = rows_of(burnup, measure, week_start);
    double most = 0;
    for (auto const& row : rows)
        most = std::max({most, row.scope.value_or(0), row.planned.value_or(0), row.reached.value_or(0)});
    table.titles.push_back(fmt::format("0 to {}", number(most)));
    table.columns.push_back(ChartTable::Column::words);
    auto const now = rows.empty() ? 0 : amount(burnup.points.back().reached, measure);
    for (std::size_t i = 0; i < rows.size(); ++i) table.rows[i].push_back(bar(rows[i], now, most));
    auto const ahead = std::ranges::any_of(rows, &BurnupRow::ahead);
    return chart_text(words,
                      rows.empty()
                          ? std::string{}
                          : table_text(table, look) + "\n█ reached, ▒ planned and not reached, ░ the rest of all\n" +
                                (ahead ? "After today: ▒ what the plan adds to what is reached now.\n" : ""),
                      look.colour);
}

Json burnup_json(Burnup const& burnup)
{
    Json json{{"format", 1},
              {"chart", "burnup"},
              {"as_of", iso(burnup.today)},
              {"period", burnup.period ? Json(burnup.period->name) : Json{}},
              {"records_begin", burnup.records_begin ? Json(iso(*burnup.records_begin)) : Json{}},
              {"points", Json::array()},
              {"ahead", Json::array()},
              {"undated", tally_json(burnup.undated)},
              {"cancelled", burnup.cancelled},
              {"no_longer_awaited", burnup.dropped},
              {"failed_and_repeated", burnup.repeated},
              {"reached_without_plan", burnup.unplanned},
              {"plans", kept_json(burnup.plans)},
              {"baselines", kept_json(burnup.baselines)}};
    for (auto const& point : burnup.points) {
        auto const known = knows_scope(burnup, point.day);
        json["points"].push_back({{"day", iso(point.day)},
                                  {"reached", tally_json(point.reached)},
                                  {"planned", known ? tally_json(point.planned) : Json{}},
                                  {"baseline", known ? tally_json(point.baseline) : Json{}},
                                  {"scope", known ? tally_json(point.scope) : Json{}},
                                  {"known_reached", known ? tally_json(point.known) : Json{}}});
    }
    for (auto const& one : burnup.ahead)
        json["ahead"].push_back(
            {{"day", iso(one.day)}, {"planned", tally_json(one.planned)}, {"baseline", tally_json(one.baseline)}});
    return json;
}

std::string burnup_csv(Burnup const& burnup)
{
    auto text = csv_line({"day", "reached", "planned", "scope", "known_reached", "reached_weight", "planned_weight",
                          "scope_weight", "known_reached_weight", "baseline", "baseline_weight"});
    for (auto const& point : burnup.points) {
        auto const known = knows_scope(burnup, point.day);
        auto const counted = [&](Tally const& tally) { return known ? std::to_string(tally.count) : std::string{}; };
        auto const weighed = [&](Tally const& tally) { return known ? number(tally.weight) : std::string{}; };
        text +=
            csv_line({iso(point.day), std::to_string(point.reached.count), counted(point.planned), counted(point.scope),
                      counted(point.known), number(point.reached.weight), weighed(point.planned), weighed(point.scope),
                      weighed(point.known), counted(point.baseline), weighed(point.baseline)});
    }
    for (auto const& one : burnup.ahead)
        text += csv_line({iso(one.day), "", std::to_string(one.planned.count), "", "", "", number(one.planned.weight),
                          "", "", std::to_string(one.baseline.count), number(one.baseline.weight)});
    return text;
}

}  // namespace sss
