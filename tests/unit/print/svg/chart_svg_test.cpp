#include "facts/charted.hpp"
#include "print/html/report_figures.hpp"
#include "support/utf8.hpp"

#include <cstring>
#include <pugixml.hpp>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::chart_svg_test {

namespace {

/// Milestones a month apart, each of which slips by some days again and again; every third is reached.
Charted many(int count, std::string const& name)
{
    Charted past;
    auto const planned = [&](int i, int slips) {
        auto const day = *parse_day("2020-03-01") + std::chrono::days{i * 20 + slips * (i % 7) * 9};
        return fmt::format("title = \"{} {}\"\ntype = \"{}\"\nplanned = {}\n{}", name, i,
                           i % 4 == 0 ? "launch" : "review", iso(day),
                           i % 5 == 0 ? fmt::format("satellite = \"s{}\"\n", i % 2) : "");
    };
    past.commit("2020-01-01");
    for (auto i = 0; i < count; ++i) past.add(fmt::format("m{:02}", i), planned(i, 0));
    for (auto slips = 1; slips < 5; ++slips) {
        past.commit(fmt::format("2020-0{}-01", slips + 1));
        for (auto i = 0; i < count; ++i) {
            auto const reached = i % 3 == 0 && slips == 4;
            past.change(fmt::format("m{:02}", i),
                        planned(i, slips) + (reached ? fmt::format("actual = 2020-04-{:02}\n", 1 + i % 28) : ""));
        }
    }
    past.add("kick-off", "start = 2020-01-05\n[[action]]\nid = \"a1\"\ndue = 2020-02-01\n", "meeting");
    return past;
}

struct Box {
    std::string text;
    double left, top, right, bottom;
};

/// The places of a picture's labels: texts in the size of names, measured as the picture measures them.
std::vector<Box> labels(std::string const& svg)
{
    pugi::xml_document document;
    REQUIRE(document.load_string(svg.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single));
    std::vector<Box> boxes;
    for (auto const& found : document.select_nodes("//text[starts-with(., '\u2068')]")) {
        auto const text = found.node();
        // The parts of a high picture stand below each other.
        auto above = 0.;
        auto whole = text;
        while (whole.parent().parent()) whole = whole.parent();
        for (auto part = whole.previous_sibling(); part; part = part.previous_sibling())
            above += part.attribute("height").as_double();
        std::string name = text.first_child().value();
        if (name.ends_with(' ')) name.pop_back();
        // Without the isolating characters around it, which take no room.
        name = name.substr(3, name.size() - 6);
        auto width = text_width(name, 12);
        if (auto const aside = text.child("tspan")) width += 5 + text_width(aside.child_value(), 11);
        auto const ends = std::strcmp(text.attribute("text-anchor").value(), "end") == 0;
        auto const x = text.attribute("x").as_double();
        auto const y = above + text.attribute("y").as_double();
        boxes.push_back({name, ends ? x - width : x, y - 11, ends ? x : x + width, y + 3});
    }
    return boxes;
}

std::string overlaps(std::vector<Box> const& boxes)
{
    std::string found;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            auto const& a = boxes[i];
            auto const& b = boxes[j];
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                found += a.text + " on " + b.text + "; ";
        }
    return found;
}

Period period(std::string_view text)
{
    return std::get<Period>(parse_period(text, *parse_day("2020-05-15")));
}

std::vector<Figure> figures_of(Charted& past)
{
    return report_figures(report_charts(past.on("2020-05-15")));
}

}  // namespace

TEST_CASE("no label covers another, however many milestones there are and in whatever script", "[chart]")
{
    for (auto const* name :
         {"Review", "关键设计评审", "بازبینی طراحی", "A name that is far too long for any chart at all"})
        for (auto const count : {1, 3, 15, 60}) {
            auto past = many(count, name);
            for (auto const& figure : figures_of(past)) {
                INFO(name << ", " << count << ": " << figure.title);
                CHECK(overlaps(labels(figure.svg.markup())).empty());
                for (auto const& box : labels(figure.svg.markup())) {
                    CHECK(box.left >= 0);
                    CHECK(box.right <= 720);
                }
            }
        }
}

TEST_CASE("of many lines fifteen are named, and the reader is told of the others", "[chart]")
{
    auto past = many(60, "Review");
    auto const facts = trend(past.on("2020-05-15"));
    auto const svg = trend_figure(facts, "Test", {}).svg.markup();
    auto const panels = svg.find("The same, by satellite");
    REQUIRE(panels != std::string::npos);
    CHECK(labels(svg.substr(0, svg.rfind("<text", panels)) + "</svg>").size() == 15);
    CHECK(trend_words(facts, {}, terminal_line).picture.front() ==
          "Of 60 lines 15 are named, the open ones that moved most; the other 45 are grey.");
}

TEST_CASE("pictures of one page share no id, and each is named and described", "[chart]")
{
    auto past = many(5, "Review");
    std::set<std::string> ids;
    auto const figures = figures_of(past);
    REQUIRE(figures.size() == 4);
    for (auto const& figure : figures) {
        pugi::xml_document document;
        REQUIRE(document.load_string(figure.svg.markup().c_str()));
        auto const svg = document.child("svg");
        CHECK(std::string{svg.attribute("role").value()} == "img");
        CHECK(!std::string{svg.child_value("title")}.empty());
        CHECK(!std::string{svg.child_value("desc")}.empty());
        for (auto const& one : document.select_nodes("//*[@id]"))
            CHECK(ids.insert(one.node().attribute("id").value()).second);
        CHECK(!figure.table.empty());
    }
}

