#include "programme/rough_count.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace sss::rough_count_test {
using Sense = RoughCount::Sense;

TEST_CASE("a count is a number, a bound or about", "[count]")
{
    CHECK(read_count(Value{std::int64_t{40}}) == RoughCount{40});
    CHECK(read_count(Value{std::string{">40"}}) == RoughCount{40, Sense::more});
    CHECK(read_count(Value{std::string{"<40"}}) == RoughCount{40, Sense::fewer});
    CHECK(read_count(Value{std::string{"~40"}}) == RoughCount{40, Sense::about});
    for (auto const* text :
         {"", ">", "40", "=40", ">-4", "> 40", ">40 ", "more than 40", ">4.5", ">99999999999999999999"})
        CHECK_FALSE(read_count(Value{std::string{text}}));
    CHECK_FALSE(read_count(Value{std::int64_t{-1}}));
    CHECK(read_count(Value{4.0}) == RoughCount{4});  // JSON Schema knows no difference
    CHECK_FALSE(read_count(Value{4.5}));
}

TEST_CASE("a count is written as it was read", "[count]")
{
    for (auto const* text : {">40", "<0", "~7"}) CHECK(read_count(Value{std::string{text}})->text() == text);
    CHECK(RoughCount{40}.text() == "40");
}

TEST_CASE("a sum and a difference say no more than their parts do", "[count]")
{
    auto const exactly = RoughCount{335};
    auto const more = RoughCount{40, Sense::more}, fewer = RoughCount{40, Sense::fewer},
               about = RoughCount{40, Sense::about};
    CHECK(sum(exactly, more) == RoughCount{375, Sense::more});
    CHECK(sum(more, exactly) == RoughCount{375, Sense::more});
    CHECK(sum(more, more) == RoughCount{80, Sense::more});
    CHECK(sum(more, fewer) == RoughCount{80, Sense::about});
    CHECK(sum(about, more) == RoughCount{80, Sense::about});
    CHECK(difference(exactly, more) == RoughCount{295, Sense::fewer});
    CHECK(difference(exactly, fewer) == RoughCount{295, Sense::more});
    CHECK(difference(more, more) == RoughCount{0, Sense::about});
    CHECK(difference(more, fewer) == RoughCount{0, Sense::more});
    auto const most = std::numeric_limits<std::int64_t>::max();
    CHECK(sum(RoughCount{most}, more) == RoughCount{most, Sense::more});
}

}  // namespace sss::rough_count_test
