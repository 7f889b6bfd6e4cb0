#include "facts/story.hpp"
#include "pages/printed.hpp"
#include "words/report/report_words.hpp"

#include <catch2/catch.hpp>

namespace sss::satellite_words_test {

namespace {

std::string event(std::string const& type, std::string const& owner, std::string const& more = {})
{
    return "title = \"SSS-1 event\"\nsatellite = \"sss-1\"\ntype = \"" + type + "\"\nowner = \"" + owner + "\"\n" +
           more;
}

/// Ada leads the satellite, and all but one of its milestones are somebody else's.
Story flown()
{
    Story story;
    story.on("2021-01-04", {somebody,
                            {"satellite/sss-1", "name = \"SSS-1\"\nlead = \"ada\"\n"},
                            {"satellite/sss-2", "name = \"SSS-2\"\n"},
                            {"milestone/sss-1-launch", event("launch", "bob", "actual = 2021-10-14\n")},
                            {"milestone/contract", event("contract", "bob")}});
    story.on("2025-05-12", {{"milestone/sss-1-re-entry", event("re-entry", "bob", "actual = 2025-05-10\n")}});
    return story;
}

}  // namespace

TEST_CASE("a re-entry is told with the days in orbit", "[report][render]")
{
    auto const report = flown().report("2025");

    CHECK(whereabouts(report.satellites.at(0)) == "re-entered 10 May 2025 after 1,304 days");
    CHECK(in_plain(next_of(report.satellites.at(0), report)) == "1 milestone left open");
}

TEST_CASE("in orbit nothing without a date is next", "[report][render]")
{
    auto const report = flown().report("2023");

    CHECK(in_plain(next_of(report.satellites.at(0), report)) == "1 milestone left open");
}

TEST_CASE("a satellite of whose milestones none is of the part has no bar and no share", "[report][render]")
{
    auto story = flown();
    story.narrowing = {{}, {"ada"}, {}};
    auto const report = story.report("2025");
    auto const text = report_text(report, {120, false});

    CHECK(share_of_satellite(report.satellites.at(0)) == "no milestone of this part, 2 of 3 in all");
    CHECK(text.find("No milestone of this part is on record.\nSSS-1 re-entered on 10 May 2025.") != std::string::npos);
    CHECK(text.find("0 of 0") == std::string::npos);
    CHECK(text.find("SSS-1  re-entered 10 May 2025 after 1,304 days  no milestone") != std::string::npos);
}

TEST_CASE("what a milestone of the part says is not said of its satellite again", "[report][render]")
{
    auto story = flown();

    CHECK(in_plain(satellite_news(story.report("2025"))).empty());
    story.narrowing = {{}, {}, {"satellite"}};
    CHECK(in_plain(satellite_news(story.report("2025"))) ==
          std::vector<std::string>{"SSS-1 re-entered on 10 May 2025."});
    CHECK(share_of_satellite(story.report("2025").satellites.at(1)) == "no milestone on record");
}

}  // namespace sss::satellite_words_test
