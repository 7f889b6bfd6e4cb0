#include "facts/programme_past.hpp"
#include "facts/story.hpp"
#include "pages/report/report_page.hpp"
#include "print/html/page_html.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/text/page_text.hpp"
#include "support/utf8.hpp"
#include "words/pseudo_language.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace sss::other_language_test {

namespace {

using Records = std::vector<std::pair<std::string, std::string>>;

/// A record whose title has no letter of English, so that what is left of these is ours.
std::pair<std::string, std::string> review(std::string const& id, std::string const& title, std::string const& more)
{
    return {"milestone/" + id, milestone(title, "owner = \"o\"\nsatellite = \"s\"\n" + more)};
}

/// Months in which something of every sort happens.
Story eventful()
{
    Story story;
    story.settings.sections = report_sections();
    story.settings.sections.push_back(ReportSection::forecast);
    std::erase(story.settings.sections, ReportSection::charts);  // pictures have words of their own
    story.settings.stale_days = 30;
    Records first{
        {"organisation/o", "name = \"Όμιλος\"\n"},
        {"satellite/s", "name = \"Σίγμα\"\nlead = \"o\"\n"},
        {"satellite/t", "name = \"Ταυ\"\nlead = \"o\"\n"},
        review("a", "Άλφα", "planned = 2023-04-12\nbaseline = 2023-04-01\n"),
        review("b", "Βήτα", "planned = 2023-06-01\nbaseline = 2023-05-01\n"),
        review("c", "Γάμμα", "planned = 2023-03-01\n"),
        review("d", "Δέλτα", ""),
        review("e", "Έψιλον", "planned = 2023-06-10\ndepends_on = [\"b\"]\n"),
        review("f", "Ζήτα", "planned = 2023-04-20\n"),
        review("g", "Ήτα", "actual = 2023-01-01\n"),
        review("h", "Θήτα", "planned = 2023-08-01\n"),
        review("i", "Ιώτα", "planned = \"2023-Q3\"\n"),
        {"milestone/start", "title = \"Κάππα\"\ntype = \"launch\"\nsatellite = \"s\"\nplanned = 2023-07-01\n"}};
    story.on("2023-01-02", first);
    story.because("λόγος");
    story.on("2023-04-03", {review("b", "Βήτα", "planned = 2023-06-05\nbaseline = 2023-05-01\n")});
    story.on("2023-04-05",
             {review("a", "Άλφα",
                     "planned = 2023-04-12\nbaseline = 2023-04-01\nactual = 2023-04-14\n"
                     "outcome = \"passed-with-actions\"\n"),
              review("b", "Βήτα", "planned = 2023-06-20\nbaseline = 2023-05-01\n"),
              review("e", "Έψιλον", "planned = 2023-06-12\ndepends_on = [\"b\"]\n"),
              review("f", "Ζήτα", "planned = 2023-04-20\nactual = 2023-04-09\noutcome = \"failed\"\n"),
              review("g", "Ήτα", ""),
              review("h", "Θήτα", ""),
              review("i", "Ιώτα", "planned = \"2023-Q2\"\n"),
              review("n", "Νι", "planned = 2023-09-01\n"),
              review("x", "Ξι", "planned = 2023-09-02\n"),
              {"meeting/m",
               "title = \"Σύνοδος\"\ntype = \"review\"\nstart = 2023-04-02\nheld = true\nplace = \"Αθήνα\"\n"
               "satellites = [\"s\"]\n[rids]\nraised = 335\nclosed = 12\n[[decision]]\nid = \"1\"\ntext = "
               "\"Ναι\"\n[[action]]\nid = \"2\"\ntext = \"Έργο\"\nowner = \"o\"\ndue = 2023-04-10\n[[action]]\nid = "
               "\"3\"\ntext = \"Άλλο\"\nowner = \"o\"\nclosed = 2023-04-06\n"},
              {"meeting/p", "title = \"Επόμενη\"\ntype = \"review\"\nstart = 2023-05-10\nplace = \"Πάτρα\"\n"}});
    story.on("2023-04-20", {review("x", "Ξι",
                                   "planned = 2023-09-02\ncancelled = { on = 2023-04-19, reason = \"λόγος\" "
                                   "}\n"),
                            review("d", "Δέλτα", "planned = 2023-10-01\nbaseline = 2023-10-01\n"),
                            {"satellite/u", "name = \"Ύψιλον\"\n"}});
    return story;
}

/// What stands beside a story: the office's own words, promises, forecasts, how it was made.
ProgressReport full_report()
{
    auto report = eventful().report("2023-04");
    report.programme = "Πρόγραμμα";
    report.zone = "0";
    report.snapshot = git::Oid{};
    report.made = {"", {"report"}, {}, {"1"}};
    Statement const statement{.id = "1",
                              .title = {},
                              .text = "Ένα.\n\nΔύο.\n\nΤρία.\n",
                              .satellite = {},
                              .satellite_name = {},
                              .by = {},
                              .by_name = "Όμιλος",
                              .author = {},
                              .on = date("2023-01-01"),
                              .days = 119,
                              .stale = true};
    report.statements = {statement};
    auto const month = [](std::string_view name) {
        return std::get<Period>(parse_period(name, *parse_day("2023-04-30")));
    };
    report.promised = {{month("2023-02"), day("2023-03-07"), day("2023-03-05"), PromisedReport::Kept::in_time},
                       {month("2023-03"), day("2023-04-07"), {}, PromisedReport::Kept::missing},
                       {month("2023-04"), day("2023-05-07"), {}, PromisedReport::Kept::awaited}};
    report.promised_within = 7;
    StandardRecords state;
    for (auto const* plan : {"2023-06-01", "2025-06-01"}) {
        Milestone open;
        open.id = open.title = "Φι";
        open.planned = date(plan);
        state.milestones.push_back(open);
    }
    report.forecasts = forecasts(with_slips({1, 2, 3, 4, 5, 6, 7, 8, 9}), state, day("2023-04-30"));
    return report;
}

/// Runs of our letters that are neither a name of git, nor of a file, nor typed.
std::string english_in(std::string text)
{
    // What is typed, who committed, the time standard, kinds by the names that a programme gives them.
    for (std::string_view const known :
         {"sss validate", "sss list milestone --where late", "sss list action --where open", "sss show statement/1",
          "--format json", "sss report", "Ada", "UTC", "milestone", "meeting", "satellite"})
        for (auto at = text.find(known); at != text.npos; at = text.find(known)) text.erase(at, known.size());
    std::string found;
    for (auto const c : text)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            found += c;
        else if (!found.empty() && found.back() != ' ')
            found += ' ';
    return found;
}

/// What a page of HTML says to who reads or hears it.
std::string read_or_heard(std::string html)
{
    for (auto at = html.find("<style>"); at != html.npos; at = html.find("<style>"))
        html.erase(at, html.find("</style>") + 8 - at);
    std::string said;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            said += html[at++];
            continue;
        }
        auto const tag = html.substr(at, html.find('>', at) - at);
        for (std::string_view const attribute : {" aria-label=\"", " data-label=\"", " title=\"", " alt=\""})
            if (auto const begin = tag.find(attribute); begin != tag.npos) {
                auto const from = begin + attribute.size();
                said += tag.substr(from, tag.find('"', from) - from) + '\n';
            }
        at = html.find('>', at) + 1;
    }
    for (std::string_view const entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
        for (auto at = said.find(entity); at != said.npos; at = said.find(entity)) said.erase(at, entity.size());
    return said;
}

