#include "words/change_words.hpp"

#include "history/net.hpp"
#include "history/try_history.hpp"
#include "support/zone.hpp"

#include <catch2/catch.hpp>

namespace sss::change_words_test {

namespace {

/// What is said of a record that stood for months and then changed.
std::string said(std::string_view before, std::string_view after, std::string_view kind = "milestone",
                 WordDetail detail = WordDetail::full)
{
    TestHistory past;
    past.commit("2024-01-01").add("a", before, kind).commit("2024-06-01").change("a", after, "", kind);
    auto const facts = change_facts(std::span{past.history.changes}.subspan(1), moves(past.history, 7), Zone::utc());
    Records const records;
    std::string all;
    for (auto const& sentence : ChangeWords{records, detail}.sentences(facts.front()))
        all += (all.empty() ? "" : "; ") + sentence;
    return all;
}

std::string said_of_new(std::string_view toml, std::string_view kind = "milestone")
{
    TestHistory past;
    past.commit("2024-01-01").add("a", toml, kind);
    auto const facts = change_facts(past.history.changes, {}, Zone::utc());
    Records const records;
    return ChangeWords{records}.sentences(facts.front()).front();
}

}  // namespace

TEST_CASE("a move says the way and the days", "[render]")
{
    CHECK(said("planned = 2024-05-01", "planned = 2024-06-15") == "1 May → 15 June 2024 (+45 days)");
    CHECK(said("planned = 2024-05-01", "planned = 2024-04-30") == "1 May → 30 April 2024 (−1 day)");
    CHECK(said("planned = 2024-05-01", "") == "no date planned any more (it was 1 May 2024)");
    CHECK(said("", "planned = 2024-05-01") == "planned for 1 May 2024");
}

TEST_CASE("a date that is said again says whether more or less exactly", "[render]")
{
    CHECK(said("planned = \"2024\"", "planned = \"2024-Q4\"") == "planned for Q4 2024, more exactly than before");
    CHECK(said("planned = 2024-11-20", "planned = \"2024-11\"") ==
          "planned for November 2024, less exactly than before");
    CHECK(said("planned = 2024-11-20", "planned = \"2024-11-20~\"") ==
          "planned for about 20 November 2024, less exactly than before");
    CHECK(said("planned = 2024-11-20", "planned = 2024-11-20T10:00:00Z") ==
          "planned for 20 November 2024, 10:00 UTC, more exactly than before");
    // The last day moves, so the plan does.
    CHECK(said("planned = \"2024-11-01/2024-11-10\"", "planned = \"2024-11-01/2024-11-20\"").find("+10 days") !=
          std::string::npos);
}

TEST_CASE("what is reached is said by its type", "[render]")
{
    CHECK(said_of_new("type = \"review\"\nactual = 2024-05-01") == "new milestone, held 1 May 2024");
    CHECK(said_of_new("type = \"launch\"\nactual = 2024-05-01") == "new milestone, launched 1 May 2024");
    CHECK(said_of_new("type = \"contract\"\nactual = 2024-05-01") == "new milestone, signed 1 May 2024");
    CHECK(said_of_new("type = \"review\"\nplanned = \"2024\"") == "new milestone, planned for 2024");
    CHECK(said_of_new("") == "new milestone, no date yet");
    CHECK(said("actual = 2024-05-01", "") == "open again: it no longer counts as reached on 1 May 2024");
}

TEST_CASE("a meeting is new with its days and its city", "[render]")
{
    CHECK(said_of_new("start = 2024-04-16\nend = 2024-04-25\ncity = \"Ankara\"", "meeting") ==
          "new meeting, 16–25 April 2024, Ankara");
    CHECK(said_of_new("start = 2024-04-16", "meeting") == "new meeting, 16 April 2024");
    CHECK(said_of_new("", "meeting") == "new meeting");
}

TEST_CASE("numbers carry their unit, lists say who came and went", "[render]")
{
    CHECK(said("mass_kg = 4", "mass_kg = 3.7", "satellite") == "mass 4 → 3.7 kg");
    CHECK(said("[orbit]\naltitude_km = 500", "[orbit]\naltitude_km = 520", "satellite") ==
          "orbit altitude 500 → 520 km");
    CHECK(said("depends_on = [\"a\", \"b\"]", "depends_on = [\"b\", \"c\"]") == "depends on + c; − a");
}

TEST_CASE("long texts are not quoted whole", "[render]")
{
    CHECK(said("", "notes = \"one\\ntwo\\n\"") == "notes added (2 lines)");
    CHECK(said("notes = \"one\\ntwo\"", "notes = \"one\\nthree\"") == "notes rewritten");
    CHECK(said("notes = \"one\\ntwo\"", "") == "notes dropped");
}

TEST_CASE("in brief, notes and sources are only mentioned beside what weighs more", "[render]")
{
    auto const source = "\n[[sources]]\ntitle = \"S\"\nurl = \"https://s.example\"";
    CHECK(said("weight = 1", std::string{"weight = 2\nnotes = \"x\""} + source, "milestone", WordDetail::brief) ==
          "weight 1 → 2; also notes and 1 source");
    CHECK(said("weight = 1", std::string{"weight = 1"} + source, "milestone", WordDetail::brief) == "source added: S");
}

TEST_CASE("a label is made of the field's path", "[render]")
{
    CHECK(label_of("orbit.altitude_km") == "orbit altitude");
    CHECK(label_of("action[a2].due") == "action a2 due");
    CHECK(label_of("radio[435.8].call_sign") == "radio 435.8 call sign");
}

TEST_CASE("a text becomes one line of at most a width", "[render]")
{
    CHECK(one_line("  a\n\n b\tc ", 100) == "a b c");
    CHECK(one_line("abcdef", 4) == "abc…");
    CHECK(one_line("", 4).empty());
}

}  // namespace sss::change_words_test
