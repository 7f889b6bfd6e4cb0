#include "print/svg/svg.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace sss::svg_test {

TEST_CASE("numbers of a picture have one decimal at most, and no minus before nothing", "[svg]")
{
    CHECK(px(12) == "12");
    CHECK(px(12.25) == "12.3");
    CHECK(px(-0.04) == "0");
    CHECK(px(-1.26) == "-1.3");
    CHECK(px(1e6) == "1000000");
}

TEST_CASE("a text is as wide as its letters, Chinese ones as wide as they are high", "[svg]")
{
    CHECK(text_width("", 12) == 0);
    CHECK(text_width("卫星", 10) > 20);
    CHECK(text_width("卫星", 10) < 22);
    CHECK(text_width("mm", 10) > 2 * text_width("i", 10));
    CHECK(fitted("Critical design review", 12, 60).ends_with("…"));
    CHECK(text_width(fitted("Critical design review", 12, 60), 12) <= 60);
    CHECK(fitted("CDR", 12, 60) == "CDR");
    CHECK(text_width("\u202e", 10) > 25);  // is written out
}

TEST_CASE("names that would be cut alike are cut in the middle", "[svg]")
{
    std::string const one = "Ground station delivery one";
    std::string const two = "Ground station delivery two";
    CHECK(fitted_apart(one, {one, "Launch"}, 12, 100) == fitted(one, 12, 100));
    auto const apart = fitted_apart(one, {one, two}, 12, 100);
    CHECK(apart.ends_with("one"));
    CHECK(apart.find("…") != std::string::npos);
    CHECK(text_width(apart, 12) <= 100);
    CHECK(fitted_within("关键设计评审一二三", 12, 60).ends_with("三"));
}

TEST_CASE("an upright line stops before what it must not strike through", "[svg]")
{
    Svg svg{"x", 10, 100, "", ""};
    svg.upright(5, 0, 100, {{60, 80}, {10, 30}}, "now");
    auto const picture = svg.finish();
    CHECK(picture.find("y1=\"0\" x2=\"5\" y2=\"10\"") != std::string::npos);
    CHECK(picture.find("y1=\"30\" x2=\"5\" y2=\"60\"") != std::string::npos);
    CHECK(picture.find("y1=\"80\" x2=\"5\" y2=\"100\"") != std::string::npos);
}

TEST_CASE("what a record says is text in a picture, never markup", "[svg]")
{
    Svg svg{"x", 10, 10, "<b>", "a & b"};
    svg.name({0, 0}, "</svg><script>", "\"", "n");
    auto const picture = svg.finish();
    CHECK(picture.find("<script") == std::string::npos);
    CHECK(picture.find("&lt;b&gt;") != std::string::npos);
    CHECK(picture.find("a &amp; b") != std::string::npos);
}

TEST_CASE("labels that want the same place stand below each other around it", "[svg]")
{
    CHECK(spread({50, 50, 50}, 10, 0, 100) == std::vector<double>{40, 50, 60});
    CHECK(spread({90, 10}, 10, 0, 100) == std::vector<double>{90, 10});
    CHECK(spread({0, 0}, 10, 0, 100) == std::vector<double>{5, 15});
    CHECK(spread({100, 99}, 10, 0, 100) == std::vector<double>{95, 85});
}

TEST_CASE("labels never overlap while there is room", "[svg]")
{
    for (auto const count : {1, 5, 9}) {
        std::vector<double> wanted;
        for (auto i = 0; i < count; ++i) wanted.push_back(std::fmod(i * 37.0, 50.0));
        auto places = spread(wanted, 10, 0, 100);
        std::sort(places.begin(), places.end());
        for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i] - places[i - 1] >= 10 - 1e-9);
        CHECK(places.front() >= 5);
        CHECK(places.back() <= 95);
    }
}

TEST_CASE("a label keeps off what is forbidden, and off lines where it can", "[svg]")
{
    LabelPlaces places{0, 0, 200, 100};
    auto const first = places.place({50, 50}, 40, 10, 5, 6, 1000);
    CHECK(first.at.x == 55);
    CHECK(first.at.y == 50);
    auto const second = places.place({50, 50}, 40, 10, 5, 6, 1000);
    CHECK(second.found);
    CHECK((second.anchor != first.anchor || std::abs(second.at.y - first.at.y) >= 10));
    LabelPlaces crossed{0, 0, 200, 100};
    crossed.avoid({60, 50}, {200, 50});
    CHECK(crossed.place({50, 50}, 40, 10, 5, 6, 1000).anchor == Anchor::end);
}

TEST_CASE("where there is no room no place is found", "[svg]")
{
    LabelPlaces places{0, 0, 30, 12};
    CHECK(!places.place({5, 6}, 40, 10, 5, 6, 1000).found);
}

}  // namespace sss::svg_test
