#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::rids_test {

namespace {

std::pair<std::string, std::string> review(std::string const& id, std::string const& start,
                                           std::string const& satellites, std::string const& rids)
{
    return {"meeting/" + id, "title = \"" + id + "\"\ntype = \"review\"\nstart = " + start + "\nsatellites = [" +
                                 satellites + "]\n[rids]\n" + rids};
}

}  // namespace

TEST_CASE("review items are summed over the meetings of the period", "[report]")
{
    auto const rids = Story{}
                          .on("2023-01-02", {review("old", "2023-01-01", "", "raised = 1\n")})
                          .on("2023-04-20", {review("one", "2023-04-02", "", "raised = 10\nclosed = 4\n"),
                                             review("two", "2023-04-12", "", "raised = 5\ncarried_over = 6\n")})
                          .report("2023-04")
                          .rids;

    CHECK(rids.total == Rids{15, 4, std::nullopt});
    CHECK(rids.meetings.size() == 2);
}

TEST_CASE("review items of meetings held before the period are told apart from its own", "[report]")
{
    auto const rids = Story{}
                          .on("2023-01-02", {somebody})
                          .on("2023-04-20", {review("one", "2023-04-02", "", "raised = 10\n"),
                                             review("two", "2023-03-12", "", "raised = 5\ncarried_over = 6\n")})
                          .report("2023-04")
                          .rids;

    CHECK(rids.held == Rids{10, {}, {}});
    CHECK(rids.earlier == Rids{5, {}, 6});
    CHECK(rids.total == Rids{15, {}, {}});
}

TEST_CASE("what is carried over from meeting to meeting is no sum", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02", {somebody})
            .on("2023-04-20", {review("one", "2023-04-02", "\"s1\"", "raised = 10\nclosed = 2\n"),
                               review("two", "2023-04-12", "\"s1\"", "raised = 0\nclosed = 1\ncarried_over = 8\n"),
                               review("three", "2023-04-13", "\"s1\"", "raised = 0\nclosed = 1\ncarried_over = 7\n")})
            .report("2023-04")
            .rids;

    CHECK(rids.total == Rids{10, 4, {}});
    CHECK(rids.left_open == 6);
}

TEST_CASE("what a review of two satellites left open is not counted again where one of them met since", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02", {review("both", "2022-01-01", "\"s1\", \"s2\"", "raised = 10\nclosed = 0\n"),
                               review("one", "2022-02-01", "\"s1\"", "raised = 0\nclosed = 4\ncarried_over = 10\n")})
            .report("2023-04")
            .rids;

    CHECK(rids.left_open == 6);
    CHECK(rids.untold == 1);
    CHECK(rids.shared.empty());
}

TEST_CASE("what a review of two satellites left open is told of the one that has not met since", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02", {{"satellite/s2", "name = \"S2\"\n"},
                               review("both", "2022-01-01", "\"s1\", \"s2\"", "raised = 10\nclosed = 4\n"),
                               review("one", "2022-02-01", "\"s1\"", "raised = 5\nclosed = 5\n")})
            .report("2023-04")
            .rids;

    REQUIRE(rids.shared.size() == 1);
    CHECK(rids.shared[0].left_open == 6);
    CHECK(rids.shared[0].satellites == std::vector<std::string>{"S2"});
    CHECK(rids.left_open == 0);
}

TEST_CASE("what the last review of a satellite left open is carried over and raised, less closed", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02",
                {{"satellite/s1", "name = \"S1\"\n"},
                 review("first", "2022-01-01", "\"s1\"", "raised = 100\nclosed = 0\n"),
                 review("last", "2022-06-01", "\"s1\"", "raised = 10\nclosed = 70\ncarried_over = 100\n")})
            .report("2023-04")
            .rids;

    REQUIRE(rids.latest.size() == 1);
    CHECK(rids.latest[0].left_open == 40);
    CHECK(rids.latest[0].satellites == std::vector<std::string>{"S1"});
    CHECK(rids.left_open == 40);
    CHECK_FALSE(rids.total);
}

TEST_CASE("a review of several satellites is told once", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02", {review("both", "2022-01-01", "\"s1\", \"s2\"", "raised = 9\nclosed = 2\n")})
            .report("2023-04")
            .rids;

    CHECK(rids.latest.size() == 1);
    CHECK(rids.left_open == 7);
}

