#include "words/said.hpp"

#include "support/zone.hpp"

#include <variant>

#include <catch2/catch.hpp>

namespace sss::said_test {

TEST_CASE("our own words flow into one piece, and a name stays one of its own", "[said]")
{
    auto const said = "Next: " + as_name("<b>") + ", planned" + " for " +
                      as_time(Date::of(parse_day("2023-04-12").value()), "12 April");

    REQUIRE(said.parts().size() == 4);
    CHECK(said.parts()[0] == SaidPart{SaidPart::Is::words, "Next: "});
    CHECK(said.parts()[1] == SaidPart{SaidPart::Is::name, "<b>"});
    CHECK(said.parts()[2] == SaidPart{SaidPart::Is::words, ", planned for "});
    CHECK(said.parts()[3] == SaidPart{SaidPart::Is::time, "12 April", "2023-04-12"});
    CHECK(in_plain(said) == "Next: <b>, planned for 12 April");
}

TEST_CASE("nothing said is no piece", "[said]")
{
    CHECK(Said{}.empty());
    CHECK(Said{""}.empty());
    CHECK(as_name("").empty());
    CHECK(joined(Said{}, ", ", as_name("a")) == as_name("a"));
    CHECK(in_plain(joined("x", ", ", as_name("a"))) == "x, a");
}

TEST_CASE("what is said twice of itself ends", "[said]")
{
    Said said = "a" + as_name("b");
    said += said;
    CHECK(in_plain(said) == "abab");
}

TEST_CASE("a sentence begins with a capital, and a name as its people write it", "[said]")
{
    CHECK(in_plain(with_capital("no date moved")) == "No date moved");
    CHECK(in_plain(with_capital(as_name("sss-1") + " slipped")) == "sss-1 slipped");
    CHECK(with_capital(Said{}).empty());
}

TEST_CASE("a date that no machine form tells is said in words alone", "[said]")
{
    for (auto const* text : {"2018-Q4", "2018-H2", "2018-04~", "2021-12-01/2021-12-10"})
        CHECK(as_time(std::get<Date>(parse_date(text, Zone::utc())), "then").parts().front().is == SaidPart::Is::words);
    for (auto const* text : {"2018", "2018-04", "2018-04-25"})
        CHECK(as_time(std::get<Date>(parse_date(text, Zone::utc())), "then").parts().front().machine == text);
}

TEST_CASE("so many names are told, and how many more there are", "[said]")
{
    std::vector<Said> const names{as_name("a"), as_name("b"), as_name("c"), as_name("d")};
    CHECK(in_plain(some_names(names, 2)) == "a, b and 2 more");
    CHECK(in_plain(some_names(names, 3)) == "a, b, c and d");
    CHECK(some_names(std::vector<Said>{}, 2).empty());
}

}  // namespace sss::said_test
