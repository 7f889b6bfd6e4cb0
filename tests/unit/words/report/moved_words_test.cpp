#include "facts/story.hpp"
#include "pages/printed.hpp"
#include "print/json/report_json.hpp"
#include "print/json_check.hpp"
#include "words/report/report_words.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

namespace sss::moved_words_test {

namespace {

std::string planned(std::string const& title, std::string const& date, std::string const& more = {})
{
    return milestone(title, "planned = " + date + '\n' + more);
}

/// What the headline says of moves: its last sentences.
std::string said_of_moves(ProgressReport const& report)
{
    return in_plain(headline(report).back());
}

/// B is dated and stays, C is dated and moves, D loses its date.
ProgressReport dated()
{
    Story story;
    story.on("2023-01-02", {{"milestone/b", milestone("B")},
                            {"milestone/c", milestone("C")},
                            {"milestone/d", planned("D", "2023-05-03")}});
    story.because("the contract");
    story.on("2023-04-10", {{"milestone/b", planned("B", "2023-06-11", "baseline = 2023-06-11\n")},
                            {"milestone/c", planned("C", "2023-06-12")},
                            {"milestone/d", milestone("D")}});
    story.on("2023-04-12", {{"milestone/c", planned("C", "2023-06-14")}});
    return story.report("2023-W15");
}

}  // namespace

TEST_CASE("a first date is told beside the moves, in every format", "[report][render]")
{
    auto const report = dated();

    CHECK(
        said_of_moves(report) ==
        "C slipped this week (+2 days); no other date moved. B got a date, 11 June 2023; D lost its date, 3 May 2023.");
    auto const markdown = report_markdown(report);
    CHECK(markdown.find(
              "| C | no date → 12 → 14 June 2023 | **+2 days** (first move) | dated 12 June 2023: the contract (Ada, "
              "10 April 2023, 0200000); no reason given (Ada, 12 April 2023, 0300000) |") != std::string::npos);
    CHECK(
        markdown.find("| B | no date → 11 June 2023 | got a date, its baseline too | the contract (Ada, 10 April 2023, "
                      "0200000) |") != std::string::npos);
    CHECK(markdown.find(
              "| D | 3 May 2023 → no date | **lost its date** | the contract (Ada, 10 April 2023, 0200000) |") !=
          std::string::npos);
    auto const html = report_html(report, {});
    CHECK(html.find("no date → 12 → 14\u00a0June") != std::string::npos);
    CHECK(html.find("<div>dated 12\u00a0June\u00a02023: <bdi>the contract</bdi><div") != std::string::npos);
    CHECK(html.find("got a date, its baseline too") != std::string::npos);
    CHECK(html.find("3\u00a0May\u00a02023 → no date") != std::string::npos);
}

TEST_CASE("first dates and dropped ones stand in JSON, as its schema says", "[report][render]")
{
    std::ifstream file{std::filesystem::path{SSS_SOURCE_DIR} / "schemas/output/report.schema.json"};
    auto const schema = nlohmann::json::parse(file);
    auto const document = nlohmann::json::parse(report_json(dated()));

    CHECK(first_breach(schema, schema, document) == "");
    CHECK(document["moved"]["dated"].size() == 2);
    CHECK(document["moved"]["dated"][0]["baseline"] == "2023-06-11");
    CHECK(document["moved"]["dated"][1]["moved"] == true);
    CHECK(document["moved"]["undated"][0]["date"] == "2023-05-03");
}

TEST_CASE("a period in which a date was given is none in which nothing but no move is told", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {{"milestone/b", milestone("B")}, {"milestone/c", milestone("C")}});
    story.on("2023-04-10", {{"milestone/b", planned("B", "2023-06-11")}});
    CHECK(said_of_moves(story.report("2023-W15")) == "No date moved; B got a date, 11 June 2023.");

