#include "facts/story.hpp"
#include "pages/printed.hpp"
#include "print/text/columns.hpp"
#include "words/report/report_words.hpp"

#include <catch2/catch.hpp>

namespace sss::headline_words_test {

namespace {

std::string answer(ProgressReport const& report)
{
    std::string text;
    for (auto const& sentence : headline(report)) text += in_plain(sentence) + ' ';
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

TEST_CASE("a word that is broken begins no line as a command to a CI system does", "[report][render]")
{
    CHECK(wrapped("abcdef::error::x", 6) == std::vector<std::string>{"abcde", "f::err", "or::x"});
    CHECK(wrapped("::::::::", 4) == std::vector<std::string>{"::::", "::::"});
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
    CHECK(text.find("How the schedule is judged: ") != std::string::npos);
    CHECK(text.find("An open milestone is behind") == text.rfind("An open milestone is behind"));
}

TEST_CASE("what a report is narrowed to stands at its head", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody, {"satellite/s1", "name = \"S1\"\n"}});
    auto const line = [&](Narrowing narrowing) {
        story.narrowing = std::move(narrowing);
        return in_plain(narrowing_line(story.report("2023-04")));
    };

    CHECK(line({}).empty());
    CHECK(line({{"s1"}, {}, {}}) == "S1 only.");
    CHECK(line({{""}, {}, {}}) == "Only what belongs to no satellite.");
    CHECK(line({{}, {"ada"}, {}}) == "Only what belongs to Ada.");
    CHECK(line({{}, {""}, {}}) == "Only what has no owner or organisation.");
    CHECK(line({{}, {}, {"meeting"}}) == "Meetings only.");
    CHECK(line({{"s1"}, {}, {"milestone"}}) == "S1, milestones only.");
    CHECK(line({{}, {"ada"}, {"milestone"}}) == "What belongs to Ada, milestones only.");
    CHECK(line({{"s1", ""}, {"ada"}, {"milestone", "meeting"}}) ==
          "S1 and what belongs to no satellite, and of that what belongs to Ada, milestones and meetings only.");
}

TEST_CASE("a name at the head of a narrowed report stays as its people write it", "[report][render]")
{
    Story story;
    story.on(
        "2023-01-02",
        {somebody, {"satellite/s1", "name = \"what belongs to no one\"\n"}, {"satellite/s2", "name = \"whatever\"\n"}});
    auto const line = [&](Narrowing narrowing) {
        story.narrowing = std::move(narrowing);
        return in_plain(narrowing_line(story.report("2023-04")));
    };

    CHECK(line({{"s1"}, {}, {"milestone"}}) == "what belongs to no one, milestones only.");
    CHECK(line({{"s2"}, {}, {"milestone"}}) == "whatever, milestones only.");
    CHECK(line({{""}, {}, {"milestone"}}) == "What belongs to no satellite, milestones only.");
}

TEST_CASE("a report of kinds without milestones begins with what there is of them", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody, {"satellite/s1", "name = \"S1\"\n"}, {"satellite/s2", "name = \"S2\"\n"}});
    auto const first = [&](Narrowing narrowing) {
        story.narrowing = std::move(narrowing);
        return answer(story.report("2023-04"));
    };

    CHECK(first({{}, {}, {"satellite"}}) == "Nothing changed in April 2023. 2 satellites on record. ");
    CHECK(first({{}, {}, {"organisation"}}) == "Nothing changed in April 2023. 1 organisation on record. ");
    CHECK(first({{}, {}, {"satellite", "organisation"}}) ==
          "Nothing changed in April 2023. 3 satellites and organisations on record. ");
    CHECK(first({{}, {"ada"}, {"satellite"}}) ==
          "Nothing changed in April 2023. No satellite of this part is on record. ");
    CHECK(first({{}, {}, {"meeting"}}) == "Nothing changed in April 2023. No meeting this month; no action is open. ");
}

TEST_CASE("what was not on record is said in place of an empty report's words", "[report][render]")
{
    Story story;
    story.settings.say_empty = true;
    story.on("2023-01-02", {somebody});
    story.on("2023-05-02", {{"satellite/s1", "name = \"S1\"\n"}});
    story.narrowing = {{"s1"}, {}, {}};
    auto const report = story.report("2023-04");

    CHECK(answer(report) == "s1 was not on record on 30 April 2023. ");
    CHECK(report_text(report).find("none") == std::string::npos);

    story.narrowing = {{}, {"ada"}, {}};
    CHECK(answer(story.report("2023-04")) == "Nothing changed in April 2023. No milestone of this part is on record. ");
    story.narrowing = {{"s1", ""}, {}, {}};
    CHECK(answer(story.report("2023-04")).find("s1 was not on record on 30 April 2023. Nothing changed") == 0);
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
    CHECK(text.find("Undated") < text.find("Overdue       None."));

    story.settings.say_empty = true;
    auto const said = report_text(story.report("2023-04"));
    CHECK(said.find("Achieved      None.") < said.find("Overdue       None."));
    CHECK(said.find("Moved") == std::string::npos);
}

}  // namespace sss::headline_words_test
