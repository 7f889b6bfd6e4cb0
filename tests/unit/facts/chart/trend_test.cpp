#include "facts/chart/trend.hpp"

#include "facts/charted.hpp"

#include <catch2/catch.hpp>

namespace sss::trend_test {

namespace {

std::string told(TrendLine const& line)
{
    std::string text = line.id;
    for (auto const& forecast : line.forecasts)
        text += ' ' + iso(forecast.told) + "→" + (forecast.date ? forecast.date->text() : "none");
    return text;
}

std::string told(Trend const& trend)
{
    std::string text;
    for (auto const& line : trend.lines) text += told(line) + '\n';
    return text;
}

}  // namespace

TEST_CASE("a line steps where a commit changed the forecast, and nowhere else", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "title = \"Other\"\nplanned = 2024-05-01");
    past.commit("2024-03-01", "weather").change("a", "title = \"Other\"\nplanned = 2024-06-01");
    auto const found = trend(past.on("2024-04-01"));
    CHECK(told(found) == "a 2024-01-01→2024-05-01 2024-03-01→2024-06-01\n");
    CHECK(found.lines[0].moves == 1);
    CHECK(found.lines[0].days_moved == 31);
    CHECK(found.lines[0].total->days == 31);
    CHECK(found.lines[0].forecasts[1].reason == "weather");
    CHECK(found.lines[0].ends(found.today) == *parse_day("2024-04-01"));
}

TEST_CASE("a reached milestone ends on the day on which it was reached, not when that was written down", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-06-01").change("a", "planned = 2024-05-01\nactual = 2024-05-10");
    auto const found = trend(past.on("2024-07-01"));
    REQUIRE(found.lines.size() == 1);
    CHECK(found.lines[0].end == TrendLine::End::reached);
    CHECK(found.lines[0].ends(found.today) == *parse_day("2024-05-10"));
    CHECK(found.lines[0].learnt == parse_day("2024-06-01"));
    CHECK(found.lines[0].total->days == 9);
}

TEST_CASE("what is given up ends with the commit that says so", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01").add("b", "planned = 2024-06-01");
    past.commit("2024-02-01").change("a", "planned = 2024-05-01\ncancelled = {date = 2024-01-15, reason = \"money\"}");
    past.commit("2024-03-01").remove("b");
    auto const found = trend(past.on("2024-07-01"));
    REQUIRE(found.lines.size() == 2);
    CHECK(found.lines[0].id == "b");
    CHECK(found.lines[0].end == TrendLine::End::removed);
    CHECK(found.lines[0].ends(found.today) == *parse_day("2024-03-01"));
    CHECK(found.lines[1].end == TrendLine::End::cancelled);
    CHECK(found.lines[1].ends(found.today) == *parse_day("2024-02-01"));
}

TEST_CASE("what never had a forecast in time has no line, and is not forgotten", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("undated", "title = \"Undated\"").add("reached", "actual = 2023-05-05");
    past.commit("2024-02-01").add("afterwards", "planned = 2024-01-10\nactual = 2024-01-20");
    auto const found = trend(past.on("2024-07-01"));
    CHECK(found.lines.empty());
    REQUIRE(found.undated.size() == 1);
    CHECK(found.undated[0].id == "undated");
    REQUIRE(found.reached_unplanned.size() == 2);
    CHECK(found.reached_unplanned[0].id == "afterwards");
}

TEST_CASE("what a lost satellite still had to reach ends with the commit that tells of the loss", "[trend]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("launch", "type = \"launch\"\nsatellite = \"s\"\nplanned = 2024-02-01")
        .add("link", "satellite = \"s\"\nplanned = 2024-05-01");
    past.commit("2024-02-03")
        .change(
            "launch",
            "type = \"launch\"\nsatellite = \"s\"\nplanned = 2024-02-01\nactual = 2024-02-01\noutcome = \"failure\"");
    auto const found = trend(past.on("2024-04-01"));
    REQUIRE(found.lines.size() == 2);
    CHECK(found.lines[0].id == "link");
    CHECK(found.lines[0].end == TrendLine::End::dropped);
    CHECK(found.lines[0].given_up == parse_day("2024-02-03"));
    CHECK(found.lines[1].end == TrendLine::End::failed);
}

TEST_CASE("a milestone that was removed and put back has one line", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").remove("a");
    past.commit("2024-02-02").add("a", "planned = 2024-06-01");
    auto const found = trend(past.on("2024-04-01"));
    CHECK(told(found) == "a 2024-01-01→2024-05-01 2024-02-02→2024-06-01\n");
    CHECK(found.lines[0].moves == 1);
}

