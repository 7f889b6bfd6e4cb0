#include "facts/chart/timeline.hpp"
#include "facts/publication/discretion.hpp"
#include "pages/report/report_page.hpp"
#include "pages/site/site_page.hpp"
#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/report/report_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

constexpr std::array<std::size_t, 2> by_day{4, 7};

/// "planned" also of what is late: a page of the past does not change because a day has gone by.
std::string_view state_of_entry(TimelineEntry const& entry)
{
    switch (entry.state) {
        case EntryState::happened:
            return entry.kind == EntryKind::own ? "" : entry.kind == EntryKind::meeting ? "held" : "reached";
        case EntryState::cancelled: return "given up";
        case EntryState::failed: return "failed";
        case EntryState::dropped: return "no longer awaited";
        case EntryState::ahead:
        case EntryState::late:
        case EntryState::unconfirmed: break;
    }
    return "planned";
}

Said name_of_entry(TimelineEntry const& entry, FieldWords const& names)
{
    switch (entry.kind) {
        case EntryKind::milestone: return names.record(kinds::milestone, entry.id);
        case EntryKind::meeting: return names.record(kinds::meeting, entry.id);
        case EntryKind::own: return names.record(entry.own_kind, entry.id);
        case EntryKind::action: break;
    }
    return as_prose(entry.title);
}

Said whereabouts_of(TimelineEntry const& entry, SiteFacts const& site)
{
    FieldWords const names{site.records()};
    auto const* meeting = entry.kind == EntryKind::meeting ? site.state.meeting(entry.id) : nullptr;
    Said said = meeting != nullptr ? place_of(*meeting) : Said{};
    for (auto const& id : entry.satellites) said = joined(std::move(said), ", ", names.record(kinds::satellite, id));
    return said;
}

PageTable actions_of(OwnersActions const& owner, SiteFacts const& site)
{
    PageTable table{"Open actions", {{"What"}, {"Due"}, {"Agreed at"}}};
    FieldWords const names{site.records()};
    for (auto const& one : owner.open) {
        PageCell due{"no due date"};
        if (one.item.due) due = {whole_date(*one.item.due), {}, one.overdue > 0 ? Tone::bad : Tone::plain};
        if (one.overdue > 0) due.lines.front().aside = "overdue by " + whole_days(one.overdue);
        table.rows.push_back({as_prose(one.item.text), due, names.record(kinds::meeting, one.meeting)});
    }
    return table;
}

Said owner_said(OwnersActions const& owner, SiteFacts const& site)
{
    return owner.owner.empty() ? Said{"Nobody named"}
                               : FieldWords{site.records()}.record(kinds::organisation, owner.owner);
}

/// "12 open, 3 overdue"
std::string actions_count(OwnersActions const& owner)
{
    auto text = number_text(std::ssize(owner.open)) + " open";
    if (owner.overdue > 0) text += ", " + number_text(owner.overdue) + " overdue";
    return text;
}

PageItem item_of_news(NewsItem const& item, ChangeWords const& words, SiteFacts const& site)
{
    auto said = news_said(item, words, site);
    // A rename writes the former id among the aliases: nothing was put right.
    auto const is_rename = [](ChangeFacts const& one) {
        return std::ranges::all_of(one.fields,
                                   [](FieldChange const& field) { return field.path.starts_with(keys::aliases); });
    };
    auto const last = std::find_if_not(item.told.rbegin(), item.told.rend() - 1, is_rename);
    if (last != item.told.rend() - 1) said += "; put right since, " + whole_day(site.landed(last->change->commit));
    auto const first = item.first_commit();
    return {
        std::move(said), {}, joined(as_name(site.commit(first).commit.author.name), ", ", commit_name(first, site))};
}

/// Items under the days on which they landed.
void add_news(std::vector<PageSection>& sections, std::span<NewsItem const* const> items, SiteFacts const& site)
{
    ChangeWords const words{site.records(), WordDetail::brief};
    std::optional<Day> day;
    PageList list;
    auto const close = [&] {
        if (list.items.empty()) return;
        sections.push_back({whole_day(*day), "d" + iso(*day), {std::exchange(list, {})}});
    };
    for (auto const* item : items) {
        auto const landed = site.landed(item->first_commit());
        if (day != landed) close();
        day = landed;
        list.items.push_back(item_of_news(*item, words, site));
    }
    close();
}

SitePage news_page(std::string address, Said name, std::string const& title, SiteFacts const& site)
{
    SitePage page{std::move(address), {}};
    page.section = "news/index.html";
    page.page.name = std::move(name);
    page.page.title = title + " – " + site.publication.name;
    page.page.whole = true;
    page.as_data = {as_page("feed", "programme.atom")};
    return page;
}

}  // namespace

