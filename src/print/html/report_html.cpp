#include "print/html/report_html.hpp"

#include "print/html/html.hpp"
#include "print/html/report_figures.hpp"
#include "print/made_line.hpp"
#include "programme/report_section.hpp"
#include "support/utf8.hpp"
#include "words/change_words.hpp"
#include "words/date_words.hpp"
#include "words/forecast_words.hpp"
#include "words/report_words.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

/// Tables become cards on a narrow screen: a row is a block, and each value says by itself what it is. The elements
/// carry their roles, because some browsers forget that a table laid out otherwise is one. Colours as in the frame.
constexpr std::string_view report_stylesheet =
    R"(:root { --bad: #a40e26; --good: #0f5323; --bar: #2f6f4f; --track: #d8dee4; }
@media (prefers-color-scheme: dark) {
  :root { --bad: #ffa39b; --good: #7fd99a; --bar: #5fae86; --track: #333c46; }
}
body { max-width: 56rem; font-variant-numeric: tabular-nums; }
header { margin-bottom: 1.25rem; }
h1 { text-wrap: balance; }
.period { color: var(--aside); font-size: 1.05rem; margin: 0 0 1.25rem; }
.lead { font-size: 1.3rem; line-height: 1.4; font-weight: 600; margin: 0 0 .5rem; text-wrap: pretty; }
.part { font-style: italic; }
.lead strong { font-weight: inherit; }
.intro { font-size: 1.05rem; }
.remark { border-inline-start: .25rem solid var(--line); padding-inline-start: .85rem; color: var(--aside); }
.bar { height: .5rem; max-width: 14rem; margin: .3rem 0; border-radius: .25rem; background: var(--track); overflow: hidden; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar div { height: 100%; background: var(--bar); }
header .bar { margin: 1rem 0; max-width: none; }
h2 { margin-top: 1.75rem; }
table { margin: .35rem 0 .75rem; table-layout: fixed; }
table.wide-end th:first-child { width: 26%; }
table.wide-end th:last-child { width: 38%; }
table.wide-begin th:first-child { width: 40%; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--aside); font-size: .875rem; font-weight: normal; }
tbody th { font-weight: 600; }
.note { color: var(--aside); font-size: .875rem; font-weight: normal; }
td > div + div:not(.note, .bar) { margin-top: .4rem; }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h3 .aside { margin-inline-start: .35rem; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--aside); font-size: .875rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.4rem; }
  .lead { font-size: 1.15rem; }
  table, tbody, tr, th, td { display: block; }
  table.wide-end th:first-child, table.wide-begin th:first-child { width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  th, td { border: 0; padding: .1rem 0; }
  td:empty { display: none; }
  td > div:first-child:not(.note, .bar) { display: inline; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--aside); font-size: .875rem; }
}
@media print {
  :root { --bad: #000; --good: #000; --bar: #555; --track: #ddd; }
  .lead { font-size: 13pt; }
  .remark { break-inside: avoid; }
  p:has(+ table) { break-after: avoid; }
  figure .numbers, figure .method { display: none; }
  h2 { margin-top: 1.5rem; }
}
)";

/// A record's text as markup. Backticks become harmless, so that those left in a sentence are our own.
std::string safe(std::string_view text)
{
    if (text.empty()) return {};
    std::string markup;
    for (auto const c : isolated_html(one_line(text, longest_note)).markup())
        markup += c == '`' ? std::string{"&#96;"} : std::string(1, c);
    return markup;
}

/// Our own words, in which record texts are `safe` already.
Html said(std::string words)
{
    return Html::made(std::move(words));
}

/// A record's text.
Html name(std::string_view text)
{
    return said(safe(text));
}

/// The same of a sentence in which there is something to type, between backticks.
Html with_code(std::string_view sentence)
{
    std::string markup;
    auto inside = false;
    for (auto const c : sentence) {
        if (c != '`') {
            markup += c;
            continue;
        }
        markup += inside ? "</code>" : "<code>";
        inside = !inside;
    }
    return said(std::move(markup));
}

std::string joined(std::string a, std::string_view between, std::string_view b)
{
    if (!a.empty() && !b.empty()) a += between;
    return a += b;
}

Html note(Html const& words)
{
    return words.empty() ? Html{} : html("<div class=\"note\">{}</div>", words);
}

Html bad(Html const& words)
{
    return html("<strong class=\"bad\">{}</strong>", words);
}

Html list(std::vector<Html> const& items)
{
    Html lines;
    for (auto const& item : items) lines += html("<li>{}</li>\n", item);
    return lines.empty() ? lines : html("<ul>\n{}</ul>\n", lines);
}

