#include "facts/story.hpp"
#include "pages/printed.hpp"
#include "print/json/report_json.hpp"
#include "print/json_check.hpp"
#include "print/text/columns.hpp"
#include "support/utf8.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::report_test {

namespace {

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// A week in which everything happens once.
Story busy()
{
    Story story;
    story.on("2023-01-02",
             {somebody,
              {"satellite/sss-1", "name = \"SSS-1\"\nclass = \"micro\"\n"},
              {"milestone/launch",
               "title = \"SSS-1 launch\"\ntype = \"launch\"\nsatellite = \"sss-1\"\nplanned = 2023-04-14\nbaseline = "
               "2023-04-11\nowner = \"ada\"\n"},
              {"milestone/review",
               milestone("SSS-1 CDR", "satellite = \"sss-1\"\nreviews = [\"CDR\"]\nplanned = 2023-04-10\n")},
              {"milestone/late", milestone("Late test", "planned = \"2023-03\"\n")},
              {"milestone/early", milestone("Early test", "planned = 2023-06-01\n")},
              {"milestone/given-up", milestone("Given up")},
              {"milestone/undated", milestone("Undated")},
              {"meeting/kick-off",
               "title = \"Kick-off\"\ntype = \"kick-off\"\nstart = 2023-01-02\n[[action]]\nid = \"a1\"\ntext = "
               "\"Publish\"\nowner = \"ada\"\ndue = 2023-03-01\n[[action]]\nid = \"a2\"\ntext = \"Translate\"\n"}});
    story.because("weather").on("2023-04-11",
                                {{"milestone/launch",
                                  "title = \"SSS-1 launch\"\ntype = \"launch\"\nsatellite = \"sss-1\"\nplanned = "
                                  "2023-04-16\nbaseline = 2023-04-11\nowner = \"ada\"\n"}});
    story.on("2023-04-12",
             {{"milestone/review", milestone("SSS-1 CDR",
                                             "satellite = \"sss-1\"\nreviews = [\"CDR\"]\nplanned = 2023-04-10\nactual "
                                             "= 2023-04-12\noutcome = \"passed-with-actions\"\n")},
              {"milestone/early", milestone("Early test", "planned = 2023-05-20\n")},
              {"milestone/given-up", milestone("Given up", "[cancelled]\ndate = 2023-04-12\nreason = \"no money\"\n")},
              {"meeting/review",
               "title = \"CDR meeting\"\ntype = \"review\"\nstart = 2023-04-12\ncity = \"Ankara\"\ncountry = "
               "\"TR\"\n[rids]\nraised = 335\n[[decision]]\nid = \"d1\"\ntext = \"Go on.\"\n"},
              {"meeting/next", "title = \"Council\"\ntype = \"council\"\nstart = 2023-05-02\n"}});
    return story;
}

nlohmann::json output_schema()
{
    auto const root = std::filesystem::path{SSS_SOURCE_DIR};
    std::ifstream file{root / "schemas/output/report.schema.json"};
    return nlohmann::json::parse(file);
}

}  // namespace

TEST_CASE("a report in text tells the answer first", "[report][render]")
{
    auto const text = report_text(busy().report("2023-W15", "2023-04-13"));

    CHECK(text ==
          R"(The test programme                                     week 15 of 2023 (10–16 April), as of 13 April
────────────────────────────────────────────────────────────────────────────────────────────────────
Partly behind schedule: 1 of 3 open milestones that can be judged is overdue. Furthest behind: Late
test, 13 days late. 1 of 5 milestones reached (20 %, 0 % before). Next: SSS-1 launch, planned for 16
April 2023 (in 3 days).
1 reached this week: SSS-1 CDR; 1 fewer milestone counts than before. 1 cancelled milestone is not
counted. SSS-1 launch slipped this week (+2 days); Early test was brought forward this week (−12
days).

SSS-1  ████░░░░  1 of 2  before launch, phase D  next: launch, 16 April 2023, +5 days on its
                                                 baseline

Achieved      SSS-1 CDR     12 April 2023         2 days later than planned
                passed with actions
Moved         SSS-1 launch  14 → 16 April 2023    +2 days
                first move, +5 days on its baseline; weather (Ada, 11 April 2023, 0200000)
              Early test    1 June → 20 May 2023  −12 days
                first move; no reason given (Ada, 12 April 2023, 0300000)
Cancelled     Given up      12 April 2023         no money
                Ada, 12 April 2023, 0300000
Coming up     SSS-1 launch  16 April 2023         in 3 days   Ada
              Council       2 May 2023            in 19 days
Overdue       Late test     March 2023            13 days late   no owner named
Undated       Undated
Meetings      CDR meeting, 12 April 2023, Ankara, TR
                335 RIDs raised
                Decided (d1): Go on.
Actions       2 open, 1 overdue.
              Publish
                Ada; overdue by 43 days; open since 2 January 2023, 101 days; Kick-off (a1)
              Translate
                no owner named; no due date; open since 2 January 2023, 101 days; Kick-off (a2)
RIDs          335 review items (RIDs) raised this week; how many are left open is not recorded.
Records       1 meeting new: Council

Not updated   4 of 6 open matters have not been touched for more than 90 days:
              no owner named  2 of 3 milestones, 1 of 1 action  the longest: Late test, 101 days
              Ada             1 of 1 action                     action kick-off a1, 101 days

How the schedule is judged: 2 open milestones have no baseline, so their slips do not count. 1 open
milestone has neither plan nor baseline, and cannot be judged. An open milestone is behind where its
plan has passed or lies more than 7 days after its baseline. The schedule is behind where at least
half of those that can be judged are, and partly behind where fewer are.
)");
}

