#include "print/diff.hpp"

#include "commands/command_line.hpp"
#include "commands/day_option.hpp"
#include "commands/narrowing_options.hpp"
#include "work/comparing.hpp"

#include <memory>

namespace sss {

namespace {

struct DiffOptions {
    DiffRequest request;
    std::string as_of;
    bool exit_code = false;
    Format format = Format::text;
    std::size_t width = 100;
};

std::string printed(Difference const& difference, DiffOptions const& options, bool colour)
{
    if (options.format == Format::json) return diff_json(difference);
    if (options.format == Format::markdown) return diff_markdown(difference);
    if (options.format == Format::message) return diff_message(difference);
    return diff_text(difference, options.width, colour);
}

ExitStatus run_diff(DiffOptions const& options, CommonOptions const& common, Surroundings const& surroundings)
{
    auto request = options.request;
    request.for_message = options.format == Format::message;
    if (!options.as_of.empty()) request.as_of = day_option("--as-of", options.as_of);
    auto const differs =
        compare_states(request, common, outside(common, surroundings), [&](Difference const& difference) {
            deliver(printed(difference, options, in_color(common, surroundings)), common, surroundings);
        });
    return options.exit_code && differs ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace

void add_diff(CommandLine& line)
{
    auto options = std::make_shared<DiffOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "diff", "What changes between two states, and what that means for dates, dependants and owners",
        "  sss diff                                 HEAD against the working tree\n"
        "  sss diff --staged --format message       the message for what is about to be committed\n"
        "  sss diff v1.0..v1.1                      one tag against another\n"
        "  sss diff main...HEAD --format markdown   what a branch brings, as a comment");
    command.add_option("RANGE", request.range,
                       "A..B: two revisions; A...B: what B brings since it parted from A; A: that one against the "
                       "working tree; nothing: HEAD");
    command.add_flag("--staged,--cached", request.staged, "Compare with what is staged");
    command.add_flag("--worktree", request.worktree, "Compare with the working tree, as without a range");
    add_narrowing_options(command, request.narrowing);
    add_type_option(command, request.narrowing.types);
    command.add_flag("--exit-code", options->exit_code, "End with 1 where a record differs, as git diff does");
    command.add_option("--as-of", options->as_of, "Tell what is late as of this day, not of today")->type_name("DATE");
    command.add_format_option(options->format, {Format::text, Format::markdown, Format::json, Format::message},
                              "text, markdown, json or message (a commit message, of what is staged)");
    command.add_option("--width", options->width, "Columns of the text: 60 to 400, else 100")
        ->between(60, 400)
        ->type_name("N");
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return run_diff(*options, line.common, surroundings);
        };
    });
}

}  // namespace sss
