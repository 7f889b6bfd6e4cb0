#include "words/words.hpp"

#include <catch2/catch.hpp>

namespace sss::words_test {

TEST_CASE("one record, two records", "[words]")
{
    CHECK(count(0, "record") == "0 records");
    CHECK(count(1, "record") == "1 record");
    CHECK(count(2, "record") == "2 records");
    CHECK(count(-1, "day") == "−1 day");
    CHECK(count(2, "query", "queries") == "2 queries");
    CHECK(count(1, "query", "queries") == "1 query");
}

TEST_CASE("a signed number says which way", "[words]")
{
    CHECK(signed_text(45) == "+45");
    CHECK(signed_text(-14) == "−14");
    CHECK(signed_text(0) == "0");
}

TEST_CASE("ordinals are words up to ten", "[words]")
{
    CHECK(ordinal(1) == "first");
    CHECK(ordinal(10) == "tenth");
    CHECK(ordinal(11) == "11th");
    CHECK(ordinal(12) == "12th");
    CHECK(ordinal(13) == "13th");
    CHECK(ordinal(21) == "21st");
    CHECK(ordinal(22) == "22nd");
    CHECK(ordinal(23) == "23rd");
    CHECK(ordinal(111) == "111th");
    CHECK(ordinal(101) == "101st");
}

TEST_CASE("a sentence starts with a capital", "[words]")
{
    CHECK(capitalised("about April") == "About April");
    CHECK(capitalised("") == "");
    CHECK(capitalised("é") == "é");
}

TEST_CASE("A quantity has its thousands apart")
{
    CHECK(number_text(999) == "999");
    CHECK(number_text(1000) == "1,000");
    CHECK(number_text(1234567) == "1,234,567");
    CHECK(signed_text(-12345) == "\u221212,345");
    CHECK(signed_text(-999) == "\u2212999");
    CHECK(count(1304, "day") == "1,304 days");
}

}  // namespace sss::words_test
