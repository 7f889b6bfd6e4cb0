#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::moved_test {

namespace {

std::string planned(char const* date)
{
    return milestone("Launch", std::string{"planned = "} + date + '\n');
}

std::vector<std::string> texts(std::vector<Date> const& way)
{
    std::vector<std::string> found;
    for (auto const& date : way) found.push_back(date.text());
    return found;
}

}  // namespace

TEST_CASE("a slip ends with the date that stands, its total and its baseline too", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-02", {{"milestone/a", milestone("A", "planned = \"2023-Q1\"\nbaseline = 2023-03-31\n")}})
            .on("2023-02-02", {{"milestone/a", milestone("A", "planned = \"2023-04\"\nbaseline = 2023-03-31\n")}})
            .on("2023-02-20", {{"milestone/a", milestone("A", "planned = 2023-04-22\nbaseline = 2023-03-31\n")}})
            .report("2023-02");

    REQUIRE(report.moved.slipped.size() == 1);
    auto const& entry = report.moved.slipped[0];
    CHECK(texts(entry.way) == std::vector<std::string>{"2023-Q1", "2023-04-22"});
    CHECK(entry.slip.days == 22);
    CHECK(entry.total.days == 22);
    CHECK(entry.since_baseline->days == 22);
    CHECK(entry.moves == 1);
    CHECK(report.moved.totals.days == 22);
}

TEST_CASE("a slip begins with the date with which the period did, however exactly it was said since", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "planned = \"2023-Q1\"\n")}})
                            .on("2023-02-02", {{"milestone/a", milestone("A", "planned = \"2023-02\"\n")}})
                            .on("2023-02-20", {{"milestone/a", milestone("A", "planned = \"2023-04\"\n")}})
                            .report("2023-02");

    REQUIRE(report.moved.slipped.size() == 1);
    CHECK(report.moved.slipped[0].way.front().text() == "2023-Q1");
    CHECK(report.moved.slipped[0].slip.days == 30);
    CHECK(report.moved.slipped[0].total.days == 30);
}

TEST_CASE("what is back within the date that it had is no slip, whatever it was in between", "[report]")
{
    for (auto const* back : {"planned = 2023-03-22\n", "planned = \"2023-03\"\n"}) {
        auto const report = Story{}
                                .on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-03-22\n")}})
                                .on("2023-02-02", {{"milestone/a", milestone("A", "planned = 2023-05-01\n")}})
                                .on("2023-02-20", {{"milestone/a", milestone("A", back)}})
                                .report("2023-02");
        CHECK(report.moved.slipped.empty());
        REQUIRE(report.moved.unmoved.size() == 1);
        CHECK(report.moved.unmoved[0].moves == 2);
        CHECK(report.moved.totals.slips == 0);
    }
}

TEST_CASE("a slip that was undone within the period leaves the one before it as it was", "[report]")
{
    Story story;
    story.on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-03-01\n")}})
        .on("2023-02-02", {{"milestone/a", milestone("A", "planned = 2023-03-11\n")}})
        .on("2023-03-02", {{"milestone/a", milestone("A", "planned = 2023-03-31\n")}})
        .on("2023-03-03", {{"milestone/a", milestone("A", "planned = 2023-03-11\n")}});
    auto const report = story.report("2023-03");
    REQUIRE(report.moved.unmoved.size() == 1);
    CHECK(report.moved.unmoved[0].moves == 2);
    CHECK(report.moved.unmoved[0].ordinal == 3);
    CHECK(report.moved.unmoved[0].total.days == 10);
}

TEST_CASE("what moved and lost its date has not slipped to anywhere", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-03-01\n")}})
                            .on("2023-02-02", {{"milestone/a", milestone("A", "planned = 2023-05-01\n")}})
                            .on("2023-02-20", {{"milestone/a", milestone("A", "")}})
                            .report("2023-02");
    CHECK(report.moved.slipped.empty());
    CHECK(report.moved.totals.slips == 0);
    REQUIRE(report.moved.undated.size() == 1);
    CHECK(report.moved.undated[0].moves == 1);
    CHECK(texts(report.moved.undated[0].way) == std::vector<std::string>{"2023-03-01", "2023-05-01"});
}

