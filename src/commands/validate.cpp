#include "commands/command_line.hpp"
#include "print/findings/findings_ci.hpp"
#include "print/findings/findings_json.hpp"
#include "print/findings/findings_text.hpp"
#include "work/checking.hpp"

#include <memory>
#include <utility>

#include <fmt/format.h>

namespace sss {

namespace {

struct ValidateOptions {
    CheckRequest request;
    HistoryOptions history;
    Format format = Format::text;
    std::size_t limit = FindingsText{}.limit;
};

void require_no_contradiction(StateRequest const& state, HistoryOptions const& history)
{
    if (state.past && !state.since.empty())
        throw UsageError{
            "--history and --since exclude each other: one judges the whole past, the other what a branch brings"};
    if (!state.staged) return;
    for (auto const& [value, name] : {std::pair{history.revision, "--rev"}, {history.as_of, "--as-of"}})
        if (!value.empty())
            throw UsageError{
                fmt::format("--staged and {} exclude each other: one looks at what the next commit holds, "
                            "the other at one that was made",
                            name)};
}

std::string printed(Check const& check, ValidateOptions const& options, bool colour)
{
    if (options.format == Format::json) return to_json(check);
    if (options.format == Format::sarif) return to_sarif(check);
    if (options.format == Format::junit) return to_junit(check);
    if (options.format == Format::github) return to_github(check);
    if (options.format == Format::gitlab) return to_gitlab(check);
    return to_text(check, {.colour = colour, .limit = options.limit});
}

ExitStatus run_validate(ValidateOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    require_no_contradiction(request.state, options.history);
    request.state.moment = moment(options.history);
    auto const checked = check(request, common, outside(common, surroundings));
    deliver(printed(checked, options, in_color(common, surroundings)), common, surroundings);
    // A log that ends with 1 and not a word helps nobody.
    if (!common.output.empty() && checked.fails() && !common.quiet)
        surroundings.complain(fmt::format("sss: {}", summary_text(checked, fmt::format(" See {}.", common.output))));
    return checked.fails() ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_validate(CommandLine& line)
{
    auto options = std::make_shared<ValidateOptions>();
    auto& request = options->request;
    auto const command =
        line.add_command("validate", "Whether what is written now is sound: settings, schemas and records",
                         "  sss validate                         the whole working tree\n"
                         "  sss validate data/meetings           what is wrong there; all is read\n"
                         "  sss validate --staged --since HEAD   what the next commit would bring in\n"
                         "  sss validate --since origin/main     what this branch brings in\n"
                         "  sss validate --history               and what was changed that should stay");
    command.add_option("PATH", request.paths, "Report only what stands in these files and folders")->type_name("");
    command.add_flag("--staged,--cached", request.state.staged, "Look at what the next commit would hold");
    add_history_options(command, options->history);
    command
        .add_option("--since", request.state.since,
                    "Tell only what is new since the branch parted from this revision; the rest is counted")
        ->type_name("REV");
    command.add_flag("--history", request.state.past, "Judge the whole past of every record too");
    command
        .add_choice<Severity>(
            "--fail-on", request.fail_on,
            {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}},
            "End with 1 where there is a finding of this level or a worse one: error (default), warning, note")
        ->type_name("LEVEL");
    command.add_format_option(
        options->format, {Format::text, Format::json, Format::sarif, Format::junit, Format::github, Format::gitlab},
        "text, json, sarif, junit, github or gitlab");
    command.add_option("--limit", options->limit, "Print so many findings as text, the worst; 0: all (default 200)")
        ->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_validate(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
