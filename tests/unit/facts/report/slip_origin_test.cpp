#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::slip_origin_test {

namespace {

std::string plan(std::string const& date, std::string const& needs = {})
{
    return "planned = " + date + "\ndepends_on = [" + needs + "]\n";
}

using Records = std::vector<std::pair<std::string, std::string>>;

Records named(std::vector<std::pair<std::string, std::string>> const& fields)
{
    Records records;
    for (auto const& [id, text] : fields) records.emplace_back("milestone/" + id, milestone(id, text));
    return records;
}

/// The moves of April 2023 between two states.
MovedDates moved_between(std::vector<std::pair<std::string, std::string>> const& before,
                         std::vector<std::pair<std::string, std::string>> const& after)
{
    return Story{}.on("2023-01-02", named(before)).on("2023-04-05", named(after)).report("2023-04").moved;
}

SlipOrigin origin_of(MovedDates const& moved, std::string const& id)
{
    return std::ranges::find(moved.slipped, id, &Moved::id)->origin;
}

void adds_up(MovedDates const& moved)
{
    int days = 0, inherited = 0, own = 0, unknown = 0;
    for (auto const& entry : moved.slipped) {
        CHECK(entry.origin.inherited + entry.origin.own + entry.origin.unknown == entry.slip.days);
        CHECK(std::min({entry.origin.inherited, entry.origin.own, entry.origin.unknown}) >= 0);
        days += entry.slip.days;
        inherited += entry.origin.inherited;
        own += entry.origin.own;
        unknown += entry.origin.unknown;
    }
    CHECK(moved.totals.days == days);
    CHECK(moved.totals.inherited == inherited);
    CHECK(moved.totals.own == own);
    CHECK(moved.totals.unknown == unknown);
    CHECK(days == inherited + own + unknown);
}

}  // namespace

TEST_CASE("a slip that needs nothing is all its own", "[report]")
{
    auto const moved = moved_between({{"a", plan("2023-05-01")}}, {{"a", plan("2023-05-11")}});

    CHECK(origin_of(moved, "a").own == 10);
    CHECK(origin_of(moved, "a").inherited == 0);
}

TEST_CASE("what is needed and slips is inherited, less the margin that was there", "[report]")
{
    auto const moved = moved_between({{"a", plan("2023-05-01")}, {"b", plan("2023-05-04", "\"a\"")}},
                                     {{"a", plan("2023-05-11")}, {"b", plan("2023-05-15", "\"a\"")}});
    auto const origin = origin_of(moved, "b");

    CHECK(origin.inherited == 7);  // ten days, less three of margin
    CHECK(origin.own == 4);
    CHECK(origin.because == "a");
    adds_up(moved);
}

TEST_CASE("no more is inherited than slipped", "[report]")
{
    auto const moved = moved_between({{"a", plan("2023-05-01")}, {"b", plan("2023-05-01", "\"a\"")}},
                                     {{"a", plan("2023-06-01")}, {"b", plan("2023-05-03", "\"a\"")}});

    CHECK(origin_of(moved, "b").inherited == 2);
    CHECK(origin_of(moved, "b").own == 0);
    adds_up(moved);
}

TEST_CASE("an old conflict that a move repairs is its own", "[report]")
{
    auto const moved = moved_between({{"a", plan("2023-05-10")}, {"b", plan("2023-05-01", "\"a\"")}},
                                     {{"a", plan("2023-05-12")}, {"b", plan("2023-05-12", "\"a\"")}});

    CHECK(origin_of(moved, "b").inherited == 2);
    CHECK(origin_of(moved, "b").own == 9);
}

TEST_CASE("of two that are needed the one that forced most counts", "[report]")
{
    auto const moved = moved_between(
        {{"a", plan("2023-05-01")}, {"b", plan("2023-05-01")}, {"c", plan("2023-05-01", "\"a\", \"b\"")}},
        {{"a", plan("2023-05-03")}, {"b", plan("2023-05-06")}, {"c", plan("2023-05-06", "\"a\", \"b\"")}});

    CHECK(origin_of(moved, "c").inherited == 5);
    CHECK(origin_of(moved, "c").because == "b");
    adds_up(moved);
}

TEST_CASE("slips go down a chain, and an undated one in between passes them on", "[report]")
{
    auto const moved =
        moved_between({{"a", plan("2023-05-01")}, {"b", "depends_on = [\"a\"]\n"}, {"c", plan("2023-05-01", "\"b\"")}},
                      {{"a", plan("2023-05-09")}, {"b", "depends_on = [\"a\"]\n"}, {"c", plan("2023-05-09", "\"b\"")}});

    CHECK(origin_of(moved, "c").inherited == 8);
    CHECK(origin_of(moved, "c").because == "b");
}

