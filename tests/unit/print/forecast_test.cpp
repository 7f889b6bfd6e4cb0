#include "facts/programme_past.hpp"
#include "pages/forecast_page.hpp"
#include "pages/printed.hpp"
#include "print/text/outline_text.hpp"
#include "support/utf8.hpp"
#include "words/forecast_words.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace sss::forecast_test {
using Catch::Matchers::Contains;

namespace {

Milestone open(std::string title, char const* plan = nullptr)
{
    Milestone milestone;
    milestone.id = title;
    milestone.title = title;
    if (plan != nullptr) milestone.planned = date(plan);
    return milestone;
}

/// By nine cases that came 1 to 9 days late, on 1 March 2023.
Forecasts made(std::vector<Milestone> milestones)
{
    StandardRecords state;
    state.milestones = std::move(milestones);
    return forecasts(with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9}), state, day("2023-03-01"));
}

}  // namespace

TEST_CASE("the headline says for how many there is a range, and why not for the others", "[forecast]")
{
    auto const ranged = open("a", "2023-04-01");
    auto const few = open("b", "2025-04-01");
    auto const undated = open("c");

    CHECK(forecast_headline(made({})) == "There is no open milestone to forecast.");
    CHECK(forecast_headline(made({ranged})) == "The one open milestone has a range.");
    CHECK(forecast_headline(made({few})) == "The one open milestone has too few like cases to tell.");
    CHECK(forecast_headline(made({undated, undated})) == "Both open milestones are undated.");
    CHECK(forecast_headline(made({ranged, few, few, undated})) ==
          "1 of 4 open milestones has a range, 2 have too few like cases to tell and 1 is undated.");
    CHECK(forecast_headline(made({few, undated, undated})) ==
          "1 of 3 open milestones has too few like cases to tell and 2 are undated.");
}

TEST_CASE("a line for a report has the range, its chance, its cases and the plan", "[forecast]")
{
    auto const lines = forecast_lines(made({open("Review", "2023-04-01"), open("Far", "2025-04-01")}));

    REQUIRE(lines.size() == 2);
    CHECK(in_plain(lines[0].title) == "Review");
    CHECK(lines[0].text ==
          "2–10 April 2023 (80 %, 9 cases), as likely as not by 6 April 2023; planned for 1 April 2023");
    CHECK(lines[1].text == "too few to tell: no like case; planned for 1 April 2025");
}

TEST_CASE("the back-test's sentence tells what held and which way the others missed", "[forecast]")
{
    BackTest test;
    test.all = {10, 8, 1, 1, 8.4};
    test.milestones = 3;
    CHECK(
        back_test_sentence(test) ==
        "8 of 10 earlier ranges (of 3 milestones) held (80 %), where 84 % was promised; 1 milestone came earlier and 1 "
        "later.");
    test.all = {1, 0, 0, 1, 0.8};
    test.milestones = 1;
    CHECK(back_test_sentence(test) ==
          "0 of 1 earlier range (of 1 milestone) held (0 %), where 80 % was promised; 1 milestone came later.");
    test.all = {2, 2, 0, 0, 1.6};
    CHECK(back_test_sentence(test) == "2 of 2 earlier ranges (of 1 milestone) held (100 %), where 80 % was promised.");
    CHECK(back_test_sentence({}) == "No earlier range can be judged yet.");
}

TEST_CASE("a forecast fits its width, whatever the titles", "[forecast]")
{
    auto const width = GENERATE(40, 60, 80, 100, 160);
    auto const text =
        outline_text(forecast_page(made({open("卫星甲系统关键设计评审与初步设计评审会议", "2023-04-01"),
                                         open("A title that goes on for a good while", "2023-02-26"), open("Short")})),
                     static_cast<std::size_t>(width), false);
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= static_cast<std::size_t>(width));
}

TEST_CASE("a report has the forecast in each format, and without it no such section", "[forecast]")
{
    auto const today = day("2023-03-01");
    ProgressReport report;
    report.today = today;
    report.period = {today, today, "2023-03-01", PeriodUnit::day};
    report.sections = {ReportSection::forecast};
    CHECK_THAT(report_html(report), !Contains("Forecast"));
    CHECK_THAT(report_text(report, {}), !Contains("Forecast"));

    report.forecasts = made({open("<Review>", "2023-04-01")});
    CHECK_THAT(report_html(report), Contains("<h2 id=\"forecast\">") &&
                                        Contains("2–10\u00a0April\u00a02023 (80\u00a0%, 9\u00a0cases)") &&
                                        Contains("&lt;Review&gt;"));
    CHECK_THAT(report_markdown(report), Contains("## Forecast") && !Contains("<Review>"));
    CHECK_THAT(report_text(report, {}), Contains("Forecast") && Contains("2–10 April 2023 (80 %, 9 cases)"));
}

TEST_CASE("titles neither act on a terminal nor mark up a page", "[forecast]")
{
    auto const all = made({open("\x1b[31m|<b>*x*", "2023-04-01")});

    CHECK_THAT(outline_text(forecast_page(all), 100, false), !Contains("\x1b"));
    CHECK_THAT(page_markdown(forecast_page(all)), !Contains("<b>") && !Contains("*x*\n") && !Contains("[31m|<"));
}

}  // namespace sss::forecast_test