Html list(std::vector<std::string> const& sentences)
{
    std::vector<Html> items;
    for (auto const& sentence : sentences) items.push_back(said(sentence));
    return list(items);
}

Html paragraph(Html const& words)
{
    return words.empty() ? Html{} : html("<p>{}</p>\n", words);
}

/// The report's parts as HTML, for one use.
class PageParts {
public:
    PageParts(ProgressReport const& report, PageUse use) : report_(report), use_(use) {}

    /// Empty where the report has nothing to say of it.
    Html body_of(ReportSection section) const;

    /// By weight. Full only where all is reached, empty only where nothing is.
    Html bar(Tally const& reached, Tally const& total) const
    {
        if (use_ == PageUse::message || total.count == 0) return {};
        auto const share = total.weight > 0 ? 100 * reached.weight / total.weight : 0;
        auto const filled = reached.count == total.count ? 100 : std::clamp(share, reached.count > 0 ? 1.0 : 0.0, 99.0);
        return html("<div class=\"bar\" aria-hidden=\"true\"><div style=\"width: {}%\"></div></div>\n",
                    static_cast<int>(filled));
    }

private:
    using Cells = std::vector<Html>;

    /// The first cell of a row is its heading. A column without any content is left out.
    Html table(std::string_view caption, std::vector<std::string_view> const& heads, std::vector<Cells> const& rows,
               TableShape shape = TableShape::even) const;

    Html day(Date const& date, bool time = false) const { return date_html(date, date_here(date, report_, time)); }
    Html source(Source const& source) const { return said(source_in_words(source, report_, safe)); }
    Html source(std::optional<Source> const& known) const { return known ? source(*known) : Html{}; }
    Html why(Source const& source) const { return said(reason(source, safe)); }
    Html plan(NewMilestone const& entry) const
    {
        auto const planned = [&](std::optional<Date> const& date) { return date ? day(*date) : Html{"no date"}; };
        auto const now = planned(entry.milestone.planned);
        if (!first_planned_otherwise(entry, report_)) return now;
        return html("{}{}{}", planned(entry.first_planned), entry.first_planned ? ", now " : " at first, now ", now);
    }
    Html owner(std::string const& owner) const { return owner.empty() ? Html{"no owner named"} : name(owner); }
    Html agreed_at(ActionStanding const& action) const
    {
        return html("{} ({})", name(action.meeting_title), name(action.item.id));
    }

    Html achieved() const;
    Html failed() const;
    Html reopened() const;
    Html moved() const;
    Cells moved_row(Moved const& entry, Html const& by) const;
    Html added() const;
    Html cancelled() const;
    Html coming() const;
    Html overdue() const;
    Html undated() const;
    Html conflicts() const;
    Html meetings() const;
    Html actions() const;
    Html rids() const;
    Html satellites() const;
    Html freshness() const;
    Html records() const;
    Html forecast() const;

    ProgressReport const& report_;
    PageUse use_;
};

Html PageParts::table(std::string_view caption, std::vector<std::string_view> const& heads,
                      std::vector<Cells> const& rows, TableShape shape) const
{
    HtmlTable made{.caption = std::string{caption},
                   .columns = {},
                   .rows = std::vector<Cells>(rows.size()),
                   .shape = shape,
                   .caption_hidden = true,
                   .use = use_};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (std::ranges::all_of(rows, [i](Cells const& row) { return row[i].empty(); })) continue;
        made.columns.push_back({std::string{heads[i]}});
        for (std::size_t row = 0; row < rows.size(); ++row) made.rows[row].push_back(rows[row][i]);
    }
    return table_html(made);
}

Html PageParts::achieved() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.achieved) {
        auto const recorded = joined(source(entry.source), Html{" "}, note(Html{recording(entry)}));
        rows.push_back({name(entry.title) + note(Html{outcome_in_words(entry.outcome)}), day(entry.on),
                        Html{punctuality(entry)}, recorded});
    }
    return table("Milestones that were reached", {"Milestone", "Reached", "Against the plan", "Recorded by"}, rows);
}

Html PageParts::failed() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.failed)
        rows.push_back({name(entry.title), day(entry.on), bad(Html{entry.launch ? "launch failed" : "held, failed"}),
                        said(after_failure(entry, report_, safe)) + note(source(entry.source))});
    return table("What was held and failed", {"Milestone", "On", "Outcome", "What comes of it"}, rows,
                 TableShape::wide_end);
}

