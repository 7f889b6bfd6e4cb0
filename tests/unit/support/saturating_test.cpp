#include "support/saturating.hpp"

#include <catch2/catch.hpp>

namespace sss::saturating_test {

TEST_CASE("a sum beyond what can be told is the nearest number that can", "[support]")
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    CHECK(saturating_sum(2, 3) == 5);
    CHECK(saturating_sum(most, most) == most);
    CHECK(saturating_sum(least, -1) == least);
    CHECK(saturating_sum(most, least) == -1);
    CHECK(saturating_difference(2, 3) == -1);
    CHECK(saturating_difference(0, least) == most);
    CHECK(saturating_difference(-1, least) == most);
    CHECK(saturating_difference(least, 1) == least);
}

}  // namespace sss::saturating_test
