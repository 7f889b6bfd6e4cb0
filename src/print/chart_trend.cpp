#include "print/chart.hpp"
#include "print/record_text.hpp"
#include "print/svg/time_axis.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace sss {

namespace {

using Json = nlohmann::ordered_json;

/// Cells of a course in characters, whatever the terminal's width.
constexpr int course_cells = 20;

/// Up to this many names stand in a note; the others are counted.
constexpr std::size_t lines_named_in_a_note = 6;

std::string_view name(TrendLine::End end)
{
    constexpr std::string_view names[] = {"open", "reached", "cancelled", "removed", "failed", "dropped"};
    return names[static_cast<std::size_t>(end)];
}

struct DaySpan {
    Day first;
    Day last;
};

DaySpan report_days(Trend const& trend)
{
    DaySpan span{trend.today, Day{}};
    for (auto const& line : trend.lines) {
        span.first = std::min(span.first, line.forecasts.front().told);
        span.last = std::max(span.last, line.ends(trend.today));
    }
    if (trend.period) span.last = std::min({span.last, trend.period->last});
    span.last = std::max(span.first, std::min(span.last, trend.today));
    return span;
}

std::string names(std::vector<TrendLine> const& lines, Escaper escape)
{
    std::vector<std::string> titles;
    for (auto const& line : lines)
        titles.push_back(escape(line.title) + (line.not_before ? " (" + in_words(*line.not_before) + ')' : ""));
    return some_names(titles, lines_named_in_a_note);
}

std::vector<TrendLine> ended(std::vector<TrendLine> const& lines, TrendLine::End end)
{
    std::vector<TrendLine> found;
    std::ranges::copy_if(lines, std::back_inserter(found), [end](TrendLine const& line) { return line.end == end; });
    return found;
}

/// Those whose forecast was taken back.
std::vector<TrendLine> without_date(std::vector<TrendLine> const& lines)
{
    std::vector<TrendLine> found;
    std::ranges::copy_if(lines, std::back_inserter(found), [](TrendLine const& line) {
        return line.end == TrendLine::End::open && !line.forecasts.back().date;
    });
    return found;
}

void note(std::vector<std::string>& notes, std::vector<TrendLine> const& lines, std::string_view one,
          std::string_view many, Escaper escape)
{
    if (lines.empty()) return;
    notes.push_back(fmt::format("{} {}: {}.", count(static_cast<std::int64_t>(lines.size()), "milestone"),
                                lines.size() == 1 ? one : many, names(lines, escape)));
}

/// "21 Nov 2026, reached", "cancelled 3 May 2024".
std::string standing(TrendLine const& line)
{
    switch (line.end) {
        case TrendLine::End::open: return "open";
        case TrendLine::End::reached: return "reached " + short_words(*line.actual);
        case TrendLine::End::failed: return "failed " + short_words(*line.actual);
        case TrendLine::End::cancelled: return "cancelled, written down " + short_words(*line.given_up);
        case TrendLine::End::removed: return "removed " + short_words(*line.given_up);
        case TrendLine::End::dropped: return "no longer awaited since " + short_words(*line.given_up);
    }
    return {};
}

std::string total(TrendLine const& line)
{
    if (!line.total) return {};
    // What was never moved may all the same have come later than it was planned.
    return line.moves == 0 && !line.total->moved() ? "no move" : slip_in_words(*line.total);
}

/// "+45", "~−365" where a date is vague, "" where nothing is known to have moved.
std::string total_days(TrendLine const& line)
{
    if (!line.total) return {};
    auto const& total = *line.total;
    if (total.within) return "0";
    if (total.seconds != 0) return slip_in_words(total);
    return (total.approximate || total.precision > Precision::day ? "~" : "") + signed_text(total.days);
}

/// The forecasts of a line that a course shows: its earliest and its latest.
std::pair<Day, Day> course_bounds(TrendLine const& line, DaySpan span, Day today)
{
    auto bounds = std::pair{Day::max(), Day::min()};
    auto const ends = std::min(line.ends(today), span.last);
    for (auto const& forecast : line.forecasts) {
        if (!forecast.date || ends < forecast.told) continue;
        bounds.first = std::min(bounds.first, forecast.date->last());
        bounds.second = std::max(bounds.second, forecast.date->last());
    }
    return bounds;
}

/// The days of the course that goes furthest.
long furthest_course(Trend const& trend, DaySpan span)
{
    long furthest = 0;
    for (auto const& line : trend.lines) {
        auto const [low, high] = course_bounds(line, span, trend.today);
        if (low < high) furthest = std::max<long>(furthest, (high - low).count());
    }
    return furthest;
}

/// The course of a forecast over the chart's report dates: each cell is what stood at its end. The lowest block is the
/// line's own earliest forecast, the highest so many days later as `furthest` says, alike in all lines.
std::string course(TrendLine const& line, DaySpan span, Day today, long furthest)
{
    static constexpr std::string_view blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    auto const [low, high] = course_bounds(line, span, today);
    auto const ends = std::min(line.ends(today), span.last);
    std::string cells;
    auto const days = (span.last - span.first).count();
    auto const end_of = [&](int cell) { return span.first + std::chrono::days{days * (cell + 1) / course_cells}; };
    for (auto cell = 0; cell < course_cells; ++cell) {
        auto const at = end_of(cell);
        auto const before = cell == 0 ? span.first - std::chrono::days{1} : end_of(cell - 1);
        if (line.end != TrendLine::End::open && line.ends(today) == ends && before < ends && ends <= at) {
            cells += line.end == TrendLine::End::reached ? "●" : line.held() ? "✗" : "×";
            continue;
        }
        std::optional<Date> stood;
        if (at <= ends)
            for (auto const& forecast : line.forecasts)
                if (forecast.told <= at) stood = forecast.date;
        if (!stood)
            cells += ' ';
        else if (low == high)
            cells += "─";
        else
            cells += blocks[((stood->last() - low).count() * 14 + furthest) / (2 * furthest)];
    }
    return cells;
}

Json date_json(std::optional<Date> const& date)
{
    if (!date) return nullptr;
    return {{"said", date->text()}, {"first", iso(date->first())}, {"last", iso(date->last())}};
}

Json line_json(TrendLine const& line)
{
    Json json{{"id", line.id},
              {"title", line.title},
              {"satellite", line.satellite.empty() ? Json{} : Json(line.satellite)},
              {"baseline", date_json(line.baseline)},
              {"end", name(line.end)},
              {"actual", date_json(line.actual)},
              {"learnt", line.learnt ? Json(iso(*line.learnt)) : Json{}},
              {"given_up", line.given_up ? Json(iso(*line.given_up)) : Json{}},
              {"not_before", line.not_before ? Json(line.not_before->text()) : Json{}},
              {"moves", line.moves},
              {"total_days", line.total ? Json(line.total->within ? 0 : line.total->days) : Json{}},
              {"forecasts", Json::array()}};
    if (line.total && line.total->seconds != 0) json["total_seconds"] = line.total->seconds;
    for (auto const& forecast : line.forecasts) {
        json["forecasts"].push_back({{"told", iso(forecast.told)},
                                     {"forecast", date_json(forecast.date)},
                                     {"move", forecast.move},
                                     {"correction", forecast.correction},
                                     {"reason", forecast.reason.empty() ? Json{} : Json(forecast.reason)},
                                     {"commit", forecast.commit.hex()}});
    }
    return json;
}

Json lines_json(std::vector<TrendLine> const& lines)
{
    auto list = Json::array();
    for (auto const& line : lines) list.push_back(line_json(line));
    return list;
}

}  // namespace

