#include "facts/chart/record_lives.hpp"

#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::record_lives_test {

namespace {

auto const today = *parse_day("2025-01-01");

std::string told(History const& history)
{
    std::string text;
    for (auto const& life : record_lives(history, Zone::utc(), today, "milestone")) {
        text += life.record.id + ':';
        for (auto const& version : life.versions) {
            auto const* planned = version.fields ? find(*version.fields, "planned") : nullptr;
            text += ' ' + iso(version.since) + ' ' +
                    (!version.fields      ? "gone"
                     : planned == nullptr ? "undated"
                                          : *planned->text());
        }
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("a record's life tells what it said after each commit, and that it went", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "title = \"A\"");
    past.commit("2024-03-01").remove("a");
    CHECK(told(past.history) == "a: 2024-01-01 2024-05-01 2024-02-01 undated 2024-03-01 gone\n");
}

TEST_CASE("a renamed record has one life, under its last name", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("b", "planned = 2024-06-01", "a");
    CHECK(told(past.history) == "b: 2024-01-01 2024-05-01 2024-02-01 2024-06-01\n");
}

TEST_CASE("a commit that lands later than today counts from today", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-02-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("a", "planned = 2024-06-01");
    past.commit("2031-01-01").change("a", "planned = 2024-07-01");
    CHECK(told(past.history) == "a: 2024-02-01 2024-05-01 2024-02-01 2024-06-01 2025-01-01 2024-07-01\n");
}

TEST_CASE("an id that a rename left free begins another life", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").change("b", "planned = 2024-05-01", "a");
    past.commit("2024-03-01").add("a", "planned = 2024-07-01");
    CHECK(told(past.history) == "a: 2024-03-01 2024-07-01\nb: 2024-01-01 2024-05-01 2024-02-01 2024-05-01\n");
}

TEST_CASE("a record that comes back with another date lives on", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").remove("a");
    past.commit("2024-03-01").add("a", "planned = 2024-07-01");
    CHECK(told(past.history) == "a: 2024-01-01 2024-05-01 2024-02-01 gone 2024-03-01 2024-07-01\n");
}

TEST_CASE("a record that is put back as it was lives on", "[record_lives]")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", "planned = 2024-05-01");
    past.commit("2024-02-01").remove("a");
    past.commit("2024-02-02").add("a", "planned = 2024-05-01");
    CHECK(told(past.history) == "a: 2024-01-01 2024-05-01 2024-02-01 gone 2024-02-02 2024-05-01\n");
}

}  // namespace sss::record_lives_test
