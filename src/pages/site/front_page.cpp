#include "pages/report/report_page.hpp"
#include "pages/site/site_page.hpp"
#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/report/publication_words.hpp"
#include "words/report/report_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace sss {

namespace {

constexpr std::size_t newest_changes = 5;
/// So many rows of a table are read on a front page.
constexpr std::size_t most_front_rows = 30;

std::vector<PageBlock> cut(std::vector<PageBlock> blocks, Said const& where)
{
    cut_long(blocks, most_front_rows, where);
    return blocks;
}

/// Of a large fleet those come first that are furthest behind what was promised.
std::vector<SatelliteStanding const*> in_order_of_need(SiteFacts const& site)
{
    std::vector<SatelliteStanding const*> all;
    for (auto const& one : site.standing.satellites) all.push_back(&one);
    if (all.size() <= most_front_rows + 1) return all;
    auto const days = [](SatelliteStanding const* one) {
        return one->where == Whereabouts::before_launch && one->launch_behind ? one->launch_behind->days : 0;
    };
    std::ranges::stable_sort(all, [&](auto const* a, auto const* b) { return days(a) > days(b); });
    return all;
}

/// Days since the last day of its plan, of one that is still awaited.
int days_overdue(SiteFacts const& site, std::string const& milestone)
{
    for (auto const& one : site.standing.plans.overdue)
        if (one.milestone.kind == kinds::milestone && one.milestone.id == milestone) return one.days;
    return 0;
}

/// A row a satellite: where it is, and what it waits for, with the date that was promised first.
PageTable satellites_table(SiteFacts const& site)
{
    PageTable table{"The satellites",
                    {{"Satellite"}, {"Where it is"}, {"Next"}, {"Original"}, {"Now"}, {"Difference"}}};
    FieldWords const names{site.records()};
    for (auto const* of : in_order_of_need(site)) {
        auto const& one = *of;
        PageCell next, original, current, difference;
        auto const* milestone = one.next ? site.state.milestone(one.next->id) : nullptr;
        if (milestone != nullptr) {
            auto const promised = site.promise_of(*milestone);
            next = names.record(kinds::milestone, milestone->id);
            if (promised.original) original = whole_date(*promised.original, false);
            current = promised.current ? whole_date(*promised.current, false) : Said{"no date yet"};
            auto const late =
                promised.difference && promised.difference->direction() > 0 && promised.difference->moved();
            difference = {difference_said(promised), {}, late ? Tone::bad : Tone::plain};
            if (auto const overdue = days_overdue(site, milestone->id); overdue > 0)
                difference = {difference_said(promised), "overdue by " + days_in_words(overdue), Tone::bad};
        }
        table.rows.push_back(
            {names.record(kinds::satellite, one.id), satellite_state(one), next, original, current, difference});
    }
    return table;
}

PageList newest(SiteFacts const& site)
{
    PageList list;
    ChangeWords const words{site.records(), WordDetail::brief};
    for (auto const* item : site.by_landing()) {
        if (list.items.size() == newest_changes) break;
        auto const commit = item->first_commit();
        list.items.push_back({news_said(*item, words, site), whole_day(site.landed(commit)),
                              as_name(site.commit(commit).commit.author.name)});
    }
    return list;
}

/// Milestones and meetings of the next days, by date.
PageTable coming(SiteFacts const& site)
{
    PageTable table{"What comes", {{"What"}, {"When"}, {"Who or where"}}};
    FieldWords const names{site.records()};
    auto const& report = site.standing;
    for (auto const& one : report.plans.coming_up)
        table.rows.push_back({names.record(one.kind, one.id),
                              {whole_date(*one.planned), ago_or_ahead(report.today, *one.planned)},
                              as_name(one.owner)});
    for (auto const& one : report.meetings.coming)
        table.rows.push_back({names.record(kinds::meeting, one.id),
                              {whole_date(*one.on), ago_or_ahead(report.today, *one.on)},
                              as_name(one.place)});
    return table;
}

PageTable overdue(SiteFacts const& site)
{
    PageTable table{"What is overdue", {{"What"}, {"Planned for"}, {"Owner"}}};
    FieldWords const names{site.records()};
    for (auto const& one : site.standing.plans.overdue)
        table.rows.push_back({names.record(one.milestone.kind, one.milestone.id),
                              {whole_date(*one.milestone.planned),
                               ago_or_ahead(site.standing.today, *one.milestone.planned, PastAs::ago)},
                              as_name(one.milestone.owner)});
    return table;
}

/// Whether records of the kind are published.
bool publishes(SiteFacts const& site, std::string_view kind)
{
    return std::ranges::any_of(site.kinds, [&](Kind const* one) { return one->name == kind; });
}

/// Each figure of the page with the question that gives it, to be put to the database that stands beside. Where fields
/// are not for the public, the question might name one of them: then it is left out.
std::vector<PageBlock> how_we_know(SiteFacts const& site)
{
    if (site.publication.leaves_out) return {};
    auto const& report = site.standing;
    PageFacts facts;
    auto const add = [&](std::string_view what, std::int64_t figure, std::string const& question) {
        facts.facts.push_back({std::string{what} + ": " + number_text(figure), {as_code(question)}});
    };
    constexpr std::string_view newest = "FROM milestones_as_of WHERE as_of = (SELECT max(day) FROM days) AND ";
    if (publishes(site, kinds::milestone)) {
        auto const milestones = std::string{"SELECT count(*) "} + std::string{newest};
        auto const late = std::ranges::count_if(report.plans.overdue,
                                                [](Late const& one) { return one.milestone.kind == kinds::milestone; });
        add("Milestones reached", report.standing.reached.count, milestones + "counts AND reached");
        add("Milestones in all", report.standing.total.count, milestones + "counts");
        add("Milestones overdue", late, milestones + "is_open AND planned_last < '" + iso(report.today) + "'");
    }
    if (publishes(site, kinds::meeting)) {
        add("Actions open", report.actions.open_count, "SELECT count(*) FROM actions_open");
        add("Actions overdue", report.actions.overdue_count,
            "SELECT count(*) FROM actions_open WHERE due_last < '" + iso(report.today) + "'");
    }
    if (facts.facts.empty()) return {};
    return {PageParagraph{"Whoever wants to check a figure puts its question to " +
                          as_page("the database", "data/programme.sqlite") + ":"},
            std::move(facts)};
}

/// The beginning of the newest words of each, and a link to all of them.
std::vector<PageBlock> statements_of(SiteFacts const& site)
{
    constexpr std::size_t shown = 2;
    std::vector<PageBlock> blocks;
    for (auto const& one : site.standing.statements) {
        auto said = paragraphs_of(one.text);
        auto const more = said.size() > shown + 1;
        if (more) said.resize(shown);
        if (auto const* record = site.records().find(kinds::statement, one.id); more && record != nullptr)
            said.push_back(as_page("The whole statement", record_address(*record->kind, record->id)));
        blocks.emplace_back(PageQuote{std::move(said), statement_head(one, site.standing)});
    }
    return blocks;
}

}  // namespace

