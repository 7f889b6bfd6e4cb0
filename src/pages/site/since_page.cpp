#include "pages/site/site_page.hpp"
#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

/// So many rows of a table stand on one page: there is a page for every month.
constexpr std::size_t most_rows_since = 50;

PageCell cell_of_date(std::optional<Date> const& date, std::string_view otherwise = {})
{
    return date ? PageCell{whole_date(*date, false)} : PageCell{Said{otherwise}};
}

Said name_of(SinceThen const& one, FieldWords const& names)
{
    return one.what == SinceThen::Now::removed ? as_name(one.title) : names.record(kinds::milestone, one.id);
}

PageCell difference_of(SinceThen const& one)
{
    if (!one.difference || !one.difference->moved()) return {};
    return {slip_in_words(*one.difference), {}, one.difference->direction() > 0 ? Tone::bad : Tone::plain};
}

PageTable moved_since(NetSince const& since, FieldWords const& names)
{
    PageTable table{"Dates that moved", {{"Milestone"}, {"Planned then"}, {"Planned now"}, {"Difference"}}};
    for (auto const& one : since.milestones)
        if (one.what == SinceThen::Now::planned)
            table.rows.push_back({name_of(one, names), cell_of_date(one.then, "no date yet"),
                                  cell_of_date(one.now, "no date any more"), difference_of(one)});
    return table;
}

Said became_said(SinceThen const& one)
{
    using enum SinceThen::Now;
    auto const on = [&](std::string_view word) {
        return one.now ? std::string{word} + ' ' + whole_date(*one.now, false) : Said{word};
    };
    switch (one.what) {
        case reached: return on("reached");
        case failed: return on("failed");
        case given_up: return "given up";
        case no_longer_awaited: return "no longer awaited";
        case removed: return "its record was removed";
        case planned: break;
    }
    return {};
}

PageTable settled_since(NetSince const& since, FieldWords const& names)
{
    PageTable table{"What became of milestones",
                    {{"Milestone"}, {"Planned then"}, {"What became of it"}, {"Difference"}}};
    for (auto const& one : since.milestones) {
        if (one.what == SinceThen::Now::planned) continue;
        auto const held = one.what == SinceThen::Now::reached || one.what == SinceThen::Now::failed;
        table.rows.push_back({name_of(one, names),
                              cell_of_date(one.then, one.stood_then ? "no date yet" : "not on record yet"),
                              became_said(one), held ? difference_of(one) : PageCell{}});
    }
    return table;
}

PageTable held_since(NetSince const& since, FieldWords const& names)
{
    PageTable table{"Meetings held", {{"Meeting"}, {"When"}, {"Where"}}};
    for (auto const* meeting : since.held)
        table.rows.push_back(
            {names.record(kinds::meeting, meeting->id), whole_date(meeting->when()), place_of(*meeting)});
    return table;
}

/// Records by their titles, each with its kind.
std::vector<PageBlock> records_of(std::vector<std::uint32_t> const& threads, SiteFacts const& site)
{
    FieldWords const names{site.records()};
    PageList list;
    for (auto const index : threads) {
        auto const& thread = site.thread(index);
        auto const past = site.past_of(index);
        auto const title = past.empty() ? thread.id : past.back()->change->title;
        list.items.push_back({thread.stands ? names.record(thread.kind->name, thread.id)
                                            : as_record(title, record_address(*thread.kind, thread.id)),
                              {},
                              kind_name(*thread.kind)});
    }
    if (list.items.empty()) return {};
    return {std::move(list)};
}

Said lead_of(NetSince const& since)
{
    auto const number = [&](SinceThen::Now what) {
        return std::ranges::count(since.milestones, what, &SinceThen::what);
    };
    std::string text;
    auto const add = [&](std::int64_t figure, std::string const& clause) {
        if (figure > 0) text += (text.empty() ? "" : ", ") + clause;
    };
    auto const reached = number(SinceThen::Now::reached), moved = number(SinceThen::Now::planned);
    add(reached, count(reached, "milestone") + (reached == 1 ? " was reached" : " were reached"));
    add(moved, number_text(moved) + (moved == 1 ? " date moved" : " dates moved"));
    add(std::ssize(since.added),
        count(std::ssize(since.added), "record") + (since.added.size() == 1 ? " is new" : " are new"));
    add(std::ssize(since.held),
        count(std::ssize(since.held), "meeting") + (since.held.size() == 1 ? " was held" : " were held"));
    if (text.empty()) return since.milestones.empty() && since.removed.empty() ? "Nothing has changed since." : Said{};
    return capitalised(text) + '.';
}

}  // namespace

std::string since_address(Period const& month)
{
    return fmt::format("since/{}.html", month.name);
}

SitePage since_page(SiteFacts const& site, NetSince const& since, Period const& month)
{
    FieldWords const names{site.records()};
    SitePage made{since_address(month), {}};
    made.section = "reports/index.html";
    made.above = {as_page("Reports", made.section),
                  as_page(in_words(month), fmt::format("reports/{}.html", month.name))};
    auto& page = made.page;
    page.name = "What has changed since " + in_words(month);
    page.title = in_plain(page.name) + " – " + site.publication.name;
    page.subtitle = "from the end of " + whole_day(since.day) + " to now";
    page.lead = lead_of(since);
    page.whole = true;
    add_section(page, "Dates that moved", "moved", block_of(moved_since(since, names)));
    add_section(page, "What became of milestones", "settled", block_of(settled_since(since, names)));
    add_section(page, "Meetings held", "meetings", block_of(held_since(since, names)));
    add_section(page, "New", "new", records_of(since.added, site));
    add_section(page, "Removed", "removed", records_of(since.removed, site));
    for (auto& section : page.sections)
        cut_long(section.blocks, most_rows_since,
                 "among " + (section.anchor == "moved" || section.anchor == "settled"
                                 ? as_page("all milestones", "milestones/index.html")
                                 : as_page("all that is new", "news/index.html")));
    page.foot.push_back("What was only worded otherwise is not told here.");
    return made;
}

}  // namespace sss