/// Letters of a message outside of its brackets, or brackets that do not pair.
bool is_whole(Said const& said)
{
    int open = 0;
    auto const text = in_plain(said);
    constexpr std::string_view begins = "⟦", ends = "⟧";
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, begins.size(), begins) == 0) ++open;
        if (text.compare(at, ends.size(), ends) == 0) --open;
        if (text.compare(at, 1, "\xD7") == 0 && open == 0) return false;
    }
    return open == 0;
}

}  // namespace

TEST_CASE("a report in another language has no word of English in it, in any format for people", "[report][words]")
{
    PseudoLanguage const language;
    auto const page = report_page(full_report(), Words{language});

    CHECK(english_in(page_text(page, {})) == "");
    CHECK(english_in(page_text(page, {76, false})) == "");
    CHECK(english_in(page_markdown(page)) == "");
    CHECK(english_in(read_or_heard(page_html(page))) == "");
    CHECK(english_in(read_or_heard(page_html_for_mail(page))) == "");
    CHECK(english_in(page.title) == "");
}

TEST_CASE("that report has every section but the pictures", "[report][words]")
{
    PseudoLanguage const language;
    auto const report = full_report();
    auto const page = report_page(report, Words{language});

    for (auto const section : report.sections) {
        auto const found = std::ranges::find(page.sections, std::string{name_of(section)}, &PageSection::anchor);
        INFO(name_of(section));
        CHECK(found != page.sections.end());
    }
}

TEST_CASE("nothing is glued to a message", "[report][words]")
{
    PseudoLanguage const language;
    auto const page = report_page(full_report(), Words{language});

    for (auto const& said : {page.name, page.sort, page.subtitle, page.part, page.lead, page.rest}) {
        INFO(in_plain(said));
        CHECK(is_whole(said));
    }
    for (auto const& section : page.sections)
        for (auto const& block : section.blocks)
            if (auto const* table = std::get_if<PageTable>(&block))
                for (auto const& row : table->rows)
                    for (auto const& cell : row)
                        for (auto const& line : cell.lines) {
                            INFO(in_plain(line.text) + " | " + in_plain(line.aside));
                            CHECK(is_whole(line.text));
                            CHECK(is_whole(line.aside));
                        }
}

TEST_CASE("a language that needs more room keeps to the width that is asked for", "[report][words]")
{
    PseudoLanguage const language;
    auto const page = report_page(full_report(), Words{language});

    for (std::size_t const width : {60u, 76u, 100u, 140u}) {
        std::istringstream lines{page_text(page, {width, false})};
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(display_width(line) <= width);
        }
    }
}

TEST_CASE("periods, parts and quiet times are told without English too", "[report][words]")
{
    PseudoLanguage const language;
    auto story = eventful();
    auto const check = [&](char const* period) {
        auto report = story.report(period);
        report.programme = "Πρόγραμμα";
        INFO(period);
        CHECK(english_in(page_text(report_page(report, Words{language}))) == "");
    };
    for (auto const* period : {"2022", "2023", "2023-Q2", "2023-W14", "2023-W15", "2023-04-05", "2023-05", "2023-H2",
                               "2023-04-01..2023-04-09"})
        check(period);
    story.narrowing = {{"s"}, {"o"}, {}};
    check("2023-04");
    story.narrowing = {{""}, {""}, {}};
    check("2023-04");
}

}  // namespace sss::other_language_test