std::vector<SitePage> actions_pages(SiteFacts const& site)
{
    auto const& actions = site.standing.actions;
    SitePage whole{"actions/index.html", {}};
    whole.section = whole.address;
    whole.page.name = "Actions";
    whole.page.title = "Actions – " + site.publication.name;
    whole.page.subtitle = "Open on " + whole_day(site.standing.today);
    whole.page.lead = open_actions_sentence(site.standing);
    if (actions.overdue_count > 0) whole.page.tone = Tone::bad;
    std::vector<SitePage> pages{std::move(whole)};
    auto owners = actions.open;
    std::erase_if(owners, [](OwnersActions const& owner) { return owner.open.empty(); });
    std::ranges::stable_sort(owners, [](auto const& a, auto const& b) { return a.overdue > b.overdue; });
    if (actions.open_count <= static_cast<int>(most_list_rows)) {
        for (auto const& owner : owners)
            pages.front().page.sections.push_back({owner_said(owner, site),
                                                   owner.owner.empty() ? "nobody" : owner.owner,
                                                   {actions_of(owner, site)},
                                                   false,
                                                   actions_count(owner)});
        return pages;
    }
    PageList list;
    for (auto const& owner : owners) {
        auto const name = owner.owner.empty() ? std::string{"nobody"} : owner.owner;
        SitePage part{record_address("lists/actions", name, ".html"), {}};
        part.section = "actions/index.html";
        part.above = {as_page("Actions", "actions/index.html")};
        part.page.name = "Actions of " + owner_said(owner, site);
        part.page.title = in_plain(part.page.name) + " – " + site.publication.name;
        part.page.lead = actions_count(owner) + '.';
        part.page.sections.push_back({{}, "open", {actions_of(owner, site)}});
        list.items.push_back({as_page(in_plain(owner_said(owner, site)), part.address), {}, actions_count(owner)});
        pages.push_back(std::move(part));
    }
    pages.front().page.sections.push_back({"By owner", "owners", {std::move(list)}});
    return pages;
}

std::vector<SitePage> timeline_pages(SiteFacts const& site)
{
    auto const all = timeline(site.records(), site.standing.today, {});
    SitePage whole{"timeline/index.html", {}};
    whole.section = whole.address;
    whole.page.name = "Timeline";
    whole.page.title = "Timeline – " + site.publication.name;
    whole.page.lead = "What happened, and what is planned.";
    whole.as_data = {as_page("calendar", "programme.ics")};
    PageTable const table{"The timeline", {{"When"}, {"What"}, {"State"}, {"Where or of what"}}};
    FieldWords const names{site.records()};
    std::vector<ListRow> rows;
    for (auto const& entry : all.entries)
        if (entry.when)
            rows.push_back({iso(entry.when->first()),
                            {whole_date(*entry.when), name_of_entry(entry, names), Said{state_of_entry(entry)},
                             whereabouts_of(entry, site)}});
    auto pages = list_pages(whole, table, std::move(rows), "lists/timeline", by_day);
    if (!all.undated.empty()) {
        PageList undated;
        for (auto const& entry : all.undated) undated.items.push_back({name_of_entry(entry, names)});
        undated.folds = true;
        pages.front().page.sections.push_back({"Without a date", "undated", {std::move(undated)}});
    }
    return pages;
}

namespace {

/// "2018", "April 2018", "3 April 2018", from the beginning of a day as ISO 8601 writes it.
std::string stretch_name(std::string const& beginning, Day day)
{
    if (beginning.size() == 4) return beginning;
    return beginning.size() == 7 ? in_words(period_of(day, PeriodUnit::month)) : in_words(day);
}

/// The page of all news of a stretch of time; of one that is too long for a page, the pages of its parts and one that
/// leads to them.
void add_news_of(std::vector<SitePage>& pages, std::string const& beginning, std::span<NewsItem const* const> items,
                 std::vector<Said> above, SiteFacts const& site)
{
    constexpr std::size_t to_the_day = 10;
    auto const name = stretch_name(beginning, site.landed(items.front()->first_commit()));
    auto page =
        news_page(fmt::format("news/{}.html", beginning), "What was new in " + name, "What was new in " + name, site);
    if (beginning.size() == to_the_day) page.page.name = "What was new on " + name;
    page.above = above;
    if (items.size() <= most_list_rows || beginning.size() == to_the_day) {
        add_news(page.page.sections, items, site);
        for (auto& section : page.page.sections)
            cut_long(section.blocks, most_list_rows, "in " + as_page("the data", "data/index.html"));
        pages.push_back(std::move(page));
        return;
    }
    above.push_back(as_page(name, page.address));
    PageList parts;
    std::vector<SitePage> below;
    auto const length = beginning.size() + 3;
    auto const part_of = [&](NewsItem const* item) { return iso(site.landed(item->first_commit())).substr(0, length); };
    for (std::size_t from = 0, to = 0; from < items.size(); from = to) {
        auto const part = part_of(items[from]);
        while (to < items.size() && part_of(items[to]) == part) ++to;
        auto const of_part = items.subspan(from, to - from);
        parts.items.push_back({as_page(stretch_name(part, site.landed(of_part.front()->first_commit())),
                                       fmt::format("news/{}.html", part)),
                               {},
                               count(std::ssize(of_part), "entry", "entries")});
        add_news_of(below, part, of_part, above, site);
    }
    page.page.sections.push_back({{}, "parts", {std::move(parts)}});
    pages.push_back(std::move(page));
    std::ranges::move(below, std::back_inserter(pages));
}

}  // namespace