TEST_CASE("no line is wider than asked", "[report][render]")
{
    auto const width = GENERATE(60U, 72U, 80U, 100U, 120U);
    for (auto const& line : lines_of(report_text(busy().report("2023-W15", "2023-04-13"), {width, false})))
        CHECK(display_width(line) <= width);
}

TEST_CASE("colour changes no letter", "[report][render]")
{
    auto const report = busy().report("2023-W15", "2023-04-13");
    auto coloured = report_text(report, {100, true});
    CHECK(coloured.find("\x1b[31m") != std::string::npos);
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == report_text(report));
}

TEST_CASE("columns line up behind Chinese, Thai and Mongolian names", "[report][render]")
{
    std::vector<Row> rows;
    for (auto const* name : {"北京航空航天大学", "การปล่อยดาวเทียม", "Хиймэл дагуул", "plain"})
        rows.push_back({"", {{name}, {"|"}}, ""});
    for (auto const& line : lines_of(columns(rows, 2, 80, false)))
        CHECK(display_width(line.substr(0, line.find('|'))) == 2 + 16 + 2);
}

TEST_CASE("text without spaces is broken where the line ends", "[report][render]")
{
    auto const lines = wrapped("北京航空航天大学 x", 6);

    CHECK(lines == std::vector<std::string>{"北京航", "空航天", "大学 x"});
}

TEST_CASE("a record's text acts on no terminal and marks up no Markdown", "[report][render]")
{
    Story story;
    story.on("2023-01-02", {somebody})
        .on("2023-04-12", {{"milestone/a", milestone("\\u001b[31m|*x* <b> @you", "actual = 2023-04-12\n")}});
    auto const report = story.report("2023-W15");

    CHECK(report_text(report).find('\x1b') == std::string::npos);
    auto const markdown = report_markdown(report);
    CHECK(markdown.find("<b>") == std::string::npos);
    CHECK(markdown.find("\\|\\*x\\*") != std::string::npos);
    CHECK(markdown.find(" @you") == std::string::npos);
}

TEST_CASE("nothing that changed is said plainly", "[report][render]")
{
    auto const text = report_text(busy().report("2023-W16"));

    CHECK(text.find("Nothing changed in week 16 of 2023") != std::string::npos);
    CHECK(text.find("Moved") == std::string::npos);
}

TEST_CASE("a report before the first commit says what it is made from", "[report][render]")
{
    CHECK(report_text(busy().report("2022-04")).find("The records begin on 2 January 2023") != std::string::npos);
    CHECK(report_markdown(busy().report("2022-04")).find("The records begin on 2 January 2023") != std::string::npos);
}

TEST_CASE("an import is said to be one", "[report][render]")
{
    CHECK(report_text(busy().report("2023-01")).find("9 records came with the first commit") != std::string::npos);
}

TEST_CASE("a report in JSON keeps its schema", "[report][render]")
{
    auto const schema = output_schema();
    for (auto const* period : {"2023-W15", "2023-W16", "2023-01", "2022-04", "2024"}) {
        auto const document = nlohmann::json::parse(report_json(busy().report(period)));
        CHECK(first_breach(schema, schema, document) == "");
    }
}

TEST_CASE("the schema of the report refuses what is no report", "[report][render]")
{
    auto const schema = output_schema();
    auto document = nlohmann::json::parse(report_json(busy().report("2023-W15")));
    document["standing"]["reached"]["count"] = "one";

    CHECK(first_breach(schema, schema, document) == "/standing/reached/count: not of type \"integer\"");
}

TEST_CASE("what is not known is null in JSON", "[report][render]")
{
    auto const document = nlohmann::json::parse(report_json(busy().report("2023-W15", "2023-04-13")));

    CHECK(document["rids"]["left_open"].is_null());
    CHECK(document["satellites"][0]["days_in_orbit"].is_null());
    CHECK(document["satellites"][0]["last_review"] == "SSS-1 CDR");
}

TEST_CASE("dates in JSON are as the records hold them", "[report][render]")
{
    auto const document = nlohmann::json::parse(report_json(busy().report("2023-W15", "2023-04-13")));

    CHECK(document["overdue"][0]["planned"] == "2023-03");
    CHECK(document["moved"]["slipped"][0]["way"] == nlohmann::json{"2023-04-14", "2023-04-16"});
    CHECK(document["moved"]["slipped"][0]["sources"][0]["reason"] == "weather");
}

}  // namespace sss::report_test