TEST_CASE("where the minutes do not say how many were closed, nobody can tell what is left", "[report]")
{
    auto const rids = Story{}
                          .on("2023-01-02", {review("a", "2022-01-01", "\"s1\"", "raised = 9\n"),
                                             review("b", "2022-01-01", "\"s2\"", "raised = 1\nclosed = 2\n")})
                          .report("2023-04")
                          .rids;

    CHECK_FALSE(rids.left_open);
    CHECK(rids.untold == 2);
}

TEST_CASE("a meeting belongs to the satellites on whose milestones it decides", "[report]")
{
    auto const rids =
        Story{}
            .on("2023-01-02",
                {{"milestone/m", milestone("m", "satellite = \"s1\"\n")},
                 {"meeting/a", "title = \"a\"\nstart = 2022-01-01\nmilestones = [\"m\"]\n[rids]\nraised = 9\n"}})
            .report("2023-04")
            .rids;

    REQUIRE(rids.latest.size() == 1);
    CHECK(rids.latest[0].satellites == std::vector<std::string>{"s1"});
}

TEST_CASE("of review items that were told before only the difference is told", "[report]")
{
    auto const with = [](std::string const& rids) { return review("a", "2023-03-01", "\"s1\"", rids); };
    Story story;
    story.on("2023-01-02", {somebody})
        .on("2023-03-10", {with("raised = 10\nclosed = 3\n")})
        .on("2023-04-10", {with("raised = 10\nclosed = 8\n")})
        .on("2023-05-10", {with("raised = 9\nclosed = 8\n")});

    CHECK(story.report("2023-03").rids.total == Rids{10, 3, std::nullopt});
    CHECK(story.report("2023-04").rids.total == Rids{std::nullopt, 5, std::nullopt});
    CHECK(story.report("2023-04").rids.meetings.front().left_open == 2);
    CHECK(story.report("2023-05").rids.total == Rids{-1, std::nullopt, std::nullopt});
}

TEST_CASE("more review items than can be counted are as many as can be told", "[report]")
{
    auto const many = std::string{"raised = 9223372036854775807\nclosed = 0\ncarried_over = 9\n"};
    auto const rids =
        Story{}
            .on("2023-01-02", {somebody})
            .on("2023-04-10", {review("a", "2023-04-01", "\"s1\"", many), review("b", "2023-04-01", "\"s2\"", many)})
            .report("2023-04")
            .rids;

    CHECK(rids.total.raised == std::numeric_limits<std::int64_t>::max());
    CHECK(rids.left_open == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("review items that are known by a bound stay one in sums and in what is left", "[report]")
{
    using Sense = RoughCount::Sense;
    auto const rids =
        Story{}
            .on("2023-01-02", {{"satellite/s1", "name = \"S1\"\n"}})
            .on("2023-04-20",
                {review("one", "2023-04-02", "\"s1\"", "raised = 335\nclosed = \"~100\"\ncarried_over = \">40\"\n")})
            .report("2023-04")
            .rids;

    CHECK(rids.total == Rids{335, RoughCount{100, Sense::about}, RoughCount{40, Sense::more}});
    REQUIRE(rids.latest.size() == 1);
    CHECK(rids.latest[0].left_open == RoughCount{275, Sense::about});
}

TEST_CASE("bounds that pull apart do not say what is left open", "[report]")
{
    auto const left = [](std::string const& counts) {
        return Story{}
            .on("2023-01-02", {{"satellite/s1", "name = \"S1\"\n"}})
            .on("2023-04-20", {review("one", "2023-04-02", "\"s1\"", counts)})
            .report("2023-04")
            .rids.latest.at(0)
            .left_open;
    };
    CHECK_FALSE(left("raised = \">50\"\nclosed = \">40\"\n"));
    CHECK_FALSE(left("raised = \"~40\"\nclosed = \">40\"\n"));
    CHECK_FALSE(left("raised = 40\nclosed = \">40\"\n"));
    CHECK_FALSE(left("raised = \"<50\"\nclosed = 10\ncarried_over = \">3\"\n"));
    CHECK(left("raised = 50\nclosed = \">40\"\n") == RoughCount{10, RoughCount::Sense::fewer});
    CHECK(left("raised = \"~50\"\nclosed = 40\n") == RoughCount{10, RoughCount::Sense::about});
}

}  // namespace sss::rids_test
