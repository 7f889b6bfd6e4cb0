#include "print/forecast.hpp"

#include "print/markdown/markdown.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

DateWords dates_here(Day today)
{
    return {.time = false, .known_year = static_cast<int>(std::chrono::year_month_day{today}.year())};
}

Holds const& holds_of(Forecasts const& all, MilestoneForecast const& one)
{
    return all.back_test.by_horizon[static_cast<std::size_t>(one.horizon)];
}

constexpr std::array forecast_head = {"Milestone", "Planned", "Range",      "Even odds by",
                                      "Chance",    "Cases",   "Held before"};
constexpr std::array back_test_head = {"Plan lay", "Ranges", "Held", "Promised", "Earlier", "Later"};
constexpr std::array ranges_head = {"Milestone", "Given on", "Plan then", "Range", "Reached"};

std::vector<std::string> cells(Forecasts const& all, MilestoneForecast const& one, Escaper escape)
{
    std::vector<std::string> row{escape(one.title), one.plan ? plan_in_words(one, all.today) : "–"};
    if (one.range) {
        row.push_back(range_in_words(*one.range, all.today));
        row.push_back(in_words(one.range->middle, dates_here(all.today)));
        row.push_back(chance_in_words(*one.range));
        row.push_back(number_text(one.range->cases));
        row.push_back(holds_in_words(holds_of(all, one)));
    } else {
        row.push_back(no_range_in_words(one, all.today));
    }
    return row;
}

std::vector<std::string> cells(std::string_view name, Holds const& holds)
{
    auto const percent = [&](double part) { return fmt::format("{} %", std::lround(100 * part / holds.judged)); };
    return {std::string{name},      number_text(holds.judged),  fmt::format("{} ({})", holds.held, percent(holds.held)),
            percent(holds.chances), number_text(holds.earlier), number_text(holds.later)};
}

std::vector<std::vector<std::string>> back_test_rows(BackTest const& test)
{
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < horizon_count; ++i)
        if (test.by_horizon[i].judged > 0) rows.push_back(cells(in_words(static_cast<Horizon>(i)), test.by_horizon[i]));
    if (rows.size() > 1) rows.push_back(cells("all", test.all));
    return rows;
}

std::vector<std::string> cells(PastRange const& range, Day today, Escaper escape)
{
    auto const how = dates_here(today);
    std::string reached{"not yet"};
    if (range.actual)
        reached = in_words(*range.actual, how) + (range.held() ? ", held" : range.earlier() ? ", earlier" : ", later");
    return {escape(range.title), in_words(range.given, how), in_words(range.plan, how),
            range_in_words(range.range, today), reached};
}

void add_row(std::vector<Row>& rows, std::vector<std::string> const& texts, Style style = Style::plain)
{
    Row row;
    for (auto const& text : texts) row.cells.push_back({text, style});
    rows.push_back(std::move(row));
}

template <std::size_t N>
std::vector<std::string> texts(std::array<char const*, N> const& head)
{
    return {head.begin(), head.end()};
}

void add_paragraph(std::string& text, std::string const& words, std::size_t width)
{
    if (words.empty()) return;
    if (!text.empty()) text += '\n';
    for (auto const& part : wrapped(words, width)) text += part + '\n';
}

/// Whether a table needs no wrapping but in its titles. The last cell of a row that is cut short may run on.
bool fits(std::vector<Row> const& rows, std::size_t width)
{
    std::vector<std::size_t> widths(rows.front().cells.size());
    for (auto const& row : rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.cells.size() == widths.size() || i + 1 < row.cells.size())
                widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    constexpr std::size_t shortest_title = 24;
    widths.front() = std::min(widths.front(), std::max(shortest_title, width / 3));
    std::size_t sum = 2 * (widths.size() - 1);
    for (auto const one : widths) sum += one;
    return sum <= width;
}

/// A milestone after the other, for what is too narrow for a table.
std::string paragraphs(Forecasts const& all, std::size_t width, bool colour)
{
    std::string text;
    for (auto const& line : forecast_lines(all, terminal_line)) {
        for (auto const& part : wrapped(line.title, width)) text += styled(part, Style::bold, colour) + '\n';
        for (auto const& part : wrapped(line.text, width - 2)) text += "  " + part + '\n';
    }
    return text;
}

