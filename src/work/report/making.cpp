#include "work/report/making.hpp"

#include "history/former_tree_files.hpp"
#include "history/slices.hpp"
#include "history/walk.hpp"
#include "pages/report/report_page.hpp"
#include "print/html/page_html.hpp"
#include "print/json/report_json.hpp"
#include "print/mail/page_mail.hpp"
#include "print/markdown/page_markdown.hpp"
#include "print/template/report_template.hpp"
#include "print/text/page_text.hpp"
#include "work/named_period.hpp"
#include "work/report/charts.hpp"
#include "work/report/forecast.hpp"
#include "work/report/promised.hpp"
#include "work/report/provenance.hpp"
#include "work/report/since_last.hpp"
#include "work/template_file.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace sss {

namespace {

/// Nothing of a commit that stands beside the branch's own line.
std::optional<Day> landing_day(git::Commit const& commit, HistoryView const& past)
{
    auto const position = past.line->find(commit.id);
    return position ? std::optional{past.line->day(*position)} : std::nullopt;
}

Scope since(git::Commit const& from, std::string const& name, HistoryView const& past)
{
    auto const day = landing_day(from, past).value_or(past.configuration->zone.day_of(from.committer.when));
    if (past.today < day)
        throw UsageError{fmt::format("nothing can be reported since {}: it is of {}, later than the day of the report",
                                     name, iso(day))};
    Scope scope{{day, past.today, iso(day) + ".." + iso(past.today), PeriodUnit::days}, past.today, from, {}};
    scope.after = true;
    return scope;
}

git::Commit revision_option(std::string const& revision, HistoryView const& past)
{
    return past.repository.commit(past.repository.resolve(revision));
}

bool has_records(HistoryView const& past, git::Commit const& commit)
{
    auto const& layout = past.configuration->layout;
    return std::ranges::any_of(FormerTreeFiles{past.repository, commit.tree}.list(layout),
                               [&](FileEntry const& entry) { return layout.slot(entry.path).has_value(); });
}

/// The moves among the period's changes, counted over the whole past and pointing into the period's commits. The whole
/// past is only read where a planned date changed, and only of what it belongs to.
std::vector<Move> moves_within(History const& history, HistoryView const& past, Scope const& scope)
{
    auto const days = past.configuration->settings.history.correction_days;
    if (!scope.from) return moves(history, days);
    auto const moved = replanned(history);
    if (moved.empty()) return {};
    auto const whole = read_past_of(past.repository, past.configuration->layout, *past.line, scope.to->id, moved);
    std::map<git::Oid, std::uint32_t> within;
    for (std::uint32_t i = 0; i < history.commits.size(); ++i) within[history.commits[i].commit.id] = i;
    auto found = moves(whole, days);
    std::erase_if(found, [&](Move const& move) { return !within.contains(whole.commits[move.commit].commit.id); });
    for (auto& move : found) move.commit = within[whole.commits[move.commit].commit.id];
    return found;
}

std::optional<Day> first_day(History const& history, HistoryView const& past)
{
    if (history.commits.empty()) return std::nullopt;
    return past.configuration->zone.day_of(history.commits.front().landed_at);
}

bool wants(Settings::Report const& settings, ReportSection section)
{
    return std::ranges::find(settings.sections, section) != settings.sections.end();
}

/// Whether a part of the report looks at the whole past anyway.
bool looks_at_all(Settings::Report const& settings, ReportRequest const& request)
{
    auto const draws = request.format == Format::html && request.template_file.empty();
    return wants(settings, ReportSection::forecast) || (draws && wants(settings, ReportSection::charts));
}

/// What landed within the scope: cut out of the whole past where that is read anyway, so that it is read once.
void tell_stretch(PeriodStory& story, HistoryView const& past, Scope const& scope, bool looks_at_all)
{
    auto const position = [&](std::optional<git::Commit> const& commit) {
        return commit ? past.line->find(commit->id) : std::nullopt;
    };
    auto const from = position(scope.from);
    auto const to = position(scope.to);
    if (looks_at_all && to && from.has_value() == scope.from.has_value()) {
        Slices const slices{whole_history(past, scope.to), *past.line,
                            past.configuration->settings.history.correction_days};
        if (slices.exact()) {
            story.history = slices.stretch(from, *to);
            story.moves = slices.moves_in(*story.history);
            return;
        }
    }
    story.history = read_history(past, scope.to, scope.from ? std::optional{scope.from->id} : std::nullopt);
    story.moves = moves_within(*story.history, past, scope);
}

PeriodStory story_of(HistoryView const& past, Scope const& scope, ReportRequest const& request)
{
    PeriodStory story;
    if (!scope.to && past.tip) {
        story.records_begin = first_day(whole_history(past, past.tip), past);
        return story;
    }
    tell_stretch(story, past, scope, looks_at_all(past.configuration->settings.report, request));
    tell_beginning(story, scope, past);
    return story;
}

/// The day of the commit that was named as the beginning; beside the line, where its clock may run ahead, not later
/// than those of the commits that follow it.
std::optional<Day> begun_on(Scope const& scope, PeriodStory const& story, HistoryView const& past)
{
    if (!scope.after) return std::nullopt;
    if (auto const day = landing_day(*scope.from, past)) return std::min(*day, scope.today);
    auto moment = scope.from->committer.when;
    if (story.history)
        for (auto const& told : story.history->commits) moment = std::min(moment, told.landed_at);
    return std::min(past.configuration->zone.day_of(moment), scope.today);
}

Mailbox mailbox(std::string const& text)
{
    auto read = read_mailbox(text);
    if (auto* problem = std::get_if<MailboxProblem>(&read))
        throw UsageError{std::move(problem->message), std::move(problem->help)};
    return std::get<Mailbox>(std::move(read));
}

/// When the report could first be sent, by its own clocks: the moment of its commit where that landed on the as-of day,
/// else that day's beginning. So it never is in the future of whoever sends it, and the same report has the same date.
std::chrono::sys_seconds sent_at(ProgressReport const& report, HistoryView const& past)
{
    auto const begin = past.configuration->zone.start_of(report.today);
    if (!report.snapshot) return begin;
    return std::clamp(past.repository.commit(*report.snapshot).committer.when, begin,
                      past.configuration->zone.end_of(report.today));
}

/// "2023-W15.2023-04-13.5080aab", of the period, the day and the commit.
std::string topic_of(ProgressReport const& report)
{
    auto text = report.period.name + '.' + iso(report.today);
    if (report.snapshot) text += '.' + report.snapshot->brief();
    return text;
}

MailHead mail_head(ProgressReport const& report, ReportRequest const& request, HistoryView const& past)
{
    auto const& settings = past.configuration->settings.mail;
    auto const& from = request.mail_from.empty() ? settings.from : request.mail_from;
    auto const& to = request.mail_to.empty() ? settings.to : request.mail_to;
    if (from.empty())
        throw UsageError{
            "a message needs a sender, and none is named",
            "Give --mail-from \"Programme Office <office@example.org>\", or set `from` in [mail] of sss.toml."};
    if (to.empty())
        throw UsageError{"a message needs a receiver, and none is named",
                         "Give --mail-to partners@example.org, once for each, or set `to` in [mail] of sss.toml."};
    MailHead head{mailbox(from), {}, sent_at(report, past)};
    for (auto const& one : to) head.to.push_back(mailbox(one));
    head.offset = past.configuration->zone.offset_at(head.sent);
    head.topic = topic_of(report);
    return head;
}

LastChanges last_changes_of_open(HistoryView const& past, Scope const& scope, Records const& records)
{
    auto const repository = past.repository.another_handle();
    return last_changes(repository, past.configuration->layout, *past.line, past.line->find(scope.to->id).value(),
                        open_matters(records), stale_since(past, scope), most_landings);
}

/// What of the history tells the period: the commits that stood when it began and at the as-of day's end.
Scope in_history(Scope scope, HistoryView const& past)
{
    if (!past.tip) return scope;
    scope.to = landed_by(past, scope.today);
    if (!scope.after) scope.from = landed_by(past, scope.period.first - std::chrono::days{1});
    if (scope.today == past.today && (!scope.to || scope.to->id != past.tip->id) && !past.as_of)
        (scope.remark += scope.remark.empty() ? "" : "; ") +=
            fmt::format("the newest commit, {}, is dated later than today, {}, and not told", past.tip->id.brief(),
                        iso(past.today));
    return scope;
}

}  // namespace

