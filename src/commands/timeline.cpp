#include "print/timeline.hpp"

#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "work/timeline_request.hpp"

#include <algorithm>
#include <memory>

namespace sss {

namespace {

struct TimelineOptions {
    HistoryOptions history;
    TimelineRequest request;
    Format format = Format::text;
    std::optional<std::size_t> width;
};

ExitStatus run_timeline(TimelineOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto const past = open_history_view(common, moment(options.history), outside(common, surroundings));
    auto const records = records_of(past, past.now);
    auto const line = timeline(records, past.today, filter_of(options.request, past, records));
    auto const names = read_standard_records(records);
    auto const width = options.width.value_or(terminal_columns(common, surroundings).value_or(usual_width));
    deliver(options.format == Format::json ? timeline_json(line)
            : options.format == Format::markdown
                ? timeline_markdown(line, names)
                : timeline_text(line, names, std::max<std::size_t>(width, 40), in_color(common, surroundings)),
            common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_timeline(CommandLine& line)
{
    auto options = std::make_shared<TimelineOptions>();
    auto& request = options->request;
    auto const command =
        line.add_command("timeline", "What happened and what is planned, in order",
                         "  sss timeline                               milestones, meetings, dated kinds of your own\n"
                         "  sss timeline --satellite sss-2b            of one satellite\n"
                         "  sss timeline --kind launch                 launches alone\n"
                         "  sss timeline --kind action --organisation apsco --period 2018");
    add_whose_options(command, request.narrowing);
    command.add_list_option(
        "--kind", request.kinds,
        "milestone, launch, meeting, action, or a dated kind of your own; without it all but actions", "KIND");
    add_type_option(command, request.types);
    command.add_option("--period", request.period, "What shares a day with 2018, 2018-Q2, last-month …")
        ->type_name("PERIOD");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    command.add_option("--width", options->width, "Columns of the text; else the terminal's, or 100")->type_name("N");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_timeline(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
