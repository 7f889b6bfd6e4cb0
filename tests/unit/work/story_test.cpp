#include "pages/changelog_page.hpp"
#include "print/text/outline_text.hpp"
#include "support/error.hpp"
#include "work/changelog_making.hpp"
#include "work/forecast_making.hpp"
#include "work/log_making.hpp"
#include "work/query/list_request.hpp"
#include "work/timeline_request.hpp"
#include "work/try_programme.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::work_story_test {
namespace {

using sss::test::Programme;

TEST_CASE("A log is told of one record, of a field, and of days")
{
    Programme programme;
    auto const told = [&](LogRequest const& request) {
        std::size_t changes = 0;
        tell_log(request, programme.request, programme.outside(),
                 [&](LogFacts const& facts) { changes = facts.changes.size(); });
        return changes;
    };
    CHECK(told({}) == 2);
    CHECK(told({.id = "cdr", .fields = {"planned"}, .since = "2020-02-01"}) == 1);
    CHECK(told({.until = "2019"}) == 0);
    CHECK_THROWS_AS(told({.id = "pdr"}), UsageError);
    CHECK_THROWS_AS(told({.fields = {"planed"}}), UsageError);
}

TEST_CASE("Blame names the commit of each value that stands, and what the working tree says otherwise")
{
    Programme programme;
    programme.write("data/milestones/cdr.toml", "title = \"The CDR\"\ntype = \"review\"\nplanned = 2020-06-15\n");
    tell_blame({.id = "cdr"}, programme.request, programme.outside(), [](BlameFacts const& facts) {
        CHECK(facts.values.size() == 3);
        CHECK(facts.uncommitted == std::vector<std::string>{"title"});
    });
    CHECK_THROWS_AS(tell_blame({}, programme.request, programme.outside(), [](BlameFacts const&) {}), UsageError);
}

TEST_CASE("A changelog is gathered by month, and by tag where no period is named")
{
    Programme programme;
    auto const sections = [&](StoryRequest const& request) {
        std::string text;
        tell_changelog(request, programme.request, programme.outside(), [&](ChangelogFacts const& facts) {
            text = outline_text(changelog_page(facts), unbroken_lines, false);
        });
        return text;
    };
    auto const months = sections({});
    CHECK(months.find("January 2020") != std::string::npos);
    CHECK(months.find("February 2020") != std::string::npos);
    CHECK(sections({.range = "2020-02"}).find("January") == std::string::npos);
    CHECK(sections({.by = std::nullopt}).find("Not yet released") != std::string::npos);
    CHECK(programme.remarked == "sss: no commit of this stretch is tagged\n");
    CHECK_THROWS_AS(sections({.range = "v9..v10"}), UsageError);
}

TEST_CASE("A list holds what the filters let through, and shows what of them cannot be understood")
{
    Programme programme;
    auto const view = open_view(programme.request, {}, programme.outside(), Detail::values);
    CHECK(listing_of({.kind = "milestones"}, view).records.size() == 1);
    CHECK(listing_of({.kind = "milestone", .where = {"planned < 2020"}}, view).records.empty());
    CHECK_THROWS_AS(listing_of({.kind = "milestone", .where = {"planned <"}}, view), UsageError);
    CHECK_THROWS_AS(listing_of({.kind = "milstone"}, view), UsageError);
}

TEST_CASE("A timeline goes by days, a forecast by milestones")
{
    Programme programme;
    auto const past = open_history_view(programme.request, {}, programme.outside());
    auto const records = records_of(past, past.now);
    CHECK_THROWS_AS(filter_of({.period = "since:HEAD"}, past, records), UsageError);
    CHECK(filter_of({.kinds = {"meeting"}}, past, records).meetings);
    CHECK_FALSE(filter_of({.kinds = {"meeting"}}, past, records).milestones);
    CHECK_THROWS_AS(make_forecasts({.ids = {"pdr"}}, programme.request, programme.outside()), UsageError);
    CHECK(make_forecasts({.ids = {"cdr"}}, programme.request, programme.outside()).chosen);
}

}  // namespace
}  // namespace sss::work_story_test
