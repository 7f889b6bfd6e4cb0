#include "history/promise_kept.hpp"

#include "words/report/publication_words.hpp"

#include <catch2/catch.hpp>

namespace sss::promise_kept_test {

namespace {

Day day(char const* text)
{
    return parse_day(text).value();
}

std::vector<PromisedReport> monthly(std::map<std::string, Day> const& published, char const* today,
                                    std::optional<Day> since = {})
{
    Settings::Publication promise;
    promise.every = PeriodUnit::month;
    promise.since = since;
    return promised_reports(promise, published, day(today), std::chrono::Monday);
}

std::string said(std::vector<PromisedReport> const& reports)
{
    std::string text;
    for (auto const& one : publication_said(reports, 7)) text += (text.empty() ? "" : " ") + in_plain(one);
    return text;
}

}  // namespace

TEST_CASE("a report is in time up to the last promised day, late after it, and missing where it never came",
          "[publication]")
{
    auto const reports = monthly({{"2027-01", day("2027-02-07")}, {"2027-02", day("2027-03-08")}}, "2027-05-03");

    REQUIRE(reports.size() == 4);
    CHECK(reports[0].kept == PromisedReport::Kept::in_time);
    CHECK(reports[1].kept == PromisedReport::Kept::late);
    CHECK(reports[2].kept == PromisedReport::Kept::missing);
    CHECK(reports[3].kept == PromisedReport::Kept::awaited);
    CHECK(said(reports) ==
          "Of 3 monthly reports, promised within 7 days, 1 came in time, 1 late, and 1 did not come. Missing: March "
          "2027. "
          "That of April 2027 is due by 7 May 2027.");
}

TEST_CASE("a promise is measured from its day or from the first kept report, whichever is later", "[publication]")
{
    CHECK(monthly({}, "2027-05-03").empty());
    CHECK(monthly({}, "2027-05-03", day("2027-03-01")).size() == 2);
    CHECK(monthly({{"2027-02", day("2027-03-01")}}, "2027-05-03", day("2026-01-01")).size() == 3);
    CHECK(monthly({{"2020-02", day("2020-03-01")}}, "2027-05-03", day("2027-03-01")).size() == 2);
    CHECK(monthly({{"2027-W05", day("2027-03-01")}}, "2027-05-03").empty());  // of another promise
    CHECK(promised_reports({}, {{"2027-01", day("2027-02-01")}}, day("2027-05-03"), std::chrono::Monday).empty());
}

TEST_CASE("a promise that was kept is said in one sentence", "[publication]")
{
    CHECK(said(monthly({{"2027-01", day("2027-02-01")}}, "2027-02-20")) ==
          "The one monthly report so far was published within 7 days, as promised.");
    CHECK(said(monthly({{"2027-01", day("2027-02-01")}, {"2027-02", day("2027-03-01")}}, "2027-03-20")) ==
          "All 2 monthly reports were published within 7 days, as promised.");
    CHECK(said({}).empty());
}

TEST_CASE("a kept report is known by its file's name, where it tells of the whole programme", "[publication]")
{
    CHECK(reported_period("2018/2018-04.md") == "2018-04");
    CHECK(reported_period("2018-W17.eml") == "2018-W17");
    CHECK(reported_period("2018/2018-04.satellite-sss-1.md").empty());
    CHECK(reported_period("2018/README").empty());
    CHECK(reported_period("2018/2018-04.pdf").empty());
}

}  // namespace sss::promise_kept_test
