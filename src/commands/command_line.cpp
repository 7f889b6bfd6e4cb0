#include "commands/command_line.hpp"

#include "commands/day_option.hpp"
#include "commands/help_text.hpp"
#include "support/atomic_file.hpp"
#include "support/links.hpp"
#include "support/utf8.hpp"
#include "support/version.hpp"

#include <filesystem>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace sss {

CommandLine::CommandLine()
    : app_{std::make_unique<CLI::App>(
          "sss tells the story of a satellite programme from its records and their git history.", "sss")},
      app{*app_}
{
    app.formatter(std::make_shared<HelpText>());
    app.set_version_flag("-V,--version", std::string{"sss "} + std::string{version()});
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.require_subcommand(1);
    app.footer(
        "`sss COMMAND --help` tells more of each, with examples.\n"
        "Exit codes: 0 done, 1 findings, 2 wrong usage, 3 the environment fails.");
    app.option_defaults()->always_capture_default(false);
    // Options may stand before the command too: sss -C data report.
    app.add_option("-C", common.directory, "Work in this data repository")->type_name("DIR");
}

CommandLine::~CommandLine() = default;

Command CommandLine::add_command(std::string const& name, std::string const& description, std::string const& examples)
{
    auto* added = app.add_subcommand(name, description);
    added->set_help_flag("-h,--help", "Print this help and exit");
    added->footer("Examples:\n" + examples);
    Command const command{*added, common.output};
    auto const group = std::string{"Common options"};
    command.add_option("-C", common.directory, "Work in this data repository")->type_name("DIR")->group(group);
    command.add_option("--config", common.config, "Settings file in place of sss.toml")
        ->type_name("FILE")
        ->group(group);
    command.add_option("-o,--output", common.output, "Write the result to this file, whole or not at all")
        ->not_empty()
        ->type_name("FILE")
        ->group(group);
    command.add_option("--color", common.color, "auto, always or never")
        ->one_of({"auto", "always", "never"})
        ->type_name("WHEN")
        ->group(group);
    command.add_flag("-q,--quiet", common.quiet, "Say nothing but results and failures")->group(group);
    command.add_flag("-v,--verbose", common.verbose, "Say more on standard error")->group(group);
    return command;
}

Command CommandLine::add_hidden_command(std::string const& name, std::string const& description)
{
    auto* added = app.add_subcommand(name, description);
    added->group("");
    return Command{*added};
}

bool CommandLine::for_people() const
{
    auto const chosen = app.get_subcommands();
    return !chosen.empty() && !chosen.front()->get_group().empty();
}

void add_history_options(Command command, HistoryOptions& options)
{
    command.add_option("--as-of", options.as_of, "Turn both clocks back: what was believed on this day")
        ->type_name("DATE");
    command.add_option("--rev", options.revision, "Look at this revision in place of HEAD")->type_name("REV");
}

MomentRequest moment(HistoryOptions const& options)
{
    MomentRequest moment{.revision = options.revision};
    if (!options.as_of.empty()) moment.as_of = day_option("--as-of", options.as_of);
    return moment;
}

Outside outside(CommonOptions const& options, Surroundings const& surroundings)
{
    Outside outside{.now = surroundings.now,
                    .remark = surroundings.complain,
                    .warn = surroundings.complain,
                    .follow = surroundings.follow,
                    .index_file = surroundings.index_file,
                    .ci = surroundings.ci};
    if (options.quiet) {
        outside.remark = [](std::string_view) {};
        outside.follow = nullptr;
    }
    return outside;
}

bool in_color(CommonOptions const& options, Surroundings const& surroundings)
{
    if (options.color == "always") return true;
    if (options.color == "never" || !options.output.empty()) return false;
    return surroundings.output_is_terminal && surroundings.color_wanted;
}

std::optional<std::size_t> terminal_columns(CommonOptions const& options, Surroundings const& surroundings)
{
    if (!surroundings.output_is_terminal || !options.output.empty()) return std::nullopt;
    return static_cast<std::size_t>(surroundings.width);
}

void deliver(std::string const& result, CommonOptions const& options, Surroundings const& surroundings)
{
    if (options.output.empty()) return surroundings.print(result);
    auto const way = way_to(options.output);
    if (way.descriptor == STDOUT_FILENO) return surroundings.print(result);
    if (!way.descriptor && way.leads == Way::Leads::plainly) {
        // Where nothing changed the file is left alone, so that what is made from it need not be made again.
        auto const standing = read_file(options.output, result.size());
        if (standing && standing.bytes == result) return;
    }
    if (!way.descriptor) {
        auto const folder = std::filesystem::path{options.output}.parent_path();
        sweep(folder.empty() ? "." : folder, true);
    }
    write_whole(options.output, result);
    if (way.last && !options.quiet)
        surroundings.complain(
            fmt::format("sss: {} was a symbolic link to {}; the result stands in its place, and what the "
                        "link led to is as it was\n",
                        visible(options.output), visible(way.target.string())));
}

void deliver_diff(std::string const& diff, CommonOptions const& common, Surroundings const& surroundings)
{
    if (!common.output.empty()) return deliver(diff, common, surroundings);
    auto const shown = visible_lines(diff);
    if (shown != diff)
        surroundings.complain(
            "sss: what could act on a terminal is written out here, so that git apply will not take it; -o FILE keeps "
            "the bytes\n");
    deliver(shown, common, surroundings);
}

void deliver_written(std::string const& message, std::string const& written, CommonOptions const& options,
                     Surroundings const& surroundings)
{
    try {
        deliver(message, options, surroundings);
    } catch (Error const& error) {
        throw Error{"tell what was done", error.what(), written + "; only the message was lost."};
    }
}

void add_commands(CommandLine& line)
{
    add_init(line);
    add_add(line);
    add_set(line);
    add_done(line);
    add_move(line);
    add_close(line);
    add_cancel(line);
    add_repeat(line);
    add_rename(line);
    add_edit(line);
    add_minutes(line);
    add_form(line);
    add_fmt(line);
    add_validate(line);
    add_explain(line);
    add_schema(line);
    add_status(line);
    add_list(line);
    add_show(line);
    add_timeline(line);
    add_log(line);
    add_diff(line);
    add_changelog(line);
    add_report(line);
    add_chart(line);
    add_forecast(line);
    add_export(line);
    add_site(line);
    add_verify(line);
    add_completion(line);
    add_manual(line);
}

}  // namespace sss
