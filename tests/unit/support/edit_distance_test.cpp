#include "support/edit_distance.hpp"

#include <catch2/catch.hpp>

using namespace sss;

TEST_CASE("each kind of slip counts one", "[edit-distance]")
{
    CHECK(edit_distance("kitten", "kitten", 3) == 0);
    CHECK(edit_distance("kiten", "kitten", 3) == 1);
    CHECK(edit_distance("kittten", "kitten", 3) == 1);
    CHECK(edit_distance("kotten", "kitten", 3) == 1);
    CHECK(edit_distance("iktten", "kitten", 3) == 1);
}

TEST_CASE("beyond the limit the distance is not counted on", "[edit-distance]")
{
    CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
    CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}

TEST_CASE("the word that was meant is found", "[edit-distance]")
{
    std::vector<std::string> const known = {"planned", "baseline", "beihang", "launch_date", "satellite", "actual"};

    CHECK(nearest("behang", known) == "beihang");
    CHECK(nearest("planed", known) == "planned");
    CHECK(nearest("Planned", known) == "planned");
    CHECK(nearest("launch-date", known) == "launch_date");
    CHECK(nearest("sat", known) == "satellite");
}

TEST_CASE("a word that is near to nothing gets no suggestion", "[edit-distance]")
{
    std::vector<std::string> const known = {"planned", "id", "x"};

    CHECK_FALSE(nearest("weather", known));
    CHECK_FALSE(nearest("ab", known));
    CHECK_FALSE(nearest("y", known));
    CHECK_FALSE(nearest("", known));
}

TEST_CASE("of several near words the nearest wins, and of equals the first", "[edit-distance]")
{
    CHECK(nearest("sss-1", std::vector<std::string>{"sss-2a", "sss-2"}) == "sss-2");
    CHECK(nearest("sss-3", std::vector<std::string>{"sss-1", "sss-2"}) == "sss-1");
}