Scope understand_period(ReportRequest const& request, HistoryView const& past)
{
    auto const& text = request.period;
    if (text == "since-last") {
        if (!request.after.empty())
            throw UsageError{"--period since-last names the commit of the last report, and --after another one",
                             "Give --after with a period of days."};
        return in_history(since_last(request, past), past);
    }
    auto const parsed = named_period("--period", text, past);
    if (auto const* revision = std::get_if<SinceRevision>(&parsed)) {
        if (!request.after.empty())
            throw UsageError{"--after and --period since:REV say the same in two ways", "Name the revision once."};
        return in_history(since(revision_option(revision->revision, past), revision->revision, past), past);
    }
    auto const& period = std::get<Period>(parsed);
    if (past.today < period.first)
        throw UsageError{fmt::format("nothing can be reported of {}: it has not begun", text),
                         fmt::format("It begins on {}; --as-of tells another day to report on.", iso(period.first))};
    Scope scope{period, std::min(period.last, past.today), {}, {}};
    if (!request.after.empty()) {
        scope.from = revision_option(request.after, past);
        scope.after = true;
    }
    return in_history(std::move(scope), past);
}

void tell_beginning(PeriodStory& story, Scope const& scope, HistoryView const& past, git::Oid const& with_records)
{
    auto const before = scope.from && (scope.from->tree == with_records || has_records(past, *scope.from));
    story.first_commit_here = !story.history->commits.empty() && !before;
    if (story.first_commit_here) story.records_begin = first_day(*story.history, past);
}

std::optional<git::Commit> snapshot_of(Scope const& scope, HistoryView const& past)
{
    return scope.to ? scope.to : past.tip;
}

