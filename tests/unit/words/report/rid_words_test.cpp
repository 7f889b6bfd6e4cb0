#include "facts/story.hpp"
#include "pages/printed.hpp"
#include "words/report/report_words.hpp"

#include <catch2/catch.hpp>

namespace sss::rid_words_test {

namespace {

using Lines = std::vector<std::string>;

std::pair<std::string, std::string> review(std::string const& id, std::string const& start, std::string const& rids)
{
    return {"meeting/" + id, "title = \"" + id + "\"\ntype = \"review\"\nstart = " + start + "\nsatellites = [\"" + id +
                                 "\"]\n[rids]\n" + rids};
}

Lines lines(Story const& story, char const* period)
{
    return in_plain(rid_lines(story.report(period)));
}

}  // namespace

TEST_CASE("the review items of one meeting are told without its title again", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody}).on("2023-04-20", {review("one", "2023-04-02", "raised = 688\n")});
    CHECK(lines(story, "2023-04") ==
          Lines{"688 review items (RIDs) raised this month; how many are left open is not recorded."});

    story.settings.sections = {ReportSection::rids};
    CHECK(lines(story, "2023-04") == Lines{"688 review items (RIDs) raised this month.",
                                           "one, 2 April 2023 (one): how many it left open is not recorded."});
}

TEST_CASE("review items are credited to their meeting, not to the month that recorded them", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody}).on("2023-05-03", {review("one", "2023-04-02", "raised = 9\nclosed = 2\n")});

    CHECK(
        lines(story, "2023-05") ==
        Lines{
            "9 review items (RIDs) raised, 2 closed in a meeting of 2 April 2023, recorded this month; 7 are left open "
            "(one)."});
    CHECK(lines(story, "2023-06") == Lines{"one, 2 April 2023 (one): 7 review items (RIDs) are left open."});
}

TEST_CASE("of several meetings each is named for what it left open", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody})
        .on("2023-05-03", {review("one", "2023-04-02", "raised = 9\nclosed = 2\n"),
                           review("two", "2023-04-03", "raised = 1\nclosed = 1\n"),
                           review("three", "2023-05-01", "raised = 4\nclosed = 3\n")});

    CHECK(lines(story, "2023-05") == Lines{"4 review items (RIDs) raised, 3 closed this month.",
                                           "10 RIDs raised, 3 closed in 2 earlier meetings, recorded this month.",
                                           "one, 2 April 2023 (one): 7 are left open.",
                                           "two, 3 April 2023 (two): none is left open.",
                                           "three, 1 May 2023 (three): 1 is left open."});
}

TEST_CASE("a number of review items is told as exactly as it is known", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody})
        .on("2023-04-20", {review("one", "2023-04-02", "raised = \">335\"\nclosed = 300\ncarried_over = \"~40\"\n")});
    CHECK(lines(story, "2023-04") ==
          Lines{"more than 335 review items (RIDs) raised, 300 closed, about 40 carried over "
                "this month; about 75 are left open (one)."});
    CHECK(lines(story, "2023-06") == Lines{"one, 2 April 2023 (one): about 75 review items (RIDs) are left open."});
}

}  // namespace sss::rid_words_test