std::vector<SitePage> news_pages(SiteFacts const& site)
{
    constexpr std::size_t newest = 50;
    auto const items = site.by_landing();
    std::vector<SitePage> pages{news_page("news/index.html", "What’s new", "What’s new", site)};
    if (items.empty()) pages.front().page.lead = "Nothing has changed yet.";
    add_news(pages.front().page.sections, std::span{items}.first(std::min(newest, items.size())), site);
    PageList years;
    auto const year_of = [&](NewsItem const* item) { return iso(site.landed(item->first_commit())).substr(0, 4); };
    for (std::size_t from = 0, to = 0; from < items.size(); from = to) {
        auto const year = year_of(items[from]);
        while (to < items.size() && year_of(items[to]) == year) ++to;
        auto const of_year = std::span{items}.subspan(from, to - from);
        years.items.push_back(
            {as_page(year, fmt::format("news/{}.html", year)), {}, count(std::ssize(of_year), "entry", "entries")});
        add_news_of(pages, year, of_year, {as_page("What’s new", "news/index.html")}, site);
    }
    if (!years.items.empty()) pages.front().page.sections.push_back({"By year", "years", {std::move(years)}});
    return pages;
}

SitePage data_page(SiteFacts const& site, std::vector<DataFile> const& files)
{
    SitePage made{"data/index.html", {}};
    made.section = made.address;
    auto& page = made.page;
    page.name = "Data";
    page.title = "Data – " + site.publication.name;
    page.lead = "All that these pages tell, for other programs.";
    page.whole = true;
    PageTable table{"Files", {{"File"}, {"What it holds"}}};
    for (auto const& file : files) table.rows.push_back({as_page(file.title, file.address), Said{file.what}});
    page.sections.push_back({"Files", "files", {std::move(table)}});
    auto const& license = site.publication.settings.site.license;
    PageFacts terms;
    terms.facts.push_back(
        {"Licence",
         {license.empty() ? Said{"not said; ask the programme before you publish it elsewhere"} : as_name(license)}});
    terms.facts.push_back(
        {"To cite",
         {as_name(site.publication.name) + ", the day on which you read it, and the commit that the page names."}});
    terms.facts.push_back(
        {"What stays", {"Fields are added to the files, never removed nor changed, within one version of a format."}});
    page.sections.push_back({"Terms", "terms", {std::move(terms)}});
    return made;
}

SitePage glossary_page(SiteFacts const& site, Glossary const& glossary)
{
    SitePage made{"glossary.html", {}};
    made.page.name = "Abbreviations";
    made.page.title = "Abbreviations – " + site.publication.name;
    made.page.lead = "What the letters stand for.";
    PageFacts facts;
    for (auto const& [letters, meaning] : glossary.all()) facts.facts.push_back({as_name(letters), {as_name(meaning)}});
    add_section(made.page, {}, "terms", {std::move(facts)});
    return made;
}

SitePage about_page(SiteFacts const& site, std::string_view text)
{
    SitePage made{"about.html", {}};
    made.section = made.address;
    made.page.name = "About";
    made.page.title = "About – " + site.publication.name;
    auto pieces = parse_markdown(text);
    blot_mail_addresses(pieces);
    // Its own title is that of the page.
    if (!pieces.empty() && pieces.front().is == MarkdownPiece::Is::heading && pieces.front().number == 1) {
        auto const title = plain_markdown({pieces.front()});
        if (!title.empty()) {
            made.page.name = as_name(title.front());
            pieces.erase(pieces.begin());
        }
    }
    add_section(made.page, {}, "about", {PageMarkdown{std::move(pieces), 2}});
    return made;
}

SitePage not_found_page()
{
    SitePage made{"404.html", {}};
    made.page.name = "There is no such page";
    made.page.title = "There is no such page";
    made.page.lead = "What you look for does not stand here.";
    return made;
}

}  // namespace sss
