#include "pages/printed.hpp"

#include <catch2/catch.hpp>

namespace sss::report_html_test {

namespace {

ProgressReport report_of(PeriodUnit unit, std::string name)
{
    ProgressReport report;
    report.programme = "Two satellites";
    Day const day = std::chrono::sys_days{std::chrono::year{2023} / 4 / 10};
    report.period = {day, day + std::chrono::days{6}, std::move(name), unit};
    report.today = report.period.last;
    report.sections = report_sections();
    return report;
}

bool holds(std::string const& text, std::string_view part)
{
    return text.find(part) != text.npos;
}

Figure figure()
{
    return {"Trend & more", "How the dates moved", Html::made("<svg role=\"img\"></svg>"),
            Html::made("<table></table>")};
}

}  // namespace

TEST_CASE("the period is a time for machines where HTML has a form for it", "[report]")
{
    CHECK(holds(report_html(report_of(PeriodUnit::week, "2023-W15")),
                "<time datetime=\"2023-W15\">week\u00a015\u00a0of\u00a02023</time>"));
    CHECK_FALSE(holds(report_html(report_of(PeriodUnit::quarter, "2023-Q2")), "<time"));
    auto sundays = report_of(PeriodUnit::week, "2023-W15");
    sundays.period.first -= std::chrono::days{1};
    sundays.period.last -= std::chrono::days{1};
    CHECK_FALSE(holds(report_html(sundays), "<time"));
}

TEST_CASE("a chart stands in the page with its numbers, and in no message", "[report]")
{
    auto const report = report_of(PeriodUnit::week, "2023-W15");
    std::vector const figures{figure()};
    auto const page = report_html(report, figures);
    CHECK(holds(page, "<h2 id=\"charts\">Charts</h2>"));
    CHECK(holds(page, "<h3>Trend &amp; more</h3>"));
    CHECK(holds(page, "<svg role=\"img\"></svg>"));
    CHECK(holds(page, "<summary>"));
    CHECK_FALSE(holds(report_html(report), "Charts</h2>"));
}

TEST_CASE("a column in which nothing stands is left out", "[report]")
{
    auto report = report_of(PeriodUnit::week, "2023-W15");
    report.achieved.push_back({"cdr", "CDR", "", "", Date::of(report.today), "", {}, {}, false, {}, {}});
    auto const page = report_html(report);
    CHECK(holds(page, ">Reached</th>"));
    CHECK_FALSE(holds(page, ">Recorded by</th>"));
}

TEST_CASE("what is to be typed is code, and a record's backticks are none", "[report]")
{
    auto report = report_of(PeriodUnit::week, "2023-W15");
    report.left_out.push_back({"data/`x`.toml", "it is not TOML"});
    auto const page = report_html(report);
    CHECK(holds(page, "<code>sss validate</code>"));
    CHECK(holds(page, "data/`x`.toml"));
}

}  // namespace sss::report_html_test
