#include "work/view.hpp"

#include "scratch_folder.hpp"
#include "support/error.hpp"
#include "work/try_programme.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace sss::work_view_test {
namespace {

using sss::test::Programme;

std::string planned(Records const& records)
{
    return date_at(records.find(kinds::milestone, "cdr")->fields(), keys::planned, Zone::utc())->text();
}

TEST_CASE("A view of a past day holds the records that stood at its end")
{
    Programme programme;
    auto const view =
        open_view(programme.request, {.as_of = parse_day("2020-01-31")}, programme.outside(), Detail::values);
    CHECK(planned(view.records) == "2020-05-01");
    CHECK(view.today == *parse_day("2020-01-31"));
    CHECK(programme.remarked.empty());
}

TEST_CASE("Today is the day of the clock that was handed in, in the programme's zone")
{
    Programme programme;
    CHECK(open_view(programme.request, {}, programme.outside(), Detail::values).today == *parse_day("2020-03-02"));
    CHECK(open_history_view(programme.request, {}, programme.outside()).today == *parse_day("2020-03-02"));
}

TEST_CASE("A view of the working tree holds what is written there, a view of history what is committed and a remark")
{
    Programme programme;
    programme.write("data/milestones/cdr.toml", "title = \"CDR\"\ntype = \"review\"\nplanned = 2020-07-01\n");
    CHECK(planned(open_view(programme.request, {}, programme.outside(), Detail::values).records) == "2020-07-01");
    CHECK(programme.remarked.empty());
    auto const past = open_history_view(programme.request, {}, programme.outside());
    CHECK(planned(records_of(past, past.now)) == "2020-06-15");
    CHECK(programme.remarked.find("1 changed record is not committed and not shown") != std::string::npos);
    CHECK(programme.warned.empty());
}

TEST_CASE("A day before the first commit holds nothing, and why is a remark")
{
    Programme programme;
    auto const past = open_history_view(programme.request, {.as_of = parse_day("2019-12-31")}, programme.outside());
    CHECK(past.empty);
    CHECK(!past.now);
    CHECK(programme.remarked == "sss: there are no records yet\n");
}

TEST_CASE("Unsaved texts stand for those of the working tree: changed, new, gone")
{
    Programme programme;
    ChangedTexts const unsaved{
        {"data/milestones/cdr.toml", "title = \"CDR\"\ntype = \"review\"\nplanned = 2020-09-01\n"},
        {"data/milestones/pdr.toml", "title = \"PDR\"\ntype = \"review\"\nplanned = 2020-03-01\n"}};
    auto const view = open_view(programme.request, {}, programme.outside(), Detail::values, unsaved);
    CHECK(planned(view.records) == "2020-09-01");
    CHECK(view.records.all().size() == 2);
    CHECK(open_view(programme.request, {}, programme.outside(), Detail::values).records.all().size() == 1);
    ChangedTexts const gone{{"data/milestones/cdr.toml", std::nullopt}};
    CHECK(open_view(programme.request, {}, programme.outside(), Detail::values, gone).records.all().empty());
}

TEST_CASE("A view reads its whole history once, whoever asks again")
{
    Programme programme;
    auto const past = open_history_view(programme.request, {}, programme.outside());
    CHECK(whole_history(past, past.now).changes.size() == 2);
    auto const reads = past.repository.reads()->load();
    CHECK(whole_history(past, past.now).changes.size() == 2);
    CHECK(past.repository.reads()->load() == reads);
    CHECK(whole_history(past, std::nullopt).changes.empty());
}

TEST_CASE("A folder that is no programme is an Error with its remedy")
{
    Programme programme;
    ScratchFolder const nowhere;
    programme.request.directory = nowhere.path().string();
    CHECK_THROWS_AS(open_view(programme.request, {}, programme.outside(), Detail::values), Error);
}

}  // namespace
}  // namespace sss::work_view_test
