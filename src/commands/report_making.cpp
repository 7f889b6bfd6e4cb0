#include "commands/report_making.hpp"

#include "commands/report_charts.hpp"
#include "commands/report_forecast.hpp"
#include "commands/template_file.hpp"
#include "history/former_tree_files.hpp"
#include "history/last_changes.hpp"
#include "history/moves.hpp"
#include "history/walk.hpp"
#include "render/report_html.hpp"
#include "render/report_json.hpp"
#include "render/report_mail.hpp"
#include "render/report_markdown.hpp"
#include "render/report_template.hpp"
#include "render/report_text.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

Scope since(SinceRevision const& since, Past const& past)
{
    auto const from = past.repository.commit(past.repository.resolve(since.revision));
    auto const day = past.habits->zone.day_of(from.committer.when);
    if (past.today < day)
        throw UsageError{fmt::format("nothing can be reported since {}: it is of {}, later than the day of the report",
                                     since.revision, iso(day))};
    auto const name = iso(day) + ".." + iso(past.today);
    return {{day, past.today, name, PeriodSort::days}, past.today, from, past.now};
}

bool has_records(Past const& past, git::Commit const& commit)
{
    auto const& layout = past.habits->layout;
    return std::ranges::any_of(FormerTreeFiles{past.repository, commit.tree}.list(layout),
                               [&](FileEntry const& entry) { return layout.slot(entry.path).has_value(); });
}

/// The moves among the period's changes, counted over the whole past and pointing into the period's commits. The whole
/// past is only read where a planned date changed, and only of what it belongs to.
std::vector<Move> moves_within(History const& history, Past const& past, Scope const& scope)
{
    auto const days = past.habits->settings.history.correction_days;
    auto found = moves(history, days);
    if (found.empty() || !scope.from) return found;
    std::vector<RecordKey> moved;
    for (auto const& move : found)
        if (std::ranges::find(moved, move.record) == moved.end()) moved.push_back(move.record);
    auto const whole = read_past_of(past.repository, past.habits->layout, scope.to->id, moved);
    std::map<git::Oid, std::uint32_t> within;
    for (std::uint32_t i = 0; i < history.commits.size(); ++i) within[history.commits[i].commit.id] = i;
    found = moves(whole, days);
    std::erase_if(found, [&](Move const& move) { return !within.contains(whole.commits[move.commit].commit.id); });
    for (auto& move : found) move.commit = within[whole.commits[move.commit].commit.id];
    return found;
}

/// What the history tells of the period.
struct PeriodStory {
    std::optional<History> history;  ///< nothing: the period lies before the repository's first commit
    std::vector<Move> moves;
    std::optional<Day> records_begin;
    bool first_commit_here = false;
};

PeriodStory story_of(Past const& past, Scope const& scope)
{
    PeriodStory story;
    auto const& layout = past.habits->layout;
    auto const first_day = [&](History const& history) -> std::optional<Day> {
        if (history.commits.empty()) return std::nullopt;
        return past.habits->zone.day_of(history.commits.front().landed_at);
    };
    if (!scope.to && past.tip) {
        story.records_begin = first_day(read_history(past.repository, layout, past.tip->id));
        return story;
    }
    story.history = scope.to ? read_history(past.repository, layout, scope.to->id,
                                            scope.from ? std::optional{scope.from->id} : std::nullopt)
                             : History{};
    story.moves = moves_within(*story.history, past, scope);
    story.first_commit_here = !story.history->commits.empty() && (!scope.from || !has_records(past, *scope.from));
    if (story.first_commit_here) story.records_begin = first_day(*story.history);
    return story;
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
std::chrono::sys_seconds sent_at(ProgressReport const& report, Past const& past)
{
    auto const begin = past.habits->zone.start_of(report.today);
    if (!report.snapshot) return begin;
    return std::clamp(past.repository.commit(*report.snapshot).committer.when, begin,
                      past.habits->zone.end_of(report.today));
}

MailHead mail_head(ProgressReport const& report, ReportOptions const& options, Past const& past)
{
    auto const& settings = past.habits->settings.mail;
    auto const& from = options.mail_from.empty() ? settings.from : options.mail_from;
    auto const& to = options.mail_to.empty() ? settings.to : options.mail_to;
    if (from.empty())
        throw UsageError{
            "a message needs a sender, and none is named",
            "Give --mail-from \"Programme Office <office@example.org>\", or set `from` in [mail] of sss.toml."};
    if (to.empty())
        throw UsageError{"a message needs a receiver, and none is named",
                         "Give --mail-to partners@example.org, once for each, or set `to` in [mail] of sss.toml."};
    MailHead head{mailbox(from), {}, sent_at(report, past)};
    for (auto const& one : to) head.to.push_back(mailbox(one));
    head.offset = past.habits->zone.offset_at(head.sent);
    return head;
}

bool wants_freshness(Settings::Report const& settings, ReportOptions const& options)
{
    return options.format == "json" || !options.template_file.empty() ||
           std::ranges::find(settings.sections, ReportSection::freshness) != settings.sections.end();
}

bool wants_forecast(Settings::Report const& settings)
{
    return std::ranges::find(settings.sections, ReportSection::forecast) != settings.sections.end();
}

/// Beyond what can be stale, so many landings are looked through for how long a matter has rested: all of a programme's
/// past where it is of an ordinary length, and a bearable part of a long one.
constexpr std::size_t most_landings = 1000;

LastChanges last_changes_of_open(Past const& past, Scope const& scope, Records const& records)
{
    auto const& habits = *past.habits;
    auto const stale = scope.today - std::chrono::days{habits.settings.report.stale_days};
    auto const repository = past.repository.another_handle();
    return last_changes(repository, habits.layout, scope.to->id, open_matters(records), habits.zone.start_of(stale),
                        most_landings);
}

}  // namespace

