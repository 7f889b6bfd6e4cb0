#include "print/chart.hpp"

#include "print/csv_text.hpp"
#include "print/html/html.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"
#include "words/date_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::size_t least_name = 28;  // columns of a name, however narrow the terminal is

/// A number, with its sign or without, acts in no spreadsheet.
bool is_number(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Heading::Heading(ChartWords const& words, ChartLook const& look) : words_(words), look_(look)
{
    if (!look.heading) return;
    subtitle_ = fitted_lines(words.subtitle, 12, look.width - 32);
    for (auto const* notes : {&words.picture, &words.notes})
        for (auto const& note : *notes)
            for (auto& line : fitted_lines(note, 11, look.width - 32)) lines_.push_back(std::move(line));
}

double Heading::top() const
{
    return look_.heading ? 40 + 16 * static_cast<double>(subtitle_.size()) : 6;
}

double Heading::bottom() const
{
    return lines_.empty() ? 0 : 14 + 15 * static_cast<double>(lines_.size());
}

void Heading::draw(Svg& svg, double height) const
{
    if (!look_.heading) return;
    svg.text({16, 26}, fitted(words_.title, 17.5, look_.width - 32), "h n");
    auto y = 46.;
    for (auto const& line : subtitle_) {
        svg.text({16, y}, line, "a");
        y += 16;
    }
    y = height - bottom() + 15;
    for (auto const& line : lines_) {
        svg.text({16, y}, line, "t n");
        y += 15;
    }
}

void Legend::add(std::string words, double room, std::function<void(Svg&, Point)> sign)
{
    auto const needed = room + 6 + text_width(words, 11);
    if (next_ > 16 && next_ + needed > width_ - 8) {
        next_ = 16;
        ++lines_;
    }
    items_.push_back({std::move(words), room, std::move(sign), next_, lines_ - 1});
    next_ += needed + 14;
}

void Legend::draw(Svg& svg, double top) const
{
    for (auto const& item : items_) {
        auto const y = top + 18 * static_cast<double>(item.line) + 12;
        item.sign(svg, {item.x + item.room / 2, y - 4});
        svg.text({item.x + item.room + 6, y}, item.words, "t");
    }
}

std::string described(ChartWords const& words, ChartLook const& look)
{
    return look.heading ? words.subtitle + ". " : std::string{};
}

std::string empty_picture(ChartWords const& words, ChartLook const& look)
{
    Heading const heading{words, look};
    auto const height = look.heading ? heading.top() + heading.bottom() + 10 : 48;
    Svg svg{look.id, look.width, height, words.title, words.subtitle + '.', look.styled};
    if (look.heading)
        heading.draw(svg, height);
    else
        svg.text({16, 28}, words.subtitle, "a");
    return svg.finish();
}

std::vector<Period> table_periods(Day first, Day last, std::size_t most, std::chrono::weekday week_start)
{
    using enum PeriodUnit;
    std::vector<Period> periods;
    for (auto const sort : {day, week, month, quarter, year}) {
        periods.clear();
        for (auto period = period_of(last, sort, week_start); sort == year || periods.size() <= most;
             period = previous(period, week_start))
        {
            if (period.last < first) break;
            periods.push_back(period);
            if (std::chrono::year_month_day{period.first}.year() <= std::chrono::year{1}) break;
        }
        if (periods.size() <= most) break;
    }
    std::ranges::reverse(periods);
    return periods;
}

std::string period_label(Period const& period, Day today)
{
    return in_words(period) + (period.first <= today && today < period.last ? " so far" : "");
}

Html table_html(ChartTable const& table, std::string const& caption)
{
    HtmlTable made{.caption = caption, .columns = {}, .rows = {}};
    for (std::size_t i = 0; i < table.titles.size(); ++i)
        made.columns.push_back({table.titles[i], table.columns[i] == ChartTable::Column::number});
    for (auto const& row : table.rows) {
        auto& cells = made.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.push_back(table.columns[i] == ChartTable::Column::name ? isolated_html(row[i]) : Html{row[i]});
    }
    return table_html(made);
}

std::string table_text(ChartTable const& table, TextLook const& look)
{
    auto const is_name = [&](std::size_t column) { return table.columns[column] == ChartTable::Column::name; };
    std::vector<std::size_t> widths;
    for (auto const& title : table.titles) widths.push_back(display_width(title));
    for (auto const& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(visible(row[i])));
    std::size_t rest = widths.empty() ? 0 : 2 * (widths.size() - 1);
    std::size_t names = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (is_name(i))
            ++names;
        else
            rest += widths[i];
    }
    auto const room = names == 0 || look.width < rest ? 0 : (look.width - rest) / names;
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (is_name(i)) widths[i] = std::min(widths[i], std::max(room, least_name));
    // What is cut alike is cut in the middle.
    std::map<std::pair<std::size_t, std::string>, std::set<std::string>> cuts;
    for (auto const& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            if (is_name(i)) cuts[{i, truncated(visible(row[i]), widths[i])}].insert(row[i]);
    auto const name = [&](std::string const& text, std::size_t i) {
        auto const cut = truncated(visible(text), widths[i]);
        auto const found = cuts.find({i, cut});
        if (found == cuts.end() || found->second.size() < 2) return cut;
        return cut_within(visible(text), [&](std::string const& one) { return display_width(one) <= widths[i]; });
    };
    auto const line = [&](std::vector<std::string> const& row, Style style) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto const align = table.columns[i] == ChartTable::Column::number ? Align::right : Align::left;
            auto const cell = is_name(i) ? name(row[i], i) : visible(row[i]);
            text += (i == 0 ? "" : "  ") + padded(cell, widths[i], align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return styled(text, style, look.colour) + '\n';
    };
    auto text = line(table.titles, Style::bold);
    for (auto const& row : table.rows) text += line(row, Style::plain);
    return text;
}

std::string paragraph(std::string const& text)
{
    std::string lines;
    for (auto const& line : wrapped(text, 80)) lines += line + '\n';
    return lines;
}

std::string chart_text(ChartWords const& words, std::string const& body, bool colour)
{
    auto text = styled(words.title, Style::bold, colour) + '\n';
    text += paragraph(words.subtitle);
    if (!body.empty()) text += '\n' + body;
    for (auto const& note : words.notes) text += '\n' + paragraph(note);
    return text;
}

std::string csv_line(std::vector<std::string> const& cells)
{
    std::string line;
    for (auto const& cell : cells)
        line += (&cell == cells.data() ? "" : ",") + (is_number(cell) ? cell : csv_cell(cell));
    return line + '\n';
}

}  // namespace sss