ChartWords trend_words(Trend const& trend, std::string const& programme, Escaper escape)
{
    ChartWords words;
    words.title = programme.empty() ? "Milestone trend" : "Milestone trend: " + escape(programme);
    if (trend.lines.empty()) {
        words.subtitle = trend.period ? "No forecast of a milestone stood in " + in_words(*trend.period)
                                      : std::string{"No milestone has had a forecast yet"};
    } else {
        auto const span = report_days(trend);
        auto moves = 0;
        for (auto const& line : trend.lines) moves += line.moves;
        auto const days = span.first == span.last ? Date::of(span.first) : Date::range(span.first, span.last);
        words.subtitle = fmt::format("{} with a forecast, {}, told {}",
                                     count(static_cast<std::int64_t>(trend.lines.size()), "milestone"),
                                     moves == 0 ? "no move" : count(moves, "move"), in_words(days));
        words.reading =
            "A level line is on plan, a rising one slips, a falling one comes nearer; on the diagonal a milestone is "
            "reached.";
        if (trend.lines.size() > trend_named_at_most) {
            auto const open = std::ranges::count(trend.lines, TrendLine::End::open, &TrendLine::end);
            auto const most = static_cast<std::int64_t>(trend_named_at_most);
            auto const which = trend.scope == TrendScope::all || open == 0 ? "those that moved most"
                               : open >= most                              ? "the open ones that moved most"
                                              : "the open ones, then those that moved most";
            words.picture.push_back(fmt::format("Of {} lines {} are named, {}; the other {} are grey.",
                                                trend.lines.size(), trend_named_at_most, which,
                                                trend.lines.size() - trend_named_at_most));
            std::set<std::string_view> satellites;
            for (auto const& line : trend.lines) satellites.insert(line.satellite);
            if (satellites.size() > trend_panels_at_most)
                words.picture.push_back(
                    fmt::format("Of {} satellites the {} whose dates moved most have a small picture below.",
                                satellites.size(), trend_panels_at_most));
        }
        words.method = {
            "Across stands the day on which a forecast was told, which is that of its commit; up the date that it "
            "forecast, of a vague date its last day, with a thin line down to its first."};
    }
    using enum TrendLine::End;
    note(words.notes, ended(trend.reached_unplanned, reached), "was reached without a forecast on record before",
         "were reached without a forecast on record before", escape);
    note(words.notes, ended(trend.reached_unplanned, failed), "was held and failed without a forecast on record before",
         "were held and failed without a forecast on record before", escape);
    note(words.notes, trend.undated, "is open and undated", "are open and undated", escape);
    note(words.notes, without_date(trend.lines), "has no date any more", "have no date any more", escape);
    note(words.notes, ended(trend.given_up_undated, cancelled), "was cancelled and never dated",
         "were cancelled and never dated", escape);
    note(words.notes, ended(trend.given_up_undated, dropped), "is no longer awaited and was never dated",
         "are no longer awaited and were never dated", escape);
    if (trend.ended > 0)
        words.notes.push_back(fmt::format(
            "{} reached or given up, and left out.",
            count(static_cast<std::int64_t>(trend.ended), "milestone") + (trend.ended == 1 ? " was" : " were")));
    note(words.notes, trend.outside, "had no forecast in these days", "had no forecast in these days", escape);
    return words;
}

