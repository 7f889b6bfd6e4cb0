#include "print/log.hpp"

#include "commands/command_line.hpp"
#include "commands/narrowing_options.hpp"
#include "work/log_making.hpp"

#include <algorithm>
#include <memory>

namespace sss {

namespace {

struct LogOptions {
    HistoryOptions history;
    LogRequest request;
    Format format = Format::text;
    bool blame = false;
};

std::string printed(BlameFacts const& facts, Format format, std::size_t width, bool colour)
{
    if (format == Format::json) return blame_json(facts);
    if (format == Format::markdown) return blame_markdown(facts);
    return blame_text(facts, width, colour);
}

std::string printed(LogFacts const& facts, Format format, bool colour)
{
    if (format == Format::json) return log_json(facts);
    if (format == Format::markdown) return log_markdown(facts);
    return log_text(facts, colour);
}

ExitStatus run_log(LogOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.moment = moment(options.history);
    auto const world = outside(common, surroundings);
    auto const colour = in_color(common, surroundings);
    if (options.blame) {
        auto const width = std::max<std::size_t>(terminal_columns(common, surroundings).value_or(usual_width), 60);
        tell_blame(request, common, world, [&](BlameFacts const& facts) {
            deliver(printed(facts, options.format, width, colour), common, surroundings);
        });
        return ExitStatus::done;
    }
    std::string text;
    auto const any =
        tell_log(request, common, world, [&](LogFacts const& facts) { text = printed(facts, options.format, colour); });
    if (text.empty() && any) world.remark("sss: no record has changed yet: there is no commit below the data folder\n");
    deliver(text, common, surroundings);
    return ExitStatus::done;
}

}  // namespace

void add_log(CommandLine& line)
{
    auto options = std::make_shared<LogOptions>();
    auto const command = line.add_command("log", "What changed, by the day on which it was committed, newest first",
                                          "  sss log                                every change of every record\n"
                                          "  sss log sss-2b-launch                  one record, through its renames\n"
                                          "  sss log --field planned --since 2023   the moves of a year\n"
                                          "  sss log -n 5                           the newest five commits\n"
                                          "  sss log --blame sss-2b-launch          who wrote each value that stands\n"
                                          "  sss log --as-of 2023-04-13             as it stood on that day");
    command.add_option("ID", options->request.id, "A record: its id, or KIND/ID; or what it holds: MEETING#a1");
    auto const blame = command.add_flag("--blame", options->blame, "Who wrote each value of the record that stands");
    auto& request = options->request;
    command
        .add_option("--field", request.fields,
                    "What touches this field: planned, orbit, action[a2].closed; given twice: either")
        ->type_name("FIELD")
        ->expected(1)
        ->take_all();
    auto const period = command
                            .add_option("--period", request.period,
                                        "What landed in it: 2018-Q2, last-month, monday..today, since:REV …")
                            ->type_name("PERIOD");
    command.add_option("--since", request.since, "What landed on this day or later, or after this revision")
        ->type_name("DATE|PERIOD|REV")
        ->excludes(period);
    command.add_option("--until", request.until, "What landed on this day or before, or up to this revision")
        ->type_name("DATE|PERIOD|REV")
        ->excludes(period);
    add_narrowing_options(command, request.narrowing);
    add_type_option(command, request.narrowing.types);
    command.add_option("--author", request.author, "What was written by who has this in the name or mail address")
        ->type_name("TEXT");
    command.add_option("-n,--limit", request.limit, "The newest so many commits; the older changes are counted")
        ->type_name("N")
        ->excludes(blame);
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json},
                              "text, markdown or json");
    add_history_options(command, options->history);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_log(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