/// Each milestone's ranges below its title.
std::string ranges_text(Forecasts const& all, std::size_t width, bool colour)
{
    if (all.back_test.ranges.empty()) return "No range of these has been judged.\n";
    std::vector<std::string> ids;
    for (auto const& range : all.back_test.ranges)
        if (std::ranges::find(ids, range.id) == ids.end()) ids.push_back(range.id);
    std::vector<Row> rows;
    auto head = texts(ranges_head);
    head.erase(head.begin());
    add_row(rows, head, Style::bold);
    for (auto const& id : ids) {
        auto first = true;
        for (auto const& range : all.back_test.ranges) {
            if (range.id != id) continue;
            auto row = cells(range, all.today, terminal_line);
            if (first) rows.push_back({"", {}, row.front()});
            first = false;
            row.erase(row.begin());
            add_row(rows, row, range.held() ? Style::plain : Style::bad);
        }
    }
    return columns(rows, 0, width, colour);
}

std::string below_a_blank(MarkdownTable const& table)
{
    auto const text = table.text();
    return text.empty() ? text : '\n' + text;
}

std::string as_of(Forecasts const& all)
{
    return "As of " + in_words(all.today) + ": ";
}

std::string lower(std::string text)
{
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}  // namespace

std::string forecast_text(Forecasts const& all, std::size_t width, bool colour)
{
    std::string text;
    add_paragraph(text, as_of(all) + lower(forecast_headline(all)), width);
    std::vector<Row> rows;
    add_row(rows,
            all.with_range() > 0 ? texts(forecast_head) : std::vector<std::string>{"Milestone", "Planned", "Range"},
            Style::bold);
    for (auto const& one : all.milestones) {
        auto const late = one.open() && one.days_ahead < 0;
        add_row(rows, cells(all, one, terminal_line), late ? Style::bad : Style::plain);
        rows.back().paragraph = open_beyond_in_words(one);
    }
    if (rows.size() > 1)
        text += '\n' + (fits(rows, width) ? columns(rows, 0, width, colour) : paragraphs(all, width, colour));
    for (auto const& note : forecast_notes(all, terminal_line)) add_paragraph(text, note, width);
    return text;
}

std::string forecast_markdown(Forecasts const& all)
{
    auto text = as_of(all) + lower(forecast_headline(all)) + '\n';
    MarkdownTable table{texts(forecast_head)};
    for (auto const& one : all.milestones) {
        auto row = cells(all, one, markdown_line);
        if (auto const beyond = open_beyond_in_words(one); !beyond.empty()) row[2] += ". " + beyond;
        table.add(std::move(row));
    }
    text += below_a_blank(table);
    for (auto const& note : forecast_notes(all, markdown_line)) text += '\n' + note + '\n';
    return text;
}

std::string back_test_text(Forecasts const& all, bool each, std::size_t width, bool colour)
{
    std::string text;
    add_paragraph(text, as_of(all) + lower(back_test_sentence(all.back_test)), width);
    std::vector<Row> rows;
    add_row(rows, texts(back_test_head), Style::bold);
    for (auto const& row : back_test_rows(all.back_test)) add_row(rows, row);
    if (rows.size() > 1) text += '\n' + columns(rows, 0, width, colour);
    add_paragraph(text, not_judged_sentence(all.back_test), width);
    add_paragraph(text, back_test_method(all), width);
    if (each) text += '\n' + ranges_text(all, width, colour);
    return text;
}

std::string back_test_markdown(Forecasts const& all, bool each)
{
    auto text = as_of(all) + lower(back_test_sentence(all.back_test)) + '\n';
    MarkdownTable plans{texts(back_test_head)};
    for (auto const& row : back_test_rows(all.back_test)) plans.add(row);
    text += below_a_blank(plans);
    for (auto const& note : {not_judged_sentence(all.back_test), back_test_method(all)})
        if (!note.empty()) text += '\n' + note + '\n';
    if (!each) return text;
    if (all.back_test.ranges.empty()) return text + "\nNo range of these has been judged.\n";
    MarkdownTable ranges{texts(ranges_head)};
    for (auto const& range : all.back_test.ranges) ranges.add(cells(range, all.today, markdown_line));
    return text + below_a_blank(ranges);
}

}  // namespace sss
