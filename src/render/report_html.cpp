#include "render/report_html.hpp"

#include "programme/report_section.hpp"
#include "render/change_words.hpp"
#include "render/date_words.hpp"
#include "render/forecast_words.hpp"
#include "render/html.hpp"
#include "render/made_line.hpp"
#include "render/report_figures.hpp"
#include "render/report_words.hpp"
#include "render/words.hpp"
#include "support/utf8.hpp"

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

/// Columns of a record's text within a report, as in its other formats.
constexpr std::size_t longest_text = 300;

/// A record's text as markup. Backticks become harmless, so that those left in a sentence are our own.
std::string safe(std::string_view text)
{
    if (text.empty()) return {};
    std::string html;
    for (auto const c : isolated_html(one_line(text, longest_text)))
        html += c == '`' ? std::string{"&#96;"} : std::string(1, c);
    return html;
}

/// Our own sentence, whose record texts are `safe` already: what stands between backticks is something to type.
std::string with_code(std::string_view sentence)
{
    std::string html;
    auto inside = false;
    for (auto const c : sentence) {
        if (c != '`') {
            html += c;
            continue;
        }
        html += inside ? "</code>" : "<code>";
        inside = !inside;
    }
    return html;
}

std::string joined(std::string a, std::string_view between, std::string_view b)
{
    if (!a.empty() && !b.empty()) a += between;
    return a += b;
}

std::string note(std::string_view html)
{
    return html.empty() ? std::string{} : fmt::format("<div class=\"note\">{}</div>", html);
}

std::string bad(std::string_view html)
{
    return fmt::format("<strong class=\"bad\">{}</strong>", html);
}

std::string list(std::vector<std::string> const& items)
{
    std::string html;
    for (auto const& item : items) html += fmt::format("<li>{}</li>\n", item);
    return html.empty() ? html : fmt::format("<ul>\n{}</ul>\n", html);
}

std::string paragraph(std::string_view html)
{
    return html.empty() ? std::string{} : fmt::format("<p>{}</p>\n", html);
}

/// Which column of a table needs more room than the others.
enum class TableShape { even, wide_begin, wide_end };

/// The report's parts as HTML, for one use.
class PageParts {
public:
    PageParts(ProgressReport const& report, PageUse use) : report_(report), use_(use) {}

    /// Empty where the report has nothing to say of it.
    std::string body_of(ReportSection section) const;

    /// By weight. Full only where all is reached, empty only where nothing is.
    std::string bar(Tally const& reached, Tally const& total) const
    {
        if (use_ == PageUse::message || total.count == 0) return {};
        auto const share = total.weight > 0 ? 100 * reached.weight / total.weight : 0;
        auto const filled = reached.count == total.count ? 100 : std::clamp(share, reached.count > 0 ? 1.0 : 0.0, 99.0);
        return fmt::format("<div class=\"bar\" aria-hidden=\"true\"><div style=\"width: {}%\"></div></div>\n",
                           static_cast<int>(filled));
    }

private:
    using Cells = std::vector<std::string>;

    /// The first cell of a row is its heading.
    /// A column without any content is left out.
    std::string table(std::string_view caption, std::vector<std::string_view> const& heads,
                      std::vector<Cells> const& rows, TableShape shape = TableShape::even) const;

    std::string day(Date const& date, bool time = false) const
    {
        return date_html(date, date_here(date, report_, time));
    }
    std::string source(Source const& source) const { return source_in_words(source, report_, safe); }
    std::string plan(NewMilestone const& entry) const
    {
        auto const said = [&](std::optional<Date> const& date) { return date ? day(*date) : std::string{"no date"}; };
        auto const now = said(entry.milestone.planned);
        if (!first_planned_otherwise(entry, report_)) return now;
        return said(entry.first_planned) + (entry.first_planned ? ", now " : " at first, now ") + now;
    }
    std::string owner(std::string const& name) const { return name.empty() ? "no owner named" : safe(name); }