TEST_CASE("a page says what its picture does not name", "[chart]")
{
    auto past = many(60, "Review");
    auto const figures = figures_of(past);
    REQUIRE(figures.size() == 4);
    CHECK(figures[0].caption.find("the other 45 are grey") != std::string::npos);
    CHECK(figures[0].svg.markup().find(">not named</text>") != std::string::npos);
    CHECK(figures[0].svg.markup().find("The table") == std::string::npos);
}

TEST_CASE("a picture's description does not repeat what stands below it", "[chart]")
{
    auto past = many(5, "Review");
    for (auto const& figure : figures_of(past)) {
        pugi::xml_document document;
        REQUIRE(document.load_string(figure.svg.markup().c_str()));
        auto const first = figure.caption.substr(0, figure.caption.find('.'));
        CHECK(std::string{document.child("svg").child_value("desc")}.find(first) == std::string::npos);
    }
}

TEST_CASE("a burn-up is not full while one milestone is missing", "[chart]")
{
    Charted past;
    past.commit("2020-01-01");
    for (auto i = 0; i < 300; ++i)
        past.add(fmt::format("m{}", i),
                 fmt::format("title = \"M\"\nplanned = 2020-02-01\n{}", i > 0 ? "actual = 2020-01-15\n" : ""));
    auto const facts = burnup(past.on("2020-01-20"));
    CHECK(burnup_words(facts, Measure::count, {}, terminal_line).subtitle ==
          "299 of 300 milestones reached (over 99 %) on 20 January 2020, 0 planned by then");
}

TEST_CASE("actions that are all closed are drawn in the report of the days in which they were", "[chart]")
{
    Charted past;
    past.commit("2020-01-01").add("a", "start = 2020-01-05\n[[action]]\nid = \"a1\"\nclosed = 2020-02-03\n", "meeting");
    auto charts = report_charts(past.on("2020-05-15"));
    charts.period = period("2020-02");
    CHECK(report_figures(charts).size() == 1);
    charts.period = period("2020-03");
    CHECK(report_figures(charts).empty());
}

TEST_CASE("the line for today strikes no label through", "[chart]")
{
    for (auto const* name : {"Review", "A name that is far too long for any chart at all"}) {
        auto past = many(60, name);
        auto const svg = timeline_figure(timeline_chart(past.on("2020-05-15")), {}, {}).svg.markup();
        pugi::xml_document document;
        REQUIRE(document.load_string(svg.c_str()));
        auto const lines = document.select_nodes("//line[@class='now']");
        REQUIRE(!lines.empty());
        for (auto const& box : labels(svg))
            for (auto const& found : lines) {
                auto const x = found.node().attribute("x1").as_double();
                auto const from = found.node().attribute("y1").as_double();
                auto const to = found.node().attribute("y2").as_double();
                INFO(box.text);
                CHECK_FALSE((box.left < x && x < box.right && from < box.bottom - 3 && box.top + 3 < to));
            }
    }
}

TEST_CASE("a name in the text is cut only where there is no room for it", "[chart]")
{
    ChartTable const table{{"Milestone", "Moves"},
                           {ChartTable::Column::name, ChartTable::Column::number},
                           {{"Payload integration and end-to-end test at the range", "3"}}};
    CHECK(table_text(table, {.width = 80}).find("at the range") != std::string::npos);
    CHECK(table_text(table, {.width = 50}).find("…") != std::string::npos);
    auto twins = table;
    twins.rows.push_back({"Payload integration and end-to-end test at the pier", "1"});
    CHECK(table_text(twins, {.width = 50}).find("the pier") != std::string::npos);
    CHECK(display_width(table_text(table, {.width = 50}).substr(0, table_text(table, {.width = 50}).find('\n'))) == 50);
}

TEST_CASE("a name within its lane does not say whose it is", "[chart]")
{
    Lane const lane{"sss-1", "SSS-1", {}};
    LaneMark mark{"a", "SSS-1 launch", "launch", {}, Date::of(*parse_day("2020-01-01"))};
    CHECK(title_in_lane(mark, lane) == "launch");
    mark.title = "SSS-10 launch";
    CHECK(title_in_lane(mark, lane) == "SSS-10 launch");
    mark.title = "SSS-1";
    CHECK(title_in_lane(mark, lane) == "SSS-1");
}

TEST_CASE("a title that is markup stays text in picture and table", "[chart]")
{
    Charted past;
    past.commit("2020-01-01").add("a", "title = \"</text><script>x</script>\"\nplanned = 2020-06-01");
    for (auto const& figure : figures_of(past)) {
        CHECK(figure.svg.markup().find("<script") == std::string::npos);
        CHECK(figure.table.markup().find("<script") == std::string::npos);
    }
}

TEST_CASE("a chart with nothing to show is no figure, and its picture says so", "[chart]")
{
    Charted past;
    auto const input = past.on("2020-05-15");
    CHECK(report_figures(report_charts(input)).empty());
    CHECK(trend_figure(trend(input), {}, {}).svg.markup().find("No milestone has had a forecast yet") !=
          std::string::npos);
}

}  // namespace sss::chart_svg_test
