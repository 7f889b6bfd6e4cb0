#include "print/html/colour.hpp"

#include <catch2/catch.hpp>

namespace sss::colour_test {

TEST_CASE("contrast is that of WCAG 2.2", "[html]")
{
    CHECK(contrast("#000000", "#ffffff") == Approx(21));
    CHECK(contrast("#777777", "#ffffff") == Approx(4.48).margin(0.01));
    CHECK(contrast("#ffffff", "#ffffff") == Approx(1));
}

TEST_CASE("a colour that can be read stays, another one moves until it can", "[html]")
{
    CHECK(readable_on("#0b5394", "#ffffff") == "#0b5394");
    for (auto const* colour : {"#ffff00", "#ffffff", "#000000", "#0b5fff", "#888888"})
        for (auto const* paper : {"#ffffff", "#14181d"}) {
            INFO(colour << " on " << paper);
            CHECK(contrast(readable_on(colour, paper), paper) >= 4.5);
        }
    CHECK(readable_on("#00ff00", "#ffffff") != "#000000");
}

}  // namespace sss::colour_test