    std::string achieved() const;
    std::string failed() const;
    std::string reopened() const;
    std::string moved() const;
    Cells moved_row(Moved const& entry, std::string by) const;
    std::string added() const;
    std::string cancelled() const;
    std::string coming() const;
    std::string overdue() const;
    std::string undated() const;
    std::string conflicts() const;
    std::string meetings() const;
    std::string actions() const;
    std::string rids() const;
    std::string satellites() const;
    std::string freshness() const;
    std::string records() const;
    std::string forecast() const;

    ProgressReport const& report_;
    PageUse use_;
};

std::string PageParts::table(std::string_view caption, std::vector<std::string_view> const& heads,
                             std::vector<Cells> const& rows, TableShape shape) const
{
    if (rows.empty()) return {};
    // Programs that leave the report_stylesheet out keep what stands at the element itself.
    auto const in_message = use_ == PageUse::message;
    std::string_view const plain = in_message
                                       ? " style=\"text-align: start; vertical-align: top; padding: 4px 14px 4px "
                                         "0; border-bottom: 1px solid #b8c1cb\""
                                       : "";
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (std::ranges::any_of(rows, [i](Cells const& row) { return !row[i].empty(); })) columns.push_back(i);
    auto const look = shape == TableShape::wide_end     ? " class=\"wide-end\""
                      : shape == TableShape::wide_begin ? " class=\"wide-begin\""
                                                        : "";
    auto html = fmt::format("<table role=\"table\"{}>\n<caption class=\"hidden\"{}>{}</caption>\n", look,
                            in_message ? " style=\"display: none\"" : "", caption);
    html += "<thead role=\"rowgroup\">\n<tr role=\"row\">";
    for (auto const i : columns)
        html += fmt::format("<th role=\"columnheader\" scope=\"col\"{}>{}</th>", plain, heads[i]);
    html += "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n";
    for (auto const& row : rows) {
        html += "<tr role=\"row\">";
        for (auto const i : columns)
            html += i == 0 ? fmt::format("<th role=\"rowheader\" scope=\"row\"{}>{}</th>", plain, row[i])
                           : fmt::format("<td role=\"cell\" data-label=\"{}\"{}>{}</td>", heads[i], plain, row[i]);
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n";
}

std::string PageParts::achieved() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.achieved) {
        auto recorded = entry.source ? source(*entry.source) : std::string{};
        recorded = joined(std::move(recorded), " ", note(recording(entry)));
        rows.push_back({safe(entry.title) + note(outcome_in_words(entry.outcome)), day(entry.on),
                        escape_html(punctuality(entry)), recorded});
    }
    return table("Milestones that were reached", {"Milestone", "Reached", "Against the plan", "Recorded by"}, rows);
}

std::string PageParts::failed() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.failed)
        rows.push_back(
            {safe(entry.title), day(entry.on), bad(entry.launch ? "launch failed" : "held, failed"),
             after_failure(entry, report_, safe) + note(entry.source ? source(*entry.source) : std::string{})});
    return table("What was held and failed", {"Milestone", "On", "Outcome", "What comes of it"}, rows,
                 TableShape::wide_end);
}

std::string PageParts::reopened() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.reopened)
        rows.push_back({safe(entry.title), day(entry.was), reason(entry.source, safe) + note(source(entry.source))});
    auto const open_again = table("Milestones that are open again", {"Milestone", "Was down as reached on", "Why"},
                                  rows, TableShape::wide_end);
    rows.clear();
    for (auto const& entry : report_.reinstated)
        rows.push_back({safe(entry.title), escape_html(reinstated_was(entry, report_)),
                        reason(entry.source, safe) + note(source(entry.source))});
    return open_again +
           table("Milestones that stand again", {"Milestone", "What it was", "Why"}, rows, TableShape::wide_end);
}

