#include "render/columns.hpp"
#include "render/report_text.hpp"
#include "render/report_words.hpp"
#include "reports/story.hpp"

#include <catch2/catch.hpp>

using namespace sss;

namespace {

std::string answer(ProgressReport const& report)
{
    std::string text;
    for (auto const& sentence : headline(report, terminal_line)) text += sentence + ' ';
    return text;
}

}  // namespace

TEST_CASE("a percentage says all or nothing only where that is so", "[report][render]")
{
    CHECK(percent_text(1, 3) == "33 %");
    CHECK(percent_text(2, 3) == "67 %");
    CHECK(percent_text(3, 3) == "100 %");
    CHECK(percent_text(999, 1000) == "over 99 %");
    CHECK(percent_text(1, 1000) == "under 1 %");
    CHECK(percent_text(0, 3) == "0 %");
    CHECK(percent_text(0, 0) == "0 %");
}

TEST_CASE("a percent sign stays with its number", "[report][render]")
{
    CHECK(wrapped("reached 83 % now", 11) == std::vector<std::string>{"reached", "83 % now"});
}

TEST_CASE("weights are told where they tell another story", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {{"milestone/a", milestone("A", "weight = 3\n")}, {"milestone/b", milestone("B")}});
    story.on("2023-04-02", {{"milestone/b", milestone("B", "actual = 2023-04-01\n")}});

    CHECK(answer(story.report("2023-04"))
              .find("1 of 2 milestones reached (50 %, 0 % before; by weight 25 %, 0 % before)") != std::string::npos);
    CHECK(answer(story.report("2023-05")).find("(50 %; by weight 25 %)") != std::string::npos);
}

TEST_CASE("the schedule is told with its numbers, and what the words mean once", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {{"milestone/a", milestone("A", "planned = 2023-03-01\nbaseline = 2023-02-01\n")},
                            {"milestone/b", milestone("B", "planned = 2024-03-01\n")},
                            {"milestone/c", milestone("C", "planned = 2024-03-01\n")},
                            {"milestone/d", milestone("D")},
                            {"milestone/e", milestone("E", "baseline = 2022-12-01\nactual = 2023-01-01\n")}});
    auto const report = story.report("2023-04");

    CHECK(schedule_sentence(report) ==
          "Partly behind schedule: 1 of 3 open milestones that can be judged (1 overdue, 1 more than 7 days after its "
          "baseline); 2 have no baseline, so their slips do not count; 1 has neither plan nor baseline. The one "
          "reached milestone with a baseline came more than 7 days after it.");
    auto const text = report_text(report, {400, false});
    CHECK(text.find("Schedule: ") != std::string::npos);
    CHECK(text.find("Schedule: ") == text.rfind("Schedule: "));
}

TEST_CASE("what a report is narrowed to stands at its head", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody, {"satellite/s1", "name = \"S1\"\n"}});
    story.narrowing = {{"s1", ""}, {"ada"}, {"milestone", "meeting"}};
    auto const line = narrowing_line(story.report("2023-04"), terminal_line);

    CHECK(line == "Narrowed to S1, and what is of no satellite; the part of Ada; only milestones and meetings.");
    story.narrowing = {};
    CHECK(narrowing_line(story.report("2023-04"), terminal_line).empty());
}

TEST_CASE("sections follow the order that is asked for, and say that they are empty where that is asked for",
          "[report][render]")
{
    Story story;
    story.settings.sections = {ReportSection::undated, ReportSection::achieved, ReportSection::overdue};
    story.on("2023-01-02", {{"milestone/a", milestone("A")}});
    auto const text = report_text(story.report("2023-04"));
    CHECK(text.find("Achieved") == std::string::npos);
    CHECK(text.find("Untouched") == std::string::npos);
    CHECK(text.find("Undated") < text.find("Overdue       none"));

    story.settings.say_empty = true;
    auto const said = report_text(story.report("2023-04"));
    CHECK(said.find("Achieved      none") < said.find("Overdue       none"));
    CHECK(said.find("Moved") == std::string::npos);
}
