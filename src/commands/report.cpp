#include "commands/command_line.hpp"
#include "commands/committing.hpp"
#include "commands/narrowing_options.hpp"
#include "facts/report/quiet.hpp"
#include "support/utf8.hpp"
#include "words/words.hpp"
#include "work/report/archive.hpp"
#include "work/report/each.hpp"
#include "work/report/making.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace sss {

namespace {

struct ReportOptions {
    HistoryOptions history;
    ReportRequest request;
    bool keeps = false;  ///< --archive
    ArchiveRequest archive;
    CommitOptions commit;
    EachRequest each;
};

std::vector<std::pair<std::string, std::optional<PeriodUnit>>> const archive_units{{"week", PeriodUnit::week},
                                                                                   {"month", PeriodUnit::month},
                                                                                   {"quarter", PeriodUnit::quarter},
                                                                                   {"year", PeriodUnit::year}};

/// As wide as the terminal that it is read on; in a pipe and in a file always the same.
std::optional<std::size_t> width_of(ReportRequest const& request, CommonOptions const& common,
                                    Surroundings const& surroundings)
{
    auto const columns = terminal_columns(common, surroundings);
    if (request.width || !columns) return request.width;
    return std::clamp<std::size_t>(*columns, 60, 400);
}

/// "2 reports written to reports, 40 stood there already".
std::string archive_words(ArchiveOutcome const& outcome)
{
    if (!outcome.begun) return "there is no commit yet, and so no period to report on";
    auto const number = [](std::size_t how_many) { return static_cast<std::int64_t>(how_many); };
    auto text = fmt::format("{} written to {}, {} stood there already", count(number(outcome.written), "report"),
                            outcome.folder, number_text(number(outcome.standing)));
    if (outcome.unchanged > 0)
        text += fmt::format("; {} that brought nothing new got none", count(number(outcome.unchanged), "period"));
    if (outcome.silent > 0)
        text += fmt::format("; {} got none, between two commits that are more than ten years apart",
                            count(number(outcome.silent), name_of(outcome.every)));
    return text;
}

/// Where --commit cannot be obeyed nothing is written.
void require_committable_archive(CommitOptions const& options, CommitProposal const& proposal)
{
    if (proposal.command.empty())
        throw UsageError{"the reports cannot be committed: their folder is not in the data repository's working tree",
                         "Nothing is written. Name a folder there, or leave --commit out."};
    require_committable(options, proposal);
}

void commit_kept(CommitOptions const& options, ArchiveOutcome const& outcome, CommonOptions const& common,
                 Surroundings const& surroundings)
{
    if (!outcome.commit.paths.empty()) return commit_or_propose(options, outcome.commit, common, surroundings);
    if (options.commit && outcome.written > 0)
        throw Error{"commit the reports", "git is told to ignore them",
                    "The reports are written. Take their folder out of .gitignore, and run the command again."};
}

ExitStatus run_archive(ReportRequest const& request, ArchiveRequest const& archive, CommitOptions const& commit,
                       CommonOptions const& common, Surroundings const& surroundings)
{
    if (!request.template_file.empty())
        throw UsageError{"an archive is kept in one of the formats, not by a template",
                         "Leave --template out; `sss report --template` makes one report at a time."};
    if (!common.output.empty())
        throw UsageError{"an archive is a folder of many reports, and -o names one file",
                         "Name the folder: sss report --archive DIR"};
    auto const world = outside(common, surroundings);
    if (!commit.commit) require_committable(commit, {});
    auto const outcome = write_archive(archive, request, common, world, [&](CommitProposal const& proposal) {
        require_committable_archive(commit, proposal);
    });
    world.remark("sss: " + archive_words(outcome) + '\n');
    commit_kept(commit, outcome, common, surroundings);
    return ExitStatus::done;
}

/// "2 reports written to owners; 30 organisations have nothing open and nothing new".
std::string each_words(EachOutcome const& outcome, EachRequest const& each)
{
    auto const number = [](std::size_t how_many) { return static_cast<std::int64_t>(how_many); };
    auto text = fmt::format("{} written to {}", count(number(outcome.written.size()), "report"), visible(each.folder));
    if (outcome.without_matter > 0)
        text += fmt::format("; {} {} {}", count(number(outcome.without_matter), each.kind),
                            outcome.without_matter == 1 ? "has" : "have",
                            each.if_changed ? "nothing new" : "nothing open and nothing new");
    return text;
}

ExitStatus run_each(ReportOptions const& options, ReportRequest const& request, CommonOptions const& common,
                    Surroundings const& surroundings)
{
    auto each = options.each;
    if (common.output.empty())
        throw UsageError{"--each writes a folder of reports, and none is named",
                         fmt::format("Name one: sss report --each {} -o DIR", each.kind)};
    if (!request.template_file.empty())
        throw UsageError{"--each writes one of the formats, not by a template",
                         "Leave --template out; `sss report --template` makes one report at a time."};
    each.folder = common.output;
    each.if_changed = options.archive.if_changed;
    auto const world = outside(common, surroundings);
    auto const past = open_history_view(common, request.moment, world);
    past.repository.require_whole_history("report on a period");
    auto const scope = understand_period(request, past);
    if (!scope.remark.empty()) world.remark("sss: " + scope.remark + '\n');
    auto const outcome = write_each(each, past, scope, request, world);
    std::string paths;
    for (auto const& path : outcome.written) paths += visible(path) + '\n';
    auto to_output = common;
    to_output.output.clear();
    deliver_written(paths, "The reports are written", to_output, surroundings);
    for (auto const& id : outcome.unreachable)
        world.warn(fmt::format(
            "sss: no message for {}: its 'contact' is no e-mail address, and no --mail-to is given\n", visible(id)));
    world.remark("sss: " + each_words(outcome, each) + '\n');
    return ExitStatus::done;
}

ExitStatus run_report(ReportOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    if (request.format != Format::mail && !(request.mail_from.empty() && request.mail_to.empty()))
        throw UsageError{"--mail-from and --mail-to are for a message", "Add --format eml."};
    request.moment = moment(options.history);
    if (!options.keeps && (options.commit.commit || options.commit.subject))
        throw UsageError{"--commit is for reports that are kept", "Add --archive."};
    if (options.keeps) return run_archive(request, options.archive, options.commit, common, surroundings);
    if (!options.each.kind.empty()) return run_each(options, request, common, surroundings);
    request.width = width_of(request, common, surroundings);
    auto const world = outside(common, surroundings);
    auto const past = open_history_view(common, request.moment, world);
    past.repository.require_whole_history("report on a period");
    auto const scope = understand_period(request, past);
    if (!scope.remark.empty()) world.remark("sss: " + scope.remark + '\n');
    auto const report = make_report(past, scope, request, world);
    if (options.archive.if_changed && nothing_new(report)) return ExitStatus::done;
    deliver(printed(report, request, past, in_color(common, surroundings)), common, surroundings);
    return ExitStatus::done;
}

/// What keeps reports, and what leaves them out.
Option add_publication_options(Command command, Option period, Option after, ArchiveRequest& archive)
{
    command.add_flag("--if-changed", archive.if_changed,
                     "Print and write nothing where the period brought nothing new");
    auto const folder = command
                            .add_option("--archive", archive.folder,
                                        "Write the report of each period that has ended into this folder, where none "
                                        "stands yet; else into that of [report] archive")
                            ->type_name("DIR")
                            ->expected(0, 1)
                            ->excludes(period)
                            ->excludes(after);
    command
        .add_choice("--every", archive.every, archive_units,
                    "With --archive: week, month, quarter or year; else as [publication] promises, or week")
        ->type_name("PERIOD")
        ->needs(folder);
    return folder;
}

}  // namespace

