#include "pages/site/record_sections.hpp"

#include "words/date_words.hpp"
#include "words/field_words.hpp"
#include "words/report/report_words.hpp"
#include "words/site_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <utility>

namespace sss {

namespace {

PageCell date_cell(std::optional<Date> const& date)
{
    return date ? PageCell{whole_date(*date, false)} : PageCell{};
}

PageCell difference_cell(Promise const& promised)
{
    auto const late = promised.difference && promised.difference->moved() && promised.difference->direction() > 0;
    return {difference_said(promised), {}, late ? Tone::bad : Tone::plain};
}

/// A row a milestone, what is still to come first.
PageTable milestones_table(SiteFacts const& site, std::vector<Milestone const*> milestones, Said caption)
{
    PageTable table{std::move(caption),
                    {{"Milestone"}, {"State"}, {"Original"}, {"Planned"}, {"Reached"}, {"Difference"}}};
    auto const when = [](Milestone const& one) { return one.actual ? one.actual : one.planned; };
    std::ranges::stable_sort(milestones, [&](Milestone const* a, Milestone const* b) {
        if (a->open() != b->open()) return a->open();
        auto const of_a = when(*a), of_b = when(*b);
        if (of_a.has_value() != of_b.has_value()) return of_a.has_value();
        return of_a && before(*of_a, *of_b);
    });
    FieldWords const names{site.records()};
    for (auto const* one : milestones) {
        auto const promised = site.promise_of(*one);
        table.rows.push_back({names.record(kinds::milestone, one->id), milestone_cell(*one),
                              date_cell(promised.original), date_cell(promised.current),
                              date_cell(one->reached() ? promised.actual : std::nullopt), difference_cell(promised)});
    }
    return table;
}

/// "12 days between them", where both dates are known.
Said margin_said(Milestone const& needed, Milestone const& needs)
{
    auto const ends = needed.actual ? needed.actual : needed.planned;
    auto const begins = needs.actual ? needs.actual : needs.planned;
    if (!ends || !begins || ends->open_ended()) return {};
    auto const days = (begins->first() - ends->last()).count();
    if (days < 0) return "ends " + count(-days, "day") + " too late";
    return days == 0 ? Said{"on the same day"} : Said{count(days, "day") + " between them"};
}

/// The one that counts: what failed and is held again stands for its repetition.
Milestone const* repetition_of(SiteFacts const& site, Milestone const* milestone)
{
    for (auto steps = 0; milestone != nullptr && !milestone->repeated_by.empty() && steps < 100; ++steps)
        milestone = site.state.milestone(milestone->repeated_by);
    return milestone;
}

/// At the end of each year: what was believed then, and the report that told it.
PageTable believed_table(SiteFacts const& site, Milestone const& milestone)
{
    PageTable table{"What was believed", {{"At the end of"}, {"Planned for"}, {"As it was told then"}}};
    auto const line = site.trends.find(milestone.id);
    auto const* record = site.records().find(kinds::milestone, milestone.id);
    auto const thread = record != nullptr ? site.thread_of(*record) : std::nullopt;
    if (line == site.trends.end() || !thread) return table;
    auto const& forecasts = line->second.forecasts;
    // What came after its last change nobody has said: the page says the same next year.
    auto const last = std::min(site.landed(site.last_commit_of(*thread)), line->second.learnt.value_or(Day::max()));
    auto const year_of = [](Day day) { return std::chrono::year_month_day{day}.year(); };
    for (auto year = year_of(forecasts.front().told); year < year_of(last); ++year) {
        Day const end{year / std::chrono::December / 31};
        Forecast const* then = nullptr;
        for (auto const& forecast : forecasts)
            if (forecast.told <= end) then = &forecast;
        auto const month = std::ranges::find(site.reported, end, &Period::last);
        auto const name = std::to_string(static_cast<int>(year));
        table.rows.push_back(
            {Said{name}, then != nullptr && then->date ? PageCell{whole_date(*then->date, false)} : PageCell{"no date"},
             month == site.reported.end() ? PageCell{}
                                          : PageCell{as_page("December " + name, "reports/" + month->name + ".html")}});
    }
    return table;
}

PageTable chain_table(SiteFacts const& site, Milestone const& of, std::vector<std::string> const& others, bool needed)
{
    PageTable table{needed ? "What it needs" : "What needs it", {{"Milestone"}, {"State"}, {"Date"}, {"Margin"}}};
    FieldWords const names{site.records()};
    for (auto const& id : others) {
        auto const* named = site.state.milestone(id);
        auto const* other = needed ? repetition_of(site, named) : named;
        auto name = names.record(kinds::milestone, id);
        PageCell state, date, margin;
        if (other != nullptr) {
            if (other != named) name += ", held again as " + names.record(kinds::milestone, other->id);
            state = Said{milestone_word(*other)};
            date = date_cell(other->actual ? other->actual : other->planned);
            margin = needed ? margin_said(*other, of) : margin_said(of, *other);
        }
        table.rows.push_back({std::move(name), state, date, margin});
    }
    return table;
}

/// Who needs a milestone, or the one that it holds again.
std::vector<std::string> needing(SiteFacts const& site, Milestone const& milestone)
{
    std::vector<std::string> ids;
    std::set<std::string> met;
    for (auto const* one = &milestone; one != nullptr && met.insert(one->id).second;
         one = one->repeats.empty() ? nullptr : site.state.milestone(one->repeats))
        for (auto const& [who, path] : site.named_by.of(kinds::milestone, one->id))
            if (path == keys::depends_on && std::ranges::find(ids, who->id) == ids.end()) ids.push_back(who->id);
    return ids;
}

void add_milestone(Page& page, SiteFacts const& site, Milestone const& milestone)
{
    FieldWords const names{site.records()};
    page.sort = milestone.satellite.empty() ? Said{"Milestone of the programme"}
                                            : "Milestone of " + names.record(kinds::satellite, milestone.satellite);
    if (tells_schedule(site)) page.lead = milestone_state(milestone, site);
    page.tone = milestone.failed() ? Tone::bad : milestone.reached() ? Tone::good : Tone::plain;
    auto const promised = site.promise_of(milestone);
    PageTable dates{"Its dates", {{original_title(milestone)}, {"Planned"}, {"Reached"}, {"Difference"}, {"Moved"}}};
    if (milestone.failed()) dates.columns[2].title = "Held";
    dates.rows.push_back({date_cell(promised.original), date_cell(promised.current), date_cell(promised.actual),
                          difference_cell(promised),
                          PageCell{promised.moves == 0   ? std::string{}
                                   : promised.moves == 1 ? "once"
                                   : promised.moves == 2 ? "twice"
                                                         : count(promised.moves, "time")}});
    if (tells_schedule(site) && (promised.original || promised.actual))
        add_section(page, "Dates", "dates", block_of(std::move(dates)));
    if (promised.moves > 0) {
        std::vector<PageBlock> blocks{FiguresHere{}};
        add_table(blocks, believed_table(site, milestone));
        add_section(page, "How its date moved", "trend", std::move(blocks));
    }
    add_section(page, "What it needs", "needs", block_of(chain_table(site, milestone, milestone.depends_on, true)));
    add_section(page, "What needs it", "needed-by",
                block_of(chain_table(site, milestone, needing(site, milestone), false)));
}

/// The meeting before and the one after it that bear the same title.
void add_series(Page& page, SiteFacts const& site, Meeting const& meeting)
{
    Meeting const *previous = nullptr, *next = nullptr;
    for (auto const& other : site.state.meetings) {
        if (&other == &meeting || other.title != meeting.title || !other.start || !meeting.start) continue;
        if (before(*other.start, *meeting.start)) {
            if (previous == nullptr || before(*previous->start, *other.start)) previous = &other;
        } else if (before(*meeting.start, *other.start)) {
            if (next == nullptr || before(*other.start, *next->start)) next = &other;
        }
    }
    FieldWords const names{site.records()};
    PageFacts facts;
    auto const add = [&](char const* label, Meeting const* one) {
        if (one != nullptr)
            facts.facts.push_back({label, {names.record(kinds::meeting, one->id) + ", " + whole_date(one->when())}});
    };
    add("Before it", previous);
    add("After it", next);
    if (!facts.facts.empty()) add_section(page, "In its series", "series", {std::move(facts)});
}

void add_meeting(Page& page, SiteFacts const& site, Meeting const& meeting)
{
    FieldWords const names{site.records()};
    page.lead = meeting_state(meeting);
    PageList decisions;
    for (auto const& one : meeting.decisions) decisions.items.push_back({as_prose(one.text), as_name(one.id)});
    if (!decisions.items.empty()) add_section(page, "Decisions", "decisions", {std::move(decisions)});
    PageTable actions{"Actions", {{"Action"}, {"What"}, {"Owner"}, {"State"}}};
    for (auto const& one : meeting.actions)
        actions.rows.push_back({as_name(one.id), as_prose(one.text),
                                one.owner.empty() ? PageCell{} : PageCell{names.record(kinds::organisation, one.owner)},
                                action_word(one)});
    add_section(page, "Actions", "actions", block_of(std::move(actions)));
    add_series(page, site, meeting);
}

/// The open actions of these owners or of meetings about a satellite.
PageTable actions_table(SiteFacts const& site, std::function<bool(Meeting const&, ActionItem const&)> const& takes)
{
    PageTable table{"Open actions", {{"What"}, {"Owner"}, {"Due"}, {"Agreed at"}}};
    FieldWords const names{site.records()};
    for (auto const& meeting : site.state.meetings)
        for (auto const& one : meeting.actions)
            if (!one.closed && takes(meeting, one))
                table.rows.push_back(
                    {as_prose(one.text),
                     one.owner.empty() ? PageCell{} : PageCell{names.record(kinds::organisation, one.owner)},
                     date_cell(one.due), names.record(kinds::meeting, meeting.id)});
    return table;
}

void add_satellite(Page& page, SiteFacts const& site, Record const& record)
{
    for (auto const& one : site.standing.satellites)
        if (one.id == record.id) page.lead = satellite_state(one);
    std::vector<Milestone const*> milestones;
    for (auto const& one : site.state.milestones)
        if (one.satellite == record.id) milestones.push_back(&one);
    add_section(page, "Milestones", "milestones", block_of(milestones_table(site, milestones, "Its milestones")));
    if (std::ranges::any_of(milestones, [](Milestone const* one) { return one->planned || one->actual; }))
        add_section(page, "Over the years", "charts", {FiguresHere{}});
    add_section(page, "Open actions", "actions", block_of(actions_table(site, [&](Meeting const& meeting, auto const&) {
                    auto const about = satellites_of(site.state, meeting);
                    return std::ranges::find(about, record.id) != about.end();
                })));
}

void add_organisation(Page& page, SiteFacts const& site, Record const& record)
{
    std::vector<Milestone const*> open, delivered, others;
    for (auto const& one : site.state.milestones) {
        if (one.owner != record.id) continue;
        (one.open() ? open : one.reached() ? delivered : others).push_back(&one);
    }
    if (!open.empty() || !delivered.empty())
        page.lead = count(std::ssize(open), "open milestone") + ", " + number_text(std::ssize(delivered)) + " reached.";
    add_section(page, "Open milestones", "open", block_of(milestones_table(site, open, "Its open milestones")));
    add_section(page, "Reached", "reached", block_of(milestones_table(site, delivered, "What it has reached")));
    add_section(page, "Failed, given up, no longer awaited", "others",
                block_of(milestones_table(site, others, "What it will not reach")));
    add_section(page, "Open actions", "actions",
                block_of(actions_table(
                    site, [&](auto const&, ActionItem const& action) { return action.owner == record.id; })));
    PageList members;
    FieldWords const names{site.records()};
    for (auto const& [child, parent] : site.state.parents)
        if (parent == record.id) members.items.push_back({names.record(kinds::organisation, child)});
    if (!members.items.empty()) add_section(page, "Members", "members", {std::move(members)});
}

}  // namespace

void add_own_sections(Page& page, SiteFacts const& site, Record const& record)
{
    auto const& kind = record.kind->name;
    if (kind == kinds::milestone) {
        if (auto const* milestone = site.state.milestone(record.id)) add_milestone(page, site, *milestone);
    } else if (kind == kinds::meeting) {
        if (auto const* meeting = site.state.meeting(record.id)) add_meeting(page, site, *meeting);
    } else if (kind == kinds::satellite) {
        add_satellite(page, site, record);
    } else if (kind == kinds::organisation) {
        add_organisation(page, site, record);
    }
}

bool has_own_items(Kind const& kind)
{
    return kind.name == kinds::meeting;
}

}  // namespace sss
