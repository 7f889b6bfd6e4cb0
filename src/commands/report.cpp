#include "commands/command_line.hpp"
#include "commands/output_name.hpp"
#include "commands/report_archive.hpp"
#include "commands/report_making.hpp"
#include "reports/quiet.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace sss {

namespace {

/// As wide as the terminal that it is read on; in a pipe and in a file always the same.
std::optional<std::size_t> width_of(ReportOptions const& options, CommonOptions const& common,
                                    Surroundings const& surroundings)
{
    auto const at_terminal = surroundings.output_is_terminal && common.output.empty();
    if (options.width || !at_terminal) return options.width;
    return std::clamp<std::size_t>(static_cast<std::size_t>(surroundings.width), 60, 400);
}

ExitStatus run_report(ReportOptions options, ArchiveOptions const& archive, CommonOptions const& common,
                      Surroundings const& surroundings)
{
    if (options.format != "eml" && !(options.mail_from.empty() && options.mail_to.empty()))
        throw UsageError{"--mail-from and --mail-to are for a message", "Add --format eml."};
    if (archive.wanted) return write_archive(archive, options, common, surroundings);
    options.width = width_of(options, common, surroundings);
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    past.repository.require_whole_history("report on a period");
    auto const scope = understand_period(options, past);
    if (!scope.remark.empty() && !common.quiet) surroundings.complain("sss: " + scope.remark + '\n');
    auto const report = make_report(past, scope, options, common, surroundings);
    if (archive.if_changed && nothing_new(report)) return ExitStatus::done;
    deliver(printed(report, options, past, in_color(common, surroundings)), common, surroundings);
    return ExitStatus::done;
}

/// What keeps reports, and what leaves them out.
Option add_publication_options(Command command, Option period, Option after, ArchiveOptions& archive)
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
    command.add_option("--every", archive.every, "With --archive: week, month, quarter or year; else week")
        ->one_of({"week", "month", "quarter", "year"})
        ->type_name("PERIOD")
        ->needs(folder);
    return folder;
}

}  // namespace

void add_report(CommandLine& line)
{
    auto options = std::make_shared<ReportOptions>();
    auto archive = std::make_shared<ArchiveOptions>();
    auto const command = line.add_command(
        "report", "Where the programme stands, and what a period has brought",
        "  sss report                                                  this week, up to today\n"
        "  sss report --period last-month                              a whole month, as it stood at its end\n"
        "  sss report --period 2018-Q2 --format html -o q2.html        a page to publish\n"
        "  sss report --period last-week --format eml | sendmail -t    a message to the partners\n"
        "  sss report --as-of 2018-06-01                               as it would have read on that day\n"
        "  sss report --archive reports --every month                  one for each month since the beginning");
    auto const period =
        command
            .add_option(
                "--period", options->period,
                "this-week, last-month, 2018-W17, 2018-04, 2018-Q2, 2018-04-01..2018-04-30, since:REV, since-last …")
            ->type_name("PERIOD");
    auto const after =
        command
            .add_option("--after", options->after,
                        "What this revision holds is no news; else that is what stood when the period began")
            ->type_name("REV");
    add_narrowing_options(command, options->narrowing);
    auto const format = command.add_option("--format", options->format, "text, markdown, html, eml or json")
                            ->one_of(report_formats)
                            ->type_name("FORMAT");
    command.add_option("--template", options->template_file, "Your own template, in place of a format")
        ->type_name("FILE")
        ->excludes(format);
    command.add_option("--width", options->width, "Columns of the text, 60 to 400; else the terminal's, or 100")
        ->between(60, 400)
        ->type_name("N");
    command.add_option("--mail-from", options->mail_from, "The sender of --format eml, else that of sss.toml")
        ->type_name("ADDRESS");
    command
        .add_option("--mail-to", options->mail_to,
                    "A receiver of --format eml, else those of sss.toml; may be repeated")
        ->type_name("ADDRESS")
        ->expected(1)
        ->take_all();
    auto const kept = add_publication_options(command, period, after, *archive);
    add_history_options(command, options->history);
    command.callback([&line, options, archive, kept, format] {
        archive->wanted = kept->count() > 0;
        // Pages that are kept are looked at where they stand, and forges show Markdown.
        if (archive->wanted && format->count() == 0) options->format = "markdown";
        if (auto const told = format_by_name(line.common.output, report_formats);
            !told.empty() && format->count() == 0 && options->template_file.empty())
            options->format = told;
        line.task = [&line, options, archive](Surroundings const& surroundings) {
            return run_report(*options, *archive, line.common, surroundings);
        };
    });
}

}  // namespace sss
