#include "support/error.hpp"
#include "work/chart_making.hpp"
#include "work/report/archive.hpp"
#include "work/report/making.hpp"
#include "work/report/verification.hpp"
#include "work/try_programme.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

namespace sss::work_reports_test {
namespace {

using sss::test::Programme;

std::string report(Programme& programme, ReportRequest const& request)
{
    auto const past = open_history_view(programme.request, request.moment, programme.outside());
    return printed(make_report(past, understand_period(request, past), request, programme.outside()), request, past,
                   false);
}

TEST_CASE("A report is made of a plain request, and verified from its own last line")
{
    Programme programme;
    auto const text = report(programme, {.period = "2020-02", .format = Format::markdown});
    CHECK(text.find("CDR") != std::string::npos);
    auto const same = verify("it", text, {}, programme.request, programme.outside());
    CHECK(same.outcome == Verification::Outcome::same);
    CHECK_FALSE(same.by_another_version);
    auto changed = text;
    changed.replace(changed.find("CDR"), 3, "PDR");
    auto const other = verify("it", changed, {}, programme.request, programme.outside());
    CHECK(other.outcome == Verification::Outcome::another);
    CHECK(other.stands.find("PDR") != std::string::npos);
    CHECK(other.again.find("PDR") == std::string::npos);
    CHECK(programme.remarked.empty());
}

TEST_CASE("A report that went through a mail program differs in its line ends alone")
{
    Programme programme;
    std::string mailed;
    for (auto const c : report(programme, {.period = "2020-02", .format = Format::markdown}))
        mailed += c == '\n' ? std::string{"\r\n"} : std::string{c};
    CHECK(verify("it", mailed, {}, programme.request, programme.outside()).outcome ==
          Verification::Outcome::same_but_line_ends);
}

TEST_CASE("A text that says nothing of its making cannot be verified")
{
    Programme programme;
    CHECK_THROWS_AS(verify("it", "# Progress\n", {}, programme.request, programme.outside()), UsageError);
}

TEST_CASE("An archive keeps each period that has ended once, and says what it did as numbers")
{
    Programme programme;
    ReportRequest const request{.format = Format::markdown};
    ArchiveRequest const archive{.folder = (programme.path() / "kept").string(), .every = PeriodUnit::month};
    auto const first = write_archive(archive, request, programme.request, programme.outside(), [](auto const&) {});
    CHECK(first.begun);
    CHECK(first.written == 2);
    CHECK(first.standing == 0);
    CHECK(programme.read("kept/2020/2020-02.md") ==
          report(programme, {.period = "2020-02", .format = Format::markdown}));
    auto const second = write_archive(archive, request, programme.request, programme.outside(), [](auto const&) {});
    CHECK(second.written == 0);
    CHECK(second.standing == 2);
}

TEST_CASE("A period that has not begun cannot be reported of")
{
    Programme programme;
    CHECK_THROWS_AS(report(programme, {.period = "2021-01"}), UsageError);
}

TEST_CASE("A chart is made in every form, and refuses what says nothing of it")
{
    Programme programme;
    auto const chart = [&](ChartRequest const& request) {
        return make_chart(request, programme.request, programme.outside(), {});
    };
    CHECK(chart({.format = Format::csv}).find("2020-06-15") != std::string::npos);
    CHECK(chart({.format = Format::svg}).starts_with("<svg"));
    CHECK(chart({.chart = Chart::burnup, .weighted = true}).find("CDR") == std::string::npos);
    CHECK_THROWS_AS(chart({.chart = Chart::trend, .weighted = true}), UsageError);
    CHECK_THROWS_AS(chart({.milestones = {"pdr"}}), UsageError);
}

}  // namespace
}  // namespace sss::work_reports_test