void add_report(CommandLine& line)
{
    auto options = std::make_shared<ReportOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "report", "Where the programme stands, and what a period has brought",
        "  sss report                                                  this week, up to today\n"
        "  sss report --period last-month                              a whole month, as it stood at its end\n"
        "  sss report --period 2018-Q2 --format html -o q2.html        a page to publish\n"
        "  sss report --period last-week --format eml | sendmail -t    a message to the partners\n"
        "  sss report --as-of 2018-06-01                               as it would have read on that day\n"
        "  sss report --archive reports --every month                  one for each month since the beginning\n"
        "  sss report --archive --every month --commit                 what is missing of them, committed\n"
        "  sss report --each organisation --period last-month -o owners    for each its own matters, a file each");
    auto const period =
        command
            .add_option(
                "--period", request.period,
                "this-week, last-month, 2018-W17, 2018-04, 2018-Q2, 2018-04-01..2018-04-30, since:REV, since-last …")
            ->type_name("PERIOD");
    auto const after =
        command
            .add_option("--after", request.after,
                        "What this revision holds is no news; else that is what stood when the period began")
            ->type_name("REV");
    add_narrowing_options(command, request.narrowing);
    auto const format = command.add_format_option(request.format, {report_formats.begin(), report_formats.end()},
                                                  "text, markdown, html, eml or json");
    command.add_option("--template", request.template_file, "Your own template, in place of a format")
        ->type_name("FILE")
        ->excludes(format);
    command.add_option("--width", request.width, "Columns of the text, 60 to 400; else the terminal's, or 100")
        ->between(60, 400)
        ->type_name("N");
    command.add_option("--mail-from", request.mail_from, "The sender of --format eml, else that of sss.toml")
        ->type_name("ADDRESS");
    command
        .add_option("--mail-to", request.mail_to, "A receiver of --format eml, else those of sss.toml; may be repeated")
        ->type_name("ADDRESS")
        ->expected(1)
        ->take_all();
    auto const kept = add_publication_options(command, period, after, options->archive);
    add_commit_options(command, options->commit);
    auto const each =
        command
            .add_option("--each", options->each.kind,
                        "A report for each organisation, or satellite, narrowed to it, into the folder of -o; as a "
                        "message to the address in its 'contact'")
            ->one_of({std::string{kinds::organisation}, std::string{kinds::satellite}})
            ->type_name("KIND")
            ->excludes(kept);
    add_history_options(command, options->history);
    command.callback([&line, options, kept, each, format] {
        auto& asked = options->request;
        options->keeps = kept->count() > 0;
        options->archive.committed = options->commit.commit;
        options->archive.subject = options->commit.subject.value_or("");
        // Pages that are kept are looked at where they stand, and forges show Markdown.
        auto const many = options->keeps || each->count() > 0;
        if (many && format->count() == 0) asked.format = Format::markdown;
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_report(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
