#include "pages/report/report_page.hpp"
#include "pages/site/site_page.hpp"
#include "words/date_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace sss {

SitePage reports_page(std::vector<KeptReport> const& reports)
{
    SitePage made{"reports/index.html", {}};
    made.section = made.address;
    made.page.name = "Reports";
    made.page.title = "Reports";
    made.page.lead = reports.empty() ? "No month has been reported on yet." : "Each month as it was told at its end.";
    made.page.whole = true;
    std::map<int, std::map<unsigned, KeptReport const*>> years;
    for (auto const& one : reports) {
        std::chrono::year_month_day const first{one.period.first};
        years[static_cast<int>(first.year())][static_cast<unsigned>(first.month())] = &one;
    }
    PageTable grid{"Reports by year and month", {{"Year"}}};
    for (unsigned month = 1; month <= 12; ++month)
        grid.columns.push_back({std::string{month_name(std::chrono::month{month}).substr(0, 3)}});
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        auto& row = grid.rows.emplace_back();
        row.emplace_back(std::to_string(year->first));
        for (unsigned month = 1; month <= 12; ++month) {
            auto const found = year->second.find(month);
            if (found == year->second.end()) {
                row.emplace_back();
                continue;
            }
            auto const& one = *found->second;
            row.push_back({as_page(one.total == 0 ? "–" : fmt::format("{}/{}", one.reached, one.total), one.address),
                           one.verdict});
        }
    }
    std::vector<PageBlock> blocks;
    add_table(blocks, std::move(grid));
    if (!blocks.empty()) {
        blocks.emplace_back(
            PageParagraph{"How many milestones were reached of how many, and whether the schedule held."});
        made.page.sections.push_back({{}, "grid", std::move(blocks)});
    }
    return made;
}

SitePage report_page_of(SiteFacts const& site, KeptReport const& kept, ProgressReport const& report)
{
    SitePage made{kept.address, report_page(report, Words{})};
    // A page for everybody leads to the statement, where a report tells a command.
    auto const kind = std::ranges::find(site.kinds, kinds::statement, &Kind::name);
    auto const folder = kind == site.kinds.end() ? std::string{"statements"} : (*kind)->folder;
    auto statement = report.statements.begin();
    for (auto& section : made.page.sections)
        for (auto& block : section.blocks)
            if (auto* quote = std::get_if<PageQuote>(&block); quote != nullptr && statement != report.statements.end())
            {
                auto const address = record_address(folder, statement->id, ".html");
                auto const is_command = [](SaidPart const& part) { return part.is == SaidPart::Is::code; };
                if (!quote->paragraphs.empty() && std::ranges::any_of(quote->paragraphs.back().parts(), is_command))
                    quote->paragraphs.back() = as_page("The whole statement", address);
                ++statement;
            }
    constexpr std::size_t most_rows = 50;
    for (auto& section : made.page.sections)
        cut_long(section.blocks, most_rows, as_code("sss report --period " + kept.period.name));
    add_links(made.page, site);
    made.section = "reports/index.html";
    made.above = {as_page("Reports", made.section)};
    made.page.remarks.insert(made.page.remarks.begin(),
                             "This is how it stood on " + whole_day(report.today) + "; see " +
                                 as_page("where it stands today", "index.html") + " and " +
                                 as_page("what has changed since", since_address(kept.period)) + '.');
    return made;
}

}  // namespace sss
