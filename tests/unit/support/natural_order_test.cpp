#include "support/natural_order.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace sss::natural_order_test {

TEST_CASE("names are ordered as people count", "[support]")
{
    std::vector<std::string> names{"sss-10", "sss-2b", "sss-1", "sss-2a", "sss", "sss-2"};
    std::ranges::sort(names, [](auto const& a, auto const& b) { return natural_order(a, b) < 0; });
    CHECK(names == std::vector<std::string>{"sss", "sss-1", "sss-2", "sss-2a", "sss-2b", "sss-10"});
}

TEST_CASE("numbers of any length are compared, and zeros before them only where nothing else differs", "[support]")
{
    CHECK((natural_order("99999999999999999999999", "100000000000000000000000") < 0));
    CHECK((natural_order("007", "8") < 0));
    CHECK((natural_order("07", "7") < 0));
    CHECK((natural_order("07a", "7b") < 0));
    CHECK((natural_order("7", "7") == 0));
}

}  // namespace sss::natural_order_test
