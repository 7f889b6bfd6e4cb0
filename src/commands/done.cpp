#include "work/change/done.hpp"

#include "commands/changing.hpp"

#include <memory>

namespace sss {
namespace {

struct DoneOptions {
    DoneRequest request;
    WritingOptions writing;
};

}  // namespace

void add_done(CommandLine& line)
{
    auto options = std::make_shared<DoneOptions>();
    auto& request = options->request;
    auto const command = line.add_command(
        "done", "A milestone is reached, or a meeting was held: writes it down, and says how early or late",
        "  sss done sss-1-mast-deployment                           today\n"
        "  sss done sss-1-launch 2021-10-14T10:51:00Z               an instant, a day, or what is known: 2021-10\n"
        "  sss done sss-1-cdr yesterday --outcome passed-with-actions\n"
        "  sss done sss-1-qr sss-2a-qr friday                       several, in one commit\n"
        "  sss done 2027-03-board                                   that a meeting was held");
    command
        .add_option(
            "ID|DATE", request.words,
            "Milestones and meetings, by id or KIND/ID, and behind them when they were reached: a date in any form, "
            "yesterday, -3d, friday; without it today")
        ->required()
        ->expected(1, most_words);
    command
        .add_option(
            "--outcome", request.outcome,
            "How it ended. A launch: success, partial or failure; all else: passed, passed-with-actions or failed")
        ->type_name("OUTCOME");
    command.add_option("--reason", request.reason, "Why, for the commit")->type_name("TEXT");
    add_writing_options(command, options->writing);
    command.callback([&line, options] {
        line.task = [&line, options](Surroundings const& surroundings) {
            return change(options->request, options->writing, line.common, surroundings);
        };
    });
}

}  // namespace sss