Html PageParts::reopened() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.reopened)
        rows.push_back({name(entry.title), day(entry.was), why(entry.source) + note(source(entry.source))});
    auto const open_again = table("Milestones that are open again", {"Milestone", "Was down as reached on", "Why"},
                                  rows, TableShape::wide_end);
    rows.clear();
    for (auto const& entry : report_.reinstated)
        rows.push_back(
            {name(entry.title), Html{reinstated_was(entry, report_)}, why(entry.source) + note(source(entry.source))});
    return open_again +
           table("Milestones that stand again", {"Milestone", "What it was", "Why"}, rows, TableShape::wide_end);
}

PageParts::Cells PageParts::moved_row(Moved const& entry, Html const& by) const
{
    Html reasons;
    if (auto const origin = said(origin_in_words(entry, safe)); !origin.empty())
        reasons += html("<div>{}</div>", origin);
    if (auto const* dated = dated_and_moved(entry, report_))
        reasons +=
            html("<div>{}{}</div>", joined(Html{was_dated(*dated, report_)}, Html{": "}, name(dated->source.reason)),
                 note(source(dated->source)));
    for (auto const& one : entry.sources) reasons += html("<div>{}{}</div>", why(one), note(source(one)));
    auto const which = joined(which_move(entry), ", ", behind_baseline(entry.since_baseline));
    return {name(entry.title), Html{way_in_words(entry, report_)}, html("{} {}", by, note(Html{which})), reasons};
}

Html PageParts::moved() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.moved.slipped)
        rows.push_back(moved_row(entry, bad(Html{slip_in_words(entry.slip)})));
    for (auto const& entry : report_.moved.brought_forward)
        rows.push_back(moved_row(entry, html("<strong class=\"good\">{}</strong>", slip_in_words(entry.slip))));
    for (auto const& entry : report_.moved.unmoved) rows.push_back(moved_row(entry, Html{"back where it stood"}));
    for (auto const& entry : report_.moved.dated)
        if (!entry.moved)
            rows.push_back({name(entry.title), Html{way_in_words(entry, report_)}, Html{got_date(entry, report_)},
                            name(entry.source.reason) + note(source(entry.source))});
    for (auto const& entry : report_.moved.undated)
        rows.push_back({name(entry.title), Html{way_in_words(entry, report_)}, bad(Html{lost_date(entry)}),
                        why(entry.source) + note(source(entry.source))});
    return table("Planned dates that moved", {"Milestone", "From → to", "By", "Why"}, rows, TableShape::wide_end) +
           paragraph(Html{slip_totals_sentence(report_)}) + paragraph(Html{capitalised(corrections_sentence(report_))});
}

Html PageParts::added() const
{
    if (is_empty(report_, ReportSection::added)) return {};
    std::vector<Cells> rows;
    for (auto const& entry : report_.added) {
        auto const& milestone = entry.milestone;
        if (!entry.open()) continue;
        auto const fate = fate_of_new(entry);
        rows.push_back({name(milestone.title), joined(plan(entry), Html{"; "}, Html{fate}), owner(milestone.owner),
                        source(entry.source)});
    }
    return table("Milestones that were added", {"Milestone", "Planned", "Owner", "Recorded by"}, rows) +
           paragraph(said(new_but_not_open(report_, safe)));
}

Html PageParts::cancelled() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.cancelled)
        rows.push_back({name(entry.title), entry.on ? day(*entry.on) : Html{"no day given"},
                        html("{} {}", entry.reason.empty() ? Html{"no reason given"} : name(entry.reason),
                             note(source(entry.source)))});
    return table("What was given up", {"What", "On", "Why"}, rows, TableShape::wide_end);
}

Html PageParts::coming() const
{
    std::vector<Cells> rows;
    for (auto const& ahead : coming_up(report_, safe))
        rows.push_back({said(ahead.title), day(ahead.on, ahead.time), Html{ago_or_ahead(report_.today, ahead.on)},
                        said(ahead.who_or_where)});
    return table("Milestones and meetings that come up", {"What", "When", "How soon", "Who or where"}, rows);
}

Html PageParts::overdue() const
{
    std::vector<Cells> rows;
    for (auto const& late : report_.plans.overdue)
        rows.push_back({said(overdue_name(late, safe)), day(*late.milestone.planned),
                        bad(Html{days_in_words(late.days)}), owner(late.milestone.owner)});
    return table("Open milestones whose plan has passed", {"Milestone", "Planned", "Late by", "Owner"}, rows);
}

