#include "facts/story.hpp"

#include <catch2/catch.hpp>

namespace sss::minutes_test {

namespace {

std::string meeting(std::string const& start, std::string const& more = {})
{
    return "title = \"Review\"\ntype = \"review\"\nstart = " + start + '\n' + more;
}

std::string const action = "[[action]]\nid = \"a1\"\ntext = \"Publish\"\nowner = \"ada\"\n";

}  // namespace

TEST_CASE("a meeting is held in each period that its days meet", "[report]")
{
    Story story;
    story.on("2018-01-01", {somebody}).on("2018-04-02", {{"meeting/m", meeting("2018-04-16", "end = 2018-04-25\n")}});

    CHECK(story.report("2018-W16").meetings.news.size() == 1);
    CHECK(story.report("2018-W17").meetings.news.size() == 1);
    CHECK(story.report("2018-W18").meetings.news.empty());
}

TEST_CASE("a meeting is held where somebody says so, or where its minutes do", "[report]")
{
    auto const held = [](std::string const& more) {
        return Story{}
            .on("2018-01-01", {somebody, {"meeting/m", meeting("2018-04-16", more)}})
            .report("2018-04")
            .meetings.news.front()
            .held;
    };
    CHECK_FALSE(held(""));
    CHECK_FALSE(held("participants = [\"ada\"]\n"));
    CHECK_FALSE(held("held = false\nattendance = 3\n"));
    CHECK(held("held = true\n"));
    CHECK(held("attendance = \">40\"\n"));
    CHECK(held(action));
    CHECK(held("[rids]\nraised = 0\n"));
}

TEST_CASE("a meeting that is cancelled is neither held nor coming, and told among what is given up", "[report]")
{
    auto const cancelled = std::string{"[cancelled]\ndate = 2018-04-02\nreason = \"no visas\"\n"};
    auto const report =
        Story{}
            .on("2018-01-01", {somebody})
            .on("2018-03-01", {{"meeting/past", meeting("2018-04-03")}, {"meeting/soon", meeting("2018-04-20")}})
            .on("2018-04-02", {{"meeting/past", meeting("2018-04-03", cancelled)},
                               {"meeting/soon", meeting("2018-04-20", cancelled)}})
            .report("2018-04", "2018-04-10");

    CHECK(report.meetings.news.empty());
    CHECK(report.meetings.coming.empty());
    REQUIRE(report.cancelled.size() == 2);
    CHECK(report.cancelled.front().kind == "meeting");
    CHECK(report.cancelled.front().reason == "no visas");
}

TEST_CASE("a meeting whose day is not known is told once", "[report]")
{
    Story story;
    story.on("2015-01-01", {{"meeting/m", meeting("\"2018\"")}});

    CHECK(story.report("2018-03").meetings.news.empty());
    CHECK(story.report("2018-12").meetings.news.size() == 1);
}

TEST_CASE("a meeting that is ahead is coming, not held", "[report]")
{
    auto const report =
        Story{}.on("2018-01-01", {{"meeting/m", meeting("2018-04-20")}}).report("2018-04", "2018-04-10");

    CHECK(report.meetings.news.empty());
    CHECK(report.meetings.coming.size() == 1);
}

TEST_CASE("minutes that come later complete their meeting", "[report]")
{
    auto const report =
        Story{}
            .on("2018-04-01",
                {somebody, {"meeting/m", meeting("2018-03-20", "[[decision]]\nid = \"d1\"\ntext = \"Old\"\n")}})
            .on("2018-05-14",
                {{"meeting/m", meeting("2018-03-20",
                                       "[[decision]]\nid = \"d1\"\ntext = \"Old\"\n"
                                       "[[decision]]\nid = \"d2\"\ntext = \"New\"\n[rids]\nraised = 335\n")}})
            .report("2018-05");

    REQUIRE(report.meetings.news.size() == 1);
    auto const& news = report.meetings.news.front();
    CHECK(news.why == MeetingNews::Why::completed);
    REQUIRE(news.decisions.size() == 1);
    CHECK(news.decisions.front().id == "d2");
    CHECK(news.rids.raised == 335);
}

TEST_CASE("an open action has an age since its meeting and an owner's name", "[report]")
{
    auto const report = Story{}
                            .on("2017-01-01", {somebody, {"meeting/m", meeting("2017-01-17", action)}})
                            .report("2017-04", "2017-04-13");

    REQUIRE(report.actions.open.size() == 1);
    CHECK(report.actions.open.front().name == "Ada");
    CHECK(report.actions.open.front().open.front().age == 86);
    CHECK(report.actions.overdue_count == 0);
}

TEST_CASE("an action is overdue when its due day has passed", "[report]")
{
    Story story;
    story.on("2017-01-01", {somebody, {"meeting/m", meeting("2017-01-17", action + "due = 2017-03-31\n")}});

    CHECK(story.report("2017-03").actions.overdue_count == 0);
    CHECK(story.report("2017-04", "2017-04-01").actions.open.front().open.front().overdue == 1);
}

TEST_CASE("actions of nobody come last", "[report]")
{
    auto const report =
        Story{}
            .on("2017-01-01",
                {somebody, {"meeting/m", meeting("2017-01-17", "[[action]]\nid = \"a0\"\ntext = \"Do\"\n" + action)}})
            .report("2017-04");

    REQUIRE(report.actions.open.size() == 2);
    CHECK(report.actions.open.front().owner == "ada");
    CHECK(report.actions.open.back().owner.empty());
}

TEST_CASE("an action closed before the period and written down in it is told as late news", "[report]")
{
    auto const report = Story{}
                            .on("2017-01-20", {somebody, {"meeting/m", meeting("2017-01-17", action)}})
                            .on("2017-09-02", {{"meeting/m", meeting("2017-01-17", action + "closed = 2017-08-14\n")}})
                            .report("2017-09");

    REQUIRE(report.actions.closed.size() == 1);
    CHECK(report.actions.closed.front().recorded_late);
    CHECK(report.actions.open_count == 0);
}

TEST_CASE("what a meeting of two weeks agreed is told in the first, and what came since in the second", "[report]")
{
    auto const minutes = "end = 2018-04-17\n[rids]\nraised = 5\nclosed = 2\n" + action;
    Story story;
    story.on("2018-01-01", {somebody}).on("2018-04-14", {{"meeting/m", meeting("2018-04-13", minutes)}});
    story.on("2018-04-18",
             {{"meeting/m", meeting("2018-04-13", minutes + "[[action]]\nid = \"a2\"\ntext = \"Do\"\n")}});

    auto const first = story.report("2018-W15");
    auto const second = story.report("2018-W16");
    CHECK(first.rids.total == Rids{5, 2, std::nullopt});
    CHECK(first.actions.opened.size() == 1);
    CHECK(second.meetings.news.size() == 1);
    CHECK_FALSE(second.rids.total);
    REQUIRE(second.actions.opened.size() == 1);
    CHECK(second.actions.opened.front().item.id == "a2");
    CHECK(second.actions.open_count == 2);
}

TEST_CASE("by dates alone and by the import a meeting's minutes are told once", "[report]")
{
    Story story;
    story.on("2018-04-28", {somebody, {"meeting/m", meeting("2018-04-13", "end = 2018-04-25\n" + action)}});

    CHECK(story.report("2018-W15").meetings.news.size() == 1);
    CHECK(story.report("2018-W15").actions.opened.empty());
    CHECK(story.report("2018-W16").actions.opened.empty());
    CHECK(story.report("2018-W17").actions.opened.size() == 1);  // the import's week
    CHECK(story.report("2018-W18").actions.opened.empty());
}

TEST_CASE("a meeting of some day of a month is told with its minutes, once", "[report]")
{
    Story story;
    story.on("2018-01-01", {somebody}).on("2018-04-10", {{"meeting/m", meeting("\"2018-04\"", action)}});

    CHECK(story.report("2018-W15").meetings.news.size() == 1);
    CHECK_FALSE(story.report("2018-W15").meetings.news.front().under_way);
    CHECK(story.report("2018-W16").meetings.news.empty());
    CHECK(story.report("2018-W18").meetings.news.empty());
}

TEST_CASE("a meeting of some day of a month is coming until minutes or the month's end show that it was held",
          "[report]")
{
    Story story;
    story.on("2018-01-01", {somebody}).on("2018-04-10", {{"meeting/m", meeting("\"2018-04\"")}});

    CHECK(story.report("2018-W15").meetings.news.empty());
    CHECK(story.report("2018-W15").meetings.coming.size() == 1);
    CHECK(story.report("2018-W18").meetings.news.size() == 1);
    CHECK(story.report("2018-W19").meetings.news.empty());
}

TEST_CASE("a meeting that a revision holds is not held again since it", "[report]")
{
    Story story;
    story.on("2018-01-01", {somebody})
        .on("2018-02-10", {{"meeting/m", meeting("2018-02-10", action)}})
        .on("2018-02-12", {{"meeting/n", meeting("2018-02-10")}});

    auto const report = story.report("2018-02-10..2018-02-20", {}, 2);
    REQUIRE(report.meetings.news.size() == 1);
    CHECK(report.meetings.news.front().id == "n");
    CHECK(report.actions.opened.empty());
}

TEST_CASE("minutes written late with a closed action tell that it was agreed and closed", "[report]")
{
    auto const report = Story{}
                            .on("2018-01-01", {somebody})
                            .on("2018-04-10", {{"meeting/m", meeting("2018-03-10", action + "closed = 2018-03-20\n")}})
                            .report("2018-04");

    CHECK(report.actions.opened.size() == 1);
    REQUIRE(report.actions.closed.size() == 1);
    CHECK(report.actions.closed.front().recorded_late);
    CHECK(report.actions.closed.front().age == 10);
}

TEST_CASE("an action closed on some day of a month is told once", "[report]")
{
    Story story;
    story.on("2018-04-01", {somebody, {"meeting/m", meeting("2018-03-10", action)}})
        .on("2018-04-18", {{"meeting/m", meeting("2018-03-10", action + "closed = \"2018-04\"\n")}});

    CHECK(story.report("2018-W16").actions.closed.size() == 1);
    CHECK(story.report("2018-W18").actions.closed.empty());
}

TEST_CASE("an action that was closed in time is not overdue, and ages no more", "[report]")
{
    auto const report =
        Story{}
            .on("2018-01-01", {somebody})
            .on("2018-04-10",
                {{"meeting/m", meeting("2018-04-01", action + "due = 2018-04-05\nclosed = 2018-04-04\n")}})
            .report("2018-04");

    REQUIRE(report.actions.closed.size() == 1);
    CHECK(report.actions.closed.front().overdue == 0);
    CHECK(report.actions.closed.front().age == 3);
    CHECK(report.actions.opened.front().overdue == 0);
}

TEST_CASE("an action whose closing is taken back is open again", "[report]")
{
    auto const report =
        Story{}
            .on("2018-01-15", {somebody, {"meeting/m", meeting("2018-01-10", action + "closed = 2018-01-12\n")}})
            .on("2018-02-10", {{"meeting/m", meeting("2018-01-10", action)}})
            .report("2018-02");

    REQUIRE(report.actions.reopened.size() == 1);
    CHECK(report.actions.reopened.front().was_closed->text() == "2018-01-12");
    CHECK(report.actions.open.front().reopened_here == 1);
    CHECK(report.actions.opened.empty());
    CHECK(is_empty(report, ReportSection::records));
}

}  // namespace sss::minutes_test
