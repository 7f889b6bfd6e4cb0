#include "print/svg/timeline_layout.hpp"

#include "print/chart.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::timeline_layout_test {

namespace {

using std::chrono::days;

constexpr std::uint32_t seed = 17;

Day day(std::string_view text)
{
    return *parse_day(text);
}

LaneMark mark(std::string title, Day when, EntryState state)
{
    return {title, title, "review", {}, Date::of(when), state};
}

/// Names short and long, days close together and decades apart.
TimelineChart any(std::mt19937& dice)
{
    auto const upto = [&](std::uint32_t most) { return static_cast<int>(dice() % (most + 1)); };
    TimelineChart chart{day("2026-05-01"), {}, {}, {}, 0};
    auto const spread = upto(1) == 0 ? 60u : 12000u;
    for (auto lane = 0; lane <= upto(12); ++lane) {
        chart.lanes.push_back({fmt::format("s{}", lane), fmt::format("Satellite {}", lane), {}});
        for (auto i = 0; i <= upto(20); ++i) {
            auto const when = chart.today + days{upto(spread) - static_cast<int>(spread / 2)};
            std::string title = fmt::format("review {}", i);
            for (auto words = upto(9); words > 0; --words) title += " of the model";
            chart.lanes.back().marks.push_back(mark(title, when,
                                                    chart.today < when ? EntryState::ahead
                                                    : upto(2) == 0     ? EntryState::late
                                                                       : EntryState::happened));
        }
        std::ranges::stable_sort(chart.lanes.back().marks,
                                 [](auto const& a, auto const& b) { return a.when.last() < b.when.last(); });
    }
    return chart;
}

struct Box {
    double left, right, top, bottom;
};

double apart(Box const& box, double x, double y)
{
    return std::hypot(std::max({box.left - x, 0., x - box.right}), std::max({box.top - y, 0., y - box.bottom}));
}

double height_of(PlacedMark const& one)
{
    return timeline_row * static_cast<double>(one.row);
}

Box label_of(PlacedMark const& one)
{
    auto const middle = height_of(one) + (one.label == PlacedMark::Label::below ? timeline_below : 0);
    return {one.text_from, one.text_to, middle - 6, middle + 6};
}

double width_of(PlacedMark const& one)
{
    return text_width(one.name, timeline_letter) + (one.date.empty() ? 0 : 5 + text_width(one.date, 11));
}

}  // namespace

TEST_CASE("in a timeline no name is cut while a row holds it, none covers another, and each stands by its own mark",
          "[chart]")
{
    std::mt19937 dice{seed};
    for (auto round = 0; round < 60; ++round) {
        auto const chart = any(dice);
        auto const width = round % 2 == 0 ? 720. : 360.;
        auto const layout = timeline_layout(chart, timeline_chart_days(chart), width, true);
        INFO("round " << round);
        for (auto const& lane : layout.lanes)
            for (auto const& one : lane.marks) {
                auto const title = title_in_lane(*one.mark, *lane.lane);
                INFO(title);
                auto const fits = text_width(title, timeline_letter) <= width - 4 - layout.left;
                REQUIRE((one.name == title) == fits);
                REQUIRE(one.text_from >= layout.left);
                REQUIRE(one.text_to <= width - 4);
                REQUIRE(std::abs(one.text_to - one.text_from - width_of(one)) < 0.01);
                auto const own = apart(label_of(one), one.x, height_of(one));
                for (auto const& other : lane.marks) {
                    if (&other == &one) continue;
                    REQUIRE(own <= apart(label_of(one), other.x, height_of(other)));
                    auto const a = label_of(one), b = label_of(other);
                    REQUIRE_FALSE((a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
                }
            }
    }
}

TEST_CASE("a name is kept whole and crosses today's line rather than be dropped for its date", "[chart]")
{
    TimelineChart chart{day("2026-05-01"), {}, {{"x-1", "X-1", {}}}, {}, 0};
    chart.lanes[0].marks = {mark("X-1 PDR", day("2024-08-24"), EntryState::late),
                            mark("X-1 launch", day("2032-06-01"), EntryState::ahead)};
    auto const layout = timeline_layout(chart, timeline_chart_days(chart), 720, true);
    CHECK(layout.lanes[0].marks[0].name == "PDR");
    CHECK(layout.lanes[0].marks[0].date == "24 Aug 2024");
    CHECK(layout.lanes[0].marks[1].name == "launch");
}

TEST_CASE("a high timeline becomes parts of lanes, none higher than a sheet, and none much lower than the others",
          "[chart]")
{
    std::mt19937 dice{seed};
    for (auto round = 0; round < 40; ++round) {
        auto const chart = any(dice);
        auto const layout = timeline_layout(chart, timeline_chart_days(chart), 720, true);
        auto const tallest = 200. + 20 * (round % 20);
        auto const parts = timeline_parts(layout, tallest);
        std::vector<std::size_t> rows(layout.lanes.size());
        for (auto const& part : parts) {
            auto high = 0.;
            for (auto const& strip : part) {
                CHECK(strip.first_row == rows[strip.lane]);
                rows[strip.lane] += strip.rows;
                high += strip.height;
            }
            CHECK(high <= tallest);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i] == layout.lanes[i].rows);
    }
}

}  // namespace sss::timeline_layout_test