TEST_CASE("a slip begins with the date that was put right before it", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-03-01\n")}})
                            .corrected()
                            .on("2023-02-02", {{"milestone/a", milestone("A", "planned = 2023-03-10\n")}})
                            .on("2023-02-20", {{"milestone/a", milestone("A", "planned = 2023-03-15\n")}})
                            .report("2023-02");
    REQUIRE(report.moved.slipped.size() == 1);
    CHECK(texts(report.moved.slipped[0].way) == std::vector<std::string>{"2023-03-10", "2023-03-15"});
    CHECK(report.moved.slipped[0].slip.days == 5);
    CHECK(report.moved.slipped[0].total.days == 5);
    CHECK(report.moved.corrections == 1);
}

TEST_CASE("several moves of one milestone are one entry with its way", "[report]")
{
    Story story;
    story.on("2023-03-01", {{"milestone/a", planned("2023-04-11")}}).because("weather");
    story.on("2023-04-10", {{"milestone/a", planned("2023-04-12")}})
        .on("2023-04-11", {{"milestone/a", planned("2023-04-14")}});
    auto const report = story.report("2023-W15");

    REQUIRE(report.moved.slipped.size() == 1);
    auto const& moved = report.moved.slipped.front();
    CHECK(texts(moved.way) == std::vector<std::string>{"2023-04-11", "2023-04-12", "2023-04-14"});
    CHECK(moved.slip.days == 3);
    CHECK(moved.moves == 2);
    CHECK(moved.sources.front().reason == "weather");
    CHECK(moved.sources.back().reason.empty());
}

TEST_CASE("a move counts those of earlier periods", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-01")}})
                            .on("2023-02-01", {{"milestone/a", planned("2023-04-05")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-08")}})
                            .report("2023-03");

    auto const& moved = report.moved.slipped.front();
    CHECK(moved.moves == 1);
    CHECK(moved.ordinal == 2);
    CHECK(moved.total.days == 7);
}

TEST_CASE("a date said more exactly has not moved", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-12")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-12T06:48:00Z")}})
                            .report("2023-03");

    CHECK(report.moved.slipped.empty());
    CHECK(report.moved.unmoved.empty());
    CHECK(report.record_news.front().changed.front().fields == std::vector<std::string>{"planned"});
}

TEST_CASE("what moved and came back is neither a slip nor brought forward", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-12")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-20")}})
                            .on("2023-03-09", {{"milestone/a", planned("2023-04-12")}})
                            .report("2023-03");

    CHECK(report.moved.slipped.empty());
    REQUIRE(report.moved.unmoved.size() == 1);
    CHECK(report.moved.unmoved.front().moves == 2);
}

TEST_CASE("a step that only says the date more exactly is no stop on the way and no move", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-12")}})
                            .on("2023-03-02", {{"milestone/a", planned("2023-04-12T06:48:00Z")}})
                            .on("2023-03-03", {{"milestone/a", planned("2023-04-14")}})
                            .report("2023-03");

    auto const& moved = report.moved.slipped.front();
    CHECK(moved.way.size() == 3);
    CHECK(moved.moves == 2);
    CHECK(moved.ordinal == 2);
}

TEST_CASE("earlier dates are brought forward", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-01")}})
                            .report("2023-03");

    REQUIRE(report.moved.brought_forward.size() == 1);
    CHECK(report.moved.brought_forward.front().slip.days == -10);
}

TEST_CASE("corrections are counted and are no moves", "[report]")
{
    Story story;
    story.setting_correction_days(7);
    auto const report = story.on("2023-01-01", {somebody})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-03-03", {{"milestone/a", planned("2024-04-11")}})
                            .report("2023-03");

    CHECK(report.moved.corrections == 1);
    CHECK(report.moved.slipped.empty());
}

TEST_CASE("a correction of a move of the same period puts the move right", "[report]")
{
    Story story;
    story.on("2018-01-01", {{"milestone/a", planned("2018-05-01")}}).because("late battery");
    story.on("2018-04-10", {{"milestone/a", planned("2108-06-01")}}).corrected();
    story.on("2018-04-12", {{"milestone/a", planned("2018-06-01")}});
    auto const report = story.report("2018-04");

    REQUIRE(report.moved.slipped.size() == 1);
    auto const& moved = report.moved.slipped.front();
    CHECK(texts(moved.way) == std::vector<std::string>{"2018-05-01", "2018-06-01"});
    CHECK(moved.slip.days == 31);
    CHECK(moved.total.days == 31);
    CHECK(report.moved.totals.days == 31);
    CHECK(report.moved.corrections == 1);
}