PageParts::Cells PageParts::moved_row(Moved const& entry, std::string by) const
{
    std::string why;
    for (auto const& one : entry.sources) why += fmt::format("<div>{}{}</div>", reason(one, safe), note(source(one)));
    if (auto const* dated = dated_and_moved(entry, report_))
        why = fmt::format("<div>{}{}</div>{}", joined(was_dated(*dated, report_), ": ", safe(dated->source.reason)),
                          note(source(dated->source)), why);
    auto const origin = origin_in_words(entry, safe);
    if (!origin.empty()) why = fmt::format("<div>{}</div>{}", origin, why);
    auto const which = joined(which_move(entry), ", ", behind_baseline(entry.since_baseline));
    return {safe(entry.title), escape_html(way_in_words(entry, report_)), by + ' ' + note(which), why};
}

std::string PageParts::moved() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.moved.slipped)
        rows.push_back(moved_row(entry, bad(escape_html(slip_in_words(entry.slip)))));
    for (auto const& entry : report_.moved.brought_forward)
        rows.push_back(moved_row(
            entry, fmt::format("<strong class=\"good\">{}</strong>", escape_html(slip_in_words(entry.slip)))));
    for (auto const& entry : report_.moved.unmoved) rows.push_back(moved_row(entry, "back where it stood"));
    for (auto const& entry : report_.moved.dated)
        if (!entry.moved)
            rows.push_back({safe(entry.title), escape_html(way_in_words(entry, report_)),
                            escape_html(got_date(entry, report_)),
                            (entry.source.reason.empty() ? std::string{} : safe(entry.source.reason)) +
                                note(source(entry.source))});
    for (auto const& entry : report_.moved.undated)
        rows.push_back({safe(entry.title), escape_html(way_in_words(entry, report_)), bad(lost_date(entry)),
                        reason(entry.source, safe) + note(source(entry.source))});
    return table("Planned dates that moved", {"Milestone", "From → to", "By", "Why"}, rows, TableShape::wide_end) +
           paragraph(slip_totals_sentence(report_)) + paragraph(capitalised(corrections_sentence(report_)));
}

std::string PageParts::added() const
{
    if (is_empty(report_, ReportSection::added)) return {};
    std::vector<Cells> rows;
    for (auto const& entry : report_.added) {
        auto const& milestone = entry.milestone;
        if (!entry.open()) continue;
        auto const fate = fate_of_new(entry);
        rows.push_back({safe(milestone.title), plan(entry) + (fate.empty() ? "" : "; " + std::string{fate}),
                        owner(milestone.owner), source(entry.source)});
    }
    return table("Milestones that were added", {"Milestone", "Planned", "Owner", "Recorded by"}, rows) +
           paragraph(new_but_not_open(report_, safe));
}

std::string PageParts::cancelled() const
{
    std::vector<Cells> rows;
    for (auto const& entry : report_.cancelled)
        rows.push_back({safe(entry.title), entry.on ? day(*entry.on) : "no day given",
                        (entry.reason.empty() ? "no reason given" : safe(entry.reason)) + ' ' +
                            note(entry.source ? source(*entry.source) : std::string{})});
    return table("What was given up", {"What", "On", "Why"}, rows, TableShape::wide_end);
}

std::string PageParts::coming() const
{
    std::vector<Cells> rows;
    for (auto const& ahead : coming_up(report_, safe))
        rows.push_back(
            {ahead.title, day(ahead.on, ahead.time), ago_or_ahead(report_.today, ahead.on), ahead.who_or_where});
    return table("Milestones and meetings that come up", {"What", "When", "How soon", "Who or where"}, rows);
}

std::string PageParts::overdue() const
{
    std::vector<Cells> rows;
    for (auto const& late : report_.plans.overdue)
        rows.push_back({overdue_name(late, safe), day(*late.milestone.planned), bad(days_in_words(late.days)),
                        owner(late.milestone.owner)});
    return table("Open milestones whose plan has passed", {"Milestone", "Planned", "Late by", "Owner"}, rows);
}

