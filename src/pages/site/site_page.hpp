#pragma once

#include "facts/publication/since.hpp"
#include "facts/publication/site_facts.hpp"
#include "pages/page.hpp"
#include "programme/terms.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sss {

/// A page among others: what stands on it, and where it stands.
struct SitePage {
    std::string address;  ///< below the folder of all: "milestones/sss-1-cdr.html"
    Page page;
    std::vector<Said> above = {};    ///< the pages that lead to it, the widest first; the front page is not among them
    std::string section = {};        ///< the page of the navigation that it belongs to
    std::vector<Said> as_data = {};  ///< the same for other programs: links
    std::optional<std::uint32_t> changed = {};  ///< the commit since which it says what it says
    std::string correct_at = {};                ///< the record's file: where it can be put right
    std::string leads_on = {};                  ///< this page stands for another one: its address
};

/// A list of so many rows stands on one page; a longer one is cut.
constexpr std::size_t most_list_rows = 200;

/// A row of a long list, and under what it is looked for.
struct ListRow {
    std::string key;  ///< plain letters: "sss-1 cdr", "2018-04-25"
    std::vector<PageCell> cells;
};

/// The pages of a list: one where it is short; else one that leads to parts, each for a beginning of the key ("s",
/// "2018"), so that the address of what is looked for lasts when others come.
/// @param whole   the page of the whole list: address, name and what stands above the rows
/// @param table   its columns
/// @param lengths of the beginnings by which it is cut, the shortest first: 4 and 7 of a date cut by year, then month
std::vector<SitePage> list_pages(SitePage const& whole, PageTable const& table, std::vector<ListRow> rows,
                                 std::string const& part_folder, std::span<std::size_t const> lengths);

// The pages of a site. Each tells of one thing, by itself.
SitePage front_page(SiteFacts const& site);
/// @param prose  so many bytes of its long texts stand on it; the rest stands in the data beside it
SitePage record_page(SiteFacts const& site, Record const& record, std::size_t prose = 30'000);
/// Of a record that is gone: that it was removed, when, by whom and why.
SitePage removed_page(SiteFacts const& site, std::uint32_t thread);
/// At an id that a record bore before.
SitePage former_page(SiteFacts const& site, std::uint32_t thread, std::string const& former_id);
std::vector<SitePage> kind_pages(SiteFacts const& site, Kind const& kind);
std::vector<SitePage> actions_pages(SiteFacts const& site);
std::vector<SitePage> timeline_pages(SiteFacts const& site);
std::vector<SitePage> news_pages(SiteFacts const& site);

/// A report of the past, and what the grid of all says of it.
struct KeptReport {
    Period period;
    std::string address;
    std::string verdict;  ///< "partly behind"; empty: nothing could be judged
    int reached = 0, total = 0;
};
SitePage reports_page(std::vector<KeptReport> const& reports);
SitePage report_page_of(SiteFacts const& site, KeptReport const& kept, ProgressReport const& report);

/// What has changed since a month that is over: the state then and now.
SitePage since_page(SiteFacts const& site, NetSince const& since, Period const& month);
std::string since_address(Period const& month);

/// Names that one record alone bears lead to its page.
Said with_links(Said const& said, SiteFacts const& site);
/// The same of all that a page says.
void add_links(Page& page, SiteFacts const& site);

/// A file for other programs.
struct DataFile {
    std::string address;
    std::string title;
    std::string what;
};
SitePage data_page(SiteFacts const& site, std::vector<DataFile> const& files);
/// All abbreviations that pages explain.
SitePage glossary_page(SiteFacts const& site, Glossary const& glossary);
/// What somebody wrote of the programme, in Markdown.
SitePage about_page(SiteFacts const& site, std::string_view text);
SitePage not_found_page();

}  // namespace sss