ChartTable trend_table(Trend const& trend)
{
    using enum ChartTable::Column;
    ChartTable table{{"Milestone", "Baseline", "First forecast", "Moves", "Last forecast", "In all", "Now"},
                     {ChartTable::Column::name, words, words, number, words, words, words},
                     {}};
    for (auto const& line : trend.lines) {
        table.rows.push_back({line.title, line.baseline ? short_words(*line.baseline) : "–",
                              short_words(*line.forecasts.front().date), std::to_string(line.moves),
                              short_words(*line.last_forecast()->date), total(line), standing(line)});
    }
    return table;
}

std::string trend_text(Trend const& trend, ChartWords const& words, TextLook const& look)
{
    std::string body;
    if (!trend.lines.empty()) {
        auto const span = report_days(trend);
        auto const furthest = furthest_course(trend, span);
        ChartTable table{{"Milestone", "Moves", "Last forecast", "Days", "Course"},
                         {ChartTable::Column::name, ChartTable::Column::number, ChartTable::Column::words,
                          ChartTable::Column::number, ChartTable::Column::words},
                         {}};
        for (auto const& line : trend.lines)
            table.rows.push_back({line.title, std::to_string(line.moves), short_words(*line.last_forecast()->date),
                                  total_days(line), course(line, span, trend.today, furthest)});
        body = table_text(table, look) + "\n" +
               paragraph(
                   "Days: between the first forecast and the last, or the day on which it was held. Each course runs "
                   "from the "
                   "first day told to the last" +
                   (furthest > 0 ? fmt::format(": ▁ its own earliest forecast, █ {} after it, alike in all lines;",
                                               count(furthest, "day"))
                                 : std::string{":"}) +
                   " ─ one that never moved, ● reached, ✗ failed, × given up.");
    }
    return chart_text(words, body, look.colour);
}

Json trend_json(Trend const& trend)
{
    return {{"format", 1},
            {"chart", "trend"},
            {"as_of", iso(trend.today)},
            {"period", trend.period ? Json(trend.period->name) : Json{}},
            {"records_begin", trend.records_begin ? Json(iso(*trend.records_begin)) : Json{}},
            {"lines", lines_json(trend.lines)},
            {"reached_without_forecast", lines_json(trend.reached_unplanned)},
            {"undated", lines_json(trend.undated)},
            {"cancelled_undated", lines_json(trend.given_up_undated)},
            {"outside", lines_json(trend.outside)}};
}

std::string trend_csv(Trend const& trend)
{
    auto text = csv_line({"id", "title", "satellite", "told", "forecast", "first", "last", "move", "correction", "end",
                          "actual", "baseline"});
    for (auto const& line : trend.lines)
        for (auto const& forecast : line.forecasts) {
            auto const& date = forecast.date;
            text +=
                csv_line({line.id, line.title, line.satellite, iso(forecast.told), date ? date->text() : "",
                          date ? iso(date->first()) : "", date ? iso(date->last()) : "", std::to_string(forecast.move),
                          forecast.correction ? "true" : "false", std::string{name(line.end)},
                          line.actual ? line.actual->text() : "", line.baseline ? line.baseline->text() : ""});
        }
    return text;
}

}  // namespace sss
