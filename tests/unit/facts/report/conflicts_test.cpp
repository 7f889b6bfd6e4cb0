#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::conflicts_test {

namespace {

std::pair<std::string, std::string> one(std::string const& id, std::string const& fields)
{
    return {"milestone/" + id, milestone(id, fields)};
}

/// The conflicts in April 2023 between two states.
std::vector<Conflict> conflicts_after(std::vector<std::pair<std::string, std::string>> const& before,
                                      std::vector<std::pair<std::string, std::string>> const& after)
{
    return Story{}.on("2023-01-02", before).on("2023-04-05", after).report("2023-04").conflicts;
}

}  // namespace

TEST_CASE("who starts before what it needs is over stands in conflict, with the margin", "[report]")
{
    auto const found =
        conflicts_after({one("a", "planned = 2023-05-01\n"), one("b", "planned = 2023-05-10\ndepends_on = [\"a\"]\n")},
                        {one("a", "planned = 2023-05-15\n")});

    REQUIRE(found.size() == 1);
    CHECK(found[0].milestone.id == "b");
    CHECK(found[0].needed.id == "a");
    CHECK(found[0].margin == -5);
    CHECK(found[0].is_new);
}

TEST_CASE("a conflict that stood already is not new", "[report]")
{
    auto const found =
        conflicts_after({one("a", "planned = 2023-05-11\n"), one("b", "planned = 2023-05-10\ndepends_on = [\"a\"]\n")},
                        {one("a", "planned = 2023-05-15\n")});

    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].is_new);
}

TEST_CASE("who needs what failed waits for the one that repeats it", "[report]")
{
    auto const found =
        conflicts_after({one("a", "planned = 2023-03-01\n"), one("b", "planned = 2023-05-10\ndepends_on = [\"a\"]\n")},
                        {one("a", "planned = 2023-03-01\nactual = 2023-03-01\noutcome = \"failed\"\n"),
                         one("a2", "planned = 2023-05-15\nrepeats = \"a\"\n")});

    REQUIRE(found.size() == 1);
    CHECK(found[0].milestone.id == "b");
    CHECK(found[0].needed.id == "a2");
    CHECK(found[0].margin == -5);
    CHECK(found[0].is_new);
}

TEST_CASE("a need that is written down in the period makes a conflict new", "[report]")
{
    auto const found = conflicts_after({one("a", "planned = 2023-05-11\n"), one("b", "planned = 2023-05-10\n")},
                                       {one("b", "planned = 2023-05-10\ndepends_on = [\"a\"]\n")});

    REQUIRE(found.size() == 1);
    CHECK(found[0].is_new);
}

TEST_CASE("the same day, a rough date that may come later, and what is reached are no conflict", "[report]")
{
    CHECK(conflicts_after({one("a", "planned = 2023-05-10\n")},
                          {one("b", "planned = 2023-05-10\ndepends_on = [\"a\"]\n")})
              .empty());
    CHECK(conflicts_after({one("a", "planned = 2023-05-15\n")},
                          {one("b", "planned = \"2023-05\"\ndepends_on = [\"a\"]\n")})
              .empty());
    CHECK(
        conflicts_after({one("a", "actual = 2023-04-02\n")}, {one("b", "planned = 2023-04-01\ndepends_on = [\"a\"]\n")})
            .empty());
}

TEST_CASE("who starts within the days of what it needs overlaps it", "[report]")
{
    auto const found = conflicts_after({one("a", "planned = \"2023-05-10/2023-05-20\"\n")},
                                       {one("b", "planned = \"2023-05-12/2023-05-25\"\ndepends_on = [\"a\"]\n")});

    REQUIRE(found.size() == 1);
    CHECK(found[0].order == Order::overlapping);
    CHECK(found[0].margin == -8);
}

TEST_CASE("needs are followed through undated milestones, and circles of them end", "[report]")
{
    auto const found =
        conflicts_after({one("a", "planned = 2023-05-15\n"), one("b", "depends_on = [\"a\", \"d\"]\n"),
                         one("d", "depends_on = [\"b\"]\n"), one("c", "planned = 2023-05-10\ndepends_on = [\"b\"]\n")},
                        {});

    REQUIRE(found.size() == 1);
    CHECK(found[0].path == std::vector<std::string>{"c", "b", "a"});
}

}  // namespace sss::conflicts_test
