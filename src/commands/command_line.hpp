#pragma once

#include "commands/command.hpp"
#include "commands/terminal/surroundings.hpp"
#include "support/error.hpp"
#include "work/request.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sss {

/// What every command understands.
struct CommonOptions : ProgrammeRequest {  // -C, --config
    std::string color = "auto";            ///< auto, always, never
    std::string output;                    ///< -o: a file in place of standard output, written whole or not at all
    bool quiet = false;
    bool verbose = false;
};

/// What every command that reads history understands.
struct HistoryOptions {
    std::string as_of;     ///< --as-of: both clocks turned back to this day
    std::string revision;  ///< --rev: in place of HEAD
};

/// What a command does once the command line is understood.
using Task = std::function<ExitStatus(Surroundings const&)>;

/// The command line: declared by the commands, parsed once, then one task runs.
struct CommandLine {
    CommandLine();
    CommandLine(CommandLine const&) = delete;
    CommandLine& operator=(CommandLine const&) = delete;
    ~CommandLine();

private:
    std::unique_ptr<CLI::App> app_;

public:
    CLI::App& app;  ///< the tree of commands, for what looks into it: parsing, completion, manual pages
    CommonOptions common;
    Task task;

    /// A command with the common options; `examples` are lines of its help, each a command with its comment.
    Command add_command(std::string const& name, std::string const& description, std::string const& examples);

    /// One that no --help names, without the common options.
    Command add_hidden_command(std::string const& name, std::string const& description);

    /// Whether a person runs the command that was chosen: completion must not be written into.
    bool for_people() const;
};

/// Understands the arguments. A status means that the run ends here: help or version was printed, or the usage was
/// wrong and has been explained.
std::optional<ExitStatus> parse(CommandLine& line, int argc, char const* const* argv, Surroundings const& surroundings);

/// Adds --as-of and --rev.
void add_history_options(Command command, HistoryOptions& options);

/// What they ask for. A UsageError where --as-of takes no day.
MomentRequest moment(HistoryOptions const& options);

/// What a piece of work sees of the surroundings: with --quiet its remarks go nowhere.
Outside outside(CommonOptions const& options, Surroundings const& surroundings);

/// Whether a result may be coloured.
bool in_color(CommonOptions const& options, Surroundings const& surroundings);

/// Columns of the terminal that the result is read on; nothing in a pipe and in a file, where it is always as wide.
std::optional<std::size_t> terminal_columns(CommonOptions const& options, Surroundings const& surroundings);

/// Hands a result to where it belongs: standard output, or the file of -o.
void deliver(std::string const& result, CommonOptions const& options, Surroundings const& surroundings);

/// The same for the message of a command that has written: where it cannot be told, the Error says that what was
/// written stands all the same.
/// @param written  what stands, as a sentence: "The record is written"
void deliver_written(std::string const& message, std::string const& written, CommonOptions const& options,
                     Surroundings const& surroundings);

/// Hands a diff to where it belongs. Only -o gets its very bytes: on standard output, which may be a terminal or the
/// log of a CI system, what could act there is written out, and it is said that such a diff cannot be applied.
void deliver_diff(std::string const& diff, CommonOptions const& common, Surroundings const& surroundings);

// The commands, in the order of the help. Each file in commands/ defines one.
void add_init(CommandLine& line);
void add_add(CommandLine& line);
void add_set(CommandLine& line);
void add_done(CommandLine& line);
void add_move(CommandLine& line);
void add_close(CommandLine& line);
void add_cancel(CommandLine& line);
void add_repeat(CommandLine& line);
void add_rename(CommandLine& line);
void add_edit(CommandLine& line);
void add_form(CommandLine& line);
void add_minutes(CommandLine& line);
void add_fmt(CommandLine& line);
void add_validate(CommandLine& line);
void add_explain(CommandLine& line);
void add_schema(CommandLine& line);
void add_status(CommandLine& line);
void add_list(CommandLine& line);
void add_show(CommandLine& line);
void add_timeline(CommandLine& line);
void add_log(CommandLine& line);
void add_diff(CommandLine& line);
void add_changelog(CommandLine& line);
void add_report(CommandLine& line);
void add_chart(CommandLine& line);
void add_forecast(CommandLine& line);
void add_export(CommandLine& line);
void add_site(CommandLine& line);
void add_verify(CommandLine& line);
void add_completion(CommandLine& line);
void add_manual(CommandLine& line);

/// All of them.
void add_commands(CommandLine& line);

}  // namespace sss