Html PageParts::conflicts() const
{
    std::vector<Cells> rows;
    for (auto const& conflict : report_.conflicts)
        rows.push_back({name(conflict.milestone.title), day(*conflict.milestone.planned),
                        bad(said(conflict_in_words(conflict, report_, safe))), owner(conflict.milestone.owner)});
    return table("Milestones that start before what they need", {"Milestone", "Planned", "Starts", "Owner"}, rows);
}

Html PageParts::undated() const
{
    std::vector<Html> items;
    for (auto const& entry : report_.plans.undated) {
        auto const whose = entry.owner.empty() ? Html{} : html(" <span class=\"aside\">({})</span>", name(entry.owner));
        items.push_back(said(undated_name(entry, report_, safe)) + whose);
    }
    return list(items);
}

Html PageParts::meetings() const
{
    Html parts;
    for (auto const& meeting : report_.meetings.news) {
        parts += html("<h3>{}</h3>\n", name(meeting.title));
        parts += paragraph(said(meeting_when(meeting, report_, safe)));
        std::vector<Html> items;
        if (auto const rids = rids_in_words(meeting.rids); !rids.empty()) items.emplace_back(rids);
        for (auto const& decision : meeting.decisions)
            items.push_back(html("Decided ({}): {}", name(decision.id), name(decision.text)));
        for (auto const& action : meeting.actions)
            items.push_back(html("Action {}: {}", name(action.id), name(action.text)));
        parts += list(items);
    }
    return parts;
}

Html PageParts::actions() const
{
    auto const& actions = report_.actions;
    if (is_empty(report_, ReportSection::actions)) return {};
    auto parts = paragraph(Html{joined(actions.open_count > 0 ? open_actions_sentence(report_) : std::string{}, " ",
                                       actions_of_period(report_))});
    std::vector<Cells> rows;
    for (auto const& owner_and_actions : actions.open)
        for (auto const& action : owner_and_actions.open) {
            Html const state{action_state(action, report_)};
            rows.push_back({name(action.item.text), owner(owner_and_actions.name),
                            action.overdue > 0 ? bad(state) : state, agreed_at(action)});
        }
    parts += table("Actions that are open", {"What", "Who", "State", "Agreed at"}, rows, TableShape::wide_begin);
    rows.clear();
    for (auto const& action : actions.closed)
        rows.push_back({name(action.item.text), owner(action.owner_name), day(*action.item.closed), agreed_at(action)});
    if (!rows.empty()) parts += html("<h3>Closed</h3>\n");
    parts += table("Actions that were closed", {"What", "Who", "Closed", "Agreed at"}, rows, TableShape::wide_begin);
    rows.clear();
    for (auto const& action : actions.reopened)
        rows.push_back({name(action.item.text), owner(action.owner_name),
                        action.was_closed ? day(*action.was_closed) : Html{}, agreed_at(action)});
    if (!rows.empty()) parts += html("<h3>Open again</h3>\n");
    return parts + table("Actions that are open again", {"What", "Who", "Was closed", "Agreed at"}, rows,
                         TableShape::wide_begin);
}

Html PageParts::satellites() const
{
    std::vector<Cells> rows;
    for (auto const& satellite : report_.satellites)
        rows.push_back({name(satellite.name),
                        Html{share_of_satellite(satellite)} + bar(satellite.reached, satellite.total),
                        Html{whereabouts(satellite, report_)}, said(what_comes(satellite, report_, safe))});
    return table("Where each satellite stands", {"Satellite", "Milestones reached", "Where it is", "What comes"}, rows);
}

Html PageParts::freshness() const
{
    if (report_.freshness.stale == 0) return {};
    std::vector<Cells> rows;
    for (auto const& one : report_.freshness.owners)
        if (one.oldest)
            rows.push_back(
                {owner(one.owner.empty() ? "" : one.name), Html{stale_matters(one)}, said(oldest_matter(one, safe))});
    return paragraph(Html{freshness_sentence(report_)}) +
           table("Open matters that nobody has touched", {"Whose", "How many", "Which"}, rows);
}

Html PageParts::rids() const
{
    return list(rid_lines(report_, safe));
}

Html PageParts::forecast() const
{
    if (is_empty(report_, ReportSection::forecast)) return {};
    std::vector<Html> items;
    for (auto const& line : forecast_lines(*report_.forecasts, safe))
        items.push_back(html("{}: {}", said(line.title), said(line.text)));
    auto parts = paragraph(Html{forecast_headline(*report_.forecasts)}) + list(items);
    for (auto const& note : forecast_notes(*report_.forecasts, safe)) parts += paragraph(said(note));
    return parts;
}

Html PageParts::records() const
{
    return list(record_lines(report_, safe));
}

