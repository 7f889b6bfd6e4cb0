#include "work/comparing.hpp"

#include "support/error.hpp"
#include "work/checking.hpp"
#include "work/try_programme.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::work_comparing_test {
namespace {

using sss::test::Programme;

TEST_CASE("Two revisions are compared: what moved, and that nothing new is found")
{
    Programme programme;
    std::size_t changes = 0;
    auto const differs =
        compare_states({.range = "HEAD~1..HEAD"}, programme.request, programme.outside(), [&](Difference const& found) {
            changes = found.facts.size();
            REQUIRE(found.findings);
            CHECK(found.findings->appeared.empty());
        });
    CHECK(differs);
    CHECK(changes == 1);
    CHECK_FALSE(compare_states({.range = "HEAD..HEAD"}, programme.request, programme.outside(),
                               [](Difference const& found) { CHECK(found.facts.empty()); }));
}

TEST_CASE("For a message, what is staged is meant and nothing is judged")
{
    Programme programme;
    programme.write("data/milestones/cdr.toml", "title = \"CDR\"\n");
    CHECK_FALSE(compare_states({.for_message = true}, programme.request, programme.outside(),
                               [](Difference const& found) { CHECK_FALSE(found.findings); }));
    CHECK(compare_states({}, programme.request, programme.outside(),
                         [](Difference const& found) { CHECK_FALSE(found.findings->appeared.empty()); }));
}

TEST_CASE("One state cannot be compared with two")
{
    Programme programme;
    CHECK_THROWS_AS(compare_states({.range = "HEAD~1..HEAD", .staged = true}, programme.request, programme.outside(),
                                   [](Difference const&) {}),
                    UsageError);
}

TEST_CASE("A check tells what it looked at, and what is new since a revision")
{
    Programme programme;
    CHECK(check({}, programme.request, programme.outside()).records.size() == 1);
    programme.write("data/milestones/cdr.toml", "title = \"CDR\"\nplanned = 2020-06-15\n");
    auto const broken = check({}, programme.request, programme.outside());
    CHECK(broken.fails());
    CheckRequest since;
    since.state.since = "HEAD";
    CHECK(check(since, programme.request, programme.outside()).findings.size() == 1);
    since.paths = {"sss.toml"};
    since.state.since.clear();
    CHECK(check(since, programme.request, programme.outside()).findings.empty());
}

}  // namespace
}  // namespace sss::work_comparing_test
