#include "facts/publication/record_address.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::record_address_test {

TEST_CASE("an ordinary id stands in its address as it is", "[publication]")
{
    CHECK(record_address("milestones", "sss-1-cdr", ".html") == "milestones/sss-1-cdr.html");
    CHECK(record_address("rules", "CVE-2024.v1_2", ".json") == "rules/CVE-2024.v1_2.json");
    CHECK(record_address("rules", "a/b/c", ".html") == "rules/a/b/c.html");
}

TEST_CASE("what could act, hide or lead away in an address is written by its code", "[publication]")
{
    CHECK(record_address("things", "../x", ".html") == "things/~2e./x.html");
    CHECK(record_address("things", ".hidden", ".html") == "things/~2ehidden.html");
    CHECK(record_address("things", "_draft", ".html") == "things/~5fdraft.html");
    CHECK(record_address("things", "a b?c#d%", ".html") == "things/a~20b~3fc~23d~25.html");
    CHECK(record_address("things", "~20", ".html") == "things/~7e20.html");
    CHECK(record_address("things", "\xc3\xbc\x1b", ".html") == "things/~c3~bc~1b.html");
}

TEST_CASE("long ids that begin alike have two addresses, short enough for a disk", "[publication]")
{
    std::string const beginning(300, 'a');
    auto const one = record_address("things", beginning + 'b', ".html");
    auto const other = record_address("things", beginning + 'c', ".html");

    CHECK(one != other);
    CHECK(one.size() < 200);
    CHECK(one == record_address("things", beginning + 'b', ".html"));
}

}  // namespace sss::record_address_test
