#include "commands/report_making.hpp"

#include <memory>
#include <string>

namespace sss {

namespace {

ExitStatus run_report(ReportOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_past(common, options.history, surroundings);
    past.repository.require_whole_history("report on a period");
    auto const report = make_report(past, understand_period(options.period, past), common, surroundings);
    deliver(printed(report, options, in_color(common, surroundings)), common, surroundings);
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
                         "  sss report --period 2018-Q2 --format markdown the same for a mail or a page\n"
                         "  sss report --as-of 2018-06-01                 as it would have read on that day");
    command
        .add_option("--period", options->period,
                    "this-week, last-month, 2018-W17, 2018-04, 2018-Q2, 2018-04-01..2018-04-30, since:REV …")
        ->type_name("PERIOD");
    command.add_option("--format", options->format, "text, markdown or json")
        ->check(CLI::IsMember({"text", "markdown", "json"}))
        ->type_name("FORMAT");
    command.add_option("--width", options->width, "Columns of the text: 60 to 400, else 100")
        ->check(CLI::Range(60, 400))
        ->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_report(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
