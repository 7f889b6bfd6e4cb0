#include "programme/value.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace sss::value_test {

TEST_CASE("two tables are equal when they say the same in another order", "[value]")
{
    Table const a{{"x", {}, Value{std::int64_t{1}}}, {"y", {}, Value{std::string{"two"}}}};
    Table const b{{"y", {}, Value{std::string{"two"}}}, {"x", {}, Value{std::int64_t{1}}}};

    CHECK(a == b);
}

TEST_CASE("values are equal wherever they stand", "[value]")
{
    CHECK(Value{true, Place{1, 2, 3}} == Value{true, Place{9, 9, 9}});
}

TEST_CASE("an integer is not the float of the same size", "[value]")
{
    CHECK_FALSE(Value{std::int64_t{1}} == Value{1.0});
}

TEST_CASE("not-a-number equals itself, so that an untouched record is no change", "[value]")
{
    auto const nan = std::numeric_limits<double>::quiet_NaN();

    CHECK(Value{nan} == Value{nan});
}

TEST_CASE("the text of a value is a string's or a date's, and nothing else's", "[value]")
{
    CHECK(*Value{std::string{"plain"}}.text() == "plain");
    CHECK(*Value{Temporal{Temporal::Type::date, "2018-04-25"}}.text() == "2018-04-25");
    CHECK(Value{true}.text() == nullptr);
}

}  // namespace sss::value_test