SitePage front_page(SiteFacts const& site)
{
    auto const& report = site.standing;
    auto const judged = report_page(report, Words{});
    SitePage made{"index.html", {}};
    auto& page = made.page;
    page.name = as_name(site.publication.name);
    page.title = site.publication.name;
    page.subtitle = "Where it stands on " + whole_day(report.today);
    if (tells_schedule(site)) {
        page.lead = with_links(judged.lead, site);
        page.tone = judged.tone;
        page.share = judged.share;
        page.basis = judged.basis;
        page.rest = not_counted(report.standing);
    } else {
        page.lead = "Where the schedule stands is not told: milestones or their dates are not for the public.";
    }
    if (auto const& lost = report.left_out; !lost.empty()) {
        std::vector<Said> names;
        for (auto const& one : lost) names.push_back(as_name(one.path));
        page.remarks.push_back("Left out, wholly or in part, because it cannot be read: " + some_names(names, 5) + '.');
    }
    if (!site.publication.description.empty()) page.intro.push_back(as_prose(site.publication.description));
    add_section(page, "Satellites", "satellites",
                cut(block_of(satellites_table(site)), as_page("all satellites", "satellites/index.html")));
    add_section(page, "What changed last", "changes", [&] {
        std::vector<PageBlock> blocks;
        if (auto list = newest(site); !list.items.empty()) {
            blocks.emplace_back(std::move(list));
            blocks.emplace_back(PageParagraph{as_page("All that is new", "news/index.html")});
        }
        return blocks;
    }());
    add_section(page, "In the next " + count(report.upcoming_days, "day"), "coming",
                cut(block_of(coming(site)), as_page("the timeline", "timeline/index.html")));
    add_section(page, "Overdue", "overdue",
                cut(block_of(overdue(site)), as_page("all milestones", "milestones/index.html")));
    add_section(page, "In the office’s own words", "statements", statements_of(site));
    add_section(page, "How it went so far", "charts", {FiguresHere{}});
    add_section(page, "Reports as promised", "promise", [&] {
        std::vector<PageBlock> blocks;
        auto const days = site.publication.settings.publication.within_days;
        for (auto& said : publication_said(site.promised, days)) add_paragraph(blocks, std::move(said));
        if (!blocks.empty()) blocks.emplace_back(PageParagraph{as_page("All reports", "reports/index.html")});
        return blocks;
    }());
    add_section(page, "How we know", "how-we-know", how_we_know(site));
    add_section(page, "Follow the programme", "follow",
                {PageFacts{{{"News", {as_page("a feed for your reader", "programme.atom")}},
                            {"Dates", {as_page("a calendar to subscribe to", "programme.ics")}},
                            {"Numbers", {as_page("all of it as data", "data/index.html")}}}}});
    return made;
}

}  // namespace sss
