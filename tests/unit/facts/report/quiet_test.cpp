#include "facts/report/quiet.hpp"

#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::quiet_test {

namespace {

/// A milestone that nobody reaches and an action that nobody closes.
struct Waiting : Story {
    Waiting()
    {
        on("2018-01-01", {{"milestone/a", milestone("A", "planned = 2018-06-10\n")},
                          {"meeting/m",
                           "title = \"M\"\nstart = 2018-01-02\n[[action]]\nid = \"a1\"\n"
                           "text = \"Do\"\ndue = 2018-09-10\n"}});
    }
};

bool nothing_new_in(std::string_view period)
{
    return nothing_new(Waiting{}.report(period));
}

}  // namespace

TEST_CASE("a period in which nothing happened and nothing was written brings nothing new", "[quiet]")
{
    CHECK(nothing_new_in("2018-05"));
    CHECK_FALSE(nothing_new_in("2018-01"));
    Waiting written;
    written.on("2018-05-05", {{"milestone/b", milestone("B")}});
    CHECK_FALSE(nothing_new(written.report("2018-05")));
}

TEST_CASE("what falls due without a word is news once", "[quiet]")
{
    CHECK_FALSE(nothing_new_in("2018-06"));
    CHECK(nothing_new_in("2018-07"));
    CHECK_FALSE(nothing_new_in("2018-09"));
    CHECK(nothing_new_in("2018-10"));
    // Its last day is still in time.
    CHECK(nothing_new_in("2018-06-10"));
    CHECK_FALSE(nothing_new_in("2018-06-11"));
    CHECK(nothing_new_in("2018-06-12"));
}

}  // namespace sss::quiet_test