    story.on("2023-04-12", {{"milestone/c", planned("C", "2023-06-14")}});
    CHECK(said_of_moves(story.report("2023-W15")) ==
          "No date moved; B (11 June 2023) and C (14 June 2023) got a date.");
}

TEST_CASE("two that slipped are both named, with times and totals", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {{"milestone/a", planned("A", "2023-06-11", "baseline = 2023-06-10\n")},
                            {"milestone/b", planned("B", "2023-06-14")},
                            {"milestone/c", planned("C", "2023-06-14")}});
    story.on("2023-04-10", {{"milestone/a", planned("A", "2023-06-12", "baseline = 2023-06-10\n")}});
    story.on("2023-04-11", {{"milestone/a", planned("A", "2023-06-15", "baseline = 2023-06-10\n")},
                            {"milestone/b", planned("B", "2023-06-15")}});
    auto const report = story.report("2023-W15");
    CHECK(said_of_moves(report) == "A slipped twice (+4 days in all) and B once (+1 day); no other date moved.");
    auto const markdown = report_markdown(report);
    CHECK(markdown.find(" (first and second move, +5 days on its baseline) |") != std::string::npos);
    CHECK(markdown.find(" (first move) |") != std::string::npos);

    CHECK(said_of_moves(story.report("2023-04-11")) ==
          "A (+3 days) and B (+1 day) slipped that day; no other date moved.");

    story.on("2023-04-12", {{"milestone/c", planned("C", "2023-06-15")}});
    CHECK(said_of_moves(story.report("2023-W15")) == "3 milestones slipped, A furthest (+4 days).");
}

TEST_CASE("which moves are told by their ordinals", "[report][render]")
{
    Moved entry{};
    entry.moves = 3;
    entry.ordinal = 3;
    CHECK(which_move(entry) == "first to third move");
    entry.ordinal = 5;
    entry.total.days = 8;
    entry.total.precision = Precision::day;
    CHECK(which_move(entry) == "third to fifth move, +8 days in all");
    entry.moves = 1;
    CHECK(which_move(entry) == "fifth move, +8 days in all");
}

TEST_CASE("the origin of all slips is told in days, and what is not known as such", "[report][render]")
{
    ProgressReport report;
    report.moved.totals = {2, 5, 0, 4, 1};
    CHECK(slip_totals_sentence(report) ==
          "Together they slipped by 5 days: 4 days of their own; of 1 day the origin is not known.");
    report.moved.totals = {2, 5, 1, 4, 0};
    CHECK(slip_totals_sentence(report) == "Together they slipped by 5 days: 4 days of their own and 1 inherited.");
    report.moved.totals = {2, 5, 0, 0, 5};
    CHECK(slip_totals_sentence(report) == "Together they slipped by 5 days; the origin of none of them is known.");
}

TEST_CASE("a new milestone tells its first plan where that has changed", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody});
    story.on("2023-04-10", {{"milestone/a", planned("A", "2023-04-14")}, {"milestone/b", milestone("B")}});
    story.on("2023-04-12", {{"milestone/a", planned("A", "2023-04-15")}, {"milestone/b", planned("B", "2023-06-14")}});
    auto const report = story.report("2023-W15");

    CHECK(in_plain(plan_of_new(report.added[0])) == "14 April 2023, now 15 April 2023");
    CHECK(in_plain(plan_of_new(report.added[1])) == "no date at first, now 14 June 2023");
    CHECK(report_html(report, {}).find("</time>, now <time") != std::string::npos);
}

TEST_CASE("where the origin of a slip is not known the reason is said plainly", "[report][render]")
{
    Moved entry{};
    entry.origin = {0, 0, 20, SlipOrigin::Unknown::rough, {}, {}};
    CHECK(in_plain(origin_in_words(entry)) == "how much it inherited is not known: a date is known only roughly");
    entry.origin.why_unknown = SlipOrigin::Unknown::circle;
    CHECK(in_plain(origin_in_words(entry)) == "how much it inherited is not known: it needs itself, through others");
}

}  // namespace sss::moved_words_test