std::string PageParts::conflicts() const
{
    std::vector<Cells> rows;
    for (auto const& conflict : report_.conflicts)
        rows.push_back({safe(conflict.milestone.title), day(*conflict.milestone.planned),
                        bad(conflict_in_words(conflict, report_, safe)), owner(conflict.milestone.owner)});
    return table("Milestones that start before what they need", {"Milestone", "Planned", "Starts", "Owner"}, rows);
}

std::string PageParts::undated() const
{
    std::vector<std::string> items;
    for (auto const& entry : report_.plans.undated) {
        auto const whose =
            entry.owner.empty() ? std::string{} : fmt::format(" <span class=\"aside\">({})</span>", safe(entry.owner));
        items.push_back(undated_name(entry, report_, safe) + whose);
    }
    return list(items);
}

std::string PageParts::meetings() const
{
    std::string html;
    for (auto const& meeting : report_.meetings.news) {
        html += fmt::format("<h3>{}</h3>\n", safe(meeting.title));
        html += paragraph(meeting_when(meeting, report_, safe));
        std::vector<std::string> items;
        if (auto const rids = rids_in_words(meeting.rids); !rids.empty()) items.push_back(rids);
        for (auto const& decision : meeting.decisions)
            items.push_back(fmt::format("Decided ({}): {}", safe(decision.id), safe(decision.text)));
        for (auto const& action : meeting.actions)
            items.push_back(fmt::format("Action {}: {}", safe(action.id), safe(action.text)));
        html += list(items);
    }
    return html;
}

std::string PageParts::actions() const
{
    auto const& actions = report_.actions;
    if (is_empty(report_, ReportSection::actions)) return {};
    auto html = paragraph(joined(actions.open_count > 0 ? open_actions_sentence(report_) : std::string{}, " ",
                                 actions_of_period(report_)));
    std::vector<Cells> rows;
    for (auto const& owner_and_actions : actions.open)
        for (auto const& action : owner_and_actions.open) {
            auto const state = escape_html(action_state(action, report_));
            rows.push_back({safe(action.item.text), owner(owner_and_actions.name),
                            action.overdue > 0 ? bad(state) : state,
                            safe(action.meeting_title) + " (" + safe(action.item.id) + ')'});
        }
    html += table("Actions that are open", {"What", "Who", "State", "Agreed at"}, rows, TableShape::wide_begin);
    rows.clear();
    for (auto const& action : actions.closed)
        rows.push_back({safe(action.item.text), owner(action.owner_name), day(*action.item.closed),
                        safe(action.meeting_title) + " (" + safe(action.item.id) + ')'});
    if (!rows.empty()) html += "<h3>Closed</h3>\n";
    html += table("Actions that were closed", {"What", "Who", "Closed", "Agreed at"}, rows, TableShape::wide_begin);
    rows.clear();
    for (auto const& action : actions.reopened)
        rows.push_back({safe(action.item.text), owner(action.owner_name),
                        action.was_closed ? day(*action.was_closed) : std::string{},
                        safe(action.meeting_title) + " (" + safe(action.item.id) + ')'});
    if (!rows.empty()) html += "<h3>Open again</h3>\n";
    return html + table("Actions that are open again", {"What", "Who", "Was closed", "Agreed at"}, rows,
                        TableShape::wide_begin);
}

std::string PageParts::satellites() const
{
    std::vector<Cells> rows;
    for (auto const& satellite : report_.satellites)
        rows.push_back({safe(satellite.name), share_of_satellite(satellite) + bar(satellite.reached, satellite.total),
                        escape_html(whereabouts(satellite, report_)), what_comes(satellite, report_, safe)});
    return table("Where each satellite stands", {"Satellite", "Milestones reached", "Where it is", "What comes"}, rows);
}

std::string PageParts::freshness() const
{
    if (report_.freshness.stale == 0) return {};
    std::vector<Cells> rows;
    for (auto const& one : report_.freshness.owners)
        if (one.oldest)
            rows.push_back({owner(one.owner.empty() ? "" : one.name), stale_matters(one), oldest_matter(one, safe)});
    return paragraph(freshness_sentence(report_)) +
           table("Open matters that nobody has touched", {"Whose", "How many", "Which"}, rows);
}

