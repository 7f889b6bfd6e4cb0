#include "print/timeline.hpp"

#include "facts/chart/timeline.hpp"
#include "facts/query.hpp"
#include "print/json_check.hpp"

#include <fstream>

#include <catch2/catch.hpp>

namespace sss::timeline_test {

namespace {

auto const today = *parse_day("2023-04-20");

Query const& programme()
{
    static Query const query{
        {{"organisation/ada", "name = \"Ada University\"\ntype = \"university\"\n"},
         {"satellite/sss-1", "name = \"SSS-1\"\nclass = \"micro\"\n"},
         {"milestone/done",
          "title = \"Done\"\ntype = \"review\"\nsatellite = \"sss-1\"\nplanned = 2023-02-01\nactual = "
          "2023-03-01\noutcome = \"passed\"\n"},
         {"milestone/late", "title = \"Late\"\ntype = \"test\"\nplanned = \"2023-03\"\nowner = \"ada\"\n"},
         {"milestone/vague", "title = \"Vague\"\ntype = \"launch\"\nsatellite = \"sss-1\"\nplanned = \"2023\"\n"},
         {"milestone/exact", "title = \"Exact\"\ntype = \"delivery\"\nplanned = 2023-11-30\n"},
         {"milestone/nowhere", "title = \"Nowhere\"\ntype = \"test\"\n"},
         {"milestone/gone",
          "title = \"Gone\"\ntype = \"test\"\nplanned = 2023-06-01\n[cancelled]\ndate = "
          "2023-01-01\nreason = \"no money\"\n"},
         {"milestone/broken", "title = \"Broken\"\ntype = \"test\"\nplanned = \"soon\"\n"},
         {"meeting/long",
          "title = \"Long\"\ntype = \"training\"\nstart = 2023-04-10\nend = 2023-04-25\nhosts = "
          "[\"ada\"]\n[[action]]\nid = \"a1\"\ntext = \"Publish\"\nowner = \"ada\"\ndue = "
          "2023-04-18\n[[action]]\nid = \"a2\"\ntext = \"Translate\"\n"}}};
    return query;
}

std::string told(TimelineFilter const& filter = {})
{
    std::string text;
    auto const line = timeline(programme().records, today, filter);
    for (std::size_t i = 0; i < line.entries.size(); ++i)
        text += (i == line.until_today ? "| " : "") + line.entries[i].id + line.entries[i].action + ' ';
    if (line.until_today == line.entries.size()) text += "| ";
    for (auto const& entry : line.undated) text += "? " + entry.id + entry.action + ' ';
    return text;
}

}  // namespace

TEST_CASE("what a lost or given up satellite still had to reach is no longer awaited, and not cancelled", "[timeline]")
{
    Query const query{
        {{"satellite/a", "name = \"A\"\nclass = \"nano\"\n"},
         {"satellite/b", "name = \"B\"\nclass = \"nano\"\n[cancelled]\ndate = 2023-01-01\nreason = \"x\"\n"},
         {"milestone/a-launch",
          "title = \"A launch\"\ntype = \"launch\"\nsatellite = \"a\"\nactual = 2023-02-01\noutcome = "
          "\"failure\"\n"},
         {"milestone/a-link", "title = \"A link\"\ntype = \"operation\"\nsatellite = \"a\"\nplanned = 2023-03-01\n"},
         {"milestone/b-test", "title = \"B test\"\ntype = \"test\"\nsatellite = \"b\"\nplanned = 2023-04-01\n"}}};
    auto const line = timeline(query.records, today, {});

    REQUIRE(line.entries.size() == 3);
    CHECK(line.entries[0].state == EntryState::failed);
    CHECK(line.entries[1].state == EntryState::dropped);
    CHECK(line.entries[2].state == EntryState::dropped);
}

TEST_CASE("an open plan leaves an entry undated, with the day before which it does not come", "[timeline]")
{
    Query const query{{{"milestone/launch", "title = \"Launch\"\ntype = \"launch\"\nplanned = \"2024-07-16/..\"\n"}}};
    auto const line = timeline(query.records, today, {});

    REQUIRE(line.undated.size() == 1);
    REQUIRE(line.undated[0].not_before);
    CHECK(
        timeline_text(line, read_standard_records(query.records), 80, false).find("Launch (not before 16 July 2024)") !=
        std::string::npos);
}

TEST_CASE("a vague date stands at the place of its last day, and what goes on ends after today", "[timeline]")
{
    CHECK(told() == "done late | long gone exact vague ? nowhere ");
}

TEST_CASE("a timeline is narrowed by satellite, organisation, kind and period", "[timeline]")
{
    CHECK(told({.satellites = {"sss-1"}}) == "done | vague ");
    CHECK(told({.organisations = {"ada"}}) == "late | long ");
    CHECK(told({.milestones = false, .launches = true, .meetings = false}) == "| vague ");
    CHECK(told({.milestones = false, .meetings = false, .actions = true}) == "longa1 | ? longa2 ");
    Period const april{*parse_day("2023-04-01"), *parse_day("2023-04-30"), "2023-04", PeriodUnit::month};
    CHECK(told({.period = april}) == "| long vague ");
}

TEST_CASE("what is late is so from the day after its last day, and says by how much", "[timeline]")
{
    auto const& records = programme().records;
    auto const state = [&](char const* day) {
        auto const line = timeline(records, *parse_day(day), {});
        for (auto const& entry : line.entries)
            if (entry.id == "late") return std::pair{entry.state, entry.days_late};
        return std::pair{EntryState::cancelled, -1};
    };
    CHECK(state("2023-03-31") == std::pair{EntryState::ahead, 0});
    CHECK(state("2023-04-01") == std::pair{EntryState::late, 1});
    CHECK(state("2023-04-20") == std::pair{EntryState::late, 20});
}

TEST_CASE("a record whose date cannot be read is left out and named", "[timeline]")
{
    auto const line = timeline(programme().records, today, {});
    REQUIRE(line.left_out.size() == 1);
    CHECK(line.left_out.front().path == "data/milestones/broken.toml");
}

TEST_CASE("a timeline as text has the years at the left and a line for today", "[timeline]")
{
    auto const& records = programme().records;
    CHECK(timeline_text(timeline(records, today, {}), read_standard_records(records), 100, false) ==
          "2023  1 March      ● Done   passed\n"
          "      March        ! Late   20 days late, Ada University\n"
          "      ── today, 20 April 2023 ──\n"
          "2023  10–25 April  · Long\n"
          "      1 June       × Gone   cancelled\n"
          "      30 November  ○ Exact  in 224 days\n"
          "      2023         ○ Vague  this year\n"
          "\n"
          "Undated: Nowhere\n"
          "\n"
          "1 record is left out or told in part (data/milestones/broken.toml: a date in it cannot be read).\n"
          "`sss validate` tells more.\n");
}

TEST_CASE("a timeline as JSON keeps its schema", "[timeline]")
{
    std::ifstream file{SSS_SOURCE_DIR "/schemas/output/timeline.schema.json"};
    auto const schema = nlohmann::json::parse(file);
    auto const document = nlohmann::json::parse(timeline_json(timeline(programme().records, today, {})));
    CHECK(first_breach(schema, schema, document) == "");
}

}  // namespace sss::timeline_test
