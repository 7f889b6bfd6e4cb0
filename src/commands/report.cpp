#include "commands/report_making.hpp"

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

ExitStatus run_report(ReportOptions options, CommonOptions const& common, Surroundings const& surroundings)
{
    if (options.format != "eml" && !(options.mail_from.empty() && options.mail_to.empty()))
        throw UsageError{"--mail-from and --mail-to are for a message", "Add --format eml."};
    options.width = width_of(options, common, surroundings);
    auto const past = open_past(common, options.history, surroundings);
    past.repository.require_whole_history("report on a period");
    auto const report = make_report(past, understand_period(options.period, past), common, surroundings, options);
    deliver(printed(report, options, past, in_color(common, surroundings)), common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_report(CommandLine& line)
{
    auto options = std::make_shared<ReportOptions>();
    auto& command =
        line.add_command("report", "Where the programme stands, and what a period has brought",
                         "  sss report                                    this week, up to today\n"
                         "  sss report --period last-month                a whole month, as it stood at its end\n"
                         "  sss report --period 2018-Q2 --format html -o q2.html   a page to publish\n"
                         "  sss report --period last-week --format eml | sendmail -t   a message to all partners\n"
                         "  sss report --as-of 2018-06-01                 as it would have read on that day");
    command
        .add_option("--period", options->period,
                    "this-week, last-month, 2018-W17, 2018-04, 2018-Q2, 2018-04-01..2018-04-30, since:REV …")
        ->type_name("PERIOD");
    add_narrowing_options(command, options->narrowing);
    auto* format = command.add_option("--format", options->format, "text, markdown, html, eml or json")
                       ->check(CLI::IsMember({"text", "markdown", "html", "eml", "json"}))
                       ->type_name("FORMAT");
    command.add_option("--template", options->template_file, "Your own template, in place of a format")
        ->type_name("FILE")
        ->excludes(format);
    command.add_option("--width", options->width, "Columns of the text, 60 to 400; else the terminal's, or 100")
        ->check(CLI::Range(60, 400))
        ->type_name("N");
    command.add_option("--mail-from", options->mail_from, "The sender of --format eml, else that of sss.toml")
        ->type_name("ADDRESS");
    command
        .add_option("--mail-to", options->mail_to,
                    "A receiver of --format eml, else those of sss.toml; may be repeated")
        ->type_name("ADDRESS")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_report(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