Html PageParts::body_of(ReportSection section) const
{
    switch (section) {
        case ReportSection::achieved: return achieved();
        case ReportSection::failed: return failed();
        case ReportSection::reopened: return reopened();
        case ReportSection::moved: return moved();
        case ReportSection::added: return added();
        case ReportSection::cancelled: return cancelled();
        case ReportSection::coming_up: return coming();
        case ReportSection::overdue: return overdue();
        case ReportSection::undated: return undated();
        case ReportSection::conflicts: return conflicts();
        case ReportSection::meetings: return meetings();
        case ReportSection::actions: return actions();
        case ReportSection::rids: return rids();
        case ReportSection::satellites: return satellites();
        case ReportSection::freshness: return freshness();
        case ReportSection::records: return records();
        case ReportSection::forecast: return forecast();
        case ReportSection::charts: break;
    }
    return {};
}

/// "week 15 of 2023, as of 13 April", its period for machines too where HTML has a form for it.
Html period_html(ProgressReport const& report)
{
    auto const line = period_line(report);
    auto const& period = report.period;
    auto const words = in_words(period);
    auto const iso_week = period.unit == PeriodUnit::week && std::chrono::weekday{period.first} == std::chrono::Monday;
    auto const named = iso_week || period.unit == PeriodUnit::day || period.unit == PeriodUnit::month ||
                       period.unit == PeriodUnit::year;
    if (!named || !line.starts_with(words)) return Html{line};
    return html("<time datetime=\"{}\">{}</time>{}", period.name, words, line.substr(words.size()));
}

Html charts(std::span<Figure const> figures)
{
    Html parts;
    for (auto const& figure : figures) parts += html("<h3>{}</h3>\n{}", figure.title, figure_html(figure));
    return parts;
}

/// A percent sign stays with its number.
std::string unbroken(std::string text)
{
    constexpr std::string_view loose = " %", firm = "\u00a0%";
    for (auto at = text.find(loose); at != std::string::npos; at = text.find(loose, at + firm.size()))
        text.replace(at, loose.size(), firm);
    return text;
}

Page page_of(ProgressReport const& report, std::span<Figure const> figures, PageUse use)
{
    PageParts const parts{report, use};
    auto const programme = report.programme.empty() ? std::string{"Progress report"} : report.programme;
    Page page{programme + ": " + period_and_part(report), {}, {}};
    page.heading = name(programme);
    if (!figures.empty()) page.style = figure_style();
    page.style += report_stylesheet;
    page.use = use;
    page.intro = html("<p class=\"period\">{}{}</p>\n", report.programme.empty() ? "" : "Progress report, ",
                      period_html(report));
    if (auto const part = narrowing_line(report, safe); !part.empty())
        page.intro += html("<p class=\"part\">{}</p>\n", said(part));
    std::string rest;
    auto const sentences = headline(report, safe);
    for (std::size_t i = 1; i < sentences.size(); ++i) rest = joined(std::move(rest), " ", sentences[i]);
    if (!sentences.empty())
        page.intro += html("<p class=\"lead\"><strong>{}</strong></p>\n", said(unbroken(sentences.front())));
    page.intro += parts.bar(report.standing.reached, report.standing.total);
    for (auto const& sentence : {rest, schedule_sentence(report)})
        if (!sentence.empty()) page.intro += html("<p class=\"intro\">{}</p>\n", said(unbroken(sentence)));
    for (auto const& remark : remarks(report, safe))
        page.intro += html("<p class=\"remark\">{}</p>\n", with_code(remark));
    for (auto const section : report.sections) {
        auto const body = is_before_its_part(report)         ? Html{}
                          : section == ReportSection::charts ? charts(figures)
                          : says_none(report, section)       ? paragraph(Html{"None."})
                                                             : parts.body_of(section);
        if (body.empty()) continue;
        page.sections.push_back({Html{title_of(section)}, body, std::string{name_of(section)}});
    }
    page.foot = paragraph(Html{joined(schedule_definition(report), " ", days_of(report))});
    page.foot += paragraph(said(made_beside(report, safe)));
    if (auto const made = made_from(report); !made.empty())
        page.foot += html("<p class=\"made\">{}: <code>{}</code></p>\n", made, command_line_of(report.made.arguments));
    return page;
}

}  // namespace

std::string report_html(ProgressReport const& report, std::span<Figure const> figures)
{
    return html_page(page_of(report, figures, PageUse::browser));
}

std::string report_html_for_mail(ProgressReport const& report)
{
    return html_page(page_of(report, {}, PageUse::message));
}

}  // namespace sss