TEST_CASE("a date that was taken away cuts the line until there is another", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "title = \"A\"");
    past.commit("2024-03-01").change("a", "title = \"A\"\nplanned = 2024-08-01");
    CHECK(told(trend(past.on("2024-04-01"))) == "a 2024-01-01→2024-05-01 2024-02-01→none 2024-03-01→2024-08-01\n");
}

TEST_CASE("a period begins with what stood when it began, and names what it leaves out", "[trend]")
{
    Charted past;
    past.commit("2023-01-01").add("a", "planned = 2024-05-01").add("early", "planned = 2023-02-01");
    past.commit("2023-03-01").change("early", "planned = 2023-02-01\nactual = 2023-02-02");
    past.commit("2024-02-10").change("a", "planned = 2024-06-01");
    past.commit("2024-03-10").change("a", "planned = 2024-07-01");
    auto input = past.on("2024-04-01");
    input.period = days_of("2024-02");
    auto const found = trend(input);
    CHECK(told(found) == "a 2024-02-01→2024-05-01 2024-02-10→2024-06-01\n");
    CHECK(found.lines[0].moves == 1);
    CHECK(found.lines[0].total->days == 31);
    REQUIRE(found.outside.size() == 1);
    CHECK(found.outside[0].id == "early");
}

TEST_CASE("named first are the lines that moved most, of equals the open ones", "[trend]")
{
    Charted past;
    past.commit("2024-01-01")
        .add("still", "planned = 2024-12-01")
        .add("done", "planned = 2024-02-01")
        .add("little", "planned = 2024-08-01")
        .add("much", "planned = 2024-07-01");
    past.commit("2024-02-01")
        .change("done", "planned = 2024-02-01\nactual = 2024-02-01")
        .change("little", "planned = 2024-08-02")
        .change("much", "planned = 2024-09-01");
    auto const found = trend(past.on("2024-03-01"));
    auto const names = [&](std::size_t most) {
        std::string text;
        for (auto const i : most_telling(found, most)) text += found.lines[i].id + ' ';
        return text;
    };
    CHECK(names(1) == "much ");
    CHECK(names(3) == "much little still ");
    CHECK(names(9) == "much little still done ");
}

TEST_CASE("where not all can be named the open ones come first, unless all are wanted alike", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("open", "planned = 2024-08-01").add("done", "planned = 2024-02-01");
    past.commit("2024-01-20").change("done", "planned = 2024-03-01");
    past.commit("2024-03-02").change("done", "planned = 2024-03-01\nactual = 2024-03-01");
    auto const input = past.on("2024-03-05");
    auto const first = [&](TrendScope scope) {
        auto const found = trend(input, scope);
        return found.lines[most_telling(found, 1).front()].id;
    };
    CHECK(first(TrendScope::usual) == "open");
    CHECK(first(TrendScope::all) == "done");
    auto const open = trend(input, TrendScope::open);
    CHECK(open.lines.size() == 1);
    CHECK(open.ended == 1);
}

TEST_CASE("milestones are chosen by what they say last", "[trend]")
{
    Charted past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01\nsatellite = \"x\"").add("b", "planned = 2024-06-01");
    auto input = past.on("2024-02-01");
    input.takes = [](Milestone const& one) { return one.satellite == "x"; };
    CHECK(told(trend(input)) == "a 2024-01-01→2024-05-01\n");
}

TEST_CASE("a plan that was written only after the milestone was given up has no line", "[trend]")
{
    auto const given_up = std::string{"cancelled = {date = 2024-01-02, reason = \"money\"}"};
    Charted past;
    past.commit("2024-01-05").add("a", given_up);
    past.commit("2024-02-10").change("a", given_up + "\nplanned = 2024-07-01");
    auto const found = trend(past.on("2024-03-01"));
    CHECK(found.lines.empty());
    REQUIRE(found.given_up_undated.size() == 1);
    CHECK(found.given_up_undated[0].id == "a");
}

TEST_CASE("a line whose forecasts in a period all came after its end stands outside of it", "[trend]")
{
    auto const given_up = std::string{"cancelled = {date = 2024-02-02, reason = \"money\"}"};
    Charted past;
    past.commit("2024-01-05").add("a", "planned = 2024-06-01");
    past.commit("2024-01-10").change("a", "title = \"A\"");
    past.commit("2024-02-05").change("a", given_up);
    past.commit("2024-02-10").change("a", given_up + "\nplanned = 2024-07-01");
    auto input = past.on("2024-03-01");
    input.period = days_of("2024-02");
    auto const found = trend(input);
    CHECK(found.lines.empty());
    CHECK(found.outside.size() == 1);
}

}  // namespace sss::trend_test