TEST_CASE("one that was reached late has slipped too", "[report]")
{
    auto const moved =
        moved_between({{"a", plan("2023-04-01")}, {"b", plan("2023-05-01", "\"a\"")}},
                      {{"a", plan("2023-04-01") + "actual = 2023-05-04\n"}, {"b", plan("2023-05-05", "\"a\"")}});

    CHECK(origin_of(moved, "b").inherited == 3);
    CHECK(origin_of(moved, "b").own == 1);
}

TEST_CASE("what a rough date forced is not known, and is not guessed", "[report]")
{
    auto const moved = moved_between({{"a", plan("\"2023-05\"")}, {"b", plan("2023-05-31", "\"a\"")}},
                                     {{"a", plan("\"2023-06\"")}, {"b", plan("2023-06-20", "\"a\"")}});
    auto const origin = origin_of(moved, "b");

    CHECK(origin.unknown == 20);
    CHECK(origin.why_unknown == SlipOrigin::Unknown::rough);
    adds_up(moved);
}

TEST_CASE("a rough date that did not move forced nothing", "[report]")
{
    auto const moved = moved_between({{"a", plan("\"2023-05\"")}, {"b", plan("2023-05-20", "\"a\"")}},
                                     {{"a", plan("\"2023-05\"")}, {"b", plan("2023-06-20", "\"a\"")}});

    CHECK(origin_of(moved, "b").own == 31);
}

TEST_CASE("in a circle nobody can tell who pushed whom", "[report]")
{
    auto const moved = moved_between({{"a", plan("2023-05-01", "\"b\"")}, {"b", plan("2023-05-01", "\"a\"")}},
                                     {{"a", plan("2023-05-09", "\"b\"")}, {"b", plan("2023-05-09", "\"a\"")}});

    CHECK(origin_of(moved, "a").unknown == 8);
    CHECK(origin_of(moved, "a").why_unknown == SlipOrigin::Unknown::circle);
    adds_up(moved);
}

TEST_CASE("a chain that follows as it must inherits all and owns nothing", "[report]")
{
    // What cascade() says of a moving to 15 May: b has two days of margin and c none.
    auto const moved = moved_between(
        {{"a", plan("2023-05-01")}, {"b", plan("2023-05-03", "\"a\"")}, {"c", plan("2023-05-03", "\"b\"")}},
        {{"a", plan("2023-05-15")}, {"b", plan("2023-05-15", "\"a\"")}, {"c", plan("2023-05-15", "\"b\"")}});

    CHECK(origin_of(moved, "a").own == 14);
    CHECK(origin_of(moved, "b").inherited == 12);
    CHECK(origin_of(moved, "b").own == 0);
    CHECK(origin_of(moved, "c").inherited == 12);
    CHECK(origin_of(moved, "c").own == 0);
    adds_up(moved);
}

TEST_CASE("one that is new in the period inherits what moved since it was added", "[report]")
{
    auto const moved = Story{}
                           .on("2023-01-02", named({{"a", plan("2023-04-11")}}))
                           .on("2023-04-03", named({{"a", plan("2023-04-14")}}))
                           .on("2023-04-04", named({{"a", plan("2023-04-14")}, {"b", plan("2023-04-14", "\"a\"")}}))
                           .on("2023-04-05", named({{"a", plan("2023-04-15")}, {"b", plan("2023-04-15", "\"a\"")}}))
                           .report("2023-04")
                           .moved;

    CHECK(origin_of(moved, "b").inherited == 1);
    CHECK(origin_of(moved, "b").because == "a");
    CHECK(origin_of(moved, "a").own == 4);
    adds_up(moved);
}

TEST_CASE("one that got its date in the period inherits nothing that moved before", "[report]")
{
    auto const moved = Story{}
                           .on("2023-01-02", named({{"a", plan("2023-04-11")}, {"b", "depends_on = [\"a\"]\n"}}))
                           .on("2023-04-03", named({{"a", plan("2023-04-14")}}))
                           .on("2023-04-04", named({{"b", plan("2023-04-14", "\"a\"")}}))
                           .on("2023-04-05", named({{"b", plan("2023-04-15", "\"a\"")}}))
                           .report("2023-04")
                           .moved;

    CHECK(origin_of(moved, "b").own == 1);
    CHECK(origin_of(moved, "b").inherited == 0);
    adds_up(moved);
}

}  // namespace sss::slip_origin_test