std::string PageParts::rids() const
{
    return list(rid_lines(report_, safe));
}

std::string PageParts::forecast() const
{
    if (is_empty(report_, ReportSection::forecast)) return {};
    std::vector<std::string> items;
    for (auto const& line : forecast_lines(*report_.forecasts, safe))
        items.push_back(fmt::format("{}: {}", line.title, line.text));
    auto html = paragraph(forecast_headline(*report_.forecasts)) + list(items);
    for (auto const& note : forecast_notes(*report_.forecasts, safe)) html += paragraph(note);
    return html;
}

std::string PageParts::records() const
{
    return list(record_lines(report_, safe));
}

std::string PageParts::body_of(ReportSection section) const
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
std::string period_html(ProgressReport const& report)
{
    auto const line = period_line(report);
    auto const& period = report.period;
    auto const words = in_words(period);
    auto const iso_week = period.unit == PeriodUnit::week && std::chrono::weekday{period.first} == std::chrono::Monday;
    auto const named = iso_week || period.unit == PeriodUnit::day || period.unit == PeriodUnit::month ||
                       period.unit == PeriodUnit::year;
    if (!named || !line.starts_with(words)) return escape_html(line);
    return fmt::format("<time datetime=\"{}\">{}</time>{}", period.name, escape_html(words),
                       escape_html(line.substr(words.size())));
}

std::string charts(std::span<Figure const> figures)
{
    std::string html;
    for (auto const& figure : figures)
        html += fmt::format("<h3>{}</h3>\n{}", escape_html(figure.title), figure_html(figure));
    return html;
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
    auto const name = report.programme.empty() ? std::string{"Progress report"} : report.programme;
    Page page{name + ": " + period_and_part(report), {}, {}};
    page.heading_html = safe(name);
    if (!figures.empty()) page.style = figure_style();
    page.style += report_stylesheet;
    page.use = use;
    page.intro_html = fmt::format("<p class=\"period\">{}{}</p>\n", report.programme.empty() ? "" : "Progress report, ",
                                  period_html(report));
    if (auto const said = narrowing_line(report, safe); !said.empty())
        page.intro_html += fmt::format("<p class=\"part\">{}</p>\n", said);
    std::string rest;
    auto const sentences = headline(report, safe);
    for (std::size_t i = 1; i < sentences.size(); ++i) rest = joined(std::move(rest), " ", sentences[i]);
    if (!sentences.empty())
        page.intro_html += fmt::format("<p class=\"lead\"><strong>{}</strong></p>\n", unbroken(sentences.front()));
    page.intro_html += parts.bar(report.standing.reached, report.standing.total);
    for (auto const& said : {rest, schedule_sentence(report)})
        if (!said.empty()) page.intro_html += fmt::format("<p class=\"intro\">{}</p>\n", unbroken(said));
    for (auto const& remark : remarks(report, safe))
        page.intro_html += fmt::format("<p class=\"remark\">{}</p>\n", with_code(remark));
    for (auto const section : report.sections) {
        auto const body = is_before_its_part(report)         ? std::string{}
                          : section == ReportSection::charts ? charts(figures)
                          : says_none(report, section)       ? paragraph("None.")
                                                             : parts.body_of(section);
        if (body.empty()) continue;
        page.sections.push_back({std::string{title_of(section)}, body, std::string{name_of(section)}});
    }
    page.foot_html = paragraph(joined(schedule_definition(report), " ", days_of(report)));
    if (auto const beside = made_beside(report, safe); !beside.empty()) page.foot_html += paragraph(beside);
    if (auto const made = made_from(report); !made.empty())
        page.foot_html += fmt::format("<p class=\"made\">{}: <code>{}</code></p>\n", escape_html(made),
                                      escape_html(command_line_of(report.made.arguments)));
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
