#include "pages/site/site_page.hpp"

#include <array>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace sss::list_pages_test {

constexpr std::array<std::size_t, 2> by_year_and_month{4, 7};

SitePage list_of_meetings()
{
    SitePage whole{"meetings/index.html", {}};
    whole.page.name = "Meetings";
    return whole;
}

std::vector<ListRow> rows(std::size_t number, std::string const& key)
{
    std::vector<ListRow> made;
    for (std::size_t i = 0; i < number; ++i) made.push_back({key, {PageCell{fmt::format("{} {}", key, i)}}});
    return made;
}

std::size_t told(SitePage const& page)
{
    std::size_t sum = 0;
    for (auto const& section : page.page.sections)
        for (auto const& block : section.blocks)
            if (auto const* table = std::get_if<PageTable>(&block)) sum += table->rows.size();
    return sum;
}

TEST_CASE("a list that a page holds stands on it", "[site]")
{
    auto const pages = list_pages(list_of_meetings(), {{}, {{"Meeting"}}}, rows(200, "2018-04-25"), "lists/meetings",
                                  by_year_and_month);

    REQUIRE(pages.size() == 1);
    CHECK(told(pages[0]) == 200);
}

TEST_CASE("a longer one is cut by year, and a year that is too long by month; nothing is lost", "[site]")
{
    auto all = rows(150, "2018-04-25");
    for (auto& row : rows(100, "2018-05-01")) all.push_back(std::move(row));
    for (auto& row : rows(3, "2019-01-01")) all.push_back(std::move(row));
    for (auto& row : rows(1, "")) all.push_back(std::move(row));
    auto const pages =
        list_pages(list_of_meetings(), {{}, {{"Meeting"}}}, std::move(all), "lists/meetings", by_year_and_month);

    std::vector<std::string> addresses;
    std::size_t sum = 0;
    for (auto const& page : pages) {
        addresses.push_back(page.address);
        sum += told(page);
    }
    CHECK(addresses == std::vector<std::string>{"meetings/index.html", "lists/meetings/2018.html",
                                                "lists/meetings/2018-04.html", "lists/meetings/2018-05.html",
                                                "lists/meetings/2019.html", "lists/meetings/other.html"});
    CHECK(sum == 254);
    CHECK(in_plain(pages[2].above.back()) == "Meetings");
}

TEST_CASE("of rows that nothing tells apart the page says how many more there are", "[site]")
{
    auto const pages = list_pages(list_of_meetings(), {{}, {{"Meeting"}}}, rows(500, "2018-04-25"), "lists/meetings",
                                  by_year_and_month);

    CHECK(told(pages.back()) == 200);
    auto const* more = std::get_if<PageParagraph>(&pages.back().page.sections.front().blocks.back());
    REQUIRE(more != nullptr);
    CHECK(in_plain(more->text) == "… and 300 more: in the data");
}

}  // namespace sss::list_pages_test