TEST_CASE("what came and went within the period has not moved", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-02", {somebody})
                            .on("2023-04-01", {{"milestone/a", planned("2023-05-01")}})
                            .on("2023-04-20", {{"milestone/a", planned("2023-10-01")}})
                            .on("2023-04-22", {{"milestone/a", ""}})
                            .report("2023-04");

    CHECK(report.moved.slipped.empty());
    CHECK(report.moved.totals.days == 0);
}

TEST_CASE("a first date is told, and is no slip", "[report]")
{
    Story story;
    story.on("2023-01-01", {somebody, {"milestone/a", milestone("Launch")}}).because("a slot on the rocket");
    auto const report =
        story.on("2023-04-10", {{"milestone/a", planned("2023-04-11") + "baseline = 2023-04-11\nowner = \"ada\"\n"}})
            .report("2023-W15");

    CHECK(report.moved.slipped.empty());
    REQUIRE(report.moved.dated.size() == 1);
    auto const& dated = report.moved.dated.front();
    CHECK(dated.date.text() == "2023-04-11");
    CHECK(dated.baseline->text() == "2023-04-11");
    CHECK(dated.owner == "Ada");
    CHECK_FALSE(dated.moved);
    CHECK(dated.source.reason == "a slot on the rocket");
    CHECK(is_empty(report, ReportSection::records));
    CHECK_FALSE(is_empty(report, ReportSection::moved));
    CHECK_FALSE(report.quiet);
}

TEST_CASE("what was dated and moved since is told from no date on, and slips from its first date", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", milestone("Launch")}})
                            .on("2023-04-10", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-04-11", {{"milestone/a", planned("2023-04-12")}})
                            .on("2023-04-12", {{"milestone/a", planned("2023-04-14")}})
                            .report("2023-W15");

    auto const& entry = report.moved.slipped.front();
    CHECK(entry.slip.days == 3);
    CHECK(entry.undated_before == 0U);
    auto const* dating = report.moved.dating(entry);
    REQUIRE(dating != nullptr);
    CHECK(dating->date.text() == "2023-04-11");
    CHECK(dating->moved);
    CHECK(iso(dating->source.day) == "2023-04-10");
}

TEST_CASE("a date that comes back after it was dropped is measured from the one that stood long before", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-02-01", {{"milestone/a", milestone("Launch")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-15")}})
                            .report("2023-03");

    auto const& entry = report.moved.slipped.front();
    CHECK(entry.slip.days == 4);
    CHECK(entry.undated_before == 1U);
    CHECK(report.moved.dating(entry)->date.text() == "2023-04-15");
}

TEST_CASE("a date that is dropped is told with its reason", "[report]")
{
    Story story;
    story.on("2023-01-01", {{"milestone/a", planned("2023-04-11")}, {"milestone/b", planned("2023-04-11")}});
    story.because("the rocket failed");
    auto const report = story
                            .on("2023-03-01", {{"milestone/a", milestone("Launch")},
                                               {"milestone/b", milestone("B", "actual = 2023-03-01\n")}})
                            .report("2023-03");

    REQUIRE(report.moved.undated.size() == 1);  // one that was reached needs no plan any more
    CHECK(report.moved.undated.front().id == "a");
    CHECK(report.moved.undated.front().date.text() == "2023-04-11");
    CHECK(report.moved.undated.front().source.reason == "the rocket failed");
    CHECK(report.record_news.empty());
}

TEST_CASE("a plan that is written once it was reached is no date given", "[report]")
{
    auto const report =
        Story{}
            .on("2023-01-01", {{"milestone/a", milestone("A")}})
            .on("2023-03-01", {{"milestone/a", milestone("A", "planned = 2023-02-01\nactual = 2023-02-01\n")}})
            .report("2023-03");

    CHECK(report.moved.dated.empty());
}

TEST_CASE("a date that came and went within the period is no news", "[report]")
{
    auto const report = Story{}
                            .on("2023-01-01", {{"milestone/a", milestone("Launch")}})
                            .on("2023-03-01", {{"milestone/a", planned("2023-04-11")}})
                            .on("2023-03-02", {{"milestone/a", milestone("Launch")}})
                            .report("2023-03");

    CHECK(report.moved.dated.empty());
    CHECK(report.moved.undated.empty());
}

}  // namespace sss::moved_test
