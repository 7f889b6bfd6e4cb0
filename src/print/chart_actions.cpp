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

constexpr std::size_t rows_at_most = 18;
constexpr int bar_cells = 30;  // whatever the terminal's width

std::string owner_name(OwnerOpen const& owner)
{
    return owner.owner.empty() ? "no owner named" : owner.name;
}

/// █ open, ▓ of these overdue; a small number keeps one cell each.
std::string bar(int open, int overdue, int most)
{
    auto const scale = most > bar_cells ? static_cast<double>(bar_cells) / most : 1.;
    auto const all = static_cast<int>(std::ceil(open * scale));
    auto const late = std::min(all, static_cast<int>(std::ceil(overdue * scale)));
    std::string text;
    for (auto i = 0; i < all; ++i) text += i < late ? "█" : "░";
    return text;
}

}  // namespace

std::vector<ActionRow> action_rows(ActionFlow const& flow, std::chrono::weekday week_start)
{
    std::vector<ActionRow> rows;
    if (flow.points.empty()) return rows;
    auto const periods = table_periods(flow.points.front().day, flow.points.back().day, rows_at_most, week_start);
    auto before = flow.before;
    for (auto const& period : periods) {
        auto const* point = flow.at(period.last);
        if (point == nullptr) continue;
        rows.push_back(
            {period, point->opened - before.opened, point->closed - before.closed, point->open(), point->overdue});
        before = *point;
    }
    return rows;
}

ChartWords action_words(ActionFlow const& flow, std::string const& programme, Escaper escape)
{
    ChartWords words;
    words.title = programme.empty() ? "Actions" : "Actions: " + escape(programme);
    if (flow.points.empty()) {
        words.subtitle = flow.period ? "No action stood in " + in_words(*flow.period)
                                     : std::string{"No meeting has left an action yet"};
        if (flow.open > 0 && !flow.period) words.subtitle = "No action has a date at which it was opened";
    } else {
        auto const& last = flow.points.back();
        words.subtitle =
            fmt::format("{} open on {}, {} overdue; {} closed of {}", last.open(), in_words(last.day),
                        last.overdue == 0 ? "none" : std::to_string(last.overdue), last.closed, last.opened);
        words.reading =
            "An action is open from its meeting's first day until it is closed, and overdue from the day after its due "
            "date.";
    }
    if (flow.undated_open > 0)
        words.notes.push_back(
            fmt::format("{} of a meeting without a date: counted among the owners, and not drawn.",
                        count(flow.undated_open, "open action") + (flow.undated_open == 1 ? " is" : " are")));
    return words;
}

ChartTable action_table(ActionFlow const& flow, std::chrono::weekday week_start)
{
    using enum ChartTable::Column;
    ChartTable table{
        {"In", "Opened", "Closed", "Open at its end", "Overdue"}, {words, number, number, number, number}, {}};
    for (auto const& row : action_rows(flow, week_start))
        table.rows.push_back({period_label(row.period, flow.today), std::to_string(row.opened),
                              std::to_string(row.closed), std::to_string(row.open), std::to_string(row.overdue)});
    return table;
}

ChartTable owner_table(ActionFlow const& flow)
{
    using enum ChartTable::Column;
    ChartTable table{{"Owner", "Open", "Overdue"}, {name, number, number}, {}};
    for (auto const& owner : flow.owners)
        table.rows.push_back({owner_name(owner), std::to_string(owner.open), std::to_string(owner.overdue)});
    return table;
}

std::string action_text(ActionFlow const& flow, ChartWords const& words, std::chrono::weekday week_start,
                        TextLook const& look)
{
    std::string body;
    auto table = action_table(flow, week_start);
    auto const rows = action_rows(flow, week_start);
    if (!rows.empty()) {
        auto most = 0;
        for (auto const& row : rows) most = std::max(most, row.open);
        table.titles[3] = "Open";
        table.titles.push_back("█ overdue, ░ open");
        table.columns.push_back(ChartTable::Column::words);
        for (std::size_t i = 0; i < rows.size(); ++i) table.rows[i].push_back(bar(rows[i].open, rows[i].overdue, most));
        // Before the first action there is nothing to tell.
        auto const idle = [](ActionRow const& row) { return row.opened == 0 && row.closed == 0 && row.open == 0; };
        table.rows.erase(table.rows.begin(),
                         table.rows.begin() + (std::ranges::find_if_not(rows, idle) - rows.begin()));
        if (!table.rows.empty()) body = table_text(table, look);
    }
    if (!flow.owners.empty()) {
        auto owners = owner_table(flow);
        auto most = 0;
        for (auto const& owner : flow.owners) most = std::max(most, owner.open);
        owners.titles.push_back("Today");
        owners.columns.push_back(ChartTable::Column::words);
        for (std::size_t i = 0; i < flow.owners.size(); ++i)
            owners.rows[i].push_back(bar(flow.owners[i].open, flow.owners[i].overdue, most));
        body += (body.empty() ? "" : "\n") + table_text(owners, look);
    }
    return chart_text(words, body, look.colour);
}

Json action_json(ActionFlow const& flow)
{
    Json json{{"format", 1},
              {"chart", "actions"},
              {"as_of", iso(flow.today)},
              {"period", flow.period ? Json(flow.period->name) : Json{}},
              {"points", Json::array()},
              {"owners", Json::array()},
              {"open", flow.open},
              {"overdue", flow.overdue},
              {"undated_open", flow.undated_open}};
    for (auto const& point : flow.points)
        json["points"].push_back({{"day", iso(point.day)},
                                  {"opened", point.opened},
                                  {"closed", point.closed},
                                  {"open", point.open()},
                                  {"overdue", point.overdue}});
    for (auto const& owner : flow.owners)
        json["owners"].push_back({{"id", owner.owner.empty() ? Json{} : Json(owner.owner)},
                                  {"name", owner.owner.empty() ? Json{} : Json(owner.name)},
                                  {"open", owner.open},
                                  {"overdue", owner.overdue}});
    return json;
}

std::string action_csv(ActionFlow const& flow)
{
    auto text = csv_line({"day", "opened", "closed", "open", "overdue"});
    for (auto const& point : flow.points)
        text += csv_line({iso(point.day), std::to_string(point.opened), std::to_string(point.closed),
                          std::to_string(point.open()), std::to_string(point.overdue)});
    return text;
}

}  // namespace sss