Scope understand_period(std::string const& text, Past const& past)
{
    auto const parsed = parse_period(text, past.today, past.habits->settings.programme.week_starts);
    if (auto const* problem = std::get_if<DateProblem>(&parsed))
        throw UsageError{fmt::format("'{}' is no period: {}", text, problem->message), problem->help};
    if (auto const* revision = std::get_if<SinceRevision>(&parsed)) return since(*revision, past);
    auto const& period = std::get<Period>(parsed);
    if (past.today < period.first)
        throw UsageError{fmt::format("nothing can be reported of {}: it has not begun", text),
                         fmt::format("It begins on {}; --as-of tells another day to report on.", iso(period.first))};
    Scope scope{period, std::min(period.last, past.today), {}, past.now};
    if (!past.tip) return scope;
    auto const& zone = past.habits->zone;
    if (scope.today < past.today) scope.to = landed_by(past.repository, past.tip->id, zone.end_of(scope.today));
    scope.from = landed_by(past.repository, past.tip->id, zone.end_of(period.first - std::chrono::days{1}));
    return scope;
}

ProgressReport make_report(Past const& past, Scope const& scope, CommonOptions const& common,
                           Surroundings const& surroundings, ReportOptions const& options)
{
    auto const& habits = *past.habits;
    auto const snapshot = scope.to ? scope.to : past.tip;
    // The snapshot and the history are read side by side: neither needs the other.
    auto reading = std::async(std::launch::async, [&] {
        auto records = records_of(past, snapshot);
        auto changes = scope.to && wants_freshness(habits.settings.report, options)
                           ? std::optional{last_changes_of_open(past, scope, records)}
                           : std::nullopt;
        return std::pair{std::move(records), std::move(changes)};
    });
    auto const story = story_of(past, scope);
    auto const [records, changes] = reading.get();
    if (story.history) complain_of_gaps(*story.history, common, surroundings);
    auto const narrowing = read_narrowing(options.narrowing, past, records);
    auto report = progress_report({.records = records,
                                   .history = story.history ? &*story.history : nullptr,
                                   .moves = story.moves,
                                   .period = scope.period,
                                   .today = scope.today,
                                   .zone = habits.zone,
                                   .programme = habits.settings.programme.name,
                                   .settings = habits.settings.report,
                                   .narrowing = narrowing,
                                   .snapshot = snapshot,
                                   .records_begin = story.records_begin,
                                   .first_commit_here = story.first_commit_here,
                                   .last_changes = changes ? &*changes : nullptr});
    if (story.history && wants_forecast(habits.settings.report))
        report.forecasts = forecasts_for(past, scope, records, narrowing);
    return report;
}

std::string printed(ProgressReport const& report, ReportOptions const& options, Past const& past, bool colour)
{
    if (!options.template_file.empty())
        return filled_template(options.template_file, [&](std::string_view source, TemplateFormat format) {
            return report_by_template(report, source, format);
        });
    if (options.format == "json") return report_json(report);
    if (options.format == "markdown") return report_markdown(report);
    if (options.format == "html") return report_html(report, charts_of(report, options, past));
    if (options.format == "eml") return report_mail(report, mail_head(report, options, past));
    return report_text(report, {options.width.value_or(100), colour});
}

}  // namespace sss
