#include "facts/change/changelog.hpp"

#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::changelog_test {

namespace {

TestHistory example()
{
    TestHistory past;
    past.commit("2024-01-10").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "planned = 2024-06-01");
    past.commit("2024-02-20").change("a", "planned = 2024-07-01");
    past.commit("2024-03-05").change("a", "planned = 2024-08-01");
    past.commit("2024-03-06").change("a", "planned = 2024-07-01");
    return past;
}

Changelog by(PeriodUnit unit, bool steps = false, ChangelogStretch const& told = {})
{
    static auto const past = example();
    return make_changelog(past.history, {}, Zone::utc(), {.by = unit, .steps = steps, .told = told});
}

}  // namespace

TEST_CASE("periods are told newest first, and one in which nothing remains is left out", "[reports]")
{
    auto const changelog = by(PeriodUnit::month);
    REQUIRE(changelog.groups.size() == 2);
    CHECK(changelog.groups[0].period.name == "2024-02");
    CHECK(changelog.groups[0].count() == 1);
    CHECK(changelog.groups[1].period.name == "2024-01");
}

TEST_CASE("steps are all told", "[reports]")
{
    auto const changelog = by(PeriodUnit::month, true);
    REQUIRE(changelog.groups.size() == 3);
    CHECK(changelog.groups[0].count() == 2);
    CHECK(changelog.groups[1].count() == 2);
}

TEST_CASE("what came before a stretch still counts the moves", "[reports]")
{
    auto const after_days =
        by(PeriodUnit::month, true, {.first = parse_day("2024-02-15"), .last = parse_day("2024-02-29")});
    REQUIRE(after_days.groups.size() == 1);
    CHECK(after_days.groups[0].sections[0].changes[0].facts.move->ordinal == 2);
    auto const after_commit = by(PeriodUnit::year, false, {.first_commit = 2});
    REQUIRE(after_commit.groups.size() == 1);
    CHECK(after_commit.groups[0].sections[0].changes[0].facts.move->total.days == 61);
}

TEST_CASE("a clock that runs backward opens no period twice", "[reports]")
{
    TestHistory past;
    past.commit("2024-01-10")
        .add("a", "weight = 1")
        .commit("2024-02-10")
        .add("b", "weight = 1")
        .commit("2024-01-20")
        .add("c", "weight = 1");
    auto const changelog = make_changelog(past.history, {}, Zone::utc(), {});
    REQUIRE(changelog.groups.size() == 2);
    CHECK(changelog.groups[1].count() == 2);
}

}  // namespace sss::changelog_test
