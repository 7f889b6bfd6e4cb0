#include "pages/forecast_page.hpp"

#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

Said as_of(Forecasts const& all, std::string const& sentence)
{
    return "As of " + in_words(all.today) + ": " + uncapitalised(sentence);
}

std::vector<PageCell> row_of(Forecasts const& all, MilestoneForecast const& one)
{
    auto const tone = one.open() && one.days_ahead < 0 ? Tone::bad : Tone::plain;
    std::vector<PageCell> row{as_name(one.title), {plan_in_words(one, all.today), {}, tone}};
    if (!one.range) {
        row.push_back({no_range_in_words(one), open_beyond_in_words(one)});
        row.resize(7);
        return row;
    }
    row.push_back({range_in_words(*one.range), open_beyond_in_words(one)});
    row.emplace_back(in_words(one.range->middle, day_without_time));
    row.emplace_back(chance_in_words(*one.range));
    row.emplace_back(number_text(one.range->cases));
    row.emplace_back(holds_in_words(all.back_test.by_horizon[static_cast<std::size_t>(one.horizon)]));
    return row;
}

std::vector<PageCell> row_of(std::string_view name, Holds const& holds)
{
    auto const percent = [&](double part) { return fmt::format("{} %", std::lround(100 * part / holds.judged)); };
    std::vector<PageCell> row{Said{name}};
    for (auto const& text : {number_text(holds.judged), fmt::format("{} ({})", holds.held, percent(holds.held)),
                             percent(holds.chances), number_text(holds.earlier), number_text(holds.later)})
        row.emplace_back(text);
    return row;
}

std::vector<PageCell> row_of(PastRange const& range)
{
    auto const how = day_without_time;
    std::string reached{"not yet"};
    if (range.actual)
        reached = in_words(*range.actual, how) + (range.held() ? ", held" : range.earlier() ? ", earlier" : ", later");
    return {Said{in_words(range.given, how)},
            Said{in_words(range.plan, how)},
            Said{range_in_words(range.range)},
            {reached, {}, range.held() ? Tone::plain : Tone::bad}};
}

PageTable horizons(BackTest const& test)
{
    PageTable table{"How well ranges held, by how far ahead the plan lay",
                    {{"Plan lay"}, {"Ranges"}, {"Held"}, {"Promised"}, {"Earlier"}, {"Later"}}};
    for (std::size_t i = 0; i < horizon_count; ++i)
        if (test.by_horizon[i].judged > 0)
            table.rows.push_back(row_of(in_words(static_cast<Horizon>(i)), test.by_horizon[i]));
    if (table.rows.size() > 1) table.rows.push_back(row_of("all", test.all));
    return table;
}

/// Each milestone's ranges below its title, in the order in which the first of them was given.
void add_ranges(std::vector<PageBlock>& blocks, Forecasts const& all)
{
    auto const& ranges = all.back_test.ranges;
    if (ranges.empty()) add_paragraph(blocks, "No range of these has been judged.");
    std::vector<std::string> told;
    for (auto const& first : ranges) {
        if (std::ranges::find(told, first.id) != told.end()) continue;
        told.push_back(first.id);
        PageTable table{"Each range that was judged", {{"Given on"}, {"Plan then"}, {"Range"}, {"Reached"}}};
        for (auto const& range : ranges)
            if (range.id == first.id) table.rows.push_back(row_of(range));
        blocks.push_back(PageHeading{as_name(first.title)});
        blocks.push_back(std::move(table));
    }
}

}  // namespace

Page forecast_page(Forecasts const& all)
{
    Page page;
    page.whole = true;
    page.intro.push_back(as_of(all, in_plain(forecast_headline(all))));
    PageTable table{"When open milestones may be reached",
                    {{"Milestone"}, {"Planned"}, {"Range"}, {"Even odds by"}, {"Chance"}, {"Cases"}, {"Held before"}}};
    for (auto const& one : all.milestones) table.rows.push_back(row_of(all, one));
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(table));
    for (auto& note : forecast_notes(all)) add_paragraph(blocks, std::move(note));
    page.sections.push_back({{}, "forecast", std::move(blocks)});
    return page;
}

Page back_test_page(Forecasts const& all, bool each)
{
    Page page;
    page.whole = true;
    page.intro.push_back(as_of(all, in_plain(back_test_sentence(all.back_test))));
    std::vector<PageBlock> blocks;
    add_table(blocks, horizons(all.back_test));
    add_paragraph(blocks, not_judged_sentence(all.back_test));
    add_paragraph(blocks, back_test_method(all));
    if (each) add_ranges(blocks, all);
    page.sections.push_back({{}, "back-test", std::move(blocks)});
    return page;
}

}  // namespace sss