bool wants_freshness(Settings::Report const& settings, ReportRequest const& request)
{
    return request.format == Format::json || !request.template_file.empty() ||
           wants(settings, ReportSection::freshness);
}

std::chrono::sys_seconds stale_since(HistoryView const& past, Scope const& scope)
{
    auto const& configuration = *past.configuration;
    return configuration.zone.start_of(scope.today - std::chrono::days{configuration.settings.report.stale_days});
}

ProgressReport make_report(HistoryView const& past, Scope const& scope, ReportRequest const& request,
                           Outside const& outside)
{
    std::optional<ProgressReport> made;
    make_reports(past, scope, {request}, outside,
                 [&](std::size_t, ProgressReport const& report, Sources const&) { made = report; });
    return std::move(*made);
}

void make_reports(HistoryView const& past, Scope const& scope, std::vector<ReportRequest> const& requests,
                  Outside const& outside,
                  std::function<void(std::size_t request, ProgressReport const&, Sources const&)> const& take)
{
    auto const& request = requests.front();  // what is read is the same for all
    auto const snapshot = snapshot_of(scope, past);
    // The snapshot and the history are read side by side: neither needs the other.
    auto reading = std::async(std::launch::async, [&] {
        auto records = records_beside(past, snapshot);
        auto changes = scope.to && wants_freshness(past.configuration->settings.report, request)
                           ? std::optional{last_changes_of_open(past, scope, records)}
                           : std::nullopt;
        return std::pair{std::move(records), std::move(changes)};
    });
    auto story = story_of(past, scope, request);
    auto [records, changes] = reading.get();
    story.last_changes = std::move(changes);
    if (story.history) remark_gaps(*story.history, past.configuration->zone, outside);
    ReproducingRevision reproducing{past};
    auto const so_far = [&]() -> History const& { return whole_history(past, scope.to); };
    Sources const sources{records, so_far};
    for (std::size_t i = 0; i < requests.size(); ++i)
        take(i, report_of(past, scope, story, sources, requests[i], reproducing), sources);
}

namespace {

/// Where the snapshot holds no record, what took the last ones away.
std::optional<RecordsRemoved> removed_before(HistoryView const& past, std::optional<git::Commit> const& snapshot,
                                             Records const& records)
{
    if (!snapshot || !records.all().empty()) return std::nullopt;
    auto const removal = last_removal(past.repository, past.configuration->layout, snapshot->id);
    if (!removal) return std::nullopt;
    return RecordsRemoved{removal->records, landing_day(removal->commit, past).value(), removal->commit.author.name};
}

}  // namespace

ProgressReport report_of(HistoryView const& past, Scope const& scope, PeriodStory const& story, Sources const& sources,
                         ReportRequest const& request, ReproducingRevision& reproducing)
{
    auto const& configuration = *past.configuration;
    auto const& records = sources.records;
    auto const snapshot = snapshot_of(scope, past);
    auto const narrowing = read_narrowing(request.narrowing, past, records, reproducing.former_ids());
    auto report = progress_report({.records = records,
                                   .history = story.history ? &*story.history : nullptr,
                                   .moves = story.moves,
                                   .period = scope.period,
                                   .today = scope.today,
                                   .zone = configuration.zone,
                                   .programme = configuration.settings.programme.name,
                                   .description = configuration.settings.programme.description,
                                   .settings = configuration.settings.report,
                                   .narrowing = narrowing,
                                   .snapshot = snapshot,
                                   .records_begin = story.records_begin,
                                   .first_commit_here = story.first_commit_here,
                                   .begun_on = begun_on(scope, story, past),
                                   .last_changes = story.last_changes ? &*story.last_changes : nullptr,
                                   .removed = removed_before(past, snapshot, records),
                                   .made = provenance_of({scope, snapshot, records, narrowing}, request, reproducing)});
    // Of a part alone nothing was promised.
    auto const wanted =
        request.format == Format::json || wants(configuration.settings.report, ReportSection::publication);
    if (snapshot && !narrowing.any() && wanted) {
        report.promised = promised_reports(past, *snapshot, scope.today);
        report.promised_within = configuration.settings.publication.within_days;
    }
    if (story.history && wants(configuration.settings.report, ReportSection::forecast))
        report.forecasts = forecasts_for(past, scope, sources, narrowing);
    return report;
}

std::string printed(ProgressReport const& report, ReportRequest const& request, HistoryView const& past, bool colour,
                    Sources const* sources)
{
    if (!request.template_file.empty())
        return filled_template(request.template_file, [&](std::string_view source, TemplateFormat format) {
            return report_by_template(report, source, format);
        });
    if (request.format == Format::json) return report_json(report);
    auto const page = report_page(report, Words{});
    if (request.format == Format::markdown) return page_markdown(page);
    if (request.format == Format::html)
        return page_html(page, charts_of(report, past, sources), Glossary{past.configuration->settings.terms});
    if (request.format == Format::mail) return page_mail(page, mail_head(report, request, past));
    return page_text(page, {request.width.value_or(usual_width), colour});
}

}  // namespace sss
